import { createLocalReq, type Payload, type Where } from 'payload'
import { idSchema } from 'shared/content/id'
import type { SignupAnswers } from 'shared/membership/signup'
import { z } from 'zod'
import { mailFileOf } from '../mail-transport.ts'
import { askToForget } from '../publishing/erased-words.ts'
import { historyOf, rowsOf } from './export-person.ts'
import { deskTextOf } from './find-on-desk.ts'
import { membersIn, rowsIn } from './find-person.ts'
import { findMailFiles, findTraces, removeMailFile, scrubFreedSpace, type Trace } from './find-traces.ts'
import { noteErasure } from './erasure-list.ts'
import { beingMade } from './make-member.ts'
import { forgetLogo } from './forget-logo.ts'
import { isPersonal } from './member-columns.ts'
import { tagOfAddress } from './personal-link.ts'
import { isSame } from './personal-page.ts'
import {
  type PersonalMember,
  personalMemberSchema,
  type PersonalSignup,
  personalSignupSchema,
} from './personal-record.ts'

/** What was done, and what is left for a person to do. */
export interface Erasure {
  signups: number // erased whole
  signupsScrubbed: number // the organisation stays, as it is a member
  members: number // in which a contact person was taken out
  emails: number
  consents: number // whose address was replaced by what stands for it
  mailFiles: number
  versions: number // of documents of the site
  left: Trace[] // texts that only their editor can change, and what the law keeps
}

interface Wanted {
  /** What the person may be known by beside the address, such as a name: it is looked for, and what holds it is told. */
  words?: readonly string[]
  /** Who does it, as the list of releases names them. */
  by?: string
}

/**
 * Erases a person everywhere, told by their address. What must be kept of a member (its name, number and fees, for the
 * bookkeeping) stays without the person; what stands in texts that editors wrote is left to them, and told. The site is
 * asked to take the person out of the releases that it keeps. May be repeated.
 */
export const erasePerson = async (
  payload: Payload,
  email: string,
  { words = [], by = '' }: Wanted = {},
): Promise<Erasure> => {
  await noteErasure(payload, email)
  const known = [email, ...words]
  const inReleases = new Set(known)
  const inMails = new Set(known)
  const traces = await findTraces(payload, [email])
  const emails = await rowsIn(payload, traces, 'emails')
  const erasure: Erasure = {
    signups: 0,
    signupsScrubbed: 0,
    members: 0,
    emails: emails.length,
    consents: (await rowsOf(payload, 'consents', 'subject', email)).length,
    mailFiles: 0,
    versions: 0,
    left: [],
  }
  for (const document of await membersIn(payload, traces)) {
    const member = personalMemberSchema.parse(document)
    for (const word of soleTraderWords(member)) inReleases.add(word)
    await takeOutOfMember(payload, member, email)
    erasure.members++
  }
  for (const row of await rowsIn(payload, traces, 'signups')) {
    const signup = personalSignupSchema.parse(row)
    if (isSame(signup.contactEmail, email)) {
      for (const word of soleTraderWords(signup)) inReleases.add(word)
      if (signup.contactName.length >= leastName) inMails.add(signup.contactName)
    }
    if (!isSame(signup.contactEmail, email)) {
      await takeOutOfSignup(payload, signup, email)
      erasure.signupsScrubbed++
    } else if (signup.member) {
      await scrubSignup(payload, signup)
      erasure.signupsScrubbed++
    } else {
      await eraseSignup(payload, signup)
      erasure.signups++
    }
  }
  await forgetRelated(
    payload,
    [...inReleases].filter((word) => !known.includes(word)),
  )
  for (const row of emails) await eraseEmail(payload, row)
  await pseudonymiseConsents(payload, email)
  for (const file of await findMailFiles([...inMails])) {
    await removeMailFile(file)
    erasure.mailFiles++
  }
  erasure.versions = await eraseVersions(payload, traces)
  await forgetTitles(payload, known)
  await scrubFreedSpace(payload)
  erasure.left = await findTraces(payload, known)
  await askToForget(payload, by, [...inReleases])
  return erasure
}

