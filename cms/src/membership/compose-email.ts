import type { Payload } from 'payload'
import { emailValues, type EmailValues } from 'shared/membership/email-kind'
import { personalPaths } from 'shared/membership/personal-page'
import { z } from 'zod'
import type { OutgoingMail } from '../mail-transport.ts'
import { confirmLink } from './confirm-link.ts'
import { digestValues } from './daily-digest.ts'
import { readEmailText } from './emails/read-email-text.ts'
import { type Letter, writeLetter } from './emails/letter.ts'
import { addressOfFront, readSender } from './emails/sender.ts'
import { sayMoment, valuesOf } from './emails/values.ts'
import { addedAddresses } from './inform-contacts.ts'
import { beingMade } from './make-member.ts'
import type { StoredEmail } from './stored-email.ts'
import { readForm } from './make-emails.ts'
import { personalLink, personalLinkEnds } from './personal-link.ts'
import { type StoredSignup, storedSignupSchema } from './stored-signup.ts'

type Wanted = Pick<StoredEmail, 'kind' | 'language' | 'values' | 'member'> & {
  to?: string // missing in a preview: then its links open nothing
}

/** Writes a letter about a signup, or one that needs none, as it would be sent now. */
export const composeLetter = async (
  payload: Payload,
  wanted: Wanted,
  signup: StoredSignup | undefined,
): Promise<Letter> => {
  const { kind, language, values } = wanted
  const sender = await readSender(payload, language)
  const form = kind === 'notice' && signup ? await readForm(payload, signup.form) : undefined
  const known: EmailValues = {
    ...valuesOf({ language, sender, signup, formTitle: form?.title }),
    ...((kind === 'confirm' || kind === 'reminder') && signup ? { confirmLink: confirmLink(payload, signup) } : {}),
    ...(await memberValues(payload, memberOf(wanted, signup), language)),
    ...personalValues(payload, wanted, signup),
    ...(kind === 'digest' ? await digestValues(payload, values) : {}),
    ...wordsIn(values),
  }
  return writeLetter(language, await readEmailText(payload, kind, language), known)
}

/**
 * An e-mail of the outbox as it is sent now; null when it is no longer wanted: whom it is about is gone, or was confirmed,
 * taken up or withdrawn before the letter that asks for a confirmation could be sent, or was taken up again before the one
 * that declines it could.
 */
export const composeEmail = async (payload: Payload, email: StoredEmail): Promise<OutgoingMail | null> => {
  const row: unknown = email.signup
    ? await payload.db.findOne({ collection: 'signups', where: { id: { equals: email.signup } } })
    : null
  const signup = row ? storedSignupSchema.parse(row) : undefined
  if (email.signup && !signup) return null
  if (email.kind === 'declined' && signup?.status !== 'declined') return null
  if ((email.kind === 'confirm' || email.kind === 'reminder') && signup?.status !== 'received') return null
  const member: unknown = email.member
    ? await payload.db.findOne({ collection: 'members', where: { id: { equals: email.member } } })
    : null
  if (email.member && !member) return null
  if (email.kind === 'informed' && email.member && !isNamedIn(member, email.to)) return null
  const letter = await composeLetter(payload, email, signup)
  const isForStaff = email.kind === 'notice' || email.kind === 'digest'
  return {
    to: [email.to],
    messageId: email.messageId,
    replyTo: isForStaff ? undefined : (await readSender(payload, email.language)).email,
    ...letter,
  }
}

/** Whoever was taken off again, or corrected, before the letter could be sent has nothing to be told. */
const isNamedIn = (member: unknown, address: string): boolean =>
  addedAddresses(null, member).includes(address.toLowerCase())

/** The member that a letter is about, once there is one. */
const memberOf = ({ member }: Pick<Wanted, 'member'>, signup: StoredSignup | undefined): string | null =>
  member ?? (signup?.member === beingMade ? null : signup?.member) ?? null

/** The link to the page of whoever gets the letter, for the letters that may name it, and until when it opens the page. */
const personalValues = (payload: Payload, wanted: Wanted, signup: StoredSignup | undefined): EmailValues => {
  const { kind, language, to } = wanted
  const { must, may } = emailValues[kind]
  if (![...must, ...may].includes('personalLink')) return {}
  const expires = personalLinkEnds()
  const validUntil = sayMoment(expires, language)
  if (!to) return { personalLink: `${addressOfFront(payload)}${personalPaths[language]}`, validUntil }
  const member = memberOf(wanted, signup)
  const id = member ?? signup?.id
  if (!id) return {}
  const page = { kind: member ? 'member' : 'signup', id, email: to, language } as const
  return { personalLink: personalLink(payload, page, expires), validUntil }
}

const wordsSchema = z.string()

/** Values that a letter was put in line with; only words can be named in a text. */
const wordsIn = (values: Record<string, unknown>): EmailValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const word = wordsSchema.safeParse(value)
      return word.success ? [[name, word.data]] : []
    }),
  )

const memberSchema = z.object({
  organisationName: z.string(),
  memberNumber: z.union([z.string(), z.number()]).nullish(),
  plan: z.unknown().optional(),
})
const planSchema = z.object({ name: z.string().nullish() })

/** What a member is told of the membership; nothing yet while a decision can still be undone. */
const memberValues = async (
  payload: Payload,
  id: string | null,
  language: StoredEmail['language'],
): Promise<EmailValues> => {
  const row: unknown = id ? await payload.db.findOne({ collection: 'members', where: { id: { equals: id } } }) : null
  const { data: member } = memberSchema.safeParse(row)
  if (!member) return {}
  const plan = await planNamed(payload, member.plan, language)
  return {
    organisation: member.organisationName,
    ...(member.memberNumber ? { memberNumber: String(member.memberNumber) } : {}),
    ...(plan ? { plan } : {}),
  }
}

const referenceSchema = z.union([z.string(), z.number()])

const planNamed = async (payload: Payload, plan: unknown, locale: StoredEmail['language']): Promise<string | null> => {
  const id = referenceSchema.safeParse(plan)
  if (!id.success) return null
  const found: unknown = await payload.findByID({
    collection: 'plans',
    id: id.data,
    locale,
    depth: 0,
    disableErrors: true,
  })
  return planSchema.safeParse(found).data?.name ?? null
}
