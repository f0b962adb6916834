import type { Payload } from 'payload'
import { type Life, startRounds } from '../rounds.ts'
import { endMemberships } from './end-memberships.ts'
import { codeOf } from './error-code.ts'
import { takeEffect } from './make-member.ts'

const lookEveryMilliseconds = 15_000
const endEveryMilliseconds = 10 * 60_000

/** What of the register goes by the clock: members are made of approvals that took effect, and memberships end. */
export const startRegisterClock = ({ payload }: { payload: Payload }) => {
  let endedAt = 0
  const attempt = async (life: Life, what: string, act: () => Promise<number>): Promise<void> => {
    try {
      while (!life.stopped && (await act()) > 0);
    } catch (error) {
      payload.logger.error(`The register could not ${what} (${codeOf(error)}). It tries again soon.`)
    }
  }
  return startRounds({
    life: { stopped: false },
    round: async (life) => {
      await attempt(life, 'make members of approved signups', () => takeEffect(payload))
      if (Date.now() - endedAt >= endEveryMilliseconds) {
        endedAt = Date.now()
        await attempt(life, 'end memberships that are over', () => endMemberships(payload))
      }
      return lookEveryMilliseconds
    },
  })
}