/** Requests for releases name what changed, such as a contact person that an editor has taken away. */
const forgetTitles = async (payload: Payload, words: readonly string[]): Promise<void> => {
  for (const { collection, id } of await findTraces(payload, words)) {
    if (collection !== 'release-requests') continue
    await payload.db.updateOne({
      collection,
      where: { id: { equals: id } },
      data: { documentTitle: '', problems: null },
      options: { atomic: true },
    })
  }
}

const relatedRowSchema = z.object({
  id: idSchema,
  related: z.array(z.looseObject({ name: z.string() })).catch([]),
})

/** Signups name those that they may be the same as, and the name of a sole trader is a person's. */
const forgetRelated = async (payload: Payload, names: readonly string[]): Promise<void> => {
  for (const row of await rowsIn(payload, await findTraces(payload, names), 'signups')) {
    const { id, related } = relatedRowSchema.parse(row)
    if (!related.some(({ name }) => names.includes(name))) continue
    await payload.db.updateOne({
      collection: 'signups',
      where: { id: { equals: id } },
      data: { related: related.map((one) => (names.includes(one.name) ? { ...one, name: '' } : one)) },
      options: { atomic: true },
    })
  }
}

const leastName = 5 // letters; shorter ones stand in many words

/** A sole trader's organisation is the person: its name and its number are. */
const soleTraderWords = ({
  organisationName,
  organisationNumber,
}: Pick<PersonalMember, 'organisationName' | 'organisationNumber'>): string[] =>
  organisationNumber && isPersonal(organisationNumber)
    ? [organisationName, organisationNumber, organisationNumber.replace(/\D/g, '')]
    : []

/** Erases a signup with the e-mails about it. Of its consents the proof stays, without the address. */
export const eraseSignup = async (
  payload: Payload,
  { id, contactEmail }: Pick<PersonalSignup, 'id' | 'contactEmail'>,
): Promise<void> => {
  for (const row of await emailsAbout(payload, id)) await eraseEmail(payload, row)
  if (contactEmail) await pseudonymiseConsents(payload, contactEmail, id)
  await payload.db.deleteOne({ collection: 'signups', where: { id: { equals: id } } })
}

const emailsAbout = async (payload: Payload, signup: string): Promise<unknown[]> => {
  const where: Where = { signup: { equals: signup } }
  return (await payload.db.find({ collection: 'emails', where, limit: 0, pagination: false })).docs
}

const emailSchema = z.object({ id: idSchema, messageId: z.string() })

const eraseEmail = async (payload: Payload, row: unknown): Promise<void> => {
  const { id, messageId } = emailSchema.parse(row)
  await removeMailFile(mailFileOf(messageId))
  await payload.db.deleteOne({ collection: 'emails', where: { id: { equals: id } } })
}

/** Puts what stands for an address in its place: whoever shows the address can still be told that they agreed. */
const pseudonymiseConsents = async (payload: Payload, email: string, signup?: string): Promise<void> => {
  const rows = (await rowsOf(payload, 'consents', 'subject', email)).filter(
    (row) => signup === undefined || z.object({ signup: z.string().nullish() }).parse(row).signup === signup,
  )
  for (const row of rows) {
    await payload.db.updateOne({
      collection: 'consents',
      where: { id: { equals: z.object({ id: idSchema }).parse(row).id } },
      data: { subject: `erased:${tagOfAddress(payload, email)}` },
      options: { atomic: true },
    })
  }
}

/** What of the answers is the organisation's and no person's. */
const organisationFields = [
  'country',
  'organisationNumber',
  'foreignNumber',
  'organisationName',
  'website',
  'vatNumber',
  'employees',
  'turnover',
  'area',
  'plan',
  'streetAddress',
  'postalCode',
  'city',
  'postalStreetAddress',
  'postalPostalCode',
  'postalCity',
  'invoiceStreetAddress',
  'invoicePostalCode',
  'invoiceCity',
  'peppolId',
  'consents',
] as const satisfies readonly (keyof SignupAnswers)[]

