import { type SignupStatus, undoMilliseconds } from 'shared/membership/signup-status'
import type { Move } from './stored-signup.ts'

const decisions: readonly SignupStatus[] = ['approved', 'declined', 'duplicate']

/** Is this a decision that can still be taken back? Then nobody has been told of it. */
export const isUnsettled = (status: SignupStatus, since: Date, until: Date): boolean =>
  decisions.includes(status) && until.getTime() - since.getTime() < undoMilliseconds

/** A signup's moves as its company may know them: without decisions that were taken back within their minute, or still can be. */
export const settledMoves = (moves: readonly Move[], now: Date): Move[] => {
  const between = moves.filter(({ from, to }) => from !== to)
  const settled: Move[] = []
  for (const [place, move] of between.entries()) {
    const next = between[place + 1]
    if (isUnsettled(move.to, new Date(move.at), next ? new Date(next.at) : now)) continue
    if (settled.at(-1)?.to !== move.to) settled.push(move)
  }
  return settled
}
