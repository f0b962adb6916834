import { z } from 'zod'
import type { StoredEmail } from './stored-email.ts'

const minute = 60_000
const hour = 60 * minute

/** A letter that cannot be delivered is given up after this time and at least as many tries, and left to a person. */
export const giveUpAfter = { milliseconds: 72 * hour, attempts: 8 }

const smtpErrorSchema = z.object({ code: z.string(), responseCode: z.number() })
const aboutThisMail: readonly string[] = ['EENVELOPE', 'EMESSAGE']
const serviceClosing = 421

/** Is it the server that cannot take mails, rather than this mail that it does not take? */
export const isOfServer = (error: unknown): boolean => {
  const { data } = smtpErrorSchema.safeParse(error)
  return !data || !aboutThisMail.includes(data.code) || data.responseCode === serviceClosing
}

/** Has the server refused this recipient or this mail for good? Its refusal of us (sign-in) may be mended. */
const isFinal = (error: unknown): boolean => {
  const { data } = smtpErrorSchema.safeParse(error)
  return data !== undefined && aboutThisMail.includes(data.code) && data.responseCode >= 500
}

/** 15 seconds, 30, 1 minute … at most 5: however long it was away, everything is out soon after it is back. */
export const pauseOfServer = (failures: number): number => Math.min(15_000 * 2 ** (failures - 1), 5 * minute)

/** 1 minute, 2, 4 … at most 10 on the first hours, and an hour later on; spread, so that many do not come back at once. */
const pauseOfMail = (attempts: number, age: number): number => {
  const longest = age < 6 * hour ? 10 * minute : hour
  return Math.min(minute * 2 ** (attempts - 1), longest) * (0.9 + Math.random() * 0.2)
}

/** What to note after a failed try: to be tried again later, or given up and left to a person. */
export const outcomeOf = (
  failure: unknown,
  { attempts, createdAt }: Pick<StoredEmail, 'attempts' | 'createdAt'>,
  now: Date,
): Record<string, unknown> => {
  const error = (failure instanceof Error ? failure.message : String(failure)).slice(0, 500)
  const age = now.getTime() - createdAt.getTime()
  if (isFinal(failure) || (age >= giveUpAfter.milliseconds && attempts >= giveUpAfter.attempts))
    return { state: 'failed', error, dueAt: now.toISOString() } // when it was given up, which the day's summary asks for
  const pause = isOfServer(failure) ? Math.min(pauseOfServer(attempts), 5 * minute) : pauseOfMail(attempts, age)
  return { state: 'due', error, dueAt: new Date(now.getTime() + pause).toISOString() }
}