/** The same of a sole trader: its name, number and address are a person's, and what of them is kept the member has. */
const soleTraderFields = ['plan', 'consents'] as const satisfies readonly (keyof SignupAnswers)[]

/** Takes the persons out of a signup whose organisation is a member: who wrote, what they wrote, and whom they named. */
export const scrubSignup = async (payload: Payload, signup: PersonalSignup): Promise<void> => {
  const answers = new Map<string, unknown>(Object.entries(signup.answers))
  const isPersons = soleTraderWords(signup).length > 0 && signup.member !== beingMade
  const kept = Object.fromEntries(
    (isPersons ? soleTraderFields : organisationFields).flatMap((name) =>
      answers.get(name) === undefined ? [] : [[name, answers.get(name)]],
    ),
  )
  if (signup.contactEmail) await pseudonymiseConsents(payload, signup.contactEmail, signup.id)
  for (const row of await emailsAbout(payload, signup.id))
    await removeMailFile(mailFileOf(emailSchema.parse(row).messageId))
  const nobody = {
    contactName: '',
    contactEmail: '',
    ...(isPersons ? { organisationName: signup.reference, organisationNumber: null } : {}),
  }
  const nobodyAnswered = {
    contactName: '',
    contactEmail: '',
    ...(isPersons ? { organisationName: signup.reference } : {}),
  }
  await payload.db.updateOne({
    collection: 'signups',
    where: { id: { equals: signup.id } },
    data: {
      ...nobody,
      ...deskTextOf({ ...signup, ...nobody }),
      notes: '',
      logo: null, // the member has it
      answers: { ...kept, ...nobodyAnswered },
    },
    options: { atomic: true },
  })
}

/** Takes one further person out of a signup, and their address wherever else it stands in its answers. */
const takeOutOfSignup = async (payload: Payload, signup: PersonalSignup, email: string): Promise<void> => {
  await payload.db.updateOne({
    collection: 'signups',
    where: { id: { equals: signup.id } },
    data: { answers: withoutPerson(signup.answers, email) },
    options: { atomic: true },
  })
}

/** Takes a person out of the signups that a member was made of: an earlier link would else show them there again. */
export const takeOutOfSignupsOf = async (payload: Payload, member: string, email: string): Promise<void> => {
  for (const signup of await signupsOfMember(payload, member)) {
    if (isSame(signup.contactEmail, email)) await scrubSignup(payload, signup)
    else await takeOutOfSignup(payload, signup, email)
  }
}

const recordSchema = z.record(z.string(), z.unknown())

const isPerson = (value: unknown, email: string): boolean => {
  const parsed = recordSchema.safeParse(value)
  const address = parsed.data?.['email'] ?? parsed.data?.['contactEmail']
  return typeof address === 'string' && isSame(address, email)
}

/** The same without persons of this address, and with nothing where the address itself stands. */
const withoutPerson = (value: unknown, email: string): unknown => {
  if (typeof value === 'string') return value.toLowerCase().includes(email.toLowerCase()) ? '' : value
  if (Array.isArray(value))
    return value.filter((item) => !isPerson(item, email)).map((item) => withoutPerson(item, email))
  const parsed = recordSchema.safeParse(value)
  if (!parsed.success) return value
  return Object.fromEntries(Object.entries(parsed.data).map(([name, inner]) => [name, withoutPerson(inner, email)]))
}

/** Takes a contact person out of a member and out of what its history remembers. */
const takeOutOfMember = async (payload: Payload, member: PersonalMember, email: string): Promise<void> => {
  const contacts = member.contacts.filter((contact) => !contact.email || !isSame(contact.email, email))
  const isInvoiced = member.invoiceEmail !== null && isSame(member.invoiceEmail, email)
  const isPersons = soleTraderWords(member).length > 0
  if (isPersons) await forgetLogo(payload, member)
  await saveScrubbed(payload, member.id, {
    contacts,
    ...(isInvoiced ? { invoiceEmail: null } : {}),
    ...(isPersons ? { listed: false, logo: null } : {}),
  })
  await forgetInHistory(payload, member, email)
}

