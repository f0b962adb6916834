import type { CollectionConfig } from 'payload'
import { idSchema } from 'shared/content/id'
import { languageNames, languages } from 'shared/languages'
import { adminText } from 'shared/translations/admin'
import { z } from 'zod'
import { nobody, staff } from '../access.ts'

export const scheduledActions = ['publish', 'unpublish'] as const
const scheduledStatuses = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
/** Why a change could not be made; each is a sentence, `schedule.reason.…`. */
const failureCodes = ['invalid', 'gone', 'notAllowed', 'unexpected'] as const

/** The sentence's name and what it is said with. What an obstacle is called depends on the reader, so it is kept in each language. */
const reasonSchema = z.object({
  code: z.enum(failureCodes),
  obstacles: z.partialRecord(z.enum(languages), z.string()).optional(),
})
export type ScheduleReason = z.infer<typeof reasonSchema>

const optionalMomentSchema = z.coerce
  .date()
  .nullish()
  .transform((moment) => moment ?? null)

/** A row of `scheduled-changes`. */
export const scheduledChangeSchema = z.object({
  id: idSchema,
  documentTitle: z.string(),
  collectionSlug: z.string(),
  documentId: z.string(),
  language: z.enum(languages),
  action: z.enum(scheduledActions),
  at: z.coerce.date(),
  status: z.enum(scheduledStatuses),
  requestedById: z.string(),
  requestedBy: z.string(),
  leaseUntil: optionalMomentSchema,
  attempts: z.number(),
  finishedAt: optionalMomentSchema,
  reason: reasonSchema.nullish().catch(null),
})
export type ScheduledChange = z.infer<typeof scheduledChangeSchema>

/** What is to be published or unpublished by itself, when, and how it went. A row per change; its endpoints write it. */
export const ScheduledChanges: CollectionConfig = {
  slug: 'scheduled-changes',
  labels: { singular: adminText('scheduledChanges.singular'), plural: adminText('scheduledChanges.plural') },
  admin: {
    group: adminText('group.publishing'),
    useAsTitle: 'documentTitle',
    defaultColumns: ['documentTitle', 'action', 'language', 'at', 'status', 'requestedBy'],
    description: adminText('scheduledChanges.description'),
  },
  defaultSort: '-at',
  access: { create: nobody, read: staff, update: nobody, delete: nobody, unlock: nobody },
  lockDocuments: false,
  fields: [
    { name: 'documentTitle', type: 'text', label: adminText('scheduledChanges.documentTitle') },
    {
      name: 'collectionSlug',
      type: 'text',
      required: true,
      index: true,
      label: adminText('scheduledChanges.collectionSlug'),
    },
    { name: 'documentId', type: 'text', required: true, index: true, label: adminText('scheduledChanges.documentId') },
    {
      name: 'language',
      type: 'select',
      required: true,
      label: adminText('scheduledChanges.language'),
      options: languages.map((language) => ({ value: language, label: languageNames[language] })),
    },
    {
      name: 'action',
      type: 'select',
      required: true,
      label: adminText('scheduledChanges.action'),
      options: scheduledActions.map((action) => ({ value: action, label: adminText(`schedule.action.${action}`) })),
    },
    { name: 'at', type: 'date', required: true, index: true, label: adminText('scheduledChanges.at') },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'waiting',
      label: adminText('scheduledChanges.status'),
      options: scheduledStatuses.map((status) => ({
        value: status,
        label: adminText(`scheduledChanges.status.${status}`),
      })),
    },
    { name: 'requestedById', type: 'text', admin: { hidden: true } },
    { name: 'requestedBy', type: 'text', label: adminText('scheduledChanges.requestedBy') },
    // Until when the process that has taken the change may be at it; after that another one takes it over.
    { name: 'leaseUntil', type: 'date', admin: { hidden: true } },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0, admin: { hidden: true } },
    { name: 'finishedAt', type: 'date', label: adminText('scheduledChanges.finishedAt') },
    { name: 'reason', type: 'json', admin: { hidden: true } },
  ],
}
