import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { sayTo } from '../content/refusals.ts'
import { sendsMail } from '../mail.ts'
import type { DeskEmail, FailedEmails } from './desk-answers.ts'
import { type StoredEmail, storedEmailSchema } from './stored-email.ts'
import { retryEmail } from './queue-email.ts'
import { storedSignupSchema } from './stored-signup.ts'

const mostListed = 200

/** An e-mail as the desk tells it. */
export const deskEmailOf = (req: PayloadRequest, email: StoredEmail): DeskEmail => ({
  id: email.id,
  kind: sayTo(req, `emails.kind.${email.kind}`),
  to: email.to,
  state: email.state,
  at: (email.sentAt ?? (email.state === 'due' ? email.dueAt : email.createdAt)).toISOString(),
  attempts: email.attempts,
  error: email.error,
})

/** The e-mails of one signup, in the order in which they were called for. */
export const readEmailsOf = async (req: PayloadRequest, signup: string): Promise<DeskEmail[]> => {
  const { docs } = await req.payload.db.find({
    collection: 'emails',
    where: { signup: { equals: signup } },
    sort: 'createdAt',
    limit: mostListed,
    pagination: false,
  })
  return docs.map((row) => deskEmailOf(req, storedEmailSchema.parse(row)))
}

const nameSchema = storedSignupSchema.pick({ id: true, organisationName: true, reference: true })

/** The e-mails that were given up, the latest first. */
export const readFailedEmails = async (req: PayloadRequest): Promise<FailedEmails> => {
  const { docs, totalDocs } = await req.payload.db.find({
    collection: 'emails',
    where: { state: { equals: 'failed' } },
    sort: '-createdAt',
    limit: mostListed,
    page: 1,
  })
  const emails = docs.map((row) => storedEmailSchema.parse(row))
  const ids = [...new Set(emails.flatMap(({ signup }) => signup ?? []))]
  const { docs: signups } = await req.payload.db.find({
    collection: 'signups',
    where: { id: { in: ids } },
    select: { reference: true, organisationName: true },
    limit: ids.length + 1,
    pagination: false,
  })
  const names = new Map(signups.map((row) => nameSchema.parse(row)).map((signup) => [signup.id, signup]))
  return {
    total: totalDocs,
    areFiles: !sendsMail,
    emails: emails.map((email) => {
      const signup = names.get(email.signup ?? '')
      return {
        ...deskEmailOf(req, email),
        signup: signup ? { id: signup.id, name: signup.organisationName, reference: signup.reference } : null,
      }
    }),
  }
}

/** What is asked when e-mails are to be tried again: which, or all of them. */
export const retrySchema = z.union([
  z.object({ ids: z.array(z.string().max(60)).min(1).max(mostListed) }),
  z.object({ all: z.literal(true) }),
])

/** Tries e-mails again that were given up, each once. Answers how many. */
export const retryEmails = async (req: PayloadRequest, wish: z.infer<typeof retrySchema>): Promise<number> => {
  const tried = new Set<string>()
  const nextOnes = async () => ('ids' in wish ? wish.ids : (await readFailedEmails(req)).emails.map(({ id }) => id))
  for (;;) {
    const ids = (await nextOnes()).filter((id) => !tried.has(id)) // one that failed again meanwhile is left for the next time
    const before = tried.size
    for (const id of ids) if (await retryEmail(req.payload, id)) tried.add(id)
    if ('ids' in wish || tried.size === before) return tried.size
  }
}
