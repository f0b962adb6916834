import { languages } from 'shared/languages'
import { z } from 'zod'

/** A change that is planned, was made lately or could not be made. The reason is worded already. */
const plannedChangeSchema = z.object({
  id: z.string(),
  collection: z.string(),
  documentId: z.string(),
  title: z.string(),
  language: z.enum(languages),
  action: z.enum(['publish', 'unpublish']),
  at: z.coerce.date(),
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  requestedBy: z.string(),
  isGone: z.boolean(),
  reason: z.string().optional(),
})
export type PlannedChange = z.infer<typeof plannedChangeSchema>

/** `GET /api/publishing/schedule`. */
export const scheduleAnswerSchema = z.object({ mayPlan: z.boolean(), changes: z.array(plannedChangeSchema) })
export type ScheduleAnswer = z.infer<typeof scheduleAnswerSchema>

const refusalSchema = z.object({
  errors: z.array(
    z.object({
      message: z.string(),
      data: z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) }).optional(),
    }),
  ),
})

/** What a refusal says: by which field, or by none in particular. Undefined when the answer is no refusal of ours. */
export const readRefusal = (body: unknown): { field: string | undefined; message: string } | undefined => {
  const [refusal] = refusalSchema.safeParse(body).data?.errors ?? []
  const [field] = refusal?.data?.errors ?? []
  if (field) return { field: field.path, message: field.message }
  return refusal && { field: undefined, message: refusal.message }
}
