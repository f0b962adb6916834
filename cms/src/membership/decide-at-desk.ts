import type { Payload, PayloadRequest } from 'payload'
import { idSchema } from 'shared/content/id'
import { isSignupStatus, mayMove, needsReason, type SignupStatus } from 'shared/membership/signup-status'
import { z } from 'zod'
import { sayTo } from '../content/refusals.ts'
import { confirmToken, hashOfToken } from './confirm-link.ts'
import { sendConfirmAgain } from './confirm-signup.ts'
import type { Deed } from './desk-answers.ts'
import { deskMoves, isDecision } from './desk-groups.ts'
import { pokeMailWorkers } from './mail-workers.ts'
import { timesToConfirm } from './make-emails.ts'
import { moveSignup } from './move-signup.ts'
import { movesOffered, undoUntil } from './read-desk.ts'
import { type Mover, type StoredSignup, storedSignupSchema } from './stored-signup.ts'

const mostAtOnce = 100
const longestReason = 2000
const longestNote = 1000

const optionalText = (longest: number) =>
  z
    .string()
    .max(longest)
    .optional()
    .transform((text) => text?.normalize('NFC').trim() || undefined)

/** Which signups, and how often each had been moved when whoever decides saw it. */
const chosenSchema = z
  .array(z.object({ id: idSchema, moves: z.number().int().min(0) }))
  .min(1)
  .max(mostAtOnce)

export const decisionSchema = z.object({
  signups: chosenSchema,
  to: z.enum(deskMoves),
  reason: optionalText(longestReason),
  note: optionalText(longestNote),
})
export const undoSchema = z.object({ signups: chosenSchema })

/** Who does it, as the history tells it. */
export const moverOf = (req: PayloadRequest): Mover => ({
  kind: 'staff',
  name: String(req.user?.name || req.user?.email || ''),
})

/** One signup, or null when there is none of this id. */
export const readSignup = async (req: PayloadRequest, id: string): Promise<StoredSignup | null> => {
  const row: unknown = await req.payload.db.findOne({ collection: 'signups', where: { id: { equals: id } } })
  return row ? storedSignupSchema.parse(row) : null
}

const sayStatus = (req: PayloadRequest, status: string): string =>
  isSignupStatus(status) ? sayTo(req, `signups.status.${status}`) : status

/** What came between, in words: who moved it, and where it stands now. */
const sayOvertaken = (req: PayloadRequest, { status, history }: StoredSignup): string =>
  sayTo(req, 'refusal.desk.overtaken', {
    name: history.at(-1)?.by.name || sayTo(req, 'desk.history.somebody'),
    status: sayStatus(req, status),
  })

/** An expired signup that is received again gets a new link; its earlier ones stay void. */
const newLink = (payload: Payload, signup: StoredSignup, to: SignupStatus): Record<string, unknown> => {
  if (signup.status !== 'expired' || to !== 'received') return {}
  const confirmRound = signup.confirmRound + 1
  const confirmTokenHash = hashOfToken(confirmToken(payload, { ...signup, confirmRound }))
  return { confirmRound, confirmTokenHash, ...timesToConfirm(new Date()) }
}

interface Wanted {
  to: SignupStatus
  reason?: string | undefined
  note?: string | undefined
}

/** Moves one signup as it was seen; answers it as it is now, or why it was not moved. */
const moveOne = async (
  req: PayloadRequest,
  seen: { id: string; moves: number },
  wanted: (signup: StoredSignup) => Wanted | string,
): Promise<{ signup: StoredSignup; refusal?: string } | { signup: null; refusal: string }> => {
  const signup = await readSignup(req, seen.id)
  if (!signup) return { signup: null, refusal: sayTo(req, 'refusal.desk.gone') }
  if (signup.moves !== seen.moves) return { signup, refusal: sayOvertaken(req, signup) }
  const move = wanted(signup)
  if (typeof move === 'string') return { signup, refusal: move }
  const moved = await moveSignup(req.payload, {
    id: signup.id,
    from: signup.status,
    to: move.to,
    by: moverOf(req),
    note: move.note,
    set: { ...(move.reason ? { reason: move.reason } : {}), ...newLink(req.payload, signup, move.to) },
  })
  if (moved) return { signup: moved }
  const now = await readSignup(req, seen.id)
  return now
    ? { signup: now, refusal: sayOvertaken(req, now) }
    : { signup: null, refusal: sayTo(req, 'refusal.desk.gone') }
}

const moveAll = async (
  req: PayloadRequest,
  chosen: z.infer<typeof chosenSchema>,
  wanted: (signup: StoredSignup) => Wanted | string,
): Promise<Deed> => {
  const deed: Deed = { done: [], refused: [] }
  for (const seen of chosen) {
    const { signup, refusal } = await moveOne(req, seen, wanted)
    const name = signup?.organisationName ?? ''
    if (refusal !== undefined) deed.refused.push({ id: seen.id, name, message: refusal })
    else if (signup) {
      const until = undoUntil(signup, new Date())?.toISOString() ?? null
      pokeMailWorkers()
      deed.done.push({ id: signup.id, name, moves: signup.moves, undoUntil: until })
    }
  }
  return deed
}

/** Decides on one signup or several, each by itself: what cannot be moved is named, and the rest is moved. */
export const decide = (
  req: PayloadRequest,
  { signups, to, reason, note }: z.infer<typeof decisionSchema>,
): Promise<Deed> =>
  moveAll(req, signups, (signup) => {
    if (!mayMove(signup.status, to) || !movesOffered(signup, new Date()).includes(to))
      return sayTo(req, 'refusal.desk.not-allowed', {
        from: sayStatus(req, signup.status),
        to: sayStatus(req, to),
      })
    const isReasonNeeded = needsReason(signup.status, to)
    if (isReasonNeeded && !reason) return sayTo(req, 'refusal.desk.no-reason')
    return { to, note, ...(isReasonNeeded ? { reason } : {}) }
  })

/** Takes decisions back while they can be: before the company is written to and before there is a member. */
export const undo = (req: PayloadRequest, { signups }: z.infer<typeof undoSchema>): Promise<Deed> =>
  moveAll(req, signups, (signup) =>
    isDecision(signup.status) && undoUntil(signup, new Date())
      ? { to: 'reviewing', note: sayTo(req, 'desk.history.undone') }
      : sayTo(req, 'refusal.desk.too-late'),
  )

/** Sends the letter that asks for a confirmation once more; false when it was sent a moment ago, or too often. */
export const remind = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const signup = await readSignup(req, id)
  return signup?.status === 'received' && (await sendConfirmAgain(req.payload, signup))
}
