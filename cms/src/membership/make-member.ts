import { setImmediate } from 'node:timers/promises'
import type { Payload, RequiredDataFromCollectionSlug, Where } from 'payload'
import { idSchema } from 'shared/content/id'
import { dayInSweden } from 'shared/membership/calendar-date'
import { formatOrganisationNumber, numberOf } from 'shared/membership/organisation-number'
import { type SignupAnswers, storedAnswersSchema } from 'shared/membership/signup'
import { z } from 'zod'
import { saveInLine } from '../write-queue.ts'
import { logoBytes } from './draw-logo.ts'
import { codeOf } from './error-code.ts'
import { readFrozenFee } from './frozen-fee.ts'
import { faultOf, type MemberFault, memberFaultSchema, tryAgainAt } from './member-fault.ts'
import { nextMemberNumber } from './keep-member.ts'
import type { SaveNote } from './member-history.ts'
import { membersOfNumber } from './number-question.ts'
import { type MemberContact, type MemberRow, memberRowSchema } from './member-row.ts'

/** Stands in `signups.member` from when the making begins until the member's id is there. */
export const beingMade = 'being-made'
const mostTries = 5
const mostAtOnce = 50

const approvedSchema = z.object({
  id: idSchema,
  reference: z.string(),
  answers: storedAnswersSchema,
  price: z.unknown().optional(),
  decidedAt: z.coerce.date().nullish(),
  logo: z.string().nullish(),
  member: z.string().nullish(),
})
type Approved = z.infer<typeof approvedSchema>

const rawIdSchema = z.object({ id: z.union([z.string(), z.number()]) })
type RawId = z.infer<typeof rawIdSchema>['id']

/**
 * Makes the members of all approvals that can no longer be undone. May be called at any time, by several processes at once,
 * and again after it was killed. Never call it within a request that writes: it stands in line itself.
 * @returns how many it made
 */
export const takeEffect = async (payload: Payload, now = new Date()): Promise<number> => {
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: { memberDueAt: { less_than_equal: now.toISOString() } }, // which only the approved have
    sort: 'memberDueAt',
    limit: mostAtOnce,
    pagination: false,
    select: { memberFault: true },
  })
  let made = 0
  for (const { id, memberFault } of waitingSchema.parse(docs)) {
    try {
      await saveInLine('members', '', () => makeMember(payload, String(id)))
      made += 1
    } catch (error) {
      // One that cannot be made does not hold up the others; it waits, and officers are shown why.
      payload.logger.error(`The member of the signup ${String(id)} could not be made (${codeOf(error)}).`)
      await noteFault(payload, id, faultOf(error, memberFault ?? null), now)
    }
    await setImmediate() // SQLite answers without letting go of the process
  }
  return made
}

const waitingSchema = z.array(rawIdSchema.extend({ memberFault: memberFaultSchema.nullish().catch(null) }))

const noteFault = async (payload: Payload, id: RawId, memberFault: MemberFault, now: Date): Promise<void> => {
  await payload.db.updateOne({
    collection: 'signups',
    where: { and: [{ id: { equals: id } }, { status: { equals: 'approved' } }, notMade] },
    data: { memberFault, memberDueAt: tryAgainAt(memberFault, now).toISOString() },
    options: { atomic: true },
  })
}

const notYetMade: Where = { or: [{ member: { exists: false } }, { member: { equals: '' } }] }
const notMade: Where = { or: [notYetMade, { member: { equals: beingMade } }] }

/**
 * Makes the member of an approved signup, or brings the one up to date that has its organisation number, exactly once:
 * however often this is tried and wherever it is cut off, one member bears the signup, and its history tells of it once.
 * @returns the member's id
 * @throws when the signup is not approved
 */
