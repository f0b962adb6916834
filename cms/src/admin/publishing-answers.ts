import { z } from 'zod'

/** `GET /api/publishing/state`: where one document stands. Problems are worded already. */
export const stateAnswerSchema = z.object({
  state: z.enum(['none', 'waiting', 'rendering', 'live', 'failed']),
  since: z.string().nullish(),
  addresses: z.object({ sv: z.string().optional(), en: z.string().optional() }).nullish(),
  problems: z.array(z.string()).nullish(),
})
export type StateAnswer = z.infer<typeof stateAnswerSchema>

const entrySchema = z.object({ title: z.string().nullish(), at: z.string().nullish() })

/** `GET /api/publishing/overview`: what is live, what waits, what failed. */
export const overviewAnswerSchema = z.object({
  live: z.object({ id: z.string(), since: z.string(), pages: z.number() }).nullish(),
  waiting: z.array(entrySchema.extend({ requestedBy: z.string().nullish() })),
  failed: z.array(entrySchema.extend({ reason: z.string().nullish() })),
  releases: z.array(
    z.object({
      release: z.string(),
      at: z.string(),
      by: z.string(),
      status: z.enum(['requested', 'rendering', 'live', 'failed']),
      pages: z.number(),
      documents: z.number(),
    }),
  ),
})
export type OverviewAnswer = z.infer<typeof overviewAnswerSchema>
