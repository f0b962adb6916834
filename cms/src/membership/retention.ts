import { setImmediate } from 'node:timers/promises'
import type { CollectionSlug, Payload, Where } from 'payload'
import { idSchema } from 'shared/content/id'
import { signupStatuses } from 'shared/membership/signup-status'
import { z } from 'zod'
import { saveInLine } from '../write-queue.ts'
import { writeAudit } from './audit-log.ts'
import { eraseSignup, erasePerson, scrubMember, signupsOfMember } from './erase-person.ts'
import { readErasures } from './erasure-list.ts'
import { historyOf } from './export-person.ts'
import { forgetLogo } from './forget-logo.ts'
import { scrubFreedSpace, removeMailFile } from './find-traces.ts'
import { atOnce, inBatches } from './in-batches.ts'
import { mailFileOf } from '../mail-transport.ts'
import { tagOfAddress } from './personal-link.ts'
import { isIdHere, personalMemberSchema } from './personal-record.ts'
import { retentionOf } from './privacy-settings.ts'
import { clockOf, clockWithoutMember, memberForgottenOn, momentBefore, type RetentionName } from './retention-rules.ts'

/** One thing whose time is over. It names no person, so that the report of it may be kept. */
export interface Forgotten {
  what: 'signup' | 'member-persons' | 'member' | 'email' | 'consent' | 'audit'
  id: string
  label: string // a reference or a number
  rule: RetentionName
  since: string // when its clock began
}

/** What would be forgotten now, by the clock of each status. Changes nothing. */
export const planRetention = async (payload: Payload, now = new Date()): Promise<Forgotten[]> => [
  ...(await oldSignups(payload, now)),
  ...(await oldMembers(payload, now)),
  ...(await oldEmails(payload, now)),
  ...(await oldConsents(payload, now)),
  ...(await oldAudits(payload, now)),
]

/** How a save of a document waits for its turn; within a request that has its turn already, it does not. */
type InTurn = (collection: string, id: string, save: () => Promise<void>) => Promise<void>
export const withinRequest: InTurn = (_collection, _id, save) => save()

/** Forgets what is due, and answers with what it was. Each step may be repeated, so a night that is cut off goes on later. */
export const runRetention = async (
  payload: Payload,
  now = new Date(),
  inTurn: InTurn = saveInLine,
): Promise<Forgotten[]> => {
  const all = new Map<string, Forgotten>()
  for (;;) {
    const due = (await planRetention(payload, now)).filter(({ what, id }) => !all.has(`${what} ${id}`))
    for (const one of due) {
      await forget(payload, one, inTurn)
      await setImmediate() // SQLite answers without letting go of the process, and somebody may be waiting to sign up
      all.set(`${one.what} ${one.id}`, one)
    }
    if (due.length === 0) break
  }
  const forgotten = [...all.values()]
  if (forgotten.length > 0) await scrubFreedSpace(payload)
  await writeAudit(payload, { act: 'retention-run', by: 'system', details: countsOf(forgotten) })
  return forgotten
}

/** Are these all? Of some kind there may be more than were looked for. */
export const areAll = (due: readonly Forgotten[]): boolean =>
  [...Map.groupBy(due, ({ what, rule }) => `${what} ${rule}`)].every(([, of]) => of.length < atOnce)

/** @example countsOf(forgotten) // 'signup 12, email 30' */
export const countsOf = (forgotten: readonly Forgotten[]): string =>
  [...Map.groupBy(forgotten, ({ what }) => what)].map(([what, of]) => `${what} ${of.length}`).join(', ') || '0'

const find = async (payload: Payload, collection: CollectionSlug, where: Where): Promise<unknown[]> => {
  if (!payload.config.collections.some(({ slug }) => slug === collection)) return []
  const { docs } = await payload.db.find({ collection, where, limit: atOnce, sort: 'id', pagination: false })
  return docs
}

const oldSchema = z.object({
  id: idSchema,
  reference: z.string().nullish(),
  statusChangedAt: z.coerce.date().nullish(),
  createdAt: z.coerce.date(),
})

/** Of an approved signup: its member was deleted. One that is yet to be made is due. */
const withoutMember: Where[] = [
  { or: [{ member: { exists: false } }, { member: { equals: '' } }] },
  { memberDueAt: { exists: false } },
]

