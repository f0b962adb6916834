import type { Payload } from 'payload'
import { endMemberships } from './end-memberships.ts'
import { codeOf } from './error-code.ts'
import { takeEffect } from './make-member.ts'

const lookEveryMilliseconds = 15_000
const endEveryMilliseconds = 10 * 60_000

/** What of the register goes by the clock: members are made of approvals that took effect, and memberships end. */
export const startRegisterClock = ({ payload }: { payload: Payload }) => {
  const life = { stopped: false, endedAt: 0 }
  let timer: NodeJS.Timeout | undefined

  const attempt = async (what: string, act: () => Promise<number>): Promise<void> => {
    try {
      while (!life.stopped && (await act()) > 0);
    } catch (error) {
      payload.logger.error(`The register could not ${what} (${codeOf(error)}). It tries again soon.`)
    }
  }
  const work = async (): Promise<void> => {
    await attempt('make members of approved signups', () => takeEffect(payload))
    if (Date.now() - life.endedAt >= endEveryMilliseconds) {
      life.endedAt = Date.now()
      await attempt('end memberships that are over', () => endMemberships(payload))
    }
    if (!life.stopped) timer = setTimeout(() => (working = work()), lookEveryMilliseconds).unref()
  }
  let working = work()
  return {
    stop: async (): Promise<void> => {
      life.stopped = true
      clearTimeout(timer)
      await working
    },
  }
}
