import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { dayInSweden } from 'shared/membership/calendar-date'
import { z } from 'zod'
import {
  type HistoryRow,
  historyRowSchema,
  type MemberRow,
  memberRowSchema,
  type MemberSnapshot,
  memberSnapshotSchema,
} from '../member-row.ts'

const rowsAtOnce = 500

/** Which members a list is of. */
export interface WantedRows {
  /** The day as of which the register is asked for; null: now. */
  on: string | null
  /** Also those who had left by then. */
  withLeft: boolean
}

const rawRowSchema = z.looseObject({ id: z.union([z.string(), z.number()]) })

/** The register, by member number, a few hundred rows at a time, so that it need never be in memory whole. */
export async function* registerRows(
  payload: Payload,
  { on, withLeft }: WantedRows,
  atOnce = rowsAtOnce,
): AsyncGenerator<MemberRow[]> {
  let last = 0
  for (;;) {
    const { docs } = await payload.db.find({
      collection: 'members',
      where: { memberNumber: { greater_than: last } },
      sort: 'memberNumber',
      limit: atOnce,
      pagination: false,
    })
    if (docs.length === 0) return
    const members = docs.map((row: unknown) => memberRowSchema.parse(row))
    last = members.at(-1)?.memberNumber ?? Number.MAX_SAFE_INTEGER
    const day = on ?? dayInSweden(new Date())
    const then = on === null ? members : await asOf(payload, docs, members, on)
    yield then.filter((member) => wasMember(member, day) || (withLeft && hadLeft(member, day)))
    if (docs.length < atOnce) return
    await setImmediate() // SQLite answers without letting go of the process, and somebody may be waiting to sign up
  }
}

const hasJoined = ({ joinedOn }: MemberSnapshot, day: string): boolean => joinedOn === null || joinedOn <= day
const hadLeft = (member: MemberSnapshot, day: string): boolean =>
  hasJoined(member, day) && member.leavingOn !== null && member.leavingOn < day
const wasMember = (member: MemberSnapshot, day: string): boolean => hasJoined(member, day) && !hadLeft(member, day)

/** Members as they were on a day, by what the register knows now. */
const asOf = async (payload: Payload, docs: unknown[], members: MemberRow[], day: string): Promise<MemberRow[]> => {
  const ids = docs.map((row) => rawRowSchema.parse(row).id)
  const { docs: noted } = await payload.db.find({
    collection: 'member-history',
    where: { member: { in: ids } },
    sort: ['on', 'at'],
    limit: 0,
    pagination: false,
  })
  const history = Map.groupBy(
    noted.map((row: unknown) => historyRowSchema.parse(row)),
    ({ member }) => member,
  )
  return members.map((member) => ({ ...member, ...snapshotOn(history.get(member.id) ?? [], member, day) }))
}

/**
 * What was noted first, and each change that held on the day: in the order in which they held, as one may be noted after
 * another that holds from a later day. The day of joining may have been put right later.
 * @param history by the day from which each change holds
 */
export const snapshotOn = (history: readonly HistoryRow[], member: MemberSnapshot, day: string): MemberSnapshot => {
  const [first, ...later] = history.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  if (!first) return member
  const held = history.filter((row) => later.includes(row) && row.on <= day)
  if (held.length === 0) return { ...first.snapshot, joinedOn: member.joinedOn }
  const changes = held.flatMap((row) => row.changes.map(({ field, to }) => [field, to] as const))
  return memberSnapshotSchema.parse({ ...first.snapshot, ...Object.fromEntries(changes) })
}
