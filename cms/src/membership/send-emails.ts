import type { Payload, Where } from 'payload'
import type { MailTransport, OutgoingMail } from '../mail-transport.ts'
import { type Life, startRounds } from '../rounds.ts'
import { isOfServer, outcomeOf, pauseOfServer } from './after-a-try.ts'
import { composeEmail } from './compose-email.ts'
import { queueDigests } from './daily-digest.ts'
import { digestDay } from './digest-day.ts'
import { type StoredEmail, storedEmailSchema } from './stored-email.ts'
import { codeOf } from './error-code.ts'
import { enrolMailWorker } from './mail-workers.ts'
import { makeEmails, timesToConfirm } from './make-emails.ts'
import { takeEffect } from './make-member.ts'
import { remindAndExpire } from './remind-and-expire.ts'

const minute = 60_000
const leaseMilliseconds = 5 * minute // well above what the mail server is given to answer in
const lookEveryMilliseconds = 15_000
const tendEveryMilliseconds = minute
const fewRows = 20

interface MailWork {
  payload: Payload
  mail: MailTransport
  now?: () => Date
}

interface MailLife extends Life {
  awayUntil: number // the mail server is not tried before
  failures: number // of the server, one after another
  tendedAt: number
  digestedDay: string
}

/**
 * Lets decisions take effect, puts in line what signups call for, and sends what is due. An e-mail is claimed by one
 * conditional update with a lease, so that several processes share the work; a worker that is killed loses its lease and
 * another one goes on. Each is sent at least once; a second time, with the same Message-ID, only after a crash between
 * the mail server's yes and the note of it. They are sent one after another: a crash can then double one at most.
 */
export const startMailWorker = (work: MailWork) => {
  const now = work.now ?? (() => new Date())
  const rounds = startRounds({
    life: { stopped: false, awayUntil: 0, failures: 0, tendedAt: 0, digestedDay: '' },
    round: async (life: MailLife) => {
      await orSay(work.payload, 'look after what waits', () => tend(work.payload, life, now()))
      await orSay(work.payload, 'make members of the approved', async () => {
        await takeEffect(work.payload, now())
      })
      await orSay(work.payload, 'put e-mails in line', async () => {
        while (!life.stopped && (await makeEmails(work.payload, now())));
      })
      await orSay(work.payload, 'read what is due', async () => {
        while (!life.stopped && (await sendSome(work, life, now)));
      })
      return lookEveryMilliseconds
    },
  })
  const leave = enrolMailWorker(rounds.look)
  return {
    settled: rounds.settled,
    /** Lets the mails that are on their way be finished. */
    stop: async (): Promise<void> => {
      leave()
      await rounds.stop()
      work.mail.close()
    },
  }
}

const orSay = async (payload: Payload, what: string, step: () => Promise<void>): Promise<void> => {
  try {
    await step()
  } catch (error) {
    payload.logger.error(`The mail worker could not ${what} (${codeOf(error)}). It tries again soon.`)
  }
}

/** What goes by the clock: reminders, what expires, and the day's summary. */
const tend = async (payload: Payload, life: MailLife, now: Date): Promise<void> => {
  if (now.getTime() - life.tendedAt < tendEveryMilliseconds) return
  life.tendedAt = now.getTime()
  await remindAndExpire(payload, now)
  const day = digestDay(now)
  if (day === life.digestedDay) return
  await queueDigests(payload, now)
  life.digestedDay = day
}

/** Sends the next few due mails. False when none is due, or the mail server is away. */
const sendSome = async ({ payload, mail }: MailWork, life: MailLife, now: () => Date): Promise<boolean> => {
  if (now().getTime() < life.awayUntil) return false
  const { docs } = await payload.db.find({
    collection: 'emails',
    where: dueAt(now()),
    sort: 'dueAt',
    limit: fewRows,
    pagination: false,
  })
  for (const row of docs) {
    const email = life.stopped ? null : await claim(payload, row, now())
    if (!email) continue
    if (await sendOne(payload, mail, email, now)) {
      life.failures = 0
      continue
    }
    // What is wrong with the server is wrong for all mails: they wait together, and go together once it is back.
    life.failures += 1
    life.awayUntil = now().getTime() + pauseOfServer(life.failures)
    return false
  }
  return docs.length > 0
}

/** Due by the clock, or left behind by a worker whose lease has run out. */
const dueAt = (now: Date): Where => ({
  state: { in: ['due', 'sending'] },
  dueAt: { less_than_equal: now.toISOString() },
})

const claim = async (payload: Payload, row: unknown, now: Date): Promise<StoredEmail | null> => {
  const { id, attempts } = storedEmailSchema.parse(row)
  const claimed: unknown = await payload.db.updateOne({
    collection: 'emails',
    where: { and: [{ id: { equals: id } }, { attempts: { equals: attempts } }, dueAt(now)] },
    data: {
      state: 'sending',
      attempts: attempts + 1,
      dueAt: new Date(now.getTime() + leaseMilliseconds).toISOString(),
    },
    options: { atomic: true },
  })
  return claimed ? storedEmailSchema.parse(claimed) : null
}

/** Notes how a mail fared, unless the lease has run out and somebody else has taken over. */
const note = async (payload: Payload, { id, attempts }: StoredEmail, data: Record<string, unknown>): Promise<void> => {
  await payload.db.updateOne({
    collection: 'emails',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'sending' } }, { attempts: { equals: attempts } }] },
    data,
    options: { atomic: true },
  })
}

/** Tries to send one mail. False when it is the mail server that cannot take any. */
const sendOne = async (
  payload: Payload,
  mail: MailTransport,
  email: StoredEmail,
  now: () => Date,
): Promise<boolean> => {
  let letter: OutgoingMail | null
  try {
    letter = await composeEmail(payload, email)
  } catch (error) {
    payload.logger.error(`The e-mail ${email.messageId} could not be written (${codeOf(error)}).`)
    await note(payload, email, outcomeOf(new Error('The letter could not be written.'), email, now()))
    return true
  }
  if (!letter) {
    await note(payload, email, { state: 'dropped' })
    return true
  }
  try {
    await mail.send(letter)
  } catch (error) {
    await note(payload, email, outcomeOf(error, email, now()))
    return !isOfServer(error)
  }
  // One that cannot be noted stays claimed until its lease runs out, and is then sent again.
  await note(payload, email, { state: 'sent', error: null, sentAt: now().toISOString() })
  if (email.kind === 'confirm' && email.signup) await beginTimeToConfirm(payload, email.signup, now())
  return true
}

/** The time to confirm in is counted from when the letter was sent: it may have waited for the mail server. */
const beginTimeToConfirm = async (payload: Payload, id: string, now: Date): Promise<void> => {
  await payload.db.updateOne({
    collection: 'signups',
    where: { and: [{ id: { equals: id } }, { status: { equals: 'received' } }] },
    data: timesToConfirm(now),
    options: { atomic: true },
  })
}
