import {
  APIError,
  type CollectionSlug,
  createLocalReq,
  getLocalI18n,
  NotFound,
  type Payload,
  type PayloadRequest,
  type TypedCollection,
  ValidationError,
  type Where,
} from 'payload'
import { type Language, languages } from 'shared/languages'
import { publishers } from '../access.ts'
import { aside } from '../content/aside.ts'
import { codeOf } from '../membership/error-code.ts'
import { type Life, startRounds } from '../rounds.ts'
import { saveInLine } from '../write-queue.ts'
import { pokeSite } from './poke-site.ts'
import { requestRelease, withoutRelease } from './request-release.ts'
import { type ScheduledChange, scheduledChangeSchema, type ScheduleReason } from './scheduled-changes.ts'

const collection = 'scheduled-changes'

const lookEveryMilliseconds = 5000
const lookAgainMilliseconds = 1000
// A save takes well under a second; a change whose process was killed half-way is done within the same minute.
const leaseMilliseconds = 30_000
const mostAttempts = 8
const longestPause = 60_000
const fewRows = 100

/** How a try ended: for good, or undefined, which is to be tried again. */
type Outcome = { status: 'done' } | { status: 'failed'; reason: ScheduleReason }
type CarryOut = (payload: Payload, change: ScheduledChange) => Promise<Outcome>

interface ScheduleWork {
  payload: Payload
  now?: () => Date
  carryOut?: CarryOut
}

const workers = new Set<() => void>()

/** Lets the workers of this process look at once, so that a change planned for the next seconds is not late. */
export const pokeScheduleWorkers = (): void => workers.forEach((look) => look())

/**
 * Publishes and unpublishes what is due. A change is taken by one conditional update with a lease, so that of several
 * processes one makes it, and one that was killed half-way is taken over; what was due while none ran comes first.
 */
export const startScheduleWorker = (work: ScheduleWork) => {
  const rounds = startRounds({
    life: { stopped: false },
    round: async (life) => {
      try {
        return await carryOutDue(work, life)
      } catch (error) {
        work.payload.logger.error(`The schedule could not be read (${codeOf(error)}). It is tried again soon.`)
        return lookEveryMilliseconds
      }
    },
  })
  workers.add(rounds.look)
  return {
    /** Lets the change that is being made be finished. */
    stop: (): Promise<void> => {
      workers.delete(rounds.look)
      return rounds.stop()
    },
  }
}

/** Carries out what is due and answers how many milliseconds to wait until the next look. */
const carryOutDue = async (work: ScheduleWork, life: Life): Promise<number> => {
  const now = work.now ?? (() => new Date())
  const { docs } = await work.payload.db.find({
    collection,
    where: { status: { in: ['waiting', 'running'] } },
    sort: ['at', 'id'],
    limit: fewRows,
    pagination: false,
  })
  // Every process takes a document's changes in the same order, and none goes past one that another process is at: two
  // saves of one document at once, one in each language, could lose a language.
  const busy = new Set<string>()
  for (const row of docs) {
    const { data: change } = scheduledChangeSchema.safeParse(row)
    if (!change) continue // of another version of this code; it must not hold up the others
    if (life.stopped) return 0
    const untilDue = change.at.getTime() - now().getTime()
    if (untilDue > 0) return Math.min(untilDue, busy.size > 0 ? lookAgainMilliseconds : lookEveryMilliseconds)
    const document = `${change.collectionSlug}/${change.documentId}`
    if (busy.has(document)) continue
    const settled = await saveInLine(change.collectionSlug, change.documentId, () => takeUp(work, change, now))
    if (!settled) busy.add(document)
  }
  return busy.size > 0 ? lookAgainMilliseconds : lookEveryMilliseconds
}

/** Takes a change and makes it. False when another process has it, or it has to be tried again. */
const takeUp = async (work: ScheduleWork, change: ScheduledChange, now: () => Date): Promise<boolean> => {
  const { payload, carryOut = publishOrUnpublish } = work
  const taken = await claim(payload, change, now())
  if (!taken) return false
  let outcome: Outcome | undefined
  try {
    // One that has ended its process again and again is not tried for ever.
    outcome = taken.attempts > mostAttempts ? unexpected : await carryOut(payload, taken)
  } catch (error) {
    payload.logger.error(`The scheduled change ${taken.id} could not be made (${codeOf(error)}).`)
    if (taken.attempts === mostAttempts) outcome = unexpected
  }
  const pause = Math.min(1000 * 2 ** taken.attempts, longestPause)
  await note(
    payload,
    taken,
    outcome
      ? { ...outcome, finishedAt: now().toISOString(), leaseUntil: null }
      : { leaseUntil: new Date(now().getTime() + pause).toISOString() },
  )
  await pokeSite()
  return outcome !== undefined
}

