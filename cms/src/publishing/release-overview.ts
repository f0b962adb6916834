import type { PayloadRequest, Where } from 'payload'
import type { ReleaseProgress } from 'shared/publishing/release-report'
import { hasRole } from '../access.ts'
import type { ReleaseRequest } from '../payload-types.ts'
import { readKept, readProgress } from './release-notes.ts'
import { releaseTime } from './release-time.ts'
import { readProblems, sayProblems } from './say-problems.ts'

const collection = 'release-requests'
const mostReleases = 10
const mostLive = 500 // requests; many of them may have become live in one release
const mostOpen = 100

/** That many pages went, which somebody has to say is intended. */
export const pagesFell = 'publishing.problem.pages-fell'

/** A change on its way, or one that is stuck. */
interface OpenChange {
  title: string
  action: string
  by: string
  at: string
  /** Where in the admin its document is; missing when it is gone or there is none. */
  document?: { collection: string; id: string }
}

/** One time that visitors got to see something else. */
interface Release {
  release: string
  at: string
  action: 'published' | 'restored' | 'rebuild' | 'erased'
  /** When the release was made that is live again. */
  restoredFrom: string | null
  by: string[]
  titles: string[]
  milliseconds: number | null
  pages: number | null
  changed: number | null
  held: number
  /** Earlier releases that were taken away, as somebody in them was erased. */
  dropped: number
  /** What is still to be done by a person. */
  notice: string | null
  isLive: boolean
  mayRestore: boolean
}

/** What the dashboard shows of publishing. */
export interface Overview {
  live: { since: string; pages: number | null; restoredFrom: string | null } | null
  waiting: OpenChange[]
  progress: ReleaseProgress | null
  failed: (OpenChange & { reasons: string[] })[]
  releases: Release[]
  mayForce: boolean
  mayRebuild: boolean
}

const requestsWhere = async ({ payload }: PayloadRequest, where: Where, limit: number): Promise<ReleaseRequest[]> =>
  (await payload.find({ collection, where, sort: '-id', limit, pagination: false })).docs

/** What went live lately, without the notices it went live with, of which there may be many. */
const liveRequests = async ({ payload }: PayloadRequest): Promise<LiveRequest[]> => {
  const { docs } = await payload.find({
    collection,
    where: { and: [{ status: { equals: 'live' } }, { action: { not_equals: 'erased' } }] },
    sort: '-id',
    limit: mostLive,
    pagination: false,
    select: {
      action: true,
      documentTitle: true,
      requestedBy: true,
      release: true,
      finishedAt: true,
      milliseconds: true,
      pages: true,
      changed: true,
    },
  })
  return docs
}
type LiveRequest = Omit<
  ReleaseRequest,
  | 'problems'
  | 'also'
  | 'collectionSlug'
  | 'documentId'
  | 'status'
  | 'startedAt'
  | 'force'
  | 'dropped'
  | 'createdAt'
  | 'updatedAt'
>

const toOpenChange = (req: PayloadRequest, request: ReleaseRequest): OpenChange => {
  const { action, collectionSlug, documentId } = request
  const isThere = action !== 'deleted' && collectionSlug && documentId
  return {
    title: request.documentTitle ?? '',
    action,
    by: request.requestedBy ?? '',
    at: request.finishedAt ?? request.createdAt,
    ...(isThere && knows(req, collectionSlug) ? { document: { collection: collectionSlug, id: documentId } } : {}),
  }
}

const knows = ({ payload }: PayloadRequest, slug: string): boolean =>
  [...payload.config.collections, ...payload.config.globals].some((each) => each.slug === slug)

/** The newest of each document: an editor who saved five times waits for one thing, and it failed once. */
const oncePerDocument = (requests: ReleaseRequest[]): ReleaseRequest[] => {
  const keyOf = ({ id, collectionSlug, documentId }: ReleaseRequest) =>
    collectionSlug ? `${collectionSlug}:${documentId}` : String(id)
  const byDocument = new Map<string, ReleaseRequest>()
  for (const request of requests) if (!byDocument.has(keyOf(request))) byDocument.set(keyOf(request), request)
  return [...byDocument.values()]
}

