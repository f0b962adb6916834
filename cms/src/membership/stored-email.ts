import { idSchema } from 'shared/content/id'
import { languages } from 'shared/languages'
import { emailKinds } from 'shared/membership/email-kind'
import { z } from 'zod'

/** What has become of an e-mail. `dropped`: it was no longer wanted when its turn came. */
export const emailStates = ['due', 'sending', 'sent', 'failed', 'dropped'] as const

const momentSchema = z.coerce.date()
const optionalMomentSchema = momentSchema.nullish().transform((moment) => moment ?? null)
const optionalTextSchema = z
  .string()
  .nullish()
  .transform((text) => text || null)

/** A row of `emails`. */
export const storedEmailSchema = z.object({
  id: idSchema,
  messageId: z.string(),
  kind: z.enum(emailKinds),
  signup: optionalTextSchema,
  member: optionalTextSchema,
  to: z.string(),
  language: z.enum(languages),
  state: z.enum(emailStates),
  attempts: z.number(),
  dueAt: momentSchema,
  error: optionalTextSchema,
  sentAt: optionalMomentSchema,
  values: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((values) => values ?? {}),
  createdAt: momentSchema,
})
export type StoredEmail = z.infer<typeof storedEmailSchema>
