import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, CollectionConfig, Payload } from 'payload'
import { dayInSweden } from 'shared/membership/calendar-date'
import { adminText } from 'shared/translations/admin'
import { z } from 'zod'
import { membershipOfficers, nobody } from '../access.ts'
import { type MemberSnapshot, memberSnapshotSchema } from './member-row.ts'

/**
 * How the register came to say what it says: a row for each change of a member, with the day it holds from and all that was
 * known then. Rows are only added; they go with their member.
 */
export const MemberHistory: CollectionConfig = {
  slug: 'member-history',
  labels: { singular: adminText('memberHistory.singular'), plural: adminText('memberHistory.plural') },
  admin: { hidden: true },
  access: {
    create: nobody,
    read: membershipOfficers,
    update: nobody,
    delete: nobody,
    unlock: nobody,
    readVersions: nobody,
  },
  defaultSort: '-on',
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['member', 'on'] }],
  fields: [
    { name: 'member', type: 'relationship', relationTo: 'members', index: true },
    { name: 'on', type: 'text', index: true }, // a day in Sweden, 2026-11-22
    { name: 'at', type: 'date' }, // when it was noted
    { name: 'by', type: 'text' }, // who, by name; empty: the register's own clock
    { name: 'reason', type: 'select', options: ['joined', 'changed', 'leaving', 'stayed', 'left', 'rejoined'] },
    { name: 'source', type: 'text' }, // the reference of a signup, or the name of an imported file
    { name: 'key', type: 'text', unique: true }, // so that the same is noted once, however often it is tried
    { name: 'changes', type: 'json' },
    { name: 'snapshot', type: 'json' },
  ],
}

/** One field that changed; contact persons count as one field. */
export interface MemberChange {
  field: keyof MemberSnapshot
  from: unknown
  to: unknown
}

/** What a save says of itself in its context, when no person does it in the admin. */
export interface SaveNote {
  memberBy?: string
  memberSource?: string
  memberKey?: string
  memberChangesOn?: string | null
}

const noteSchema = z.object({
  memberBy: z.string().optional(),
  memberSource: z.string().optional(),
  memberKey: z.string().optional(),
  memberChangesOn: z.string().nullish(),
})

const fieldsOf = (snapshot: MemberSnapshot): (keyof MemberSnapshot)[] =>
  Object.keys(memberSnapshotSchema.shape).filter((name): name is keyof MemberSnapshot => name in snapshot)

const changesBetween = (before: MemberSnapshot, after: MemberSnapshot): MemberChange[] =>
  fieldsOf(after)
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }))

const reasonOf = (before: MemberSnapshot | null, { status }: MemberSnapshot) => {
  if (before === null) return 'joined'
  if (before.status === status) return 'changed'
  if (status === 'leaving') return before.status === 'left' ? 'rejoined' : 'leaving'
  if (status === 'left') return 'left'
  return before.status === 'left' ? 'rejoined' : 'stayed'
}

const latestSchema = z.array(z.object({ snapshot: memberSnapshotSchema }))

/** What the register last noted of a member; null when it has noted nothing. */
const latestSnapshot = async (payload: Payload, member: string | number): Promise<MemberSnapshot | null> => {
  const { docs } = await payload.db.find({
    collection: 'member-history',
    where: { member: { equals: member } },
    sort: '-at',
    limit: 1,
    pagination: false,
  })
  return latestSchema.parse(docs)[0]?.snapshot ?? null
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The day from which a change holds. */
const dayOf = (
  reason: ReturnType<typeof reasonOf>,
  { joinedOn, leftOn }: MemberSnapshot,
  changesOn: string | null | undefined,
): string => {
  const today = dayInSweden(new Date())
  if (reason === 'joined') return joinedOn ?? today
  if (reason === 'left' && leftOn) return dayAfter(leftOn)
  return changesOn ?? today
}

/** Hook: notes what changed since the register last noted something, which a save that was cut off may have left out. */
export const noteHistory: CollectionAfterChangeHook = async ({ doc, req, context }) => {
  const snapshot = memberSnapshotSchema.parse(doc)
  const before = await latestSnapshot(req.payload, doc.id)
  const changes = before ? changesBetween(before, snapshot) : []
  if (before && changes.length === 0) return doc
  const { memberBy, memberSource, memberKey, memberChangesOn } = noteSchema.parse(context)
  const reason = reasonOf(before, snapshot)
  try {
    await req.payload.db.create({
      collection: 'member-history',
      data: {
        member: doc.id,
        on: dayOf(reason, snapshot, memberChangesOn),
        at: new Date().toISOString(),
        by: memberBy ?? nameOf(req.user),
        reason,
        source: memberSource ?? null,
        key: memberKey ?? crypto.randomUUID(),
        changes,
        snapshot,
      },
      req,
      returning: false,
    })
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ValidationError')) throw error // else it is noted already
  }
  return doc
}

/** The name of a member of staff. */
export const nameOf = (user: unknown): string => {
  const named = z.object({ name: z.string().nullish(), email: z.string().nullish() }).safeParse(user)
  return named.success ? named.data.name || named.data.email || '' : ''
}

/** Hook: a member that is erased takes its history along; afterwards the rows would no longer say whose they are. */
export const forgetHistory: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'member-history', where: { member: { equals: id } }, req })
}
