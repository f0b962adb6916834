import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload'
import { publishedDocumentSchema, releaseReportSchema } from 'shared/publishing/release-report'
import { z } from 'zod'
import { hasRole, type Role, staffRoles } from '../access.ts'
import { refusedAction } from '../content/refusals.ts'
import { usesMongo } from '../database.ts'
import { forgetBehind, readBehind } from './behind-texts.ts'
import { documentState } from './document-state.ts'
import { forgetWords, wordsOf } from './erased-words.ts'
import { languageReport, mayConfirm } from './language-report.ts'
import { readKept } from './release-notes.ts'
import { fellShort, overviewFor } from './release-overview.ts'
import { requestRelease } from './request-release.ts'
import { settleRequests } from './settle-requests.ts'

const collection = 'release-requests'
const mostWaiting = 1000

const requireRole = (req: PayloadRequest, ...roles: Role[]): void => {
  if (!hasRole(req, ...roles)) throw new Forbidden(req.t)
}

const readBody = async <Body>(req: PayloadRequest, schema: z.ZodType<Body>, complaint: string): Promise<Body> => {
  const body: unknown = await req.json?.().catch(() => undefined)
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new APIError(complaint, 400, null, true)
  return parsed.data
}

/**
 * On SQLite a save is several statements: a CMS that dies between them may have stored what nothing was asked for. The site
 * compares everything when the CMS has been started anew. On MongoDB a save is one transaction.
 */
const started = usesMongo ? {} : { started: new Date().toISOString() }

const alsoSchema = z.array(publishedDocumentSchema).catch([])

/** `GET /api/publishing/waiting`: what the site has not been told to show yet, for the site. Oldest first. */
const waiting: Endpoint = {
  path: '/publishing/waiting',
  method: 'get',
  handler: async (req) => {
    requireRole(req, 'site')
    const { docs } = await req.payload.find({
      collection,
      where: { status: { in: ['requested', 'rendering'] } },
      limit: mostWaiting,
      sort: 'id',
      pagination: false,
      select: { action: true, collectionSlug: true, documentId: true, also: true, release: true, force: true },
    })
    return Response.json({
      ...started,
      waiting: docs.map(({ id, action, collectionSlug, documentId, also, release, force }) => ({
        id: String(id),
        action,
        collectionSlug: collectionSlug ?? '',
        documentId: documentId ?? '',
        also: alsoSchema.parse(also),
        ...(action === 'restored' && release ? { release } : {}),
        ...(action === 'erased' ? { words: wordsOf(String(id)) } : {}),
        ...(force ? { force } : {}),
      })),
    })
  },
}

/** `POST /api/publishing/report`: the fate of requests, told by the site. */
const report: Endpoint = {
  path: '/publishing/report',
  method: 'post',
  handler: async (req) => {
    requireRole(req, 'site')
    const told = await readBody(req, releaseReportSchema, 'The report is not of the agreed form.')
    await settleRequests(req.payload, told)
    if (told.status === 'live') forgetWords(told.requests)
    return new Response(null, { status: 204 })
  },
}

const stateQuerySchema = z.object({ collection: z.string().max(60), id: z.string().max(60) })

/** `GET /api/publishing/state?collection=pages&id=7`: where one document stands, for its editor. */
const state: Endpoint = {
  path: '/publishing/state',
  method: 'get',
  handler: async (req) => {
    requireRole(req, ...staffRoles)
    const query = stateQuerySchema.safeParse(req.query)
    if (!query.success) throw new APIError('Name a collection and an id.', 400, null, true)
    return Response.json(await documentState(req, query.data.collection, query.data.id))
  },
}

/** `GET /api/publishing/overview`: what is live, what waits, what failed, for the dashboard. */
const overview: Endpoint = {
  path: '/publishing/overview',
  method: 'get',
  handler: async (req) => {
    requireRole(req, ...staffRoles)
    return Response.json(await overviewFor(req))
  },
}

