import { z } from 'zod'
import { type Language, languages } from '../languages.ts'

/** Where a person sees what is kept about them. Opened by a signed link from an e-mail: `?link=…`. */
export const personalPaths: Record<Language, string> = { sv: '/sv/min-ansokan/', en: '/en/my-application/' }

/** What a person can put right themselves. The e-mail address is not among it: it is what the link proves. */
export const correctableFields = [
  'contactName',
  'contactRole',
  'contactPhone',
  'website',
  'streetAddress',
  'postalCode',
  'city',
  'invoiceEmail',
  'invoiceReference',
] as const
export type CorrectableField = (typeof correctableFields)[number]
/** What a further contact person can put right: their own details, and nothing of the company's. */
export const correctableByOthers: readonly CorrectableField[] = ['contactName', 'contactRole', 'contactPhone']

/** What the page is asked to do. All but `open` and `export` change something. */
export const personalActs = ['open', 'export', 'correct', 'consent', 'withdraw', 'remove'] as const
export type PersonalAct = (typeof personalActs)[number]

export const personalRequestSchema = z.object({
  link: z.string().max(2000),
  language: z.enum(languages),
  act: z.enum(personalActs),
  values: z.partialRecord(z.enum(correctableFields), z.string().max(1000)).default({}),
  consent: z.string().max(100).optional(), // which one
  given: z.boolean().optional(),
})
export type PersonalRequest = z.infer<typeof personalRequestSchema>

/** Why nothing is shown, or nothing was done. */
export const personalRefusals = ['forged', 'expired', 'gone', 'not-now', 'invalid'] as const
export type PersonalRefusal = (typeof personalRefusals)[number]

const rowSchema = z.object({ label: z.string(), value: z.string() })

/** What is kept about a person, in words of the page's language. */
export const personalViewSchema = z.object({
  of: z.enum(['signup', 'member']),
  who: z.enum(['applicant', 'contact']), // the first contact person, or a further one
  title: z.string(), // the organisation
  email: z.string(),
  reference: z.string().nullable(),
  status: z.string(), // in words
  rows: z.array(rowSchema),
  fee: z.array(rowSchema),
  bases: z.array(rowSchema), // why each may be kept
  consents: z.array(
    z.object({
      name: z.string(),
      text: z.string(),
      given: z.boolean(),
      changedAt: z.string().nullable(), // in words
      mayChange: z.boolean(),
    }),
  ),
  history: z.array(z.object({ at: z.string(), text: z.string() })),
  fields: z.array(z.object({ name: z.enum(correctableFields), value: z.string(), wrong: z.string().nullable() })),
  mayWithdraw: z.boolean(),
  mayRemove: z.boolean(), // a further contact person may be taken off
  keptUntil: z.string(), // a sentence
})
export type PersonalView = z.infer<typeof personalViewSchema>

/** What the CMS answers. A file is what was asked for by `export`. */
export const personalAnswerSchema = z.object({
  view: personalViewSchema.nullable(),
  refusal: z.enum(personalRefusals).nullable(),
  file: z.unknown().optional(),
})
export type PersonalAnswer = z.infer<typeof personalAnswerSchema>
