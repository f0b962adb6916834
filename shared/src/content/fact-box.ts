import { z } from 'zod'
import { idSchema, optionalTextSchema } from './id.ts'

/** One fact: what is said, of which period, the figure, and who says so. */
export const factSchema = z.object({
  figure: optionalTextSchema,
  text: z.string(),
  period: optionalTextSchema,
  source: optionalTextSchema,
  sourceAddress: optionalTextSchema,
})
export type Fact = z.infer<typeof factSchema>

export const factListSchema = z
  .array(factSchema)
  .nullish()
  .transform((facts) => facts ?? [])

export const factBoxSchema = z.object({ id: idSchema, title: z.string(), facts: factListSchema })
export type FactBox = z.infer<typeof factBoxSchema>
