import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, Payload, PayloadRequest } from 'payload'
import { idSchema } from 'shared/content/id'
import { dayInSweden } from 'shared/membership/calendar-date'
import { lastDayAfter } from 'shared/membership/leaving'
import type { MemberStatus } from 'shared/membership/member'
import { z } from 'zod'
import { refusedField } from '../content/refusals.ts'
import { isReservedSlug, titleToSlug } from '../content/slug.ts'
import { readLeavingRules } from './register-settings.ts'

const dayFields = ['joinedOn', 'noticeOn', 'leavingOn'] as const
type Days = Record<(typeof dayFields)[number], string | null>

/** The day in Sweden that a picked moment lies in. */
const toDay = (moment: unknown): string | null => {
  if (typeof moment !== 'string' && !(moment instanceof Date)) return null
  if (typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment)) return moment
  const time = new Date(moment)
  return Number.isNaN(time.getTime()) ? null : dayInSweden(time)
}

/** Days are kept as their noon, which is the same day in every time zone that staff may sit in. */
const toStored = (day: string | null): string | null => (day === null ? null : `${day}T12:00:00.000Z`)

const daysOf = (document: Record<string, unknown> | undefined): Days => ({
  joinedOn: toDay(document?.['joinedOn']),
  noticeOn: toDay(document?.['noticeOn']),
  leavingOn: toDay(document?.['leavingOn']),
})

/** Where a membership stands on a day; its last day belongs to it. */
export const statusOn = (today: string, leavingOn: string | null): MemberStatus => {
  if (leavingOn === null) return 'active'
  return leavingOn < today ? 'left' : 'leaving'
}

/**
 * Hook: keeps a member's row in itself right: a number and an address of its own, days as days, the last day after notice by
 * the statutes, the status that follows, and one main contact person, whose name lists show.
 */
export const keepMember: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req, context }) => {
  const today = dayInSweden(new Date())
  const days = daysOf(data)
  const before = daysOf(originalDoc)
  days.joinedOn ??= operation === 'create' ? today : before.joinedOn
  if (days.noticeOn !== before.noticeOn && days.leavingOn === before.leavingOn) {
    days.leavingOn = days.noticeOn === null ? null : lastDayAfter(days.noticeOn, await readLeavingRules(req))
  }
  if (days.joinedOn !== null && days.leavingOn !== null && days.leavingOn < days.joinedOn) {
    const place = { path: 'leavingOn', label: 'members.leavingOn' } as const
    throw refusedField(req, place, 'refusal.member.leaves-before-joining')
  }
  const status = statusOn(today, days.leavingOn)
  const changesOn = toDay(data['changesOn'])
  if (operation === 'update' && changesOn !== null && days.joinedOn !== null && changesOn < days.joinedOn) {
    const place = { path: 'changesOn', label: 'members.changesOn' } as const
    throw refusedField(req, place, 'refusal.member.changes-before-joining')
  }
  context['memberChangesOn'] = changesOn
  const memberNumber: unknown = data['memberNumber'] ?? (await nextMemberNumber(req))
  return {
    ...data,
    changesOn: null, // it is about this save alone
    joinedOn: toStored(days.joinedOn),
    noticeOn: toStored(days.noticeOn),
    leavingOn: toStored(days.leavingOn),
    leftOn: status === 'left' ? toStored(days.leavingOn) : null,
    status,
    memberNumber,
    slug: data['slug'] || (await freeMemberSlug(req, String(data['organisationName'] ?? ''), Number(memberNumber))),
    ...contactsOf(data, operation === 'create'),
  }
}

const numberedSchema = z.array(z.object({ memberNumber: z.number().nullish() }))

/** The number after the highest there is or was; numbers are never given to somebody else. */
export const nextMemberNumber = async ({ payload }: Pick<PayloadRequest, 'payload'>): Promise<number> =>
  Math.max(await highestNumber(payload), await highestOfGone(payload)) + 1

const goneKey = 'highest-number-of-gone-members'
const goneSchema = z
  .number()
  .nullish()
  .transform((number) => number ?? 0)
const highestOfGone = async (payload: Payload): Promise<number> => goneSchema.parse(await payload.kv.get(goneKey))

/** Hook: remembers the highest number that there was before a member goes: it may be the one that has it. */
export const rememberNumber: CollectionBeforeDeleteHook = async ({ req: { payload } }) => {
  const highest = await highestNumber(payload)
  if (highest > (await highestOfGone(payload))) await payload.kv.set(goneKey, highest)
}

const highestNumber = async (payload: Payload): Promise<number> => {
  const { docs } = await payload.db.find({
    collection: 'members',
    where: { memberNumber: { greater_than: 0 } },
    sort: '-memberNumber',
    limit: 1,
    pagination: false,
    select: { memberNumber: true },
  })
  return numberedSchema.parse(docs)[0]?.memberNumber ?? 0
}

const sluggedSchema = z.array(z.object({ id: idSchema }))

const isTaken = async ({ payload }: PayloadRequest, slug: string): Promise<boolean> => {
  const { docs } = await payload.db.find({
    collection: 'members',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    select: { slug: true },
  })
  return sluggedSchema.parse(docs).length > 0
}

/** The part of its page's address that is the member's own, and stays its own when it changes its name. */
const freeMemberSlug = async (req: PayloadRequest, name: string, memberNumber: number): Promise<string> => {
  const slug = titleToSlug(name) || 'medlem'
  if (!isReservedSlug(slug) && !(await isTaken(req, slug))) return slug
  return `${slug}-${memberNumber}` // no two have the same number
}

const contactSchema = z.looseObject({
  name: z.string().nullish(),
  email: z.string().nullish(),
  isMain: z.boolean().nullish(),
})

/** One contact person is the main one; what lists show and search follows from who that is. */
const contactsOf = (data: Record<string, unknown>, isNew: boolean) => {
  const given = z.array(contactSchema).nullish().parse(data['contacts']) ?? []
  const only = { name: textOf(data['contactName']), email: textOf(data['contactEmail']), isMain: true }
  const contacts = given.length === 0 && isNew && (only.name || only.email) ? [only] : given
  const main = Math.max(
    contacts.findIndex(({ isMain }) => isMain),
    0,
  )
  return {
    contacts: contacts.map((contact, place) => ({ ...contact, isMain: place === main })),
    contactName: contacts[main]?.name ?? null,
    contactEmail: contacts[main]?.email ?? null,
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null)