export const makeMember = async (payload: Payload, signupId: string): Promise<string> => {
  const row: unknown = await payload.db.findOne({ collection: 'signups', where: { id: { equals: signupId } } })
  const status = z.object({ status: z.string() }).safeParse(row).data?.status
  if (status !== 'approved') throw new RangeError(`The signup ${signupId} is ${status ?? 'gone'}, not approved.`)
  const signup = approvedSchema.parse(row)
  if (signup.member && signup.member !== beingMade) return signup.member
  const { id: rawSignup } = rawIdSchema.parse(row)

  // From here on the approval cannot be taken back.
  const isClaimed = await claim(payload, signupId, signup)
  if (!isClaimed) return makeMember(payload, signupId) // somebody was first

  const logo = await keepLogo(payload, signup)
  const member = (await findMemberOf(payload, rawSignup)) ?? (await writeMember(payload, signup, rawSignup, logo))
  await payload.db.updateOne({
    collection: 'signups',
    where: { and: [{ id: { equals: signupId } }, { member: { equals: beingMade } }] },
    // The member has the logo now.
    data: { member: String(member), memberDueAt: null, memberFault: null, ...(logo === null ? {} : { logo: null }) },
    options: { atomic: true },
  })
  return String(member)
}

const claim = async (payload: Payload, signupId: string, { member }: Approved): Promise<boolean> => {
  if (member === beingMade) return true // left behind, or somebody is at it: what follows can be done twice
  const claimed: unknown = await payload.db.updateOne({
    collection: 'signups',
    where: { and: [{ id: { equals: signupId } }, { status: { equals: 'approved' } }, notYetMade] },
    data: { member: beingMade },
    options: { atomic: true },
  })
  return claimed !== null
}

/** The member that bears this signup already, when its history tells so, too: else the making was cut off. */
const findMemberOf = async (payload: Payload, signup: RawId): Promise<RawId | null> => {
  const row: unknown = await payload.db.findOne({ collection: 'members', where: { signup: { equals: signup } } })
  if (!row) return null
  const { id } = rawIdSchema.parse(row)
  const noted = await payload.db.findOne({ collection: 'member-history', where: { key: { equals: keyOf(signup) } } })
  return noted ? id : null
}

const keyOf = (signup: RawId): string => `signup:${String(signup)}`

/** The member that a signup is about, if the register has it: the one that bears it, or that has its number. */
const findKnown = async (
  payload: Payload,
  answers: SignupAnswers,
  signup: RawId,
): Promise<(MemberRow & { rawId: RawId }) | null> => {
  const { docs } = await payload.db.find({
    collection: 'members',
    where: { or: [{ signup: { equals: signup } }, ...(await membersOfNumber(payload, numberOf(answers)))] },
    limit: 10,
    pagination: false,
  })
  const members = docs.map((row: unknown) => ({ ...memberRowSchema.parse(row), rawId: rawIdSchema.parse(row).id }))
  return (
    members.find((member) => member.signup === String(signup)) ??
    members.find(({ status }) => status !== 'left') ??
    members[0] ??
    null
  )
}

const writeMember = async (
  payload: Payload,
  signup: Approved,
  rawSignup: RawId,
  logo: RawId | null,
): Promise<RawId> => {
  const { answers, reference } = signup
  const joinedOn = dayInSweden(signup.decidedAt ?? new Date())
  const context: SaveNote = { memberBy: '', memberSource: reference, memberKey: keyOf(rawSignup) }
  const plan = answers.plan ? await findPlan(payload, answers.plan) : null
  for (let attempt = 1; ; attempt += 1) {
    // The number is asked for first: a member that another process makes of this company meanwhile is seen, or has this number.
    const memberNumber = await nextMemberNumber({ payload })
    const known = await findKnown(payload, answers, rawSignup)
    const written = {
      ...dataOf(signup),
      signup: rawSignup,
      ...(plan === null ? {} : { plan }),
      ...(logo === null ? {} : { logo }),
    }
    try {
      if (known) {
        const hadLeft = known.status === 'left' && known.signup !== String(rawSignup)
        const data = {
          ...written,
          contacts: joinContacts(known.contacts, contactsOf(answers)),
          ...(hadLeft ? { joinedOn } : {}),
          noticeOn: null, // who signs up again stays
          leavingOn: null,
        }
        await payload.update({
          collection: 'members',
          id: known.rawId,
          data: asData(data),
          depth: 0,
          context: { ...context },
        })
        return known.rawId
      }
      const data = { ...written, contacts: contactsOf(answers), joinedOn, memberNumber }
      const made = await payload.create({
        collection: 'members',
        data: asData(data),
        depth: 0,
        context: { ...context },
      })
      return made.id
    } catch (error) {
      // Another process made this very member, or took the number, in the meantime.
      const isTaken = error instanceof Error && error.name === 'ValidationError'
      if (!isTaken || attempt >= mostTries) throw error
    }
  }
}

