import type { Payload, PayloadRequest } from 'payload'
import { defaultLanguage, isLanguage, type Language } from 'shared/languages'
import { nextStatusesOf, type SignupStatus, undoMilliseconds } from 'shared/membership/signup-status'
import { adminLanguage } from 'shared/translations/admin'
import { z } from 'zod'
import type { DeskCounts, DeskList, DeskRow } from './desk-answers.ts'
import { deskGroups, deskMoves, isDecision, statusesOf, waitsFor } from './desk-groups.ts'
import { countStatuses, findOnDesk, mostFound, readWords } from './find-on-desk.ts'
import { readFaulted } from './member-fault.ts'
import { type StoredSignup, storedSignupSchema } from './stored-signup.ts'

/** How many signups a page of the list has. */
const pageSize = 50
const dayMilliseconds = 24 * 60 * 60 * 1000

/** What the list is asked: a group, and what narrows it. */
export const deskQuestionSchema = z.object({
  show: z.enum(deskGroups),
  find: z.string().max(200).default(''),
  language: z.string().refine(isLanguage).optional(),
  form: z.string().max(100).optional(),
  waitedDays: z.number().int().min(1).max(3650).optional(),
  from: z.number().int().min(0).max(10_000_000).default(0),
})
export type DeskQuestion = z.infer<typeof deskQuestionSchema>

/** A row as the desk's list tells it, with what only the list asks for. */
export const deskRowOf = (signup: StoredSignup, failedEmails: number, hasRelated: boolean, now: Date): DeskRow => ({
  id: signup.id,
  reference: signup.reference,
  organisationName: signup.organisationName,
  contactName: signup.contactName,
  language: signup.language,
  status: signup.status,
  waits: waitsFor[signup.status],
  since: (signup.statusChangedAt ?? signup.createdAt).toISOString(),
  createdAt: signup.createdAt.toISOString(),
  moves: signup.moves,
  next: movesOffered(signup, now),
  undoUntil: undoUntil(signup, now)?.toISOString() ?? null,
  hasRelated,
  failedEmails,
})

/** Until when a decision can be taken back as if it had not been made; null when that time is over. */
export const undoUntil = ({ status, statusChangedAt, effectiveAt }: StoredSignup, now: Date): Date | null => {
  if (!isDecision(status) || !statusChangedAt) return null
  const until = effectiveAt ?? new Date(statusChangedAt.getTime() + undoMilliseconds)
  return until > now ? until : null
}

/** Where staff may move a signup; what time has taken away is left out. */
export const movesOffered = (signup: StoredSignup, now: Date): SignupStatus[] =>
  nextStatusesOf(signup.status).filter((to) => {
    if (to === 'expired' || !deskMoves.some((move) => move === to)) return false
    if (to === 'confirmed') return signup.status === 'reviewing' ? signup.confirmedAt !== null : false
    return signup.status !== 'approved' || undoUntil(signup, now) !== null
  })

const relatedCountSchema = z.object({ related: z.array(z.unknown()).nullish() })

/** What of a row the list tells: the answers, the questions and the price stay in the database. */
const listed = Object.fromEntries(
  [...Object.keys(storedSignupSchema.shape), 'related'].map((field) => [field, true as const]),
)

const readRows = async (payload: Payload, ids: string[], now: Date): Promise<DeskRow[]> => {
  if (ids.length === 0) return []
  const [{ docs }, failed] = await Promise.all([
    payload.db.find({
      collection: 'signups',
      where: { id: { in: ids } },
      select: listed,
      limit: ids.length,
      pagination: false,
    }),
    payload.db.find({
      collection: 'emails',
      where: { and: [{ state: { equals: 'failed' } }, { signup: { in: ids } }] },
      select: { signup: true },
      limit: 500,
      pagination: false,
    }),
  ])
  const failures = failed.docs.map((row) => z.object({ signup: z.string() }).parse(row).signup)
  const rows = new Map(
    docs.map((row): [string, DeskRow] => {
      const signup = storedSignupSchema.parse(row)
      const hasRelated = (relatedCountSchema.parse(row).related ?? []).length > 0
      const failedEmails = failures.filter((id) => id === signup.id).length
      return [signup.id, deskRowOf(signup, failedEmails, hasRelated, now)]
    }),
  )
  return ids.flatMap((id) => rows.get(id) ?? []) // one that was erased a moment ago is not there any more
}

const countFailedEmails = async (payload: Payload): Promise<number> =>
  (await payload.db.count({ collection: 'emails', where: { state: { equals: 'failed' } } })).totalDocs

/** How many signups each group has, how long the oldest waits for us, and how many e-mails were given up. */
export const readCounts = async (payload: Payload): Promise<DeskCounts> => {
  const [byStatus, failedEmails, faulted, oldest] = await Promise.all([
    countStatuses(payload),
    countFailedEmails(payload),
    readFaulted(payload),
    findOnDesk(payload, {
      statuses: statusesOf.todo,
      words: [],
      sort: 'longest-wait',
      from: 0,
      size: 1,
    }),
  ])
  const [first] = await readRows(payload, oldest.ids, new Date())
  const count = (statuses: readonly SignupStatus[]) =>
    statuses.reduce((total, status) => total + (byStatus.get(status) ?? 0), 0)
  return {
    groups: {
      todo: count(statusesOf.todo),
      company: count(statusesOf.company),
      decided: count(statusesOf.decided),
      closed: count(statusesOf.closed),
      all: count(statusesOf.all),
    },
    oldestWait: first?.since ?? null,
    failedEmails,
    faulted,
  }
}

const formNameSchema = z.object({ slug: z.string(), title: z.string().nullish() })

/** The forms there are, by their titles in the language of whoever reads. */
export const readFormTitles = async (
  payload: Payload,
  language: Language,
): Promise<{ slug: string; title: string }[]> => {
  const titles = async (locale: Language) => {
    const { docs } = await payload.find({
      collection: 'signup-forms',
      locale,
      depth: 0,
      limit: 200,
      pagination: false,
      select: { slug: true, title: true },
    })
    return docs.map((row) => formNameSchema.parse(row))
  }
  const own = await titles(language)
  const source = language === defaultLanguage ? own : await titles(defaultLanguage)
  return own.map(({ slug, title }) => ({
    slug,
    title: title || source.find((form) => form.slug === slug)?.title || slug,
  }))
}

/** A page of the list. */
export const readDesk = async (req: PayloadRequest, question: DeskQuestion): Promise<DeskList> => {
  const { payload } = req
  const now = new Date()
  const words = readWords(question.find)
  const [finding, forms] = await Promise.all([
    findOnDesk(payload, {
      statuses: statusesOf[question.show],
      words,
      language: question.language,
      form: question.form,
      since: question.waitedDays ? new Date(now.getTime() - question.waitedDays * dayMilliseconds) : undefined,
      sort: question.show === 'todo' || question.show === 'company' ? 'longest-wait' : 'newest',
      from: question.from,
      size: pageSize,
    }),
    readFormTitles(payload, adminLanguage(req)),
  ])
  const isCut = words.length > 0 && finding.total > mostFound
  return {
    rows: await readRows(payload, finding.ids, now),
    total: isCut ? mostFound : finding.total,
    mostFound: isCut ? mostFound : null,
    forms,
  }
}
