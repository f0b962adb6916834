import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload'
import { releaseReportSchema, type ReleaseProblem } from 'shared/publishing/release-report'
import { adminLanguage } from 'shared/translations/admin'
import { translateTo, type TextKey } from 'shared/translations/translate'
import { z } from 'zod'
import { hasRole, staffRoles } from '../access.ts'
import { env } from '../env.ts'
import { addressesOf } from './addresses.ts'
import { requestRelease } from './request-release.ts'

const requireSite = (req: PayloadRequest) => {
  if (!hasRole(req, 'site')) throw new Forbidden(req.t)
}
const requireStaff = (req: PayloadRequest) => {
  if (!hasRole(req, ...staffRoles)) throw new Forbidden(req.t)
}

const collection = 'release-requests'

const problemListSchema = releaseReportSchema.shape.problems

/** A problem in the words of whoever reads it. */
const sayProblem = (problem: ReleaseProblem, req: PayloadRequest): string =>
  translateTo(adminLanguage(req))(problem.code as TextKey, { title: problem.title, ...problem.values })

const sayProblems = (problems: unknown, req: PayloadRequest): string[] => {
  const parsed = problemListSchema.safeParse(problems)
  return parsed.success ? (parsed.data ?? []).map((problem) => sayProblem(problem, req)) : []
}

/** `GET /api/publishing/waiting`: what the site has not been told to show yet, for the site. */
const waiting: Endpoint = {
  path: '/publishing/waiting',
  method: 'get',
  handler: async (req) => {
    requireSite(req)
    const { docs } = await req.payload.find({
      collection,
      where: { status: { in: ['requested', 'rendering'] } },
      limit: 1000,
      sort: 'id',
      pagination: false,
    })
    return Response.json({
      waiting: docs.map(({ id, action, collectionSlug, documentId }) => ({
        id: String(id),
        action,
        collectionSlug,
        documentId,
      })),
    })
  },
}

/** `POST /api/publishing/report`: the fate of requests, told by the site. */
const report: Endpoint = {
  path: '/publishing/report',
  method: 'post',
  handler: async (req) => {
    requireSite(req)
    const body: unknown = await req.json?.()
    const parsed = releaseReportSchema.safeParse(body)
    if (!parsed.success) throw new APIError('The report is not of the agreed form.', 400, null, true)
    const { requests, status, release, pages, milliseconds, problems } = parsed.data
    const now = new Date().toISOString()
    const fate = {
      status,
      ...(release === undefined ? {} : { release }),
      ...(pages === undefined ? {} : { pages }),
      ...(milliseconds === undefined ? {} : { milliseconds }),
      ...(status === 'rendering'
        ? { startedAt: now, problems: null }
        : { finishedAt: now, problems: problems ?? null }),
    }
    // A release shows everything that is published, so one that is live settles what failed before it, too.
    const settled = status === 'live' ? [{ status: { equals: 'failed' } }] : []
    const { docs } = await req.payload.update({
      collection,
      where: { or: [{ id: { in: requests } }, ...settled] },
      data: fate,
    })
    // The site makes a release unasked when its own code is new: that is told as a rebuild of everything.
    const isUnasked = docs.length === 0 && status !== 'rendering'
    if (isUnasked) await req.payload.create({ collection, data: { action: 'rebuild', ...fate } })
    return new Response(null, { status: 204 })
  },
}

const stateQuerySchema = z.object({ collection: z.string().max(60), id: z.string().max(60) })

/** `GET /api/publishing/state?collection=pages&id=7`: where one document stands, for its editor. */
const state: Endpoint = {
  path: '/publishing/state',
  method: 'get',
  handler: async (req) => {
    requireStaff(req)
    const query = stateQuerySchema.safeParse(req.query)
    if (!query.success) throw new APIError('Name a collection and an id.', 400, null, true)
    const { collection: collectionSlug, id } = query.data
    const { docs } = await req.payload.find({
      collection,
      where: { collectionSlug: { equals: collectionSlug }, documentId: { equals: id } },
      sort: '-id',
      limit: 1,
    })
    const last = docs[0]
    const addresses = await addressesOf(req.payload, collectionSlug, id, env.SITE_URL)
    if (!last) return Response.json({ state: 'none', addresses })
    const states = { requested: 'waiting', rendering: 'rendering', live: 'live', failed: 'failed' } as const
    return Response.json({
      state: states[last.status],
      since: last.finishedAt ?? last.createdAt,
      problems: sayProblems(last.problems, req),
      addresses,
    })
  },
}

const overviewDays = 30

/** `GET /api/publishing/overview`: what is live, what waits, what failed, for the dashboard. */
const overview: Endpoint = {
  path: '/publishing/overview',
  method: 'get',
  handler: async (req) => {
    requireStaff(req)
    const since = new Date(Date.now() - overviewDays * 24 * 60 * 60 * 1000).toISOString()
    const { docs } = await req.payload.find({
      collection,
      where: { createdAt: { greater_than: since } },
      sort: '-id',
      limit: 200,
      pagination: false,
    })
    const releases = new Map<
      string,
      {
        release: string
        at: string
        by: string
        status: string
        pages: number
        documents: number
        milliseconds: number
      }
    >()
    for (const request of docs) {
      if (!request.release || !request.finishedAt) continue
      const known = releases.get(request.release)
      releases.set(request.release, {
        release: request.release,
        at: request.finishedAt,
        by: [...new Set([request.requestedBy, known?.by].filter(Boolean))].join(', '),
        status: request.status,
        pages: request.pages ?? 0,
        milliseconds: request.milliseconds ?? 0,
        documents: (known?.documents ?? 0) + 1,
      })
    }
    const listed = [...releases.values()].toSorted((a, b) => b.at.localeCompare(a.at))
    const live = listed.find((release) => release.status === 'live')
    // A failure is news only until a later release went live.
    const failed = docs.filter(
      (request) => request.status === 'failed' && (!live || (request.finishedAt ?? '') > live.at),
    )
    return Response.json({
      live: live ? { id: live.release, since: live.at, pages: live.pages } : undefined,
      waiting: docs
        .filter((request) => request.status === 'requested' || request.status === 'rendering')
        .map((request) => ({ title: request.documentTitle, requestedBy: request.requestedBy, at: request.createdAt })),
      failed: failed.map((request) => ({
        title: request.documentTitle,
        reason: sayProblems(request.problems, req).join(' '),
        at: request.finishedAt,
      })),
      releases: listed.slice(0, 10),
    })
  },
}

/** `POST /api/publishing/rebuild`: renders everything anew; for administrators. */
const rebuild: Endpoint = {
  path: '/publishing/rebuild',
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req, 'administrator')) throw new Forbidden(req.t)
    await requestRelease(req, { collectionSlug: '', documentId: '', documentTitle: '', action: 'rebuild' })
    return new Response(null, { status: 202 })
  },
}

export const releaseEndpoints: Endpoint[] = [waiting, report, state, overview, rebuild]
