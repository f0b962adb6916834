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

/** A document as the CMS knows it. Of a global both are its slug. */
export const publishedDocumentSchema = z.object({ collection: z.string(), id: z.string() })
export type PublishedDocument = z.infer<typeof publishedDocumentSchema>

/** A document whose change is not shown: it stays as it was live before, while everything else goes live. */
export const heldDocumentSchema = publishedDocumentSchema.extend({ problems: z.array(releaseProblemSchema).max(200) })
export type HeldDocument = z.infer<typeof heldDocumentSchema>

/** How far a release has come, in pages. */
export const releaseProgressSchema = z.object({
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
})
export type ReleaseProgress = z.infer<typeof releaseProgressSchema>

/**
 * What the site tells the CMS of requests for a release.
 *
 * - `rendering` may come again with `progress` while the work is long.
 * - `live`: all that is published is shown, except what is `held`. That settles the requests named and all that failed before.
 * - `failed`: none of the requests became live.
 */
export const releaseReportSchema = z.object({
  requests: z.array(z.string()).max(1000),
  status: z.enum(['rendering', 'live', 'failed']),
  release: z.string().optional(),
  pages: z.number().int().nonnegative().optional(),
  /** Pages that were rendered anew. */
  changed: z.number().int().nonnegative().optional(),
  /** Earlier releases that were taken away because somebody in them was erased. */
  dropped: z.number().int().nonnegative().optional(),
  milliseconds: z.number().nonnegative().optional(),
  problems: z.array(releaseProblemSchema).max(200).optional(),
  held: z.array(heldDocumentSchema).max(1000).optional(),
  /** What one language of what is live lacks and the other has: the first ones, and how many there are. */
  languages: z
    .object({ problems: z.array(releaseProblemSchema).max(500), total: z.number().int().nonnegative() })
    .optional(),
  /** The releases that can be restored, newest first. */
  kept: z.array(z.string()).max(1000).optional(),
  progress: releaseProgressSchema.optional(),
})
export type ReleaseReport = z.infer<typeof releaseReportSchema>
