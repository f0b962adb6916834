import type { DateField, DateFieldValidation, GroupField } from 'payload'
import { adminText, type AdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import { sayTo } from '../refusals.ts'

const timesSchema = z.object({ startsAt: z.coerce.date().nullish().catch(null) })

/** An end needs a beginning, and comes after it. */
const refuseEndBeforeStart: DateFieldValidation = (value, { req, siblingData }) => {
  if (!value) return true
  const start = timesSchema.safeParse(siblingData).data?.startsAt
  if (!start) return sayTo(req, 'refusal.event.no-start')
  return new Date(value) > start ? true : sayTo(req, 'refusal.event.ends-before-start')
}

const moment = (name: string, label: AdminTextKey): DateField => ({
  name,
  type: 'date',
  label: adminText(label),
  admin: {
    width: '50%',
    date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm', timeFormat: 'HH:mm', timeIntervals: 15 },
  },
})

/** When and where something takes place; visitors can put it in their calendars. */
export const eventField: GroupField = {
  name: 'event',
  type: 'group',
  label: adminText('event.label'),
  admin: { description: adminText('event.description') },
  fields: [
    {
      type: 'row',
      fields: [
        moment('startsAt', 'event.startsAt'),
        { ...moment('endsAt', 'event.endsAt'), validate: refuseEndBeforeStart },
      ],
    },
    {
      name: 'place',
      type: 'text',
      localized: true,
      label: adminText('event.place'),
      admin: { description: adminText('event.place.description') },
    },
  ],
}
