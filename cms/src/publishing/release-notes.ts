import type { Payload } from 'payload'
import { releaseProgressSchema, releaseReportSchema, type ReleaseReport } from 'shared/publishing/release-report'
import { z } from 'zod'

// What the site last told of its releases as a whole. It belongs to no request, so it lies beside them, by key.

const keptKey = 'publishing:kept'
const progressKey = 'publishing:progress'
const languagesKey = 'publishing:languages'
const progressIsFreshForMilliseconds = 30_000

const keptSchema = z.array(z.string()).catch([])
const progressSchema = releaseProgressSchema.extend({ requests: z.array(z.string()), at: z.number() })
export type NotedProgress = z.infer<typeof progressSchema>

/** The releases that can be restored, newest first. */
export const readKept = async (payload: Payload): Promise<string[]> =>
  keptSchema.parse((await payload.kv.get(keptKey)) ?? [])

export const noteKept = (payload: Payload, kept: string[]): Promise<void> => payload.kv.set(keptKey, kept)

const languagesSchema = releaseReportSchema.shape.languages.unwrap().catch({ problems: [], total: 0 })
export type NotedLanguages = NonNullable<ReleaseReport['languages']>

/** What one language of what is live lacks and the other has. */
export const readLanguages = async (payload: Payload): Promise<NotedLanguages> =>
  languagesSchema.parse(await payload.kv.get(languagesKey))

export const noteLanguages = (payload: Payload, languages: NotedLanguages): Promise<void> =>
  payload.kv.set(languagesKey, languages)

/** How far the release in the making has come; null when none is, or nothing has been heard of it for long. */
export const readProgress = async (payload: Payload): Promise<NotedProgress | null> => {
  const noted = progressSchema.safeParse(await payload.kv.get(progressKey))
  if (!noted.success) return null
  return Date.now() - noted.data.at < progressIsFreshForMilliseconds ? noted.data : null
}

export const noteProgress = (payload: Payload, progress: Omit<NotedProgress, 'at'>): Promise<void> =>
  payload.kv.set(progressKey, { ...progress, at: Date.now() })

export const forgetProgress = async (payload: Payload): Promise<void> => {
  if ((await payload.kv.get(progressKey)) !== null) await payload.kv.delete(progressKey)
}
