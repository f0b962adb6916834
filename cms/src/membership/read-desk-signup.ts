import type { PayloadRequest, Where } from 'payload'
import { idSchema } from 'shared/content/id'
import {
  formatOrganisationNumber,
  maskPersonalNumber,
  maskPersonalNumberIn,
} from 'shared/membership/organisation-number'
import { sayQuote } from 'shared/membership/say-quote'
import { isSignupStatus } from 'shared/membership/signup-status'
import { adminLanguage, isAdminTextKey } from 'shared/translations/admin'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'
import { sayTo } from '../content/refusals.ts'
import { noteNumberShown } from './audit-log.ts'
import type { DeskSignup } from './desk-answers.ts'
import { readEmailsOf } from './failed-emails.ts'
import { readFrozenFee } from './frozen-fee.ts'
import { isTold, memberFaultSchema, sayFault } from './member-fault.ts'
import { beingMade } from './make-member.ts'
import { deskRowOf, readFormTitles } from './read-desk.ts'
import { type Move, type StoredSignup, storedSignupSchema } from './stored-signup.ts'
import { tellAnswers } from './tell-answers.ts'

const longestNotes = 10_000

const relationSchema = z.object({
  kind: z.enum(['member', 'signup']),
  id: idSchema,
  why: z.enum(['number', 'email']),
  reference: z.string().nullish(),
  name: z.string().nullish(),
})
type Relation = z.infer<typeof relationSchema>

/** What only this page tells of a row. */
const detailsSchema = z.object({
  organisationNumber: z
    .string()
    .nullish()
    .transform((number) => number ?? ''),
  formVersion: z
    .number()
    .nullish()
    .transform((version) => version ?? null),
  answers: z.unknown().optional(),
  logo: z
    .string()
    .nullish()
    .transform((logo) => logo || null),
  asked: z.unknown().optional(),
  price: z.unknown().optional(),
  related: z.array(relationSchema).nullish().catch(null),
  memberFault: memberFaultSchema.nullish().catch(null),
  memberDueAt: z.coerce.date().nullish(),
  notes: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
})

const namedSchema = z.object({
  id: idSchema,
  organisationName: z.string().nullish(),
  reference: z.string().nullish(),
  status: z.string().nullish(),
})

/** The members and signups that share a number or an address with this one, as they are called now. */
const readRelated = async (req: PayloadRequest, relations: readonly Relation[]): Promise<DeskSignup['related']> => {
  const read = async (kind: Relation['kind'], collection: 'members' | 'signups') => {
    const ids = relations.filter((relation) => relation.kind === kind).map(({ id }) => id)
    if (ids.length === 0) return []
    const { docs } = await req.payload.db.find({
      collection,
      where: { id: { in: ids } },
      limit: ids.length,
      pagination: false,
    })
    return docs.map((row) => ({ kind, ...namedSchema.parse(row) }))
  }
  const found = [...(await read('member', 'members')), ...(await read('signup', 'signups'))]
  return relations.map(({ kind, id, why, name, reference }) => {
    const now = found.find((one) => one.kind === kind && one.id === id)
    const status = now?.status
    return {
      kind,
      id,
      why,
      name: [...new Set([now?.organisationName ?? name, kind === 'signup' ? (now?.reference ?? reference) : null])]
        .filter(Boolean)
        .join(', '),
      status: kind === 'signup' && isSignupStatus(status) ? sayTo(req, `signups.status.${status}`) : null,
      exists: now !== undefined,
    }
  })
}

const sayMover = (req: PayloadRequest, { kind, name }: Move['by']): string => {
  if (kind === 'applicant') return sayTo(req, 'desk.history.company')
  if (kind === 'system') return sayTo(req, 'desk.history.system')
  return name || sayTo(req, 'desk.history.somebody')
}

/** What has happened, the latest first, beginning with how it came in. */
const tellHistory = (req: PayloadRequest, signup: StoredSignup): DeskSignup['history'] =>
  [
    {
      at: signup.createdAt.toISOString(),
      what: sayTo(req, signup.enteredBy ? 'desk.history.entered' : 'desk.history.sent'),
      by: signup.enteredBy ?? sayTo(req, 'desk.history.company'),
      note: null,
    },
    ...signup.history.map(({ at, from, to, by, note }) => ({
      at,
      // Where nothing moved, the applicant changed something on their own page; the note is its name.
      what: from === to ? sayOwnChange(req, note) : sayTo(req, `desk.history.to.${to}`),
      by: sayMover(req, by),
      note: from === to ? null : (note ?? null),
    })),
  ].toReversed()

