import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { idSchema } from 'shared/content/id'
import { languages } from 'shared/languages'
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
