import type { Payload, Where } from 'payload'
import { mayMove, needsReason, type SignupStatus, undoMilliseconds } from 'shared/membership/signup-status'
import { type Move, type Mover, type StoredSignup, storedSignupSchema } from './stored-signup.ts'

interface WantedMove {
  id: string
  from: SignupStatus
  to: SignupStatus
  by: Mover
  note?: string | undefined
  set?: Record<string, unknown> // further columns of the row, written in the same update
  now?: Date
}

/**
 * Moves a signup, in one conditional update with its history: of two people who decide at once one is first, and the
 * other gets null. The only way a status changes. What follows from the move (letters, the time to undo it) is set here,
 * so that it is the same whoever moves it.
 *
 * Throws when the table of moves does not have this one, or when a reason is needed and missing.
 */
export const moveSignup = async (
  payload: Payload,
  { id, from, to, by, note, set = {}, now = new Date() }: WantedMove,
): Promise<StoredSignup | null> => {
  if (!mayMove(from, to)) throw new RangeError(`A signup cannot be moved from ${from} to ${to}.`)
  const row: unknown = await payload.db.findOne({ collection: 'signups', where: { id: { equals: id } } })
  const signup = row ? storedSignupSchema.parse(row) : null
  if (signup?.status !== from) return null
  const reason = 'reason' in set ? set['reason'] : signup.reason
  if (needsReason(from, to) && !reason) throw new RangeError('A signup is declined with a reason.')
  const move: Move = { at: now.toISOString(), from, to, by, ...(note ? { note } : {}) }
  const moved: unknown = await payload.db.updateOne({
    collection: 'signups',
    where: {
      and: [
        { id: { equals: id } },
        { status: { equals: from } },
        // A row from elsewhere may lack the column; then nothing has moved it yet.
        signup.moves > 0 ? { moves: { equals: signup.moves } } : neverMoved,
        ...(from === 'approved' ? stillUndoable(now) : []),
      ],
    },
    data: {
      ...consequencesOf(signup, to, by, now),
      ...set,
      status: to,
      statusChangedAt: move.at,
      history: [...signup.history, move],
      moves: signup.moves + 1,
      updatedAt: move.at,
    },
    options: { atomic: true },
  })
  return moved ? storedSignupSchema.parse(moved) : null
}

const neverMoved: Where = { or: [{ moves: { equals: 0 } }, { moves: { exists: false } }] }

/** Once an approval has taken effect, its letter is out and its member made. */
const stillUndoable = (now: Date): Where[] => [
  { effectiveAt: { greater_than: now.toISOString() } },
  { or: [{ member: { exists: false } }, { member: { equals: '' } }] },
]

/** What a move sets besides the status: the moments that others go by, and the letters that are called for. */
const consequencesOf = (
  { status: from, confirmedAt }: StoredSignup,
  to: SignupStatus,
  by: Mover,
  now: Date,
): Record<string, unknown> => {
  const at = now.toISOString()
  const lettersFrom = (moment: string) => ({ mailState: 'due', mailDueAt: moment })
  switch (to) {
    case 'received':
    case 'withdrawn':
      return lettersFrom(at)
    case 'confirmed':
      return { ...lettersFrom(at), ...(by.kind === 'applicant' && !confirmedAt ? { confirmedAt: at } : {}) }
    case 'approved':
    case 'declined': {
      if (from === 'suspected') return { decidedAt: at } // a robot is not written to
      const effectiveAt = new Date(now.getTime() + undoMilliseconds).toISOString()
      const memberDueAt = to === 'approved' ? effectiveAt : null
      return { decidedAt: at, effectiveAt, memberDueAt, ...lettersFrom(effectiveAt) }
    }
    case 'duplicate':
      return { decidedAt: at }
    case 'reviewing':
      // Letters of a decision that is taken back in time are not made.
      if (from === 'duplicate') return { decidedAt: null }
      return from === 'approved' || from === 'declined'
        ? { decidedAt: null, effectiveAt: null, memberDueAt: null, mailState: 'made' }
        : {}
    case 'expired':
    case 'suspected':
      return {}
  }
}
