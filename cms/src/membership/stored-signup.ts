import { idSchema } from 'shared/content/id'
import { languages } from 'shared/languages'
import { z } from 'zod'

const momentSchema = z.coerce.date()
const optionalMomentSchema = momentSchema.nullish().transform((moment) => moment ?? null)

/** A row of `signups` as the e-mails need it. */
export const storedSignupSchema = z.object({
  id: idSchema,
  reference: z.string(),
  form: z.string(),
  language: z.enum(languages),
  organisationName: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  mailAttempts: z.number(),
  receiptSentAt: optionalMomentSchema,
  noticeSentAt: optionalMomentSchema,
  createdAt: momentSchema,
})
export type StoredSignup = z.infer<typeof storedSignupSchema>