const oldSignups = async (payload: Payload, now: Date): Promise<Forgotten[]> => {
  const settings = await retentionOf(payload)
  const found: Forgotten[] = []
  for (const status of signupStatuses) {
    const rule = clockOf[status] ?? clockWithoutMember
    const before = momentBefore(now, settings[rule]).toISOString()
    const rows = await find(payload, 'signups', {
      and: [
        { status: { equals: status } },
        ...(clockOf[status] ? [] : withoutMember),
        {
          or: [
            { statusChangedAt: { less_than: before } },
            { and: [{ statusChangedAt: { exists: false } }, { createdAt: { less_than: before } }] },
          ],
        },
      ],
    })
    for (const row of rows) {
      const { id, reference, statusChangedAt, createdAt } = oldSchema.parse(row)
      const since = (statusChangedAt ?? createdAt).toISOString()
      found.push({ what: 'signup', id, label: reference ?? id, rule, since })
    }
  }
  return found
}

const formerSchema = personalMemberSchema.pick({
  id: true,
  memberNumber: true,
  status: true,
  leftOn: true,
  contacts: true,
  invoiceEmail: true,
  logo: true,
})

/** Members that left: first their persons are forgotten, and after the years of the bookkeeping the member itself. */
const oldMembers = async (payload: Payload, now: Date): Promise<Forgotten[]> => {
  const settings = await retentionOf(payload)
  const where = { leftOn: { less_than: momentBefore(now, settings.leftDays).toISOString() } }
  const found: Forgotten[] = []
  // Only a look at it tells whether one is due: those that are not must not hide the ones after them.
  for await (const rows of inBatches(payload, 'members', { where })) {
    for (const row of rows) {
      const { id, memberNumber, status, leftOn, contacts, invoiceEmail, logo } = formerSchema.parse(row)
      if (status !== 'left' || !leftOn) continue
      const label = String(memberNumber ?? id)
      const since = leftOn.toISOString()
      if (memberForgottenOn(leftOn, settings) <= now) {
        found.push({ what: 'member', id, label, rule: 'memberYears', since })
      } else if (contacts.length > 0 || invoiceEmail || logo) {
        found.push({ what: 'member-persons', id, label, rule: 'leftDays', since })
      }
      if (found.length === atOnce) return found
    }
  }
  return found
}

const oldEmails = async (payload: Payload, now: Date): Promise<Forgotten[]> => {
  const before = momentBefore(now, (await retentionOf(payload)).emailDays).toISOString()
  const rows = await find(payload, 'emails', {
    and: [{ state: { not_in: ['due', 'sending'] } }, { createdAt: { less_than: before } }],
  })
  return rows.map((row) => {
    const { id, createdAt } = oldSchema.parse(row)
    return { what: 'email', id, label: id, rule: 'emailDays', since: createdAt.toISOString() }
  })
}

const consentSchema = z.object({
  id: idSchema,
  at: z.coerce.date(),
  signup: z.string(),
  reference: z.string().nullish(),
})

/** The proof of a consent is kept for as long as its signup is, and for years after. */
const oldConsents = async (payload: Payload, now: Date): Promise<Forgotten[]> => {
  const before = momentBefore(now, (await retentionOf(payload)).consentDays).toISOString()
  const found: Forgotten[] = []
  for await (const rows of inBatches(payload, 'consents', { where: { at: { less_than: before } } })) {
    const consents = z.array(consentSchema).parse(rows)
    const kept = await keptSignups(payload, [...new Set(consents.map(({ signup }) => signup))])
    for (const { id, at, signup, reference } of consents) {
      if (kept.has(signup)) continue
      found.push({ what: 'consent', id, label: reference ?? id, rule: 'consentDays', since: at.toISOString() })
      if (found.length === atOnce) return found
    }
  }
  return found
}

/** Which of these signups there still are. */
const keptSignups = async (payload: Payload, signups: string[]): Promise<Set<string>> => {
  const ids = signups.filter((id) => isIdHere(payload, id))
  const isNumber = payload.db.defaultIDType === 'number'
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: { id: { in: isNumber ? ids.map(Number) : ids } },
    limit: 0,
    pagination: false,
    select: { status: true },
  })
  return new Set(docs.map((row: unknown) => z.object({ id: idSchema }).parse(row).id))
}

const oldAudits = async (payload: Payload, now: Date): Promise<Forgotten[]> => {
  const before = momentBefore(now, (await retentionOf(payload)).auditDays).toISOString()
  return (await find(payload, 'audit-log', { createdAt: { less_than: before } })).map((row) => {
    const { id, createdAt } = oldSchema.parse(row)
    return { what: 'audit', id, label: id, rule: 'auditDays', since: createdAt.toISOString() }
  })
}

