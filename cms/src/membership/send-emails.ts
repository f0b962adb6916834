import type { Payload, Where } from 'payload'
import { defaultLanguage, type Language } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'
import type { MailTransport } from '../mail-transport.ts'
import type { Sender } from './emails/sender.ts'
import { signupNotice } from './emails/signup-notice.ts'
import { signupReceived } from './emails/signup-received.ts'
import { codeOf } from './error-code.ts'
import { type StoredSignup, storedSignupSchema } from './stored-signup.ts'

const minute = 60_000
const leaseMilliseconds = 5 * minute
const lookEveryMilliseconds = 15_000
const fewRows = 5
/** 1, 2, 4 … minutes and then every 6 hours: the twentieth try is made about 72 hours after the first. */
export const mostAttempts = 20
const longestPause = 6 * 60 * minute

const workers = new Set<() => void>()

/** Lets the mail workers of this process look at once, rather than at their next turn. */
export const pokeMailWorkers = (): void => workers.forEach((look) => look())

/**
 * Sends what is due: to the applicant the confirmation, to the form's recipients the notice. A row is claimed by one
 * conditional update with a lease, so that several processes share the work; a worker that is killed loses its lease and
 * another one goes on. Each mail is sent at least once; a second time, with the same Message-ID, only after a crash
 * between the mail server's yes and the note of it.
 */
export const startMailWorker = ({ payload, mail }: { payload: Payload; mail: MailTransport }) => {
  const life = { stopped: false }
  let lookAgain = false
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> | undefined

  const work = async () => {
    do {
      lookAgain = false
      try {
        while (!life.stopped && (await sendSome(payload, mail, life)));
      } catch (error) {
        payload.logger.error(`The mail worker could not read what is due (${codeOf(error)}). It tries again soon.`)
      }
    } while (lookAgain && !life.stopped)
  }
  const look = () => {
    if (life.stopped) return
    lookAgain = true
    if (working) return
    clearTimeout(timer)
    working = work().finally(() => {
      working = undefined
      if (!life.stopped) timer = setTimeout(look, lookEveryMilliseconds)
    })
  }

  workers.add(look)
  look()
  return {
    /** Lets the mails that are on their way be finished. */
    stop: async (): Promise<void> => {
      life.stopped = true
      workers.delete(look)
      clearTimeout(timer)
      await working
      mail.close()
    },
  }
}

/** Sends the next few due mails, one after another: a crash can then double one mail at most. False when none is due. */
const sendSome = async (payload: Payload, mail: MailTransport, life: { stopped: boolean }): Promise<boolean> => {
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: dueAt(new Date()),
    sort: 'mailDueAt',
    limit: fewRows,
    pagination: false,
  })
  for (const row of docs) {
    const signup = life.stopped ? null : await claim(payload, row, new Date())
    if (signup) await sendFor(payload, mail, signup)
  }
  return docs.length > 0
}

/** Due by the clock, or left behind by a worker whose lease has run out. */
const dueAt = (now: Date): Where => ({
  mailState: { in: ['due', 'sending'] },
  mailDueAt: { less_than_equal: now.toISOString() },
})

const claim = async (payload: Payload, row: unknown, now: Date): Promise<StoredSignup | null> => {
  const { id, mailAttempts } = storedSignupSchema.parse(row)
  const claimed: unknown = await payload.db.updateOne({
    collection: 'signups',
    where: { and: [{ id: { equals: id } }, { mailAttempts: { equals: mailAttempts } }, dueAt(now)] },
    data: {
      mailState: 'sending',
      mailAttempts: mailAttempts + 1,
      mailDueAt: new Date(now.getTime() + leaseMilliseconds).toISOString(),
    },
    options: { atomic: true },
  })
  return claimed ? storedSignupSchema.parse(claimed) : null
}

/** Notes how a signup's mails went, unless the lease has run out and somebody else has taken over. */
const note = async (
  payload: Payload,
  { id, mailAttempts }: StoredSignup,
  data: Record<string, unknown>,
): Promise<void> => {
  await payload.db.updateOne({
    collection: 'signups',
    where: {
      and: [{ id: { equals: id } }, { mailState: { equals: 'sending' } }, { mailAttempts: { equals: mailAttempts } }],
    },
    data,
    options: { atomic: true },
  })
}

const sendFor = async (payload: Payload, mail: MailTransport, signup: StoredSignup): Promise<void> => {
  const failures: unknown[] = []
  const attempt = async (step: () => Promise<void>) => {
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  }
  if (!signup.receiptSentAt) {
    await attempt(async () => {
      const sender = await readSender(payload, signup.language)
      const letter = signupReceived(signup, sender, translateTo(signup.language))
      await mail.send(letter)
      await note(payload, signup, { receiptSentAt: new Date().toISOString(), mailMessageId: letter.messageId })
    })
  }
  if (!signup.noticeSentAt) {
    await attempt(async () => {
      const form = await readForm(payload, signup.form)
      if (form.recipients.length === 0) return
      await mail.send(signupNotice(signup, form, await readSender(payload, defaultLanguage)))
      await note(payload, signup, { noticeSentAt: new Date().toISOString() })
    })
  }
  // A row that cannot be noted stays claimed until its lease runs out, and is then taken up again.
  await note(payload, signup, outcomeOf(failures, signup.mailAttempts, Date.now())).catch((error: unknown) =>
    payload.logger.error(`The mails of ${signup.reference} could not be noted as sent (${codeOf(error)}).`),
  )
}

/** What to note after a try: sent, to be tried again later, or given up and left to a person. */
export const outcomeOf = (failures: unknown[], attempts: number, now: number): Record<string, unknown> => {
  const [failure] = failures
  if (failure === undefined) return { mailState: 'sent', mailError: null }
  const mailError = (failure instanceof Error ? failure.message : String(failure)).slice(0, 500)
  if (attempts >= mostAttempts || failures.every(isFinal)) return { mailState: 'failed', mailError }
  const pause = Math.min(minute * 2 ** (attempts - 1), longestPause)
  const jitter = 0.8 + Math.random() * 0.4 // so that many mails do not come back at the same moment
  return { mailState: 'due', mailError, mailDueAt: new Date(now + pause * jitter).toISOString() }
}

const smtpErrorSchema = z.object({ code: z.string(), responseCode: z.number() })

/** Has the mail server refused this recipient or this mail for good? Its refusal of us (sign-in) may be mended. */
const isFinal = (error: unknown): boolean => {
  const { success, data } = smtpErrorSchema.safeParse(error)
  return success && data.responseCode >= 500 && (data.code === 'EENVELOPE' || data.code === 'EMESSAGE')
}

const customSchema = z.object({ siteUrl: z.string() })
const settingsSchema = z.object({ name: z.string().nullish(), email: z.string().nullish() })

const readSender = async (payload: Payload, language: Language): Promise<Sender> => {
  const settings = settingsSchema.parse(await payload.findGlobal({ slug: 'site-settings', locale: language, depth: 0 }))
  const { siteUrl } = customSchema.parse(payload.config.custom)
  const host = new URL(siteUrl).hostname
  return { name: settings.name || host, email: settings.email || undefined, host, siteUrl }
}

const formSchema = z.object({
  title: z.string().nullish(),
  recipients: z.array(z.string()).nullish(),
})

const readForm = async (payload: Payload, slug: string): Promise<{ title: string; recipients: string[] }> => {
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
