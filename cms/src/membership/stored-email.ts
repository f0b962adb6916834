import { idSchema, optionalTextSchema } from 'shared/content/id'
import { languages } from 'shared/languages'
import { emailKinds } from 'shared/membership/email-kind'
import { z } from 'zod'
import { optionalMomentSchema } from './row-values.ts'

/** What has become of an e-mail. `dropped`: it was no longer wanted when its turn came. */
export const emailStates = ['due', 'sending', 'sent', 'failed', 'dropped'] as const

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
  dueAt: z.coerce.date(),
  error: optionalTextSchema,
  sentAt: optionalMomentSchema,
  values: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((values) => values ?? {}),
  createdAt: z.coerce.date(),
})
export type StoredEmail = z.infer<typeof storedEmailSchema>
