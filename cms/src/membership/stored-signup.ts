import { idSchema, optionalTextSchema } from 'shared/content/id'
import { languages } from 'shared/languages'
import { signupStatuses } from 'shared/membership/signup-status'
import { z } from 'zod'
import { optionalMomentSchema } from './row-values.ts'

/** Who moved a signup. The name of a member of staff, and of nobody else. */
export const moverSchema = z.object({ kind: z.enum(['staff', 'applicant', 'system']), name: z.string() })
export type Mover = z.infer<typeof moverSchema>

/** A move of a signup from one status to another, as its history tells it. */
export const moveSchema = z.object({
  at: z.string(),
  from: z.enum(signupStatuses),
  to: z.enum(signupStatuses),
  by: moverSchema,
  note: z.string().optional(),
})
export type Move = z.infer<typeof moveSchema>

/** A row of `signups` as its life, its e-mails and the desk need it. */
export const storedSignupSchema = z.object({
  id: idSchema,
  reference: z.string(),
  form: z.string(),
  language: z.enum(languages),
  status: z.enum(signupStatuses),
  statusChangedAt: optionalMomentSchema,
  organisationName: z.string(),
  organisationNumber: optionalTextSchema,
  contactName: z.string(),
  contactEmail: z.string(),
  moves: z
    .number()
    .nullish()
    .transform((moves) => moves ?? 0),
  history: z
    .array(moveSchema)
    .nullish()
    .transform((history) => history ?? []),
  confirmRound: z
    .number()
    .nullish()
    .transform((round) => round ?? 0),
  confirmBy: optionalMomentSchema,
  confirmTokenHash: optionalTextSchema,
  confirmedAt: optionalMomentSchema,
  decidedAt: optionalMomentSchema,
  effectiveAt: optionalMomentSchema,
  reason: optionalTextSchema,
  member: optionalTextSchema,
  enteredBy: optionalTextSchema,
  createdAt: z.coerce.date(),
})
export type StoredSignup = z.infer<typeof storedSignupSchema>
