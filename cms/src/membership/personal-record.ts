import type { Payload } from 'payload'
import { idSchema, optionalTextSchema } from 'shared/content/id'
import { languages } from 'shared/languages'
import { askedSchema } from 'shared/membership/asked'
import { signupStatuses } from 'shared/membership/signup-status'
import { storedAnswersSchema } from 'shared/membership/signup'
import { z } from 'zod'
import { type ReadLink, readPersonalToken, tagOfAddress } from './personal-link.ts'
import { relationSchema } from './row-values.ts'
import { moveSchema } from './stored-signup.ts'

const optionalMomentSchema = z.coerce
  .date()
  .nullish()
  .catch(null)
  .transform((moment) => moment ?? null)

/** A signup as its personal page and the rights of a person need it. */
export const personalSignupSchema = z.object({
  id: idSchema,
  reference: z.string(),
  language: z.enum(languages),
  status: z.enum(signupStatuses),
  statusChangedAt: optionalMomentSchema,
  createdAt: z.coerce.date(),
  organisationName: z.string(),
  organisationNumber: optionalTextSchema,
  contactName: z.string(),
  contactEmail: z.string(),
  answers: storedAnswersSchema,
  asked: askedSchema.nullish().catch(null),
  price: z.unknown().optional(),
  moves: z
    .number()
    .nullish()
    .transform((moves) => moves ?? 0),
  history: z
    .array(moveSchema)
    .nullish()
    .transform((history) => history ?? []),
  member: optionalTextSchema,
  memberDueAt: optionalMomentSchema,
})
export type PersonalSignup = z.infer<typeof personalSignupSchema>

const contactSchema = z.looseObject({
  id: z.string().nullish(),
  name: optionalTextSchema,
  roles: optionalTextSchema,
  email: optionalTextSchema,
  phone: optionalTextSchema,
  isMain: z
    .boolean()
    .nullish()
    .transform((is) => is ?? false),
})
export type PersonalContact = z.infer<typeof contactSchema>

/** A member as its personal page and the rights of a person need it. */
export const personalMemberSchema = z.object({
  id: idSchema,
  memberNumber: z.number().nullish(),
  status: z.enum(['active', 'leaving', 'left']).catch('active'),
  organisationName: z.string(),
  organisationNumber: optionalTextSchema,
  country: optionalTextSchema,
  website: optionalTextSchema,
  streetAddress: optionalTextSchema,
  postalCode: optionalTextSchema,
  city: optionalTextSchema,
  invoiceEmail: optionalTextSchema,
  invoiceReference: optionalTextSchema,
  fee: z.unknown().optional(),
  listed: z
    .boolean()
    .nullish()
    .transform((listed) => listed ?? false),
  joinedOn: optionalMomentSchema,
  leftOn: optionalMomentSchema,
  signup: relationSchema,
  logo: relationSchema,
  contacts: z
    .array(contactSchema)
    .nullish()
    .transform((contacts) => contacts ?? []),
})
export type PersonalMember = z.infer<typeof personalMemberSchema>

/** Whose page it is: the row, the address that opened it, and the signup's row where a member has one. */
export type PersonalRecord =
  | { kind: 'signup'; email: string; signup: PersonalSignup; row: unknown }
  | { kind: 'member'; email: string; member: PersonalMember; contact: PersonalContact; row: unknown }

/** The row of a signup, or null. An id that is none of this database's is nobody's. */
export const findSignupRow = async (payload: Payload, id: string): Promise<unknown> =>
  isIdHere(payload, id)
    ? ((await payload.db.findOne({ collection: 'signups', where: { id: { equals: id } } })) as unknown)
    : null

export const isIdHere = (payload: Payload, id: string): boolean =>
  (payload.db.defaultIDType === 'number' ? /^[1-9]\d{0,14}$/ : /^[0-9a-f]{24}$/i).test(id)

const findMember = async (payload: Payload, id: string): Promise<PersonalMember | null> => {
  if (!isIdHere(payload, id)) return null
  const document: unknown = await payload.findByID({ collection: 'members', id, depth: 0, disableErrors: true })
  return document ? personalMemberSchema.parse(document) : null
}

/** Opens a link: finds what it is about, and that its address still belongs to it. A signup that became a member is its member. */
export const openPersonalLink = async (
  payload: Payload,
  token: string,
  now = new Date(),
): Promise<{ record: PersonalRecord } | { refusal: 'forged' | 'expired' | 'gone' }> => {
  const read = readPersonalToken(payload, token, now)
  if ('refusal' in read) return read
  const record =
    read.link.kind === 'signup' ? await openSignup(payload, read.link) : await openMember(payload, read.link)
  return record ? { record } : { refusal: 'gone' }
}

/** The addresses of the persons that a signup names, its applicant's first. */
export const addressesIn = ({ contactEmail, answers }: PersonalSignup): string[] => [
  contactEmail,
  ...(answers.contacts ?? []).map((contact) => contact.contactEmail),
]

const openSignup = async (payload: Payload, link: ReadLink): Promise<PersonalRecord | null> => {
  const row = await findSignupRow(payload, link.id)
  const signup = row ? personalSignupSchema.parse(row) : null
  if (!signup) return null
  if (signup.member) {
    const member = await openMember(payload, { ...link, id: signup.member })
    if (member) return member
  }
  const email = addressesIn(signup).find((address) => address && tagOfAddress(payload, address) === link.addressTag)
  return email ? { kind: 'signup', email, signup, row } : null
}

const openMember = async (payload: Payload, { id, addressTag }: ReadLink): Promise<PersonalRecord | null> => {
  const member = await findMember(payload, id)
  const contact = member?.contacts.find(({ email }) => email && tagOfAddress(payload, email) === addressTag)
  if (!member || !contact?.email) return null
  const row = member.signup ? await findSignupRow(payload, member.signup) : null
  return { kind: 'member', email: contact.email, member, contact, row }
}
