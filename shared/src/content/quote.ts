import { z } from 'zod'
import { idSchema, optionalTextSchema } from './id.ts'

/** Somebody's words, who said them, and where they can be found. */
export const quoteSchema = z.object({
  id: idSchema,
  text: z.string(),
  attribution: z.string(),
  role: optionalTextSchema,
  source: optionalTextSchema,
  sourceAddress: optionalTextSchema,
})
export type Quote = z.infer<typeof quoteSchema>
