import type { Payload, Where } from 'payload'
import { queueReminder } from './make-emails.ts'
import { moveSignup } from './move-signup.ts'
import { storedSignupSchema } from './stored-signup.ts'

const fewRows = 50
const suspectedDays = 30
const dayMilliseconds = 24 * 3_600_000
const clock = { kind: 'system', name: '' } as const

/**
 * Reminds those who have not confirmed after a day, once, and lets signups expire that were not confirmed in time. One
 * whose letter has not reached anybody does not expire: nobody could have confirmed it. May be repeated.
 */
export const remindAndExpire = async (payload: Payload, now: Date): Promise<void> => {
  await remind(payload, now)
  await expire(payload, now)
  await expireSuspected(payload, now)
}

// Asked for as 'made', SQLite would take the index that this is in, and read every signup there has ever been.
const hasItsLetter = { mailState: { not_equals: 'due' } } satisfies Where

const remind = async (payload: Payload, now: Date): Promise<void> => {
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: {
      status: { equals: 'received' },
      ...hasItsLetter,
      remindAt: { less_than_equal: now.toISOString() },
    },
    sort: 'remindAt',
    limit: fewRows,
    pagination: false,
  })
  for (const row of docs) {
    const signup = storedSignupSchema.parse(row)
    const canStillConfirm = signup.confirmBy !== null && signup.confirmBy > now
    if (canStillConfirm && !(await hasUnsentLetter(payload, signup.id))) await queueReminder(payload, signup)
    await payload.db.updateOne({
      collection: 'signups',
      where: { and: [{ id: { equals: signup.id } }, { remindAt: { less_than_equal: now.toISOString() } }] },
      data: { remindAt: null },
      options: { atomic: true },
    })
  }
}

const expire = async (payload: Payload, now: Date): Promise<void> => {
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: {
      status: { equals: 'received' },
      ...hasItsLetter,
      confirmBy: { less_than_equal: now.toISOString() },
    },
    sort: 'confirmBy',
    limit: fewRows,
    pagination: false,
  })
  for (const row of docs) {
    const { id } = storedSignupSchema.parse(row)
    if (await hasUnsentLetter(payload, id)) {
      await lookAgainTomorrow(payload, id, now) // those behind it must not wait for it
      continue
    }
    await moveSignup(payload, { id, from: 'received', to: 'expired', by: clock, now })
  }
}

const lookAgainTomorrow = async (payload: Payload, id: string, now: Date): Promise<void> => {
  await payload.db.updateOne({
    collection: 'signups',
    where: { and: [{ id: { equals: id } }, { confirmBy: { less_than_equal: now.toISOString() } }] },
    data: { confirmBy: new Date(now.getTime() + dayMilliseconds).toISOString() },
    options: { atomic: true },
  })
}

/** Is the letter that asks for a confirmation still to be sent, or did it fail? Then it waits for us, not for them. */
const hasUnsentLetter = async (payload: Payload, id: string): Promise<boolean> => {
  const { totalDocs } = await payload.count({
    collection: 'emails',
    where: {
      and: [
        { signup: { equals: id } },
        { kind: { equals: 'confirm' } },
        { state: { in: ['due', 'sending', 'failed'] } },
      ],
    },
  })
  return totalDocs > 0
}

const expireSuspected = async (payload: Payload, now: Date): Promise<void> => {
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: {
      status: { equals: 'suspected' },
      createdAt: { less_than_equal: new Date(now.getTime() - suspectedDays * dayMilliseconds).toISOString() },
    },
    limit: fewRows,
    pagination: false,
  })
  for (const row of docs) {
    const { id } = storedSignupSchema.parse(row)
    await moveSignup(payload, { id, from: 'suspected', to: 'expired', by: clock, now })
  }
}
