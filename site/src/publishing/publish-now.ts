import { setTimeout as pause } from 'node:timers/promises'
import { releaseReportSchema } from 'shared/publishing/release-report'
import { z } from 'zod'
import type { Progress } from './renderer-messages.ts'

const answerWithinMilliseconds = 15 * 60 * 1000
const askProgressEveryMilliseconds = 1000
const progressWithinMilliseconds = 5000

const problemsSchema = releaseReportSchema.shape.problems.unwrap()
const heldSchema = z
  .array(z.object({ problems: problemsSchema }))
  .default([])
  .transform((documents) => documents.flatMap(({ problems }) => problems))
const outcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('live'),
    release: z.string(),
    pages: z.number(),
    milliseconds: z.number(),
    problems: problemsSchema,
    held: heldSchema, // why documents are shown as they were before
  }),
  z.object({ outcome: z.literal('refused'), milliseconds: z.number(), problems: problemsSchema, held: heldSchema }),
])

const progressSchema = z.object({
  progress: z.object({ done: z.number(), total: z.number() }).nullable(),
})

interface Order {
  /** Where the site's front can be reached from here, `http://127.0.0.1:3000`. */
  siteUrl: string
  siteKey: string
  /** Lets a release through that loses many pages. */
  force?: boolean
  /** Told about once a second how far it has come, when it takes longer. */
  onProgress?: (progress: Progress) => void
}

/** Asks the running site for a release of everything that is published now, and waits for it. */
export const publishNow = async (order: Order): Promise<z.infer<typeof outcomeSchema>> => {
  const answered = new AbortController()
  const telling = tellProgress(order, answered.signal)
  try {
    return await askForRelease(order)
  } finally {
    answered.abort()
    await telling
  }
}

const askForRelease = async ({ siteUrl, siteKey, force = false }: Order) => {
  const url = `${siteUrl}/internal/publish`
  const ask = fetch(url, {
    method: 'POST',
    headers: { authorization: `Site-Key ${siteKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ wait: true, force }),
    signal: AbortSignal.timeout(answerWithinMilliseconds),
  })
  const response = await ask.catch((cause: unknown) => {
    throw new Error(`The site does not answer at ${siteUrl}, so nothing was published. Start it with "npm start".`, {
      cause,
    })
  })
  if (response.ok) return outcomeSchema.parse(await response.json())
  throw new Error(
    `The site answered ${response.status} at ${url}, so nothing was published. Check that SITE_KEY is the site's.`,
  )
}

/** A site that does not tell is no reason not to publish. */
const tellProgress = async ({ siteUrl, siteKey, onProgress }: Order, signal: AbortSignal): Promise<void> => {
  if (!onProgress) return
  let told = ''
  while (!signal.aborted) {
    await pause(askProgressEveryMilliseconds, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    const progress = await askProgress(siteUrl, siteKey, signal)
    if (progress && JSON.stringify(progress) !== told) onProgress(progress)
    told = JSON.stringify(progress)
  }
}

const askProgress = async (siteUrl: string, siteKey: string, signal: AbortSignal): Promise<Progress | null> => {
  try {
    const response = await fetch(`${siteUrl}/internal/publish`, {
      headers: { authorization: `Site-Key ${siteKey}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(progressWithinMilliseconds)]),
    })
    return response.ok ? progressSchema.parse(await response.json()).progress : null
  } catch {
    return null
  }
}