// What is stored was valid when it was signed; Payload checks it again. Its types want more than a signup may hold.
const asData = (data: object) => data as RequiredDataFromCollectionSlug<'members'>

const findPlan = async (payload: Payload, slug: string): Promise<RawId | null> => {
  const row: unknown = await payload.db.findOne({ collection: 'plans', where: { slug: { equals: slug } } })
  return row ? rawIdSchema.parse(row).id : null
}

/**
 * Puts the logo that came with a signup among the pictures, once: its file is named after the signup. One that cannot be
 * kept does not keep a company from becoming a member; an officer can add it.
 */
const keepLogo = async (payload: Payload, { reference, logo }: Approved): Promise<RawId | null> => {
  const data = logoBytes(logo)
  if (!data) return null
  const name = `logo-${reference.toLowerCase()}.webp`
  const known: unknown = await payload.db.findOne({ collection: 'media', where: { filename: { equals: name } } })
  if (known) return rawIdSchema.parse(known).id
  try {
    const { id } = await payload.create({
      collection: 'media',
      data: { decorative: true }, // wherever it is shown, the member's name stands beside it
      file: { data, name, mimetype: 'image/webp', size: data.length },
      depth: 0,
    })
    return id
  } catch (error) {
    payload.logger.error(`The logo of the signup ${reference} could not be kept (${codeOf(error)}).`)
    return null
  }
}

/** What a signup says, as the register keeps it; what was not asked leaves what the register knows alone. */
const dataOf = ({ answers, price }: Approved) => {
  const fee = readFrozenFee(price)
  const { organisationNumber } = answers
  return {
    organisationName: answers.organisationName,
    ...(organisationNumber ? { organisationNumber: formatOrganisationNumber(organisationNumber) } : {}),
    ...withoutEmpty({
      foreignNumber: answers.foreignNumber,
      country: answers.country ?? (organisationNumber ? 'SE' : undefined),
      website: answers.website,
      streetAddress: answers.streetAddress,
      postalCode: answers.postalCode,
      city: answers.city,
      postalStreetAddress: answers.postalStreetAddress,
      postalPostalCode: answers.postalPostalCode,
      postalCity: answers.postalCity,
      invoiceEmail: answers.invoiceEmail,
      invoiceReference: answers.invoiceReference,
      invoiceStreetAddress: answers.invoiceStreetAddress,
      invoicePostalCode: answers.invoicePostalCode,
      invoiceCity: answers.invoiceCity,
      vatNumber: answers.vatNumber,
      peppolId: answers.peppolId,
      employees: answers.employees,
      turnover: answers.turnover,
      area: answers.area,
    }),
    ...(fee ? { fee, feeTotal: fee.gross } : {}),
    ...('listing' in answers.consents ? { listed: answers.consents['listing'] === true } : {}),
  }
}

const withoutEmpty = (values: Record<string, string | number | undefined>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const contactsOf = ({ contactName, contactRole, contactEmail, contactPhone, contacts }: SignupAnswers) =>
  [{ contactName, contactRole, contactEmail, contactPhone }, ...(contacts ?? [])].map(
    (person, place): MemberContact => ({
      name: person.contactName,
      roles: person.contactRole ?? null,
      email: person.contactEmail,
      phone: person.contactPhone ?? null,
      isMain: place === 0,
    }),
  )

/** Those who are named now, and those whom the register knew besides. A person is who has the e-mail address. */
const joinContacts = (known: MemberContact[], named: MemberContact[]): MemberContact[] => {
  const addresses = new Set(named.map(({ email }) => email?.toLowerCase()))
  return [
    ...named,
    ...known
      .filter(({ email }) => !email || !addresses.has(email.toLowerCase()))
      .map((person) => ({ ...person, isMain: false })),
  ]
}
