import { releaseProgressSchema } from 'shared/publishing/release-report'
import { z } from 'zod'

/** `GET /api/publishing/state`: where one document stands. Problems are worded already. */
export const stateAnswerSchema = z.object({
  state: z.enum(['none', 'waiting', 'rendering', 'live', 'failed', 'replaced']),
  since: z.string().nullish(),
  progress: releaseProgressSchema.nullish(),
  addresses: z.object({ sv: z.string().optional(), en: z.string().optional() }).nullish(),
  problems: z.array(z.string()).nullish(),
  earlierLive: z.boolean().nullish(),
  languages: z.array(z.string()).nullish(),
  mayConfirm: z.boolean().nullish(),
})
export type StateAnswer = z.infer<typeof stateAnswerSchema>

const openChangeSchema = z.object({
  title: z.string(),
  action: z.enum(['changed', 'published', 'unpublished', 'deleted', 'rebuild', 'restored', 'erased']),
  by: z.string(),
  at: z.string(),
  document: z.object({ collection: z.string(), id: z.string() }).optional(),
})
export type OpenChange = z.infer<typeof openChangeSchema>

const releaseSchema = z.object({
  release: z.string(),
  at: z.string(),
  action: z.enum(['published', 'restored', 'rebuild', 'erased']),
  restoredFrom: z.string().nullable(),
  by: z.array(z.string()),
  titles: z.array(z.string()),
  milliseconds: z.number().nullable(),
  pages: z.number().nullable(),
  changed: z.number().nullable(),
  held: z.number(),
  dropped: z.number(),
  notice: z.string().nullable(),
  isLive: z.boolean(),
  mayRestore: z.boolean(),
})
export type ReleaseEntry = z.infer<typeof releaseSchema>

/** `GET /api/publishing/overview`: what is live, what waits, what failed, and what whoever asks may do about it. */
export const overviewAnswerSchema = z.object({
  live: z.object({ since: z.string(), pages: z.number().nullable(), restoredFrom: z.string().nullable() }).nullable(),
  waiting: z.array(openChangeSchema),
  progress: releaseProgressSchema.nullable(),
  failed: z.array(openChangeSchema.extend({ reasons: z.array(z.string()) })),
  releases: z.array(releaseSchema),
  mayForce: z.boolean(),
  mayRebuild: z.boolean(),
})
export type OverviewAnswer = z.infer<typeof overviewAnswerSchema>

/** `GET /api/publishing/languages`: what one language of the site lacks and the other has, document by document, worded. */
export const languagesAnswerSchema = z.object({
  documents: z.array(
    z.object({
      title: z.string(),
      document: z.object({ collection: z.string(), id: z.string() }).nullable(),
      sentences: z.array(z.string()),
      mayConfirm: z.boolean(),
    }),
  ),
  total: z.number(),
  holds: z.boolean(),
})
