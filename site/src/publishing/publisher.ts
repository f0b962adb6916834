import type { ReleaseProblem, ReleaseReport } from 'shared/publishing/release-report'
import { z } from 'zod'
import type { CmsAccess } from '../env.ts'
import { readLiveId, readNewestReleases } from './release.ts'
import type { PublishOutcome } from './renderer-messages.ts'
import type { Renderer } from './renderer-process.ts'

const askEveryMilliseconds = 30_000
const askAgainMilliseconds = 1000 // while the CMS does not answer
const firstRetryMilliseconds = 2000
const longestRetryMilliseconds = 5 * 60 * 1000
const answerWithinMilliseconds = 10_000
const mostReportsKept = 100

/** Reasons that pass by themselves, so that it is worth trying again unasked. */
const passingProblems: readonly string[] = [
  'publishing.problem.content-unreachable',
  'publishing.problem.renderer-stopped',
  'publishing.problem.disk-short',
]

const waitingSchema = z.object({
  waiting: z.array(z.object({ id: z.union([z.string(), z.number()]).transform(String) })),
})

/** Makes releases: one at a time, each of everything that is published when it begins. */
export interface Publisher {
  /** Something may be waiting in the CMS: look now. */
  poke: () => void
  /** Makes a release even when nothing waits. `force` lets one through that loses many pages. */
  publish: (options: { force: boolean }) => Promise<PublishOutcome>
  stop: () => Promise<void>
}

interface Order {
  force: boolean
  done: (outcome: PublishOutcome) => void
}

interface Needs {
  cms: CmsAccess
  dataDir: string
  renderer: Renderer
  /** Called when another release has become the live one. */
  onLive: () => Promise<void>
}

const stoppedOutcome = (): PublishOutcome => ({
  outcome: 'refused',
  milliseconds: 0,
  problems: [{ collection: 'site', id: '', title: '', code: 'publishing.problem.renderer-stopped' }],
})

/**
 * Asks the CMS what waits (at start, when poked, every half minute), joins it all into one release, and reports how it went.
 * When the code of the pages has changed, or nothing is live, a release is made without being asked for.
 */
export const startPublisher = ({ cms, dataDir, renderer, onLive }: Needs): Publisher => {
  const orders: Order[] = []
  const reports: ReleaseReport[] = [] // not yet told to the CMS
  const failed = new Set<string>() // requests whose release was refused; the next one that goes live has them in it
  let retryAt = 0
  let retryPause = firstRetryMilliseconds
  let retryWanted = false
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

  const sendReports = async (): Promise<void> => {
    for (let report = reports[0]; report; report = reports[0]) {
      const response = await ask('/api/publishing/report', report)
      await response.body?.cancel()
      if (response.status >= 500) return
      reports.shift() // one that the CMS does not understand will not be understood later either
      if (!response.ok) console.error(`The CMS answered ${response.status} to the report on a release.`)
    }
  }

  const report = async (entry: ReleaseReport): Promise<void> => {
    if (entry.requests.length === 0 && entry.status === 'rendering') return
    reports.push(entry)
    reports.splice(0, reports.length - mostReportsKept)
    await sendReports().catch(() => {}) // told again at the next look
  }

  const requestsWaiting = async (): Promise<string[] | null> => {
    try {
      await sendReports()
      const response = await ask('/api/publishing/waiting')
      if (!response.ok) throw new Error(`The CMS answered ${response.status} when asked what waits to be published.`)
      return waitingSchema.parse(await response.json()).waiting.map(({ id }) => id)
    } catch {
      return null
    }
  }

  /** A release that was rolled back from stays undone: the newest one tells, not the live one. */
  const isCodeNew = async (): Promise<boolean> => {
    const [newest] = await readNewestReleases(dataDir, 1)
    return !newest || (await readLiveId(dataDir)) === null || newest.bundle !== renderer.bundle()
  }

  const makeRelease = async (requests: string[], force: boolean): Promise<PublishOutcome> => {
    await report({ requests, status: 'rendering' })
    const outcome = await renderer.publish(force).catch((error: unknown) => {
      console.error('A release was not finished; the live one stays.', error)
      return stoppedOutcome()
    })
    await (outcome.outcome === 'live' ? welcome(outcome, requests) : regret(outcome, requests))
    return outcome
  }

  const welcome = async (outcome: Extract<PublishOutcome, { outcome: 'live' }>, requests: string[]): Promise<void> => {
    const { release, pages, milliseconds, problems } = outcome
    console.log(`Live: ${release}, ${pages} pages, after ${milliseconds} ms.`)
    retryWanted = false
    retryPause = firstRetryMilliseconds
    retryAt = 0
    await onLive()
    await report({ requests: [...failed, ...requests], status: 'live', release, pages, milliseconds, problems })
    failed.clear()
  }

  const regret = async ({ problems, milliseconds }: PublishOutcome, requests: string[]): Promise<void> => {
    for (const problem of problems) console.error(describe(problem))
    retryWanted = problems.some(({ code }) => passingProblems.includes(code))
    retryAt = Date.now() + retryPause
    retryPause = Math.min(retryPause * 2, longestRetryMilliseconds)
    for (const request of requests) failed.add(request)
    await report({ requests, status: 'failed', milliseconds, problems })
  }

  /** One look at what is to be done, and the doing of it. Tells how long to wait before the next one. */
  const look = async (): Promise<number> => {
    if ((await renderer.ready()) === null) return askAgainMilliseconds
    const requests = await requestsWaiting()
    const order = orders.shift()
    if (requests === null) {
      order?.done(unreachableOutcome())
      return askAgainMilliseconds
    }
    const isDue = ((await isCodeNew()) || retryWanted) && Date.now() >= retryAt
    if (requests.length === 0 && !order && !isDue)
      return retryAt > Date.now() ? retryAt - Date.now() : askEveryMilliseconds
    const outcome = await makeRelease(requests, order?.force ?? false)
    order?.done(outcome)
    if (orders.length > 0) return 0
    return outcome.outcome === 'live' ? askEveryMilliseconds : Math.max(retryAt - Date.now(), 0)
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
    publish: ({ force }) =>
      new Promise((done) => {
        orders.push({ force, done })
        poke()
      }),
    stop: async () => {
      state.stopped = true
      wake()
      for (const order of orders.splice(0)) order.done(stoppedOutcome())
      await working
    },
  }
}

const unreachableOutcome = (): PublishOutcome => ({
  outcome: 'refused',
  milliseconds: 0,
  problems: [{ collection: 'site', id: '', title: '', code: 'publishing.problem.content-unreachable' }],
})

/** A problem for the log: names and addresses of documents, which are public, and nothing else. */
const describe = ({ code, collection, id, language, values }: ReleaseProblem): string =>
  `Refused: ${code} ${collection} ${id} ${language ?? ''} ${JSON.stringify(values ?? {})}`