/** `GET /api/publishing/behind`: the texts that the other language has left behind, for the site. */
const behind: Endpoint = {
  path: '/publishing/behind',
  method: 'get',
  handler: async (req) => {
    requireRole(req, 'site')
    return Response.json(await readBehind(req.payload, mostWaiting))
  },
}

/** `POST /api/publishing/in-step`: the text that was left behind is right as it is; for who may publish it. */
const inStep: Endpoint = {
  path: '/publishing/in-step',
  method: 'post',
  handler: async (req) => {
    const document = await readBody(req, publishedDocumentSchema, 'Name a collection and an id.')
    if (!mayConfirm(req, document.collection)) throw new Forbidden(req.t)
    const forgotten = await forgetBehind(req, document)
    // Where the change in the other language waits for this, it can go live now. Letters are no part of the site.
    if (forgotten && document.collection !== 'email-texts')
      await requestRelease(req, {
        collectionSlug: document.collection,
        documentId: document.id,
        documentTitle: forgotten.title,
        action: 'changed',
        also: [],
      })
    return new Response(null, { status: 202 })
  },
}

/** `GET /api/publishing/languages`: what one language lacks and the other has, for the dashboard. */
const languages: Endpoint = {
  path: '/publishing/languages',
  method: 'get',
  handler: async (req) => {
    requireRole(req, ...staffRoles)
    return Response.json(await languageReport(req))
  },
}

const wholeSite = { collectionSlug: '', documentId: '', documentTitle: '' }

/** `POST /api/publishing/rebuild`: renders everything anew; for administrators. */
const rebuild: Endpoint = {
  path: '/publishing/rebuild',
  method: 'post',
  handler: async (req) => {
    requireRole(req, 'administrator')
    await requestRelease(req, { ...wholeSite, action: 'rebuild' })
    return new Response(null, { status: 202 })
  },
}

const restoreSchema = z.object({ release: z.string().min(1).max(60) })

/** `POST /api/publishing/restore`: makes a release that is kept live again, until the next one; for publishers. */
const restore: Endpoint = {
  path: '/publishing/restore',
  method: 'post',
  handler: async (req) => {
    requireRole(req, 'administrator', 'publisher')
    const { release } = await readBody(req, restoreSchema, 'Name a release.')
    if (!(await readKept(req.payload)).includes(release)) throw refusedAction(req, 'refusal.release.gone')
    await requestRelease(req, { ...wholeSite, action: 'restored', release })
    return new Response(null, { status: 202 })
  },
}

/** `POST /api/publishing/force`: asks again for what was held because many pages would go; for publishers. */
const force: Endpoint = {
  path: '/publishing/force',
  method: 'post',
  handler: async (req) => {
    requireRole(req, 'administrator', 'publisher')
    const { docs } = await req.payload.find({
      collection,
      where: { status: { equals: 'failed' } },
      sort: '-id',
      limit: mostWaiting,
      pagination: false,
    })
    const held = docs.filter(fellShort)
    if (held.length === 0) throw refusedAction(req, 'refusal.release.nothing-held')
    const asked = new Set<string>()
    for (const { action, collectionSlug, documentId, documentTitle, also, release } of held) {
      const key = `${collectionSlug}:${documentId}`
      if (asked.has(key)) continue
      asked.add(key)
      await requestRelease(req, {
        action,
        collectionSlug: collectionSlug ?? '',
        documentId: documentId ?? '',
        documentTitle: documentTitle ?? '',
        also: alsoSchema.parse(also),
        ...(action === 'restored' && release ? { release } : {}),
        force: true,
      })
    }
    return new Response(null, { status: 202 })
  },
}

export const releaseEndpoints: Endpoint[] = [
  waiting,
  report,
  state,
  overview,
  behind,
  inStep,
  languages,
  rebuild,
  restore,
  force,
]
