import type { Payload, Where } from 'payload'
import { idSchema } from 'shared/content/id'
import {
  type HeldDocument,
  type PublishedDocument,
  publishedDocumentSchema,
  type ReleaseProblem,
  type ReleaseReport,
} from 'shared/publishing/release-report'
import { z } from 'zod'
import { forgetProgress, noteKept, noteLanguages, noteProgress } from './release-notes.ts'

const collection = 'release-requests'
const mostRequests = 1000

const requestSchema = z.object({
  id: idSchema,
  action: z.string(),
  collectionSlug: z.string().nullish(),
  documentId: z.string().nullish(),
  also: z.array(publishedDocumentSchema).nullish().catch([]),
})
type Request = z.infer<typeof requestSchema>

const requestsWhere = async (payload: Payload, where: Where): Promise<Request[]> => {
  const { docs } = await payload.find({
    collection,
    where,
    sort: '-id',
    limit: mostRequests,
    pagination: false,
    select: { action: true, collectionSlug: true, documentId: true, also: true },
  })
  return z.array(requestSchema).parse(docs)
}

const change = async (payload: Payload, where: Where, data: Record<string, unknown>): Promise<void> => {
  await payload.db.updateMany({ collection, where, data, returning: false })
}

/** Records the fate of requests, as the site tells it. */
export const settleRequests = async (payload: Payload, report: ReleaseReport): Promise<void> => {
  if (report.kept) await noteKept(payload, report.kept)
  if (report.languages) await noteLanguages(payload, report.languages)
  if (report.status === 'rendering') await begin(payload, report)
  else {
    await forgetProgress(payload)
    await (report.status === 'live' ? welcome(payload, report) : regret(payload, report))
  }
}

const begin = async (payload: Payload, { requests, progress }: ReleaseReport): Promise<void> => {
  await (progress ? noteProgress(payload, { ...progress, requests }) : forgetProgress(payload))
  if (requests.length === 0) return
  const data = { status: 'rendering', startedAt: new Date().toISOString(), problems: null }
  await change(payload, { and: [{ id: { in: requests } }, { status: { not_equals: 'rendering' } }] }, data)
}

/** What the report says of the release itself, which all its requests share. */
const releaseOf = ({ release, pages, changed, dropped, milliseconds }: ReleaseReport) => ({
  ...(release === undefined ? {} : { release }),
  ...(pages === undefined ? {} : { pages }),
  ...(changed === undefined ? {} : { changed }),
  ...(dropped === undefined ? {} : { dropped }),
  ...(milliseconds === undefined ? {} : { milliseconds }),
  finishedAt: new Date().toISOString(),
})

const regret = async (payload: Payload, report: ReleaseReport): Promise<void> => {
  const data = { ...releaseOf(report), status: 'failed', problems: report.problems ?? null }
  if (report.requests.length > 0) await change(payload, { id: { in: report.requests } }, data)
  // A release that nobody asked for, such as one for new code of the pages, is told as a rebuild of everything.
  else await payload.db.create({ collection, data: { ...data, action: 'rebuild' }, returning: false })
}

const welcome = async (payload: Payload, report: ReleaseReport): Promise<void> => {
  const { requests, held = [], problems } = report
  const isUnasked = requests.length === 0
  const named = isUnasked ? [] : await requestsWhere(payload, { id: { in: requests } })
  // A release made live again shows what it showed then, and whoever was erased is told of with the one that is live;
  // every other one shows all that is published now.
  const isRestored = isUnasked
    ? await wasLive(payload, report.release)
    : named.length > 0 && named.every(({ action }) => action === 'restored')
  const isNoNews = isRestored || (named.length > 0 && named.every(({ action }) => action === 'erased'))
  const failedBefore = isNoNews ? [] : await requestsWhere(payload, { status: { equals: 'failed' } })
  const open = [...new Map([...named, ...failedBefore].map((request) => [request.id, request])).values()]

  const stillHeld = open.filter((request) => problemsOf(request, held).length > 0)
  const live = open.filter((request) => !stillHeld.includes(request)).map(({ id }) => id)
  const data = { ...releaseOf(report), status: 'live', problems: problems ?? null }
  if (live.length > 0) await change(payload, { id: { in: live } }, data)
  if (isUnasked) {
    const action = isRestored ? 'restored' : 'rebuild'
    await payload.db.create({ collection, data: { ...data, action }, returning: false })
  }
  for (const request of stillHeld) {
    const failed = { ...releaseOf(report), status: 'failed', problems: problemsOf(request, held) }
    await change(payload, { id: { equals: request.id } }, failed)
  }
  if (!isNoNews) await recordHeldUnasked(payload, report, stillHeld)
}

/** Has this release been live before? Then somebody rolled back to it without asking the CMS. */
const wasLive = async (payload: Payload, release: string | undefined): Promise<boolean> => {
  if (release === undefined) return false
  const where: Where = { release: { equals: release }, status: { equals: 'live' } }
  return (await payload.count({ collection, where })).totalDocs > 0
}

const isAbout = (document: PublishedDocument, { collection: slug, id }: PublishedDocument): boolean =>
  document.collection === slug && (document.id === id || (id === '' && document.id === slug))

const documentsOf = ({ collectionSlug, documentId, also }: Request): PublishedDocument[] => [
  ...(collectionSlug && documentId ? [{ collection: collectionSlug, id: documentId }] : []),
  ...(also ?? []),
]

/** Why a request's change is not shown: the reasons of its document and of those that changed with it. */
const problemsOf = (request: Request, held: HeldDocument[]): ReleaseProblem[] => {
  const documents = documentsOf(request)
  return held.filter((each) => documents.some((one) => isAbout(one, each))).flatMap(({ problems }) => problems)
}

/** A document may be held because of another one's change. Its editor shall see that too, so it gets a request of its own. */
const recordHeldUnasked = async (payload: Payload, report: ReleaseReport, stillHeld: Request[]): Promise<void> => {
  const told = stillHeld.flatMap(documentsOf)
  for (const document of report.held ?? []) {
    const isDocument = payload.config.collections.some(({ slug }) => slug === document.collection)
    const isGlobal = payload.config.globals.some(({ slug }) => slug === document.collection)
    if (!(isDocument || isGlobal) || told.some((one) => isAbout(one, document))) continue
    await payload.db.create({
      collection,
      data: {
        ...releaseOf(report),
        action: 'changed',
        status: 'failed',
        collectionSlug: document.collection,
        documentId: isGlobal ? document.collection : document.id,
        documentTitle: document.problems[0]?.title ?? '',
        problems: document.problems,
      },
      returning: false,
    })
  }
}
