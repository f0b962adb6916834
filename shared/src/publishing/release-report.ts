import { z } from 'zod'
import { languages } from '../languages.ts'

/** Why a document cannot be shown. `code` is a sentence's key, `publishing.problem.…`, said with `title` and `values`. */
export const releaseProblemSchema = z.object({
  collection: z.string(),
  id: z.string(),
  title: z.string(),
  language: z.enum(languages).optional(),
  code: z.string().startsWith('publishing.problem.'),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type ReleaseProblem = z.infer<typeof releaseProblemSchema>

/** What the site tells the CMS of requests for a release. */
export const releaseReportSchema = z.object({
  requests: z.array(z.string()).max(1000),
  status: z.enum(['rendering', 'live', 'failed']),
  release: z.string().optional(),
  pages: z.number().int().nonnegative().optional(),
  changed: z.number().int().nonnegative().optional(), // pages rendered anew
  milliseconds: z.number().nonnegative().optional(),
  problems: z.array(releaseProblemSchema).max(200).optional(),
  held: z
    .array(z.object({ collection: z.string(), id: z.string(), problems: z.array(releaseProblemSchema) }))
    .optional(), // documents that visitors see as they were before, and why
  kept: z.array(z.string()).optional(), // releases that can be made live again, the newest first
  progress: z.object({ done: z.number(), total: z.number() }).optional(), // pages
})
export type ReleaseReport = z.infer<typeof releaseReportSchema>
