import type { ReleaseProblem, ReleaseReport } from 'shared/publishing/release-report'
import { z } from 'zod'
import type { CmsAccess } from '../env.ts'
import { listReleases, readLiveId, readLiveRelease, type ReleaseChange } from './release.ts'
import type { Order } from './release-maker.ts'
import type { HeldDocument, Progress, PublishOutcome } from './renderer-messages.ts'
import type { Renderer } from './renderer-process.ts'
import { rollBack } from './roll-back.ts'

const askEveryMilliseconds = 30_000
const askAgainMilliseconds = 1000 // while the CMS does not answer
const firstRetryMilliseconds = 2000
const longestRetryMilliseconds = 5 * 60 * 1000
const answerWithinMilliseconds = 10_000
const mostReportsKept = 100
const longWorkMilliseconds = 300 // from here on editors are told that it is being worked on
const progressEveryMilliseconds = 1000

/** Reasons that pass by themselves, so that it is worth trying again unasked. */
const passingProblems: readonly string[] = [
  'publishing.problem.content-unreachable',
  'publishing.problem.renderer-stopped',
  'publishing.problem.disk-short',
]

const idSchema = z.union([z.string(), z.number()]).transform(String)
const waitingSchema = z.object({
  started: z.string().nullish(), // when the CMS was, if what it stored before may not have been asked for
  waiting: z.array(
    z.object({
      id: idSchema,
      action: z.string(),
      collectionSlug: z.string().nullish(),
      documentId: z.string().nullish(),
      also: z.array(z.object({ collection: z.string(), id: idSchema })).nullish(), // changed by the same save
      release: z.string().nullish(), // to be made live again
      words: z.array(z.string()).nullish(), // by which a person who was erased is known
      force: z.boolean().nullish(), // the loss of pages is intended
    }),
  ),
})
type WaitingRequest = z.infer<typeof waitingSchema>['waiting'][number]

/** Makes releases: one at a time, each of everything that is published when it begins. */
export interface Publisher {
  /** Something may be waiting in the CMS: look now. */
  poke: () => void
  /** Makes a release of everything even when nothing waits. `force` lets one through that loses many pages. */
  publish: (options: { force: boolean }) => Promise<PublishOutcome>
  /** How far the release that is being made has come; null while none is, or nothing is known of it. */
  progress: () => Progress | null
  stop: () => Promise<void>
}

interface ExtraOrder {
  force: boolean
  done: (outcome: PublishOutcome) => void
}

interface Needs {
  cms: CmsAccess
  dataDir: string
  renderer: Renderer
  /** Called when another release has become the live one; with what it changed, if that is not too much. */
  onLive: (change: ReleaseChange | null) => Promise<void>
}

const onSite = (code: ReleaseProblem['code'], values: ReleaseProblem['values'] = {}): PublishOutcome => ({
  outcome: 'refused',
  milliseconds: 0,
  problems: [{ collection: 'site', id: '', title: '', code, values }],
})

/** A release that was not finished: what it was to be made of, and the requests that wait for it. */
interface Owed {
  order: Order
  requests: string[]
}

const mostRequests = 1000 // in one report; all others that failed are settled by a release that is live, too

const joinOwed = (one: Owed, other: Owed): Owed => ({
  order: {
    changes: 'everything',
    anew: one.order.anew || other.order.anew,
    force: one.order.force || other.order.force,
    onlyPrepare: Boolean(one.order.onlyPrepare && other.order.onlyPrepare),
  },
  requests: [...new Set([...one.requests, ...other.requests])].slice(-mostRequests),
})

/** What the requests ask for, in one. */
const orderOf = (requests: WaitingRequest[], extra: ExtraOrder | undefined): Order => {
  const isRebuild = requests.some(({ action }) => action === 'rebuild')
  const changes = requests.flatMap(({ collectionSlug, documentId, also }) => [
    ...(collectionSlug && documentId ? [{ collection: collectionSlug, id: documentId }] : []),
    ...(also ?? []),
  ])
  return {
    changes: isRebuild || extra ? 'everything' : changes,
    anew: isRebuild,
    force: extra?.force === true || requests.some(({ force }) => force === true),
  }
}

/**
 * Asks the CMS what waits (at start, when poked, every half minute), joins it all into one release, and reports how it went.
 * A renderer that has just been started is told to get ready, which makes a release when the code of the pages is new, when
 * nothing is live, or when something was published unnoticed. The same when the CMS was started anew.
 */
