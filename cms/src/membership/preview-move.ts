import type { PayloadRequest } from 'payload'
import { idSchema } from 'shared/content/id'
import { askedSchema } from 'shared/membership/asked'
import type { EmailKind } from 'shared/membership/email-kind'
import type { SignupStatus } from 'shared/membership/signup-status'
import { sayAdmin } from 'shared/translations/admin'
import { z } from 'zod'
import { composeLetter } from './compose-email.ts'
import type { Preview } from './desk-answers.ts'
import { deskMoves } from './desk-groups.ts'
import { storedSignupSchema } from './stored-signup.ts'

export const previewWishSchema = z.object({
  id: idSchema,
  to: z.enum(deskMoves),
  reason: z.string().max(2000).default(''),
})

const notWrittenYet = '…'

/** The letter that goes out when a signup is moved there; a robot gets none. */
const letterOf = (from: SignupStatus, to: z.infer<typeof previewWishSchema>['to']): EmailKind | null => {
  if (to === 'approved' || to === 'withdrawn') return to
  return to === 'declined' && from !== 'suspected' ? to : null
}

const detailsSchema = z.object({ asked: askedSchema.nullish().catch(null) })

/** What a company will read when its signup is moved, in its own language; nothing when it is not written to. */
export const previewMove = async (
  { payload }: PayloadRequest,
  { id, to, reason }: z.infer<typeof previewWishSchema>,
): Promise<Preview> => {
  const row: unknown = await payload.db.findOne({ collection: 'signups', where: { id: { equals: id } } })
  if (!row) return { letter: null }
  const signup = storedSignupSchema.parse(row)
  const kind = letterOf(signup.status, to)
  if (!kind) return { letter: null }
  const { asked } = detailsSchema.parse(row)
  const { language, contactEmail } = signup
  const values = {
    ...(kind === 'declined' ? { reason: reason.trim() || notWrittenYet } : {}),
    // The number is given once the decision has taken effect.
    ...(kind === 'approved'
      ? { memberNumber: sayAdmin(language, 'desk.preview.number'), ...(asked?.plan ? { plan: asked.plan.name } : {}) }
      : {}),
  }
  const { subject, text } = await composeLetter(payload, { kind, language, member: null, values }, signup)
  return { letter: { to: contactEmail, language, subject, text } }
}
