import { idSchema, optionalTextSchema } from 'shared/content/id'
import { memberStatuses } from 'shared/membership/member'
import { z } from 'zod'
import { relationSchema } from './row-values.ts'

const optionalCountSchema = z
  .number()
  .nullish()
  .transform((count) => count ?? null)
const flagSchema = z
  .boolean()
  .nullish()
  .transform((is) => is ?? false)
/** A day; the database keeps its noon. */
const optionalDaySchema = z
  .union([z.string(), z.date()])
  .nullish()
  .transform((moment) => (moment ? new Date(moment).toISOString().slice(0, 10) : null))

const contactSchema = z.object({
  name: optionalTextSchema,
  roles: optionalTextSchema,
  email: optionalTextSchema,
  phone: optionalTextSchema,
  isMain: flagSchema,
})
export type MemberContact = z.infer<typeof contactSchema>

/** What the register keeps of a member at a moment: the row without what only the site and the admin need. */
export const memberSnapshotSchema = z.object({
  memberNumber: optionalCountSchema,
  status: z.enum(memberStatuses).catch('active'),
  organisationName: z.string().catch(''),
  organisationNumber: optionalTextSchema,
  foreignNumber: optionalTextSchema,
  country: optionalTextSchema,
  streetAddress: optionalTextSchema,
  postalCode: optionalTextSchema,
  city: optionalTextSchema,
  postalStreetAddress: optionalTextSchema,
  postalPostalCode: optionalTextSchema,
  postalCity: optionalTextSchema,
  website: optionalTextSchema,
  contacts: z
    .array(contactSchema)
    .nullish()
    .transform((contacts) => contacts ?? []),
  invoiceEmail: optionalTextSchema,
  invoiceReference: optionalTextSchema,
  invoiceStreetAddress: optionalTextSchema,
  invoicePostalCode: optionalTextSchema,
  invoiceCity: optionalTextSchema,
  vatNumber: optionalTextSchema,
  peppolId: optionalTextSchema,
  employees: optionalCountSchema,
  turnover: optionalCountSchema,
  area: optionalCountSchema,
  plan: relationSchema,
  feeTotal: optionalCountSchema, // öre, VAT included
  joinedOn: optionalDaySchema,
  noticeOn: optionalDaySchema,
  leavingOn: optionalDaySchema,
  leftOn: optionalDaySchema,
  listed: flagSchema,
})
export type MemberSnapshot = z.infer<typeof memberSnapshotSchema>

/** A row of `members` as lists and letters need it. */
export const memberRowSchema = memberSnapshotSchema.extend({
  id: idSchema,
  slug: optionalTextSchema,
  signup: relationSchema,
  tags: z // as the database has them: by language
    .record(z.string(), z.array(z.string()).nullish())
    .nullish()
    .transform((tags) => tags ?? {}),
})
export type MemberRow = z.infer<typeof memberRowSchema>

/** A row of `member-history`. */
export const historyRowSchema = z.object({
  id: idSchema,
  member: relationSchema,
  on: z.string(),
  at: z.coerce.date(),
  changes: z
    .array(z.object({ field: z.string(), to: z.unknown() }))
    .nullish()
    .transform((changes) => changes ?? []),
  snapshot: memberSnapshotSchema,
})
export type HistoryRow = z.infer<typeof historyRowSchema>
