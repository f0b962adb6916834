import type { GlobalConfig, PayloadRequest } from 'payload'
import { leavingDays, type LeavingRules } from 'shared/membership/leaving'
import { adminText } from 'shared/translations/admin'
import { z } from 'zod'
import { hiddenFromOthers, membershipOfficers } from '../access.ts'
import { aside } from '../content/aside.ts'
import { wholeNumber } from '../content/fields/whole-number.ts'

/** What the statutes say of leaving. */
export const RegisterSettings: GlobalConfig = {
  slug: 'register-settings',
  label: adminText('registerSettings.label'),
  admin: {
    group: adminText('group.membership'),
    hideAPIURL: true,
    description: adminText('registerSettings.description'),
    hidden: hiddenFromOthers,
  },
  access: { read: membershipOfficers, update: membershipOfficers },
  fields: [
    {
      name: 'noticeMonths',
      type: 'number',
      defaultValue: 0,
      min: 0,
      max: 36,
      validate: wholeNumber,
      label: adminText('registerSettings.noticeMonths'),
      admin: { description: adminText('registerSettings.noticeMonths.description') },
    },
    {
      name: 'leavingDay',
      type: 'select',
      defaultValue: 'year-end',
      required: true,
      label: adminText('registerSettings.leavingDay'),
      options: leavingDays.map((day) => ({ value: day, label: adminText(`registerSettings.leavingDay.${day}`) })),
    },
  ],
}

const rulesSchema = z.object({
  noticeMonths: z
    .number()
    .nullish()
    .transform((months) => months ?? 0),
  leavingDay: z
    .enum(leavingDays)
    .nullish()
    .transform((day) => day ?? 'year-end'),
})

/** The rules of leaving as they stand. */
export const readLeavingRules = async (req: PayloadRequest): Promise<LeavingRules> =>
  rulesSchema.parse(await req.payload.findGlobal({ slug: 'register-settings', depth: 0, req: aside(req) }))
