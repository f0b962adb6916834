import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import { readEmailAddress } from 'shared/membership/internet-address'
import { z } from 'zod'
import { codeOf } from './error-code.ts'
import { tagOfAddress } from './personal-link.ts'
import { isSame } from './personal-page.ts'
import {
  addressesIn,
  findSignupRow,
  personalMemberSchema,
  type PersonalSignup,
  personalSignupSchema,
} from './personal-record.ts'
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
      const { id, contacts } = personalMemberSchema.parse(document)
      const to = contacts.find((contact) => contact.email && isSame(contact.email, email))?.email
      if (!to) continue
      const messageKey = `member-${id}.personal-page-${tag}-${hourOf(now)}`
      await queueEmail(payload, { kind: 'personal-page', memberId: id, to, language, messageKey })
    }
    for (const signup of [...(await sentBy(payload, email)), ...(await naming(payload, email))]) {
      const { id, reference, status, member } = signup
      if (member || status === 'suspected') continue // of a member the page is the member's
      const to = addressesIn(signup).find((address) => isSame(address, email))
      if (!to) continue
      const messageKey = `${reference}.personal-page-${tag}-${hourOf(now)}`
      await queueEmail(payload, { kind: 'personal-page', signupId: id, to, language, messageKey })
    }
  } catch (error) {
    payload.logger.error(`A personal link that was asked for could not be sent (${codeOf(error)}).`)
  }
}

/** An address as it may have been written: a telephone begins a word with a capital. */
const waysToWrite = (email: string): string[] => {
  const small = email.toLowerCase()
  return [...new Set([email, small, small.charAt(0).toUpperCase() + small.slice(1)])]
}

const sentBy = async (payload: Payload, email: string): Promise<PersonalSignup[]> => {
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: { contactEmail: { in: waysToWrite(email) } },
    sort: '-createdAt',
    limit,
    pagination: false,
  })
  return docs.map((row: unknown) => personalSignupSchema.parse(row))
}

const toldSchema = z.object({ signup: z.string().nullish() })

/**
 * Where somebody else named the address as a further contact person, who has been told so. The answers of all signups
 * cannot be searched while people wait, so the letter that told them is.
 */
const naming = async (payload: Payload, email: string): Promise<PersonalSignup[]> => {
  const told = await payload.db.find({
    collection: 'emails',
    where: { and: [{ to: { in: waysToWrite(email) } }, { kind: { equals: 'informed' } }] },
    sort: '-createdAt',
    limit,
    pagination: false,
  })
  const rows = await Promise.all(
    told.docs.map(async (row) => {
      const { signup } = toldSchema.parse(row)
      return signup ? findSignupRow(payload, signup) : null
    }),
  )
  return rows.flatMap((row) => (row ? [personalSignupSchema.parse(row)] : []))
}