const distinct = (texts: (string | null | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text ? [text] : []))),
]
/** Requests that became live together, newest first. A restored release is live a second time, and told so. */
const toReleases = (live: LiveRequest[], failed: ReleaseRequest[], kept: string[]): Release[] => {
  const groups = new Map<string, LiveRequest[]>()
  for (const request of live) {
    if (!request.release || !request.finishedAt) continue
    const key = request.action === 'restored' ? `restored ${request.id}` : request.release
    groups.set(key, [...(groups.get(key) ?? []), request])
  }
  const releases = [...groups.values()].flatMap((requests): Release[] => {
    const [first] = requests
    if (!first?.release || !first.finishedAt) return []
    // A change that alters no page joins the release that is live already, which then is about the others still.
    const main = requests.reduce((one, other) => ((other.changed ?? 0) > (one.changed ?? 0) ? other : one))
    const isRebuild = requests.some(({ action }) => action === 'rebuild')
    const action = first.action === 'restored' ? 'restored' : isRebuild ? 'rebuild' : 'published'
    return [
      {
        release: first.release,
        at: first.finishedAt,
        action,
        restoredFrom: action === 'restored' ? (releaseTime(first.release) ?? first.finishedAt) : null,
        by: distinct(requests.map(({ requestedBy }) => requestedBy)),
        titles: distinct(requests.map(({ documentTitle }) => documentTitle)),
        milliseconds: main.milliseconds ?? null,
        pages: main.pages ?? null,
        changed: main.changed ?? null,
        held: oncePerDocument(failed.filter(({ release }) => release === first.release)).length,
        dropped: 0,
        notice: null,
        isLive: false,
        mayRestore: false,
      },
    ]
  })
  const [newest, ...older] = releases.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, mostReleases)
  if (!newest) return []
  const restorable = (release: Release) => ({
    ...release,
    mayRestore: release.action !== 'restored' && release.release !== newest.release && kept.includes(release.release),
  })
  return [{ ...newest, isLive: true }, ...older.map(restorable)]
}

/** The latest persons who were erased and stood in releases. It names nobody. */
const erasures = async (req: PayloadRequest): Promise<Release[]> => {
  const erased: Where = { and: [{ status: { equals: 'live' } }, { action: { equals: 'erased' } }] }
  return (await requestsWhere(req, erased, mostReleases)).flatMap((request): Release[] => {
    const { release, finishedAt, dropped, requestedBy, milliseconds, problems } = request
    const [notice = null] = sayProblems(readProblems(problems), req)
    if (!finishedAt || (!dropped && !notice)) return []
    return [
      {
        release: release ?? '',
        at: finishedAt,
        action: 'erased',
        restoredFrom: null,
        by: distinct([requestedBy]),
        titles: [],
        milliseconds: milliseconds ?? null,
        pages: null,
        changed: null,
        held: 0,
        dropped: dropped ?? 0,
        notice,
        isLive: false,
        mayRestore: false,
      },
    ]
  })
}

/** What is live, what waits, what failed and why, the latest releases, and what whoever asks may do about it. */
export const overviewFor = async (req: PayloadRequest): Promise<Overview> => {
  const live = await liveRequests(req)
  const open = await requestsWhere(req, { status: { in: ['requested', 'rendering'] } }, mostOpen)
  const failed = await requestsWhere(req, { status: { equals: 'failed' } }, mostOpen)
  const mayRestore = hasRole(req, 'administrator', 'publisher')
  const releases = toReleases(live, failed, mayRestore ? await readKept(req.payload) : [])
  const [now] = releases
  const progress = await readProgress(req.payload)
  const stuck = oncePerDocument(failed)
  return {
    live: now
      ? {
          since: now.at,
          pages: now.pages,
          restoredFrom: now.restoredFrom,
        }
      : null,
    waiting: oncePerDocument(open).map((request) => toOpenChange(req, request)),
    progress: progress ? { done: progress.done, total: progress.total } : null,
    failed: stuck.map((request) => ({
      ...toOpenChange(req, request),
      reasons: sayProblems(readProblems(request.problems), req),
    })),
    releases: [...releases, ...(await erasures(req))]
      .toSorted((one, other) => other.at.localeCompare(one.at))
      .slice(0, mostReleases),
    mayForce: mayRestore && failed.some(fellShort),
    mayRebuild: hasRole(req, 'administrator'),
  }
}

/** Was it held because many pages would go? */
export const fellShort = ({ problems }: ReleaseRequest): boolean =>
  readProblems(problems).some(({ code }) => code === pagesFell)
