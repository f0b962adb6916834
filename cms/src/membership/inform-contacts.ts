import { createHash } from 'node:crypto'
import type { CollectionAfterChangeHook, Payload } from 'payload'
import { idSchema } from 'shared/content/id'
import { defaultLanguage, type Language, languages } from 'shared/languages'
import { homeCountry } from 'shared/membership/country'
import { storedAnswersSchema } from 'shared/membership/signup'
import { signupStatuses } from 'shared/membership/signup-status'
import { z } from 'zod'
import { queueEmail } from './queue-email.ts'

const informedSignupSchema = z.object({
  id: idSchema,
  reference: z.string(),
  language: z.enum(languages),
  status: z.enum(signupStatuses),
  contactEmail: z.string(),
  enteredBy: z.string().nullish(),
  answers: z.unknown(),
})

/** Only a signup that a person stands behind makes us write to others: else anybody could have letters sent to strangers. */
const informingStatuses: readonly string[] = ['confirmed', 'reviewing', 'approved']

const shortHash = (text: string): string => createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 12)

/**
 * Tells the persons whom somebody else named that their details are kept, and where they came from (GDPR art. 14): the
 * further contact persons, and of a signup that staff entered the first one, too. Each is told once; may be repeated.
 */
export const informContacts = async (payload: Payload, row: unknown): Promise<void> => {
  const { id, reference, language, status, contactEmail, enteredBy, answers } = informedSignupSchema.parse(row)
  if (!informingStatuses.includes(status)) return
  const { contacts = [] } = storedAnswersSchema.parse(answers)
  const named = [...(enteredBy ? [contactEmail] : []), ...contacts.map((contact) => contact.contactEmail)]
  const others = new Map(named.map((email) => [email.toLowerCase(), email]))
  if (!enteredBy) others.delete(contactEmail.toLowerCase())
  for (const to of others.values()) {
    if (!to) continue
    const messageKey = `${reference}.informed-${shortHash(to)}`
    await queueEmail(payload, { kind: 'informed', signupId: id, to, language, messageKey })
  }
}

/** Time to put a slip of the pen right: an address that is taken off again before then is not written to. */
const informAfterMilliseconds = 15 * 60_000

const namedSchema = z
  .object({
    contacts: z.array(z.object({ email: z.string().nullish() })).nullish(),
  })
  .nullish()
  .transform((member) => (member?.contacts ?? []).flatMap(({ email }) => (email ? [email.toLowerCase()] : [])))

/** The addresses of contact persons that are among those of `after` and not of `before`. */
export const addedAddresses = (before: unknown, after: unknown): string[] => {
  const known = new Set(namedSchema.parse(before))
  return [...new Set(namedSchema.parse(after))].filter((address) => !known.has(address))
}

/** Set in `context` by a save whose contact persons know already that their details are kept. */
export const whoKnows = { contactsKnow: true }

const savedSchema = z.object({
  id: idSchema,
  country: z.string().nullish(),
  signup: z
    .union([idSchema, z.looseObject({ id: idSchema }).transform(({ id }) => id)])
    .nullish()
    .catch(null),
})

const signupLanguageSchema = z.object({ language: z.enum(languages) })

/** The language that the organisation signed up in, else that of its country. */
const languageOf = async (payload: Payload, { signup, country }: z.infer<typeof savedSchema>): Promise<Language> => {
  const row: unknown = signup
    ? await payload.db.findOne({ collection: 'signups', where: { id: { equals: signup } } })
    : null
  const { data } = signupLanguageSchema.safeParse(row)
  return data?.language ?? (country && country !== homeCountry ? 'en' : defaultLanguage)
}

/**
 * Hook: tells the contact persons whom staff put into the register, by hand or with a list (GDPR art. 14). Whom a signup
 * named is told by that signup, and what goes by itself adds nobody.
 */
export const informAdded: CollectionAfterChangeHook = async ({ doc, previousDoc, req, context }) => {
  const isByStaff = req.user && context['memberBy'] === undefined
  if (!isByStaff || context['contactsKnow']) return doc
  const added = addedAddresses(previousDoc, doc)
  if (added.length === 0) return doc
  const saved = savedSchema.parse(doc)
  const language = await languageOf(req.payload, saved)
  for (const to of added) {
    await queueEmail(req.payload, {
      kind: 'informed',
      memberId: saved.id,
      to,
      language,
      messageKey: `member-${saved.id}.informed-${shortHash(to)}`,
      dueAt: new Date(Date.now() + informAfterMilliseconds),
    })
  }
  return doc
}
