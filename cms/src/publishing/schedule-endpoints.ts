import { APIError, Forbidden, type Endpoint, type PayloadRequest, type ValidationError, type Where } from 'payload'
import { idSchema } from 'shared/content/id'
import { languages, otherLanguage } from 'shared/languages'
import { adminLanguage, type AdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import { hasRole, publishers, staff } from '../access.ts'
import { aside } from '../content/aside.ts'
import { refusedField, sayTo } from '../content/refusals.ts'
import { titleOf } from './request-release.ts'
import { isDrafted, pokeScheduleWorkers } from './run-schedule.ts'
import { scheduledActions, type ScheduledChange, scheduledChangeSchema } from './scheduled-changes.ts'

const collection = 'scheduled-changes'
const furthestYears = 2
const showDoneHours = 24
const mostListed = 100

const requirePublisher = async (req: PayloadRequest): Promise<void> => {
  if (!(await publishers({ req }))) throw new Forbidden(req.t)
}

/** Why a change was not made, in the words of whoever reads it. */
const sayReason = (req: PayloadRequest, change: ScheduledChange): string | undefined =>
  change.reason
    ? sayTo(req, `schedule.reason.${change.reason.code}`, {
        title: change.documentTitle,
        language: sayTo(req, `schedule.language.${change.language}`),
        name: change.requestedBy,
        obstacles: change.reason.obstacles?.[adminLanguage(req)] ?? '',
      })
    : undefined

const toAnswer = (req: PayloadRequest, change: ScheduledChange) => ({
  id: change.id,
  collection: change.collectionSlug,
  documentId: change.documentId,
  title: change.documentTitle,
  language: change.language,
  action: change.action,
  at: change.at.toISOString(),
  status: change.status,
  requestedBy: change.requestedBy,
  isGone: change.reason?.code === 'gone',
  reason: sayReason(req, change),
})

/**
 * What is planned and what failed, soonest first: of one document (with what was done lately), or of all of them.
 * Failures stay until somebody has taken them off the list.
 */
const readSchedule = async (req: PayloadRequest, document?: { collection: string; id: string }) => {
  const lately = new Date(Date.now() - showDoneHours * 60 * 60 * 1000).toISOString()
  const unfinished: Where = { status: { in: ['waiting', 'running', 'failed'] } }
  const where: Where = document
    ? {
        and: [
          { collectionSlug: { equals: document.collection } },
          { documentId: { equals: document.id } },
          { or: [unfinished, { and: [{ status: { equals: 'done' } }, { finishedAt: { greater_than: lately } }] }] },
        ],
      }
    : unfinished
  const { docs } = await req.payload.find({
    collection,
    where,
    sort: ['at', 'id'],
    limit: mostListed,
    pagination: false,
    req: aside(req),
  })
  return docs.flatMap((row) => {
    const { data: change } = scheduledChangeSchema.safeParse(row)
    return change ? [toAnswer(req, change)] : []
  })
}

const listQuerySchema = z.union([
  z.object({ collection: z.string().max(60), id: z.string().max(60) }),
  z.object({ collection: z.undefined(), id: z.undefined() }),
])

/** `GET /api/publishing/schedule`, or `…?collection=pages&id=7` for one document. */
const list: Endpoint = {
  path: '/publishing/schedule',
  method: 'get',
  handler: async (req) => {
    if (!(await staff({ req }))) throw new Forbidden(req.t)
    const query = listQuerySchema.safeParse({ collection: req.query['collection'], id: req.query['id'] })
    if (!query.success) throw new APIError('Name a collection and an id, or neither.', 400, null, true)
    const { collection: slug, id } = query.data
    return Response.json({
      mayPlan: hasRole(req, 'administrator', 'publisher'),
      changes: await readSchedule(req, slug === undefined ? undefined : { collection: slug, id }),
    })
  },
}

const wishSchema = z.object({
  collection: z.string().max(60),
  id: idSchema,
  language: z.enum(languages),
  action: z.enum(scheduledActions),
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
})

const refusedTime = (req: PayloadRequest, key: AdminTextKey, values?: Record<string, number>): ValidationError =>
  refusedField(req, { path: 'at', label: 'schedule.at' }, key, values)

const documentSchema = z.looseObject({ id: idSchema })

const furthest = (): Date => {
  const end = new Date()
  end.setFullYear(end.getFullYear() + furthestYears)
  return end
}

const readWish = async (req: PayloadRequest) => {
  const body: unknown = await req.json?.().catch(() => undefined)
  const parsed = wishSchema.safeParse(body)
  if (parsed.success) return parsed.data
  if (parsed.error.issues.every(({ path }) => path[0] === 'at')) throw refusedTime(req, 'refusal.schedule.no-time')
  throw new APIError(sayTo(req, 'refusal.schedule.malformed'), 400, null, true)
}

const refuseUnlessFree = async (req: PayloadRequest, wish: z.infer<typeof wishSchema>): Promise<void> => {
  const { docs } = await req.payload.find({
    collection,
    where: {
      and: [
        { collectionSlug: { equals: wish.collection } },
        { documentId: { equals: wish.id } },
        { language: { equals: wish.language } },
        { at: { equals: wish.at.toISOString() } },
        { status: { in: ['waiting', 'running'] } },
      ],
    },
    limit: 1,
    req: aside(req),
  })
  const [planned] = docs
  if (!planned) return
  throw refusedTime(req, planned.action === wish.action ? 'refusal.schedule.twice' : 'refusal.schedule.opposite')
}

/** `POST /api/publishing/schedule`: plans one change of one document in one language. */
const plan: Endpoint = {
  path: '/publishing/schedule',
  method: 'post',
  handler: async (req) => {
    await requirePublisher(req)
    const wish = await readWish(req)
    if (wish.at <= new Date()) throw refusedTime(req, 'refusal.schedule.past')
    if (wish.at > furthest()) throw refusedTime(req, 'refusal.schedule.too-far', { years: furthestYears })
    const document: unknown = isDrafted(req.payload, wish.collection)
      ? await req.payload.findByID({
          collection: wish.collection,
          id: wish.id,
          locale: wish.language,
          fallbackLocale: otherLanguage(wish.language), // what it is called there, if it has no name in this language
          draft: true,
          depth: 0,
          disableErrors: true,
          overrideAccess: false,
          req: aside(req),
        })
      : null
    const found = documentSchema.safeParse(document)
    if (!found.success) throw new APIError(sayTo(req, 'refusal.schedule.unknown'), 404, null, true)
    const id = found.data.id // as the database writes it: SQLite takes 007 for 7
    await refuseUnlessFree(req, { ...wish, id })
    const stored = await req.payload.create({
      collection,
      data: {
        documentTitle: titleOf(found.data),
        collectionSlug: wish.collection,
        documentId: id,
        language: wish.language,
        action: wish.action,
        at: wish.at.toISOString(),
        status: 'waiting',
        attempts: 0,
        requestedById: String(req.user?.id ?? ''),
        requestedBy: req.user?.name ?? '',
      },
      req: aside(req),
    })
    pokeScheduleWorkers()
    return Response.json(toAnswer(req, scheduledChangeSchema.parse(stored)), { status: 201 })
  },
}

/** `POST /api/publishing/schedule/:id/cancel`: takes back what is planned, or takes a failure off the list. */
const cancel: Endpoint = {
  path: '/publishing/schedule/:id/cancel',
  method: 'post',
  handler: async (req) => {
    await requirePublisher(req)
    const id = idSchema.safeParse(req.routeParams?.['id'])
    const cancelled: unknown = id.success
      ? await req.payload.db.updateOne({
          collection,
          where: { and: [{ id: { equals: id.data } }, { status: { in: ['waiting', 'failed'] } }] },
          data: { status: 'cancelled', finishedAt: new Date().toISOString() },
          options: { atomic: true },
        })
      : null
    if (!cancelled) throw new APIError(sayTo(req, 'refusal.schedule.not-waiting'), 409, null, true)
    return Response.json(toAnswer(req, scheduledChangeSchema.parse(cancelled)))
  },
}

export const scheduleEndpoints: Endpoint[] = [list, plan, cancel]
