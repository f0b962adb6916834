import { z } from 'zod'
import { releaseReportSchema } from 'shared/publishing/release-report'
import type { PublishOutcome } from './renderer-messages.ts'

const answerWithinMilliseconds = 15 * 60 * 1000

const problemsSchema = releaseReportSchema.shape.problems.unwrap()
const outcomeSchema: z.ZodType<PublishOutcome> = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('live'),
    release: z.string(),
    pages: z.number(),
    changed: z.number(),
    milliseconds: z.number(),
    problems: problemsSchema,
    held: z.array(z.object({ collection: z.string(), id: z.string(), problems: problemsSchema })),
    kept: z.array(z.string()),
  }),
  z.object({ outcome: z.literal('refused'), milliseconds: z.number(), problems: problemsSchema }),
])

/**
 * Asks the running site for a release of everything that is published now, and waits for it.
 * @param siteUrl where the site's front can be reached from here, `http://127.0.0.1:3000`
 * @param force lets a release through that loses many pages
 */
export const publishNow = async ({
  siteUrl,
  siteKey,
  force = false,
}: {
  siteUrl: string
  siteKey: string
  force?: boolean
}): Promise<PublishOutcome> => {
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
