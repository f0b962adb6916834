import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { dayInSweden } from 'shared/membership/calendar-date'
import { z } from 'zod'
import { saveInLine } from '../write-queue.ts'
import { codeOf } from './error-code.ts'
import type { SaveNote } from './member-history.ts'

const mostAtOnce = 100

const rowsSchema = z.array(z.object({ id: z.union([z.string(), z.number()]) }))

/**
 * Ends the memberships whose last day has passed, and takes them off the site with that. May be done again at any time.
 * @returns how many it ended
 */
export const endMemberships = async (payload: Payload, now = new Date()): Promise<number> => {
  const { docs } = await payload.db.find({
    collection: 'members',
    where: {
      and: [{ status: { equals: 'leaving' } }, { leavingOn: { less_than: `${dayInSweden(now)}T00:00:00.000Z` } }],
    },
    sort: 'leavingOn',
    limit: mostAtOnce,
    pagination: false,
    select: { leavingOn: true },
  })
  const context: SaveNote = { memberBy: '' }
  let ended = 0
  for (const { id } of rowsSchema.parse(docs)) {
    try {
      // What follows from the day is worked out by the save itself.
      await saveInLine('members', String(id), () =>
        payload.update({ collection: 'members', id, data: {}, depth: 0, context: { ...context } }),
      )
      ended += 1
    } catch (error) {
      // One that is not as it should be does not hold up the others; it is tried again the next time.
      payload.logger.error(`The membership ${String(id)} could not be ended (${codeOf(error)}).`)
    }
    await setImmediate() // SQLite answers without letting go of the process
  }
  return ended
}
