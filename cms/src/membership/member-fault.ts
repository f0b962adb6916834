import type { Payload, PayloadRequest } from 'payload'
import { idSchema } from 'shared/content/id'
import { isAdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import { sayTo } from '../content/refusals.ts'
import type { DeskCounts } from './desk-answers.ts'
import { codeOf } from './error-code.ts'
import { pokeMailWorkers } from './mail-workers.ts'

const minute = 60_000
const firstPause = 15_000
const longestPause = 60 * minute
const triesUntold = 4
const pauseOfRefused = 24 * 60 * minute // what the register refuses it will refuse again, until somebody corrects it

/** Why the member of an approved signup could not be made, as the signup's row keeps it. */
export const memberFaultSchema = z.object({
  code: z.string(),
  fields: z.array(z.string()), // that the register refused, by their names
  tries: z.number(),
})
export type MemberFault = z.infer<typeof memberFaultSchema>

const refusalSchema = z.object({
  name: z.literal('ValidationError'),
  data: z.object({ errors: z.array(z.object({ path: z.string() })) }),
})

/** What an error says that may be kept and shown: which fields, and never what stands in them. */
export const faultOf = (error: unknown, before: MemberFault | null): MemberFault => {
  const refusal = refusalSchema.safeParse(error)
  return {
    code: codeOf(error),
    fields: refusal.data?.data.errors.map(({ path }) => path) ?? [],
    tries: (before?.tries ?? 0) + 1,
  }
}

/** When it is worth trying again: soon where something was away, the next day where the register says no. */
export const tryAgainAt = ({ fields, tries }: MemberFault, now: Date): Date =>
  new Date(now.getTime() + (fields.length > 0 ? pauseOfRefused : Math.min(firstPause * 2 ** (tries - 1), longestPause)))

/** What was away for a moment is no news: officers are told of what the register refuses, and of what goes on. */
export const isTold = ({ fields, tries }: MemberFault): boolean => fields.length > 0 || tries >= triesUntold

/** The reason in words. A row of contact persons is named by the list that it stands in. */
export const sayFault = (req: PayloadRequest, { code, fields }: MemberFault): string => {
  if (fields.length === 0) return sayTo(req, 'desk.fault.error', { code })
  const labels = fields.map((path) => {
    const key = `members.${path.replace(/\.\d+(?=\.|$)/g, '')}`
    return isAdminTextKey(key) ? sayTo(req, key) : path
  })
  return sayTo(req, 'desk.fault.refused', { fields: [...new Set(labels)].join(', ') })
}

const mostTold = 50
const waitingSchema = z.array(
  z.object({ id: idSchema, organisationName: z.string(), memberFault: memberFaultSchema.nullish().catch(null) }),
)

/** The approved whose member could not be made. Those that wait to be made are few, so all of them are looked at. */
export const readFaulted = async (payload: Payload): Promise<DeskCounts['faulted']> => {
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: { memberDueAt: { greater_than: new Date(0).toISOString() } },
    select: { organisationName: true, memberFault: true },
    sort: 'memberDueAt', // Payload's own order would have SQLite read every signup
    limit: 500,
    pagination: false,
  })
  return waitingSchema
    .parse(docs)
    .filter(({ memberFault }) => memberFault && isTold(memberFault))
    .slice(0, mostTold)
    .map(({ id, organisationName }) => ({ id, name: organisationName }))
}

/** Lets the member be tried again at once; false when nothing is left to try. */
export const tryMemberAgain = async (payload: Payload, id: string): Promise<boolean> => {
  const changed: unknown = await payload.db.updateOne({
    collection: 'signups',
    where: {
      and: [
        { id: { equals: id } },
        { status: { equals: 'approved' } },
        { memberDueAt: { greater_than: new Date().toISOString() } },
        { effectiveAt: { less_than_equal: new Date().toISOString() } },
      ],
    },
    data: { memberDueAt: new Date().toISOString() },
    options: { atomic: true },
  })
  if (changed) pokeMailWorkers()
  return Boolean(changed)
}