/** Takes a person out of what the register remembers of a member. */
export const forgetInHistory = async (payload: Payload, member: PersonalMember, email: string): Promise<void> => {
  for (const row of await historyOf(payload, [member])) {
    await scrubHistory(payload, row, (kept) => withoutPerson(kept, email))
  }
}

/** Saves a member with nobody's name on it. */
const saveScrubbed = async (payload: Payload, id: string, data: Record<string, unknown>): Promise<void> => {
  const req = await createLocalReq({ context: { memberBy: '' } }, payload)
  await payload.update({ collection: 'members', id, data: { ...data, ...nobodyInLists(data) }, depth: 0, req })
}

/** Lists show the first contact person; without any, nobody. */
const nobodyInLists = ({ contacts }: Record<string, unknown>) =>
  Array.isArray(contacts) && contacts.length === 0 ? { contactName: null, contactEmail: null } : {}

const historyRowSchema = z.object({ id: idSchema, changes: z.unknown().optional(), snapshot: z.unknown().optional() })

const scrubHistory = async (payload: Payload, row: unknown, scrub: (kept: unknown) => unknown): Promise<void> => {
  const { id, changes, snapshot } = historyRowSchema.parse(row)
  await payload.db.updateOne({
    collection: 'member-history',
    where: { id: { equals: id } },
    data: { changes: scrub(changes), snapshot: scrub(snapshot) },
    options: { atomic: true },
  })
}

const personalOfMember = ['contacts', 'invoiceEmail', 'invoiceReference']

/** What the register remembers of a member without its persons. */
const withoutPersons = (kept: unknown): unknown => {
  if (Array.isArray(kept)) {
    return kept.filter((change) => !personalOfMember.includes(String(recordSchema.safeParse(change).data?.['field'])))
  }
  const parsed = recordSchema.safeParse(kept)
  if (!parsed.success) return kept
  return { ...parsed.data, contacts: [], invoiceEmail: null, invoiceReference: null }
}

/**
 * Takes all persons out of a member that left, when their time is over, and its logo, which is shown nowhere any more. Its
 * name, number and fees stay for the bookkeeping.
 */
export const scrubMember = async (payload: Payload, member: PersonalMember): Promise<void> => {
  await forgetLogo(payload, member)
  await saveScrubbed(payload, member.id, {
    contacts: [],
    invoiceEmail: null,
    invoiceReference: null,
    listed: false,
    logo: null,
  })
  for (const row of await historyOf(payload, [member])) await scrubHistory(payload, row, withoutPersons)
  for (const signup of await signupsOfMember(payload, member.id)) await scrubSignup(payload, signup)
}

/** Every signup that became this member: a company may have signed up again, or two of its people at once. */
export const signupsOfMember = async (payload: Payload, member: string): Promise<PersonalSignup[]> => {
  const where: Where = { and: [{ status: { equals: 'approved' } }, { member: { equals: member } }] } // it has an index
  const { docs } = await payload.db.find({ collection: 'signups', where, limit: 0, pagination: false })
  return docs.map((row: unknown) => personalSignupSchema.parse(row))
}

/** Versions of a page or a form that came before the ones in use, and hold the address. */
const eraseVersions = async (payload: Payload, traces: Trace[]): Promise<number> => {
  const versions = traces.filter(({ isVersion }) => isVersion)
  let erased = 0
  for (const { collection, id } of versions) {
    const slug = payload.config.collections.find((config) => config.slug === collection)?.slug
    if (!slug || slug === 'signup-forms') continue // what was asked in earlier forms belongs to those who answered
    const isNumber = payload.db.defaultIDType === 'number'
    const where: Where = { and: [{ id: { equals: isNumber ? Number(id) : id } }, { latest: { not_equals: true } }] }
    const { totalDocs } = await payload.db.findVersions({ collection: slug, where, limit: 1 })
    if (totalDocs === 0) continue
    await payload.db.deleteVersions({ collection: slug, where })
    erased++
  }
  return erased
}
