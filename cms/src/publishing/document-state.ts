import type { PayloadRequest, Where } from 'payload'
import type { Language } from 'shared/languages'
import type { ReleaseProgress } from 'shared/publishing/release-report'
import type { ReleaseRequest } from '../payload-types.ts'
import { env } from '../env.ts'
import { addressesOf } from './addresses.ts'
import { languagesOfDocument } from './language-report.ts'
import { readProgress } from './release-notes.ts'
import { releaseTime } from './release-time.ts'
import { readProblems, sayProblems } from './say-problems.ts'

const collection = 'release-requests'

/** Where one document stands. */
export interface DocumentState {
  /** `replaced`: it went live, and visitors now see an earlier release that somebody restored. */
  state: 'none' | 'waiting' | 'rendering' | 'live' | 'failed' | 'replaced'
  since?: string
  progress?: ReleaseProgress
  problems?: string[]
  /** Whether visitors see an earlier version of what failed; false: it was never live. */
  earlierLive?: boolean
  addresses: Partial<Record<Language, string>>
  /** What one of its languages lacks, in words; told while nothing is on its way. */
  languages?: string[]
  /** Whoever asks may say that the text that was left behind is right as it is. */
  mayConfirm?: boolean
}

const newest = async ({ payload }: PayloadRequest, where: Where, sort = '-id'): Promise<ReleaseRequest | undefined> =>
  (await payload.find({ collection, where, sort, limit: 1, pagination: false })).docs[0]

/** Has the document been live, or is it older than the first request, as what came with the installation is? */
const wasLive = async (req: PayloadRequest, slug: string, id: string): Promise<boolean> => {
  const own = { collectionSlug: { equals: slug }, documentId: { equals: id } }
  if (await newest(req, { ...own, status: { equals: 'live' } })) return true
  const first = await newest(req, {}, 'id')
  const config = req.payload.config.collections.find((each) => each.slug === slug)
  if (!config) return true // a global is there from the start
  const document: Record<string, unknown> | null = await req.payload.db.findOne({
    collection: config.slug,
    where: { id: { equals: id } },
    select: { createdAt: true },
  })
  const createdAt = document?.['createdAt']
  return first !== undefined && typeof createdAt === 'string' && createdAt < first.createdAt
}

/** Tells of the latest change of a document whether visitors see it, since when, or why not. */
export const documentState = async (req: PayloadRequest, slug: string, id: string): Promise<DocumentState> => {
  const last = await newest(req, { collectionSlug: { equals: slug }, documentId: { equals: id } })
  const addresses = await addressesOf(req.payload, slug, id, env.SITE_URL)
  if (!last) return { state: 'none', addresses, ...(await languagesOfDocument(req, slug, id)) }
  const since = last.finishedAt ?? last.createdAt
  if (last.status === 'requested') return { state: 'waiting', since, addresses }
  if (last.status === 'rendering') {
    const progress = await readProgress(req.payload)
    const isOurs = progress?.requests.includes(String(last.id))
    return { state: 'rendering', since, addresses, ...(progress && isOurs ? { progress } : {}) }
  }
  if (last.status === 'failed') {
    const earlierLive = await wasLive(req, slug, id)
    const hasMoved = Array.isArray(last.also) && last.also.length > 0
    const problems = sayProblems(readProblems(last.problems), req)
    // An address that does not lead anywhere yet is none to offer.
    const { mayConfirm } = await languagesOfDocument(req, slug, id)
    return {
      state: 'failed',
      since,
      problems,
      earlierLive,
      mayConfirm,
      addresses: earlierLive && !hasMoved ? addresses : {},
    }
  }
  const live = await newest(req, { and: [{ status: { equals: 'live' } }, { action: { not_equals: 'erased' } }] })
  const isReplaced = live?.action === 'restored' && (live.release ?? '') < (last.release ?? '')
  if (!isReplaced) return { state: 'live', since, addresses, ...(await languagesOfDocument(req, slug, id)) }
  return { state: 'replaced', since: releaseTime(live.release) ?? live.createdAt, addresses: {} }
}
