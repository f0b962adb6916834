import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import { defaultLanguage } from 'shared/languages'
import { z } from 'zod'
import { confirmMilliseconds, confirmToken, hashOfToken, remindAfterMilliseconds } from './confirm-link.ts'
import { readNoticeTime } from './emails/read-email-text.ts'
import { codeOf } from './error-code.ts'
import { type Related, relateSignup } from './find-related.ts'
import { beingMade } from './make-member.ts'
import { queueEmail } from './queue-email.ts'
import { type StoredSignup, storedSignupSchema } from './stored-signup.ts'

const fewRows = 20
const tryAgainMilliseconds = 60_000
const beingMadeMilliseconds = 15_000

/**
 * Puts the e-mails that signups call for in line, a few signups at a time. Each step may be repeated: a letter is put in
 * line once however often it is wanted, and a signup that moves meanwhile is looked at again. False when none was due.
 */
export const makeEmails = async (payload: Payload, now: Date): Promise<boolean> => {
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: { mailState: { equals: 'due' }, mailDueAt: { less_than_equal: now.toISOString() } },
    sort: 'mailDueAt',
    limit: fewRows,
    pagination: false,
  })
  for (const row of docs) {
    await makeEmailsOf(payload, row, now)
    await breathe() // SQLite answers at once and without letting others in; who signs up must not wait for letters
  }
  return docs.length > 0
}

const idSchema = storedSignupSchema.pick({ id: true })

const makeEmailsOf = async (payload: Payload, row: unknown, now: Date): Promise<void> => {
  const { id } = idSchema.parse(row)
  try {
    const signup = storedSignupSchema.parse(row)
    if (signup.status === 'approved' && !hasMember(signup))
      return await lookAgain(payload, id, now, beingMadeMilliseconds)
    await queueFor(payload, signup, now)
    await payload.db.updateOne({
      collection: 'signups',
      where: { and: [{ id: { equals: id } }, { status: { equals: signup.status } }, { mailState: { equals: 'due' } }] },
      data: { mailState: 'made', ...(await relatedTo(payload, signup)) },
      options: { atomic: true },
    })
  } catch (error) {
    payload.logger.error(
      `The e-mails of the signup ${id} could not be put in line (${codeOf(error)}). Tried again soon.`,
    )
    await lookAgain(payload, id, now, tryAgainMilliseconds)
  }
}

/** The letter of an approval tells the member's number, so it waits until the member is made. */
const hasMember = ({ member }: StoredSignup): boolean => member !== null && member !== beingMade

/** Puts a signup off; the others must not wait for it. */
const lookAgain = async (payload: Payload, id: string, now: Date, pause: number): Promise<void> => {
  await payload.db.updateOne({
    collection: 'signups',
    where: { and: [{ id: { equals: id } }, { mailState: { equals: 'due' } }] },
    data: { mailDueAt: new Date(now.getTime() + pause).toISOString() },
    options: { atomic: true },
  })
}

/** What a new signup is connected with, for the desk. Found here, as the answer to the applicant must not depend on it. */
const relatedTo = async (payload: Payload, signup: StoredSignup): Promise<{ related?: Related[] }> =>
  signup.status === 'received' || signup.status === 'reviewing' ? { related: await relateSignup(payload, signup) } : {}

/** Which letters a signup calls for where it stands. */
const queueFor = async (payload: Payload, signup: StoredSignup, now: Date): Promise<void> => {
  const { reference, moves } = signup
  switch (signup.status) {
    case 'received':
      await queueConfirm(payload, signup, now)
      return queueNotices(payload, signup)
    case 'reviewing': // taken up before the letters were made
      return queueNotices(payload, signup)
    case 'confirmed':
      return queueToApplicant(payload, signup, 'received', `${reference}.received`)
    case 'approved':
      return queueToApplicant(payload, signup, 'approved', `${reference}.approved`)
    case 'declined': // may be taken up again and declined anew
      return queueToApplicant(payload, signup, 'declined', `${reference}.declined-${moves}`)
    case 'withdrawn':
      return queueToApplicant(payload, signup, 'withdrawn', `${reference}.withdrawn`)
    case 'suspected':
    case 'duplicate':
    case 'expired':
      return
  }
}

const queueToApplicant = async (
  payload: Payload,
  { id, contactEmail: to, language }: StoredSignup,
  kind: 'confirm' | 'received' | 'approved' | 'declined' | 'withdrawn' | 'reminder',
  messageKey: string,
): Promise<void> => {
  await queueEmail(payload, { kind, signupId: id, to, language, messageKey })
}

/** Opens the time to confirm in, which begins anew when the letter is sent, and puts the letter in line. */
const queueConfirm = async (payload: Payload, signup: StoredSignup, now: Date): Promise<void> => {
  await payload.db.updateOne({
    collection: 'signups',
    where: {
      and: [
        { id: { equals: signup.id } },
        { status: { equals: 'received' } },
        ...(signup.confirmRound > 0 ? [{ confirmRound: { equals: signup.confirmRound } }] : []),
      ],
    },
    data: { confirmTokenHash: hashOfToken(confirmToken(payload, signup)), ...timesToConfirm(now) },
    options: { atomic: true },
  })
  await queueToApplicant(payload, signup, 'confirm', `${signup.reference}.confirm-${signup.confirmRound}`)
}

/** Until when a link can be used, and when its reminder is due. */
export const timesToConfirm = (now: Date): { confirmBy: string; remindAt: string } => ({
  confirmBy: new Date(now.getTime() + confirmMilliseconds).toISOString(),
  remindAt: new Date(now.getTime() + remindAfterMilliseconds).toISOString(),
})

/** Puts the reminder of a signup in line. */
export const queueReminder = (payload: Payload, signup: StoredSignup): Promise<void> =>
  queueToApplicant(payload, signup, 'reminder', `${signup.reference}.reminder-${signup.confirmRound}`)

/** A letter to each recipient of the form, unless they want them gathered. Who enters a signup by hand knows of it. */
const queueNotices = async (payload: Payload, { id, reference, form, enteredBy }: StoredSignup): Promise<void> => {
  if (enteredBy || (await readNoticeTime(payload)) === 'daily') return
  const { recipients } = await readForm(payload, form)
  for (const to of recipients) {
    const messageKey = `${reference}.notice-${shortHash(to)}`
    await queueEmail(payload, { kind: 'notice', signupId: id, to, language: defaultLanguage, messageKey })
  }
}

/** Tells recipients apart in a Message-ID without showing them to each other. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 8)

const formSchema = z.object({
  title: z.string().nullish(),
  recipients: z.array(z.string()).nullish(),
})

/** What the letters need of a form. */
export const readForm = async (payload: Payload, slug: string): Promise<{ title: string; recipients: string[] }> => {
  const { docs } = await payload.find({
    collection: 'signup-forms',
    where: { slug: { equals: slug } },
    locale: defaultLanguage,
    depth: 0,
    limit: 1,
  })
  const form = docs[0] ? formSchema.parse(docs[0]) : undefined
  return { title: form?.title || slug, recipients: form?.recipients ?? [] }
}
