import type { Payload, Where } from 'payload'
import { idSchema, optionalTextSchema } from 'shared/content/id'
import { numberOf } from 'shared/membership/organisation-number'
import type { SignupStatus } from 'shared/membership/signup-status'
import { z } from 'zod'
import { membersOfNumber } from './number-question.ts'

/** A member or another signup that is likely of the same organisation. */
export const relatedSchema = z.object({
  kind: z.enum(['member', 'signup']),
  id: z.string(),
  reference: z.string().optional(), // of a signup
  name: z.string(),
  why: z.enum(['number', 'email']),
})
export type Related = z.infer<typeof relatedSchema>

const mostOfEach = 10
const named = { organisationName: true, organisationNumber: true } as const
const numbered = { ...named, country: true, foreignNumber: true } as const

/** A signup that somebody still waits for an answer to, or that has just been approved. */
const openStatuses: SignupStatus[] = ['received', 'confirmed', 'reviewing', 'approved']

interface Organisation {
  id: string // of the signup
  organisationNumber?: string | null | undefined
  contactEmail: string
}

const namedSchema = z.object({
  id: idSchema,
  organisationName: z.string().nullish(),
  organisationNumber: z.string().nullish(),
})
const signupSchema = namedSchema.extend({ reference: z.string() })
const memberSchema = namedSchema.extend({
  organisationNumber: optionalTextSchema.transform((number) => number?.replace(/\D/g, '') ?? null),
  country: optionalTextSchema,
  foreignNumber: optionalTextSchema,
})

/**
 * The members and the open signups with the same number or the same e-mail address. Asked after a signup was stored and
 * answered, so that neither the answer nor the time it takes tells a stranger who is a member.
 */
export const findRelated = async (
  payload: Payload,
  { id, organisationNumber, contactEmail }: Organisation,
): Promise<Related[]> => {
  const number = organisationNumber || null
  const question = { limit: mostOfEach, pagination: false }
  // One question each: the index of the column gives the newest ones at once, however many there are.
  const openSignupsWith = async (same: Where): Promise<unknown[]> => {
    const where: Where = { and: [same, { id: { not_equals: id } }, { status: { in: openStatuses } }] }
    const select = { reference: true, ...named } as const
    const { docs } = await payload.db.find({ collection: 'signups', where, select, sort: '-id', ...question })
    return docs
  }
  const [members, ofNumber, ofEmail] = await Promise.all([
    payload.db.find({
      collection: 'members',
      where: { or: [...(await membersOfNumber(payload, number)), ...emailOfMember(payload, contactEmail)] },
      select: numbered,
      ...question,
    }),
    number ? openSignupsWith({ organisationNumber: { equals: number } }) : [],
    openSignupsWith({ contactEmail: { equals: contactEmail } }),
  ])
  const signups = z.array(signupSchema).parse([...ofNumber, ...ofEmail])
  const why = (found: string | null | undefined) => (found && found === number ? 'number' : 'email')
  return [
    ...z
      .array(memberSchema)
      .parse(members.docs)
      .map((member): Related => ({
        kind: 'member',
        id: member.id,
        name: member.organisationName ?? '',
        why: why(numberOf(member)),
      })),
    ...signups
      .filter((signup, place) => signups.findIndex((other) => other.id === signup.id) === place)
      .map((signup): Related => ({
        kind: 'signup',
        id: signup.id,
        reference: signup.reference,
        name: signup.organisationName ?? '',
        why: why(signup.organisationNumber),
      })),
  ]
}

/**
 * Finds what a new signup is connected with, and tells the newest of the signups that it found of this one: of two that
 * are sent at the same time the first could not have known of the second.
 */
export const relateSignup = async (payload: Payload, signup: Organisation & Named): Promise<Related[]> => {
  const related = await findRelated(payload, signup)
  const newest = related.find(({ kind }) => kind === 'signup')
  if (newest) await tell(payload, newest.id, { ...itself(signup), why: newest.why })
  return related
}

interface Named {
  reference: string
  organisationName: string
}

const itself = ({ id, reference, organisationName }: Organisation & Named) => ({
  kind: 'signup' as const,
  id,
  reference,
  name: organisationName,
})

const rowSchema = z.object({
  related: z
    .array(relatedSchema)
    .nullish()
    .transform((related) => related ?? []),
})

const tell = async (payload: Payload, id: string, found: Related): Promise<void> => {
  const where = { id: { equals: id } }
  const row: unknown = await payload.db.findOne({ collection: 'signups', where })
  const { related } = rowSchema.parse(row ?? {})
  if (related.some((known) => known.kind === 'signup' && known.id === found.id)) return
  const data = { related: [...related, found] }
  await payload.db.updateOne({ collection: 'signups', where, data, options: { atomic: true } })
}

/** A member's address is a column of its own, or those of its contact persons. */
const emailOfMember = (payload: Payload, email: string): Where[] => {
  const names = payload.collections.members.config.flattenedFields.map(({ name }) => name)
  return [
    ...(names.includes('contactEmail') ? [{ contactEmail: { equals: email } }] : []),
    ...(names.includes('contacts') ? [{ 'contacts.email': { equals: email } }] : []),
  ]
}