const sayOwnChange = (req: PayloadRequest, note: string | undefined): string => {
  const key = `privacy.history.${note}`
  return isAdminTextKey(key) ? sayTo(req, key) : (note ?? '')
}

/** All that there is to know of one signup, in the language of whoever reads; null when there is none of this id. */
export const readDeskSignup = async (req: PayloadRequest, id: string): Promise<DeskSignup | null> => {
  const row: unknown = await req.payload.db.findOne({ collection: 'signups', where: { id: { equals: id } } })
  if (!row) return null
  const now = new Date()
  const language = adminLanguage(req)
  const signup = storedSignupSchema.parse(row)
  const details = detailsSchema.parse(row)
  const [emails, forms, related] = await Promise.all([
    readEmailsOf(req, signup.id),
    readFormTitles(req.payload, language),
    readRelated(req, details.related ?? []),
  ])
  const isSoleTrader = maskPersonalNumber(details.organisationNumber) !== details.organisationNumber
  const masked = (text: string) => (isSoleTrader ? maskPersonalNumberIn(text, details.organisationNumber) : text)
  const told = tellAnswers(details, language)
  const price = readFrozenFee(details.price)
  const said = price ? sayQuote(price, language, translateTo(language)) : null
  const failed = emails.filter(({ state }) => state === 'failed').length
  return {
    ...deskRowOf(signup, failed, related.length > 0, now),
    organisationNumber: masked(formatOrganisationNumber(details.organisationNumber)),
    isSoleTrader,
    contactEmail: signup.contactEmail,
    formTitle: forms.find(({ slug }) => slug === signup.form)?.title ?? signup.form,
    formVersion: details.formVersion,
    enteredBy: signup.enteredBy,
    confirmBy: signup.confirmBy?.toISOString() ?? null,
    confirmedAt: signup.confirmedAt?.toISOString() ?? null,
    reason: signup.reason,
    member: signup.member === beingMade ? null : signup.member,
    isMemberDeleted: signup.status === 'approved' && !signup.member && !details.memberDueAt,
    memberFault: tellFault(req, details),
    ...told,
    sections: told.sections.map(({ heading, rows }) => ({
      heading,
      rows: rows.map((answer) => ({ ...answer, value: masked(answer.value) })),
    })),
    logo: details.logo,
    price: said?.total ? { lines: said.lines, total: said.total, notes: said.notes } : null,
    related,
    emails,
    history: tellHistory(req, signup),
    notes: details.notes,
  }
}

const tellFault = (
  req: PayloadRequest,
  { memberFault, memberDueAt }: z.infer<typeof detailsSchema>,
): DeskSignup['memberFault'] =>
  memberFault && memberDueAt && isTold(memberFault)
    ? { reason: sayFault(req, memberFault), tryAt: memberDueAt.toISOString() }
    : null

const numberedSchema = z.object({ reference: z.string(), organisationNumber: z.string() })

/** The number of a sole trader, for whoever asks to see it, which is noted; null when there is none to show. */
export const showNumber = async (req: PayloadRequest, id: string): Promise<string | null> => {
  const row: unknown = await req.payload.db.findOne({ collection: 'signups', where: { id: { equals: id } } })
  const { data: signup } = numberedSchema.safeParse(row)
  if (!signup) return null
  await noteNumberShown(req, signup.reference)
  return signup.organisationNumber
}

/** Internal notes as they should be, and as they were read. */
export const notesSchema = z.object({
  notes: z.string().max(longestNotes),
  before: z.string().max(longestNotes),
})

/** Writes the internal notes, unless somebody has written others since they were read; then it answers false. */
export const writeNotes = async (
  { payload }: PayloadRequest,
  id: string,
  { notes, before }: z.infer<typeof notesSchema>,
): Promise<boolean> => {
  const unchanged: Where =
    before === '' ? { or: [{ notes: { equals: '' } }, { notes: { exists: false } }] } : { notes: { equals: before } }
  const written: unknown = await payload.db.updateOne({
    collection: 'signups',
    where: { and: [{ id: { equals: id } }, unchanged] },
    data: { notes: notes.normalize('NFC').trim() },
    options: { atomic: true },
  })
  return Boolean(written)
}
