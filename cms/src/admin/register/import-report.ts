import { z } from 'zod'

const toldSchema = z.object({ row: z.number().nullable(), column: z.string().nullable(), message: z.string() })
export type Told = z.infer<typeof toldSchema>

/** `POST /api/register/import`: what a list would do, or has done. Problems are worded already. */
export const importReportSchema = z.object({
  rows: z.number(),
  creates: z.number(),
  updates: z.number(),
  unchanged: z.number(),
  faulty: z.number(),
  problems: z.array(toldSchema),
  warnings: z.array(toldSchema),
  changes: z.array(toldSchema),
  saved: z.number(),
  remaining: z.number(),
  contacts: z.number(),
})
export type ImportReport = z.infer<typeof importReportSchema>
