import type { Payload, Where } from 'payload'
import { defaultLanguage } from 'shared/languages'
import type { EmailValues } from 'shared/membership/email-kind'
import { z } from 'zod'
import { statusesOf } from './desk-groups.ts'
import { digestDay, digestMoment } from './digest-day.ts'
import { readNoticeTime } from './emails/read-email-text.ts'
import { sayMoment } from './emails/values.ts'
import { shortHash } from './make-emails.ts'
import { queueEmail } from './queue-email.ts'
import { storedSignupSchema } from './stored-signup.ts'

const mostListed = 50
const dayMilliseconds = 24 * 3_600_000

const formSchema = z.object({ slug: z.string(), recipients: z.array(z.string()).nullish() })

/**
 * Puts the day's summaries in line, one a recipient, where there is something to tell. May be repeated: a recipient's
 * letter of a day is put in line once.
 *
 * Whoever wants each signup at once gets a summary too, on days when some were held as a robot's (a letter each would be what
 * robots can make us send) or a letter was given up: with none, a company would wait that nobody knows of.
 */
export const queueDigests = async (payload: Payload, now: Date): Promise<void> => {
  const isDaily = (await readNoticeTime(payload)) === 'daily'
  const { docs } = await payload.find({
    collection: 'signup-forms',
    locale: defaultLanguage,
    depth: 0,
    pagination: false,
    select: { slug: true, recipients: true },
  })
  const formsOf = new Map<string, string[]>()
  for (const { slug, recipients } of docs.map((form) => formSchema.parse(form)))
    for (const to of recipients ?? []) formsOf.set(to, [...(formsOf.get(to) ?? []), slug])
  const day = digestDay(now)
  const until = digestMoment(day)
  const dayBefore = new Date(until.getTime() - dayMilliseconds)
  for (const [to, forms] of formsOf) {
    const since = (await endOfLatest(payload, to)) ?? dayBefore // nothing falls between two, though a day was skipped
    if (since >= until) continue
    const values = { forms, since: since.toISOString(), until: until.toISOString(), isDaily }
    const { newSignups, waiting, undelivered } = await digestValues(payload, values)
    const isCalledFor = isDaily ? newSignups || waiting || undelivered : await isLeftWaiting(payload, values)
    if (!isCalledFor) continue
    const messageKey = `digest.${day}.${shortHash(to)}`
    await queueEmail(payload, { kind: 'digest', to, language: defaultLanguage, messageKey, values })
  }
}

const latestSchema = z.object({ values: z.object({ until: z.coerce.date() }) })

/** Until when a recipient's latest summary told. */
const endOfLatest = async (payload: Payload, to: string): Promise<Date | null> => {
  const { docs } = await payload.db.find({
    collection: 'emails',
    where: { kind: { equals: 'digest' }, to: { equals: to } },
    sort: '-createdAt',
    limit: 1,
    pagination: false,
  })
  return latestSchema.safeParse(docs[0]).data?.values.until ?? null
}

const askedSchema = z.object({
  forms: z.array(z.string()),
  since: z.string(),
  until: z.string(),
  isDaily: z.boolean().default(true), // else those that came in were told of one by one
})
type Asked = z.infer<typeof askedSchema>

const between = ({ forms, since, until }: Asked): Where[] => [
  { form: { in: forms } },
  { createdAt: { greater_than: since } },
  { createdAt: { less_than_equal: until } },
]

/** Was a signup held, or a letter given up, of which nobody has been told? */
const isLeftWaiting = async (payload: Payload, asked: Asked): Promise<boolean> => {
  const held: Where = { and: [{ status: { equals: 'suspected' } }, ...between(asked)] }
  const failed: Where = {
    and: [
      { state: { equals: 'failed' } },
      { kind: { not_equals: 'digest' } }, // else a summary that failed would call for the next one, day after day
      { dueAt: { greater_than: asked.since } },
      { dueAt: { less_than_equal: asked.until } },
    ],
  }
  const counts = await Promise.all([
    payload.count({ collection: 'signups', where: held }),
    payload.count({ collection: 'emails', where: failed }),
  ])
  return counts.some(({ totalDocs }) => totalDocs > 0)
}

/** What a summary tells: what came in, what waits for a person, and which e-mails could not be sent. */
export const digestValues = async (payload: Payload, asked: Record<string, unknown>): Promise<EmailValues> => {
  const parsed = askedSchema.parse(asked)
  const ofForms: Where = { form: { in: parsed.forms } }
  const cameIn: Where = { and: [{ status: { not_in: ['suspected', 'withdrawn'] } }, ...between(parsed)] }
  const waiting: Where = { and: [ofForms, { status: { in: [...statusesOf.todo] } }] }
  const held: Where = { and: [ofForms, { status: { equals: 'suspected' } }] }
  const [news, waits, holds, failed] = await Promise.all([
    parsed.isDaily
      ? payload.db.find({
          collection: 'signups',
          where: cameIn,
          sort: 'createdAt',
          limit: mostListed,
          pagination: false,
        })
      : { docs: [] },
    payload.count({ collection: 'signups', where: waiting }),
    payload.count({ collection: 'signups', where: held }),
    payload.count({ collection: 'emails', where: { state: { equals: 'failed' } } }),
  ])
  const lines = news.docs.map((row) => {
    const { organisationName, reference, createdAt } = storedSignupSchema.parse(row)
    return `– ${organisationName} (${reference}), ${sayMoment(createdAt, defaultLanguage)}`
  })
  return {
    newSignups: lines.join('\n'),
    waiting: waits.totalDocs > 0 ? String(waits.totalDocs) : '',
    held: holds.totalDocs > 0 ? String(holds.totalDocs) : '',
    undelivered: failed.totalDocs > 0 ? String(failed.totalDocs) : '',
  }
}