const unexpected: Outcome = { status: 'failed', reason: { code: 'unexpected' } }

/**
 * Lets what an earlier process was killed at be taken up at once. Only for a database with one process, and before its worker
 * starts: nobody else can be at it then. Elsewhere the lease has to run out.
 */
export const endLeases = async (payload: Payload): Promise<void> => {
  await payload.db.updateMany({
    collection,
    where: { status: { equals: 'running' } },
    data: { leaseUntil: new Date().toISOString() },
    returning: false,
  })
}

/** Due by the clock, or left behind by a process whose lease has run out. */
const takeableAt = (now: string): Where => ({
  or: [
    { and: [{ status: { equals: 'waiting' } }, { at: { less_than_equal: now } }] },
    { and: [{ status: { equals: 'running' } }, { leaseUntil: { less_than_equal: now } }] },
  ],
})

const claim = async (payload: Payload, { id, attempts }: ScheduledChange, now: Date) => {
  const claimed: unknown = await payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, { attempts: { equals: attempts } }, takeableAt(now.toISOString())] },
    data: {
      status: 'running',
      attempts: attempts + 1,
      leaseUntil: new Date(now.getTime() + leaseMilliseconds).toISOString(),
    },
    options: { atomic: true },
  })
  return claimed ? scheduledChangeSchema.parse(claimed) : null
}

/** Notes how it went, unless the lease has run out and another process has taken over. */
const note = async (
  payload: Payload,
  { id, attempts }: ScheduledChange,
  data: Record<string, unknown>,
): Promise<void> => {
  await payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, { status: { equals: 'running' } }, { attempts: { equals: attempts } }] },
    data,
    options: { atomic: true },
  })
}

/** The collections whose documents are drafted and published. */
export type DraftedSlug = {
  [Slug in CollectionSlug]: '_status' extends keyof TypedCollection[Slug] ? Slug : never
}[CollectionSlug]

export const isDrafted = (payload: Payload, slug: string): slug is DraftedSlug =>
  payload.config.collections.some((config) => config.slug === slug && Boolean(config.versions?.drafts))

/** Publishes the latest saved draft in one language, or takes that language away from visitors. May be repeated. */
const publishOrUnpublish: CarryOut = async (payload, change) => {
  const { collectionSlug, documentId: id, language, action } = change
  if (!isDrafted(payload, collectionSlug)) return { status: 'failed', reason: { code: 'gone' } }
  const user = await payload.findByID({
    collection: 'users',
    id: change.requestedById,
    depth: 0,
    disableErrors: true,
  })
  const live = await payload.findByID({
    collection: collectionSlug,
    id,
    locale: language,
    draft: false,
    depth: 0,
    disableErrors: true,
  })
  if (!live) return { status: 'failed', reason: { code: 'gone' } }
  const isFirstTry = change.attempts === 1
  if (action === 'unpublish' && live._status !== 'published' && isFirstTry) return { status: 'done' }

  const obstacles: Partial<Record<Language, string>> = {}
  // A refusal is worded for one reader, so one that is refused is asked again in the other language.
  for (const reader of languages) {
    const i18n = await getLocalI18n({ config: payload.config, language: reader })
    const req = await createLocalReq({ locale: language, req: { i18n }, ...(user ? { user } : {}) }, payload)
    if (!(await publishers({ req }))) return { status: 'failed', reason: { code: 'notAllowed' } }
    try {
      await payload.update({
        collection: collectionSlug,
        id,
        locale: language,
        data: { _status: action === 'publish' ? 'published' : 'draft' },
        depth: 0,
        overrideAccess: false,
        // Whether an unpublished document was live cannot be told from a draft on top of it; here it is known.
        ...(action === 'unpublish' ? { context: withoutRelease } : {}),
        req: aside(req),
      })
      // The try before may have ended between the save and its wish for a release.
      if (action === 'unpublish' || !isFirstTry) await requestReleaseOf(req, change)
      return { status: 'done' }
    } catch (error) {
      if (error instanceof NotFound) return { status: 'failed', reason: { code: 'gone' } }
      if (!(error instanceof APIError) || error.status >= 500) throw error
      obstacles[reader] = obstaclesIn(error)
    }
  }
  return { status: 'failed', reason: { code: 'invalid', obstacles } }
}

const requestReleaseOf = (req: PayloadRequest, change: ScheduledChange): Promise<void> =>
  requestRelease(req, {
    collectionSlug: change.collectionSlug,
    documentId: change.documentId,
    documentTitle: change.documentTitle,
    action: change.action === 'publish' ? 'published' : 'unpublished',
  })

/** What stands in the way, in words: each field's label and what is wrong with it. */
const obstaclesIn = (error: APIError): string =>
  error instanceof ValidationError
    ? error.data.errors.map(({ label, path, message }) => `${String(label ?? path)}: ${message}`).join(' ')
    : error.message