export const startPublisher = ({ cms, dataDir, renderer, onLive }: Needs): Publisher => {
  const orders: ExtraOrder[] = []
  const reports: ReleaseReport[] = [] // not yet told to the CMS
  let held: HeldDocument[] = [] // as of the last release
  let readyProcess: number | undefined // the renderer that was told to get ready, and did
  let cmsStarted: string | null = null // as it said the last time
  let comparedSince: string | null = null // the start of the CMS since which everything was compared
  let retryAt = 0
  let retryPause = firstRetryMilliseconds
  let owed: Owed | null = null // what was stopped by something that passes by itself, and has to be tried again
  let hasFailed = false // something was reported as failed, and may be live by now
  let progress: Progress | null = null
  const state = { stopped: false }
  let poked = false
  let wake: () => void = () => {}

  const ask = (path: string, body?: unknown): Promise<Response> =>
    fetch(`${cms.cmsUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Site-Key ${cms.siteKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    })

  const sendAll = async (): Promise<void> => {
    for (let report = reports[0]; report; report = reports[0]) {
      const response = await ask('/api/publishing/report', report)
      await response.body?.cancel()
      if (response.status >= 500) throw new Error(`The CMS answered ${response.status} to a report.`)
      reports.shift() // one that the CMS does not understand will not be understood later either
      if (!response.ok) console.error(`The CMS answered ${response.status} to the report on a release.`)
    }
  }
  let sending: Promise<void> | undefined
  const sendReports = (): Promise<void> => {
    sending ??= sendAll().finally(() => (sending = undefined))
    return sending
  }

  const report = (entry: ReleaseReport): void => {
    reports.push(entry)
    reports.splice(0, reports.length - mostReportsKept)
    sendReports().catch(() => {}) // told again at the next look
  }

  const requestsWaiting = async (): Promise<WaitingRequest[] | null> => {
    try {
      await sendReports()
      const response = await ask('/api/publishing/waiting')
      if (!response.ok) throw new Error(`The CMS answered ${response.status} when asked what waits to be published.`)
      const { waiting, started } = waitingSchema.parse(await response.json())
      cmsStarted = started ?? null
      return waiting
    } catch {
      return null
    }
  }

  /** Says that it is being worked on, if it takes long enough for somebody to wonder. */
  const reportWork = (requests: string[]) => {
    let toldAt = 0
    const tell = (told?: Progress): void => {
      progress = told ?? null
      if (requests.length === 0 || Date.now() - toldAt < progressEveryMilliseconds) return
      toldAt = Date.now()
      report({ requests, status: 'rendering', ...(told ? { progress: told } : {}) })
    }
    const timer = setTimeout(tell, longWorkMilliseconds)
    const stop = () => {
      clearTimeout(timer)
      progress = null
    }
    return { tell, stop }
  }

  const makeRelease = async (asked: Order, askedBy: string[]): Promise<PublishOutcome> => {
    const { order, requests } = owed
      ? joinOwed(owed, { order: asked, requests: askedBy })
      : { order: asked, requests: askedBy }
    const work = reportWork(requests)
    const process = renderer.processId()
    const before = await readLiveId(dataDir)
    const since = cmsStarted
    try {
      const { outcome, change } = await renderer.publish(order, work.tell)
      if (outcome.outcome === 'refused') {
        regret(outcome, { order, requests })
        if (order.changes === 'everything' && !owed) comparedSince = since
        return outcome
      }
      readyProcess = process
      if (order.changes === 'everything') comparedSince = since
      if (outcome.release !== before) await onLive(change)
      return welcome(outcome, requests, outcome.release !== before)
    } catch (error) {
      console.error('A release was not finished; the live one stays.', error)
      return regret(onSite('publishing.problem.renderer-stopped'), { order, requests })
    } finally {
      work.stop()
    }
  }

  const welcome = (
    outcome: Extract<PublishOutcome, { outcome: 'live' }>,
    requests: string[],
    isNew: boolean,
  ): PublishOutcome => {
    const { outcome: _, ...told } = outcome
    if (isNew)
      console.log(`Live: ${told.release}, ${told.changed} of ${told.pages} pages anew, after ${told.milliseconds} ms.`)
    for (const { problems } of told.held) for (const problem of problems) console.error(describe(problem))
    held = told.held
    owed = null
    retryPause = firstRetryMilliseconds
    retryAt = 0
    if (isNew || requests.length > 0 || hasFailed) report({ requests, status: 'live', ...told })
    hasFailed = told.held.length > 0
    return outcome
  }

  const regret = (outcome: PublishOutcome, tried: Owed): PublishOutcome => {
    const { problems, milliseconds } = outcome
    const { requests } = tried
    for (const problem of problems) console.error(describe(problem))
    owed = problems.some(({ code }) => passingProblems.includes(code)) ? tried : null
    hasFailed = true
    retryAt = Date.now() + retryPause
    retryPause = Math.min(retryPause * 2, longestRetryMilliseconds)
    report({ requests, status: 'failed', milliseconds, problems })
    return outcome
  }

  /** Makes an earlier release live again, as somebody asked for in the admin. */
  const restore = async (request: WaitingRequest): Promise<void> => {
    const startedAt = performance.now()
    try {
      const { id, pages } = await rollBack(dataDir, request.release ?? undefined)
      await onLive(null)
      console.log(`Live again: ${id}, ${pages} pages.`)
      const milliseconds = Math.round(performance.now() - startedAt)
      report({ requests: [request.id], status: 'live', release: id, pages, changed: 0, milliseconds, held })
    } catch (error) {
      console.error('A release could not be made live again; the live one stays.', error)
      const { problems } = onSite('publishing.problem.release-gone', { release: request.release ?? '' })
      report({ requests: [request.id], status: 'failed', problems })
    }
  }

  /**
   * Takes a person who was erased out of the releases that are kept. Should they be seen because somebody went back to an
   * earlier one, what is published now goes live first.
   */
  const forget = async (request: WaitingRequest): Promise<void> => {
    const startedAt = performance.now()
    const words = request.words ?? null
    const [newest = ''] = await listReleases(dataDir)
    const hasGoneBack = (await readLiveId(dataDir)) !== newest
    const first = await renderer.forget(words)
    const isNewestGone = !(await listReleases(dataDir)).includes(newest)
    let { isShown, kept } = first
    let dropped = first.dropped
    if (hasGoneBack && (isShown || isNewestGone)) {
      await makeRelease({ changes: 'everything', anew: false, force: false }, [])
      const again = await renderer.forget(words)
      dropped += again.dropped
      ;({ isShown, kept } = again)
    }
    const live = await readLiveRelease(dataDir)
    const milliseconds = Math.round(performance.now() - startedAt)
    console.log(`A person was erased: ${dropped} earlier releases were taken away.`)
    report({
      requests: [request.id],
      status: 'live',
      ...(live ? { release: live.id, pages: live.pages } : {}),
      changed: 0,
      dropped,
      milliseconds,
      held,
      kept,
      ...(isShown ? { problems: onSite('publishing.problem.person-still-shown').problems } : {}),
    })
  }

  /** One look at what is to be done, and the doing of it. Tells how long to wait before the next one. */
  const look = async (): Promise<number> => {
    if ((await renderer.ready()) === null) return askAgainMilliseconds
    const waiting = await requestsWaiting()
    const extra = orders.shift()
    if (waiting === null) {
      extra?.done(onSite('publishing.problem.content-unreachable'))
      return askAgainMilliseconds
    }
    const firstApart = waiting.findIndex(({ action }) => action === 'restored' || action === 'erased')
    const apart = waiting[firstApart]
    const requests = apart ? waiting.slice(0, firstApart) : waiting
    if (requests.length > 0 || extra) {
      const outcome = await makeRelease(
        orderOf(requests, extra),
        requests.map(({ id }) => id),
      )
      extra?.done(outcome)
    }
    if (apart) await (apart.action === 'erased' ? forget(apart) : restore(apart))
    if (requests.length > 0 || extra || apart) return 0
    const isStarting = readyProcess !== renderer.processId()
    const mayLack = cmsStarted !== comparedSince
    if ((isStarting || mayLack || owed) && Date.now() >= retryAt) {
      const outcome = await makeRelease({ changes: 'everything', anew: false, force: false, onlyPrepare: true }, [])
      return outcome.outcome === 'live' ? 0 : Math.max(retryAt - Date.now(), 0)
    }
    return isStarting || mayLack || owed ? Math.max(retryAt - Date.now(), 0) : askEveryMilliseconds
  }

  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const pause = poked || state.stopped ? 0 : Math.min(milliseconds, askEveryMilliseconds)
      const timer = setTimeout(resolve, pause)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const work = async (): Promise<void> => {
    while (!state.stopped) {
      poked = false
      const pause = await look().catch((error: unknown) => {
        console.error('Looking for what waits to be published failed; it is tried again.', error)
        return askAgainMilliseconds
      })
      await rest(pause)
    }
  }

  const poke = (): void => {
    poked = true
    wake()
  }
  const working = work()
  return {
    poke,
    progress: () => progress,
    publish: ({ force }) =>
      new Promise((done) => {
        orders.push({ force, done })
        poke()
      }),
    stop: async () => {
      state.stopped = true
      wake()
      for (const order of orders.splice(0)) order.done(onSite('publishing.problem.renderer-stopped'))
      await working
    },
  }
}

/** A problem for the log: names and addresses of documents, which are public, and nothing else. */
const describe = ({ code, collection, id, language, values }: ReleaseProblem): string =>
  `Refused: ${code} ${collection} ${id} ${language ?? ''} ${JSON.stringify(values ?? {})}`
