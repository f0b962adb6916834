import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import { readEmailAddress } from 'shared/membership/internet-address'
import { codeOf } from './error-code.ts'
import { tagOfAddress } from './personal-link.ts'
import { isSame } from './personal-page.ts'
import { personalMemberSchema, personalSignupSchema } from './personal-record.ts'
import { queueEmail } from './queue-email.ts'

const hour = 3_600_000
const limit = 10 // pages of one address
const mostAlike = 100 // addresses of which one is a part of the other
/** A person who asks five times within the hour gets one letter a page. */
const hourOf = (now: Date): number => Math.floor(now.getTime() / hour)

/**
 * Sends a link to each personal page that an address has, to that very address. Whoever asks learns nothing: neither from
 * the answer, nor from how long it takes.
 */
export const askForPersonalLink = async (
  payload: Payload,
  written: string,
  language: Language,
  now = new Date(),
): Promise<void> => {
  const email = readEmailAddress(written.trim())
  if (email === null) return
  try {
    const tag = tagOfAddress(payload, email).slice(0, 10)
    const members = await payload.find({
      collection: 'members',
      where: { 'contacts.email': { like: email } }, // staff may have written it with capitals
      depth: 0,
      limit: mostAlike,
    })
    for (const document of members.docs) {
      const { id, contacts, status } = personalMemberSchema.parse(document)
      const to = contacts.find((contact) => contact.email && isSame(contact.email, email))?.email
      if (!to || status === 'left') continue
      const messageKey = `member-${id}.personal-page-${tag}-${hourOf(now)}`
      await queueEmail(payload, { kind: 'personal-page', memberId: id, to, language, messageKey })
    }
    const signups = await payload.db.find({
      collection: 'signups',
      where: { contactEmail: { in: [email, email.toLowerCase()] } },
      sort: '-createdAt',
      limit,
      pagination: false,
    })
    for (const row of signups.docs) {
      const { id, reference, status, member, contactEmail: to } = personalSignupSchema.parse(row)
      if (member || status === 'suspected') continue // of a member the page is the member's
      const messageKey = `${reference}.personal-page-${tag}-${hourOf(now)}`
      await queueEmail(payload, { kind: 'personal-page', signupId: id, to, language, messageKey })
    }
  } catch (error) {
    payload.logger.error(`A personal link that was asked for could not be sent (${codeOf(error)}).`)
  }
}