const forget = async (payload: Payload, { what, id }: Forgotten, inTurn: InTurn): Promise<void> => {
  const byId = { id: { equals: id } }
  switch (what) {
    case 'signup':
      return forgetSignup(payload, id)
    case 'member-persons':
      return inTurn('members', id, async () => {
        const document: unknown = await payload.findByID({ collection: 'members', id, depth: 0, disableErrors: true })
        if (document) await scrubMember(payload, personalMemberSchema.parse(document))
      })
    case 'member':
      return inTurn('members', id, () => forgetMember(payload, id))
    case 'email':
      return forgetEmail(payload, id)
    case 'consent':
      await payload.db.deleteOne({ collection: 'consents', where: byId })
      return
    case 'audit':
      await payload.db.deleteOne({ collection: 'audit-log', where: byId })
      return
  }
}

const signupSchema = z.object({ id: idSchema, contactEmail: z.string() })

const forgetSignup = async (payload: Payload, id: string): Promise<void> => {
  const row: unknown = await payload.db.findOne({ collection: 'signups', where: { id: { equals: id } } })
  if (row) await eraseSignup(payload, signupSchema.parse(row))
}

const forgetMember = async (payload: Payload, id: string): Promise<void> => {
  const document: unknown = await payload.findByID({ collection: 'members', id, depth: 0, disableErrors: true })
  if (!document) return
  for (const signup of await signupsOfMember(payload, id)) await eraseSignup(payload, signup)
  for (const row of await historyOf(payload, [document])) {
    const { id: rowId } = z.object({ id: idSchema }).parse(row)
    await payload.db.deleteOne({ collection: 'member-history', where: { id: { equals: rowId } } })
  }
  await forgetLogo(payload, personalMemberSchema.parse(document))
  await payload.delete({ collection: 'members', id })
  await forgetTitles(payload, id)
}

/** The requests for releases name what changed; the name of a sole trader is a person's. */
const forgetTitles = async (payload: Payload, id: string): Promise<void> => {
  const { docs } = await payload.db.find({
    collection: 'release-requests',
    where: { and: [{ collectionSlug: { equals: 'members' } }, { documentId: { equals: id } }] },
    limit: 0,
    pagination: false,
  })
  for (const row of docs) {
    await payload.db.updateOne({
      collection: 'release-requests',
      where: { id: { equals: z.object({ id: idSchema }).parse(row).id } },
      data: { documentTitle: '' },
      options: { atomic: true },
    })
  }
}

const emailSchema = z.object({ messageId: z.string() })

const forgetEmail = async (payload: Payload, id: string): Promise<void> => {
  const row: unknown = await payload.db.findOne({ collection: 'emails', where: { id: { equals: id } } })
  if (!row) return
  await removeMailFile(mailFileOf(emailSchema.parse(row).messageId))
  await payload.db.deleteOne({ collection: 'emails', where: { id: { equals: id } } })
}

const addressSchema = z.object({ contactEmail: z.string(), createdAt: z.coerce.date() })
const memberAddressSchema = z.object({
  createdAt: z.coerce.date(),
  contacts: z.array(z.object({ email: z.string().nullish() })).nullish(),
})

/**
 * Erases again whoever was erased and has come back with an older copy of the database. Who signed up anew after being
 * erased stays. Answers how many were.
 */
export const replayErasures = async (payload: Payload): Promise<number> => {
  const erased = await readErasures()
  if (erased.size === 0) return 0
  const isBack = (email: string, createdAt: Date) => {
    const at = email ? erased.get(tagOfAddress(payload, email)) : undefined
    return at !== undefined && createdAt < at
  }
  const back = new Set<string>()
  const select = { contactEmail: true, createdAt: true } as const
  for await (const rows of inBatches(payload, 'signups', { select })) {
    for (const { contactEmail, createdAt } of z.array(addressSchema).parse(rows)) {
      if (isBack(contactEmail, createdAt)) back.add(contactEmail)
    }
  }
  for await (const rows of inBatches(payload, 'members')) {
    for (const { contacts, createdAt } of z.array(memberAddressSchema).parse(rows)) {
      for (const { email } of contacts ?? []) if (email && isBack(email, createdAt)) back.add(email)
    }
  }
  for (const email of back) await saveInLine('members', 'erasure', () => erasePerson(payload, email))
  if (back.size > 0) {
    await writeAudit(payload, { act: 'erasures-replayed', by: 'system', details: String(back.size) })
  }
  return back.size
}
