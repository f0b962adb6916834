import { z } from 'zod'
import { idSchema, optionalTextSchema } from '../content/id.ts'

/** A kind of membership that a company can choose. */
export const planSchema = z.object({
  id: idSchema,
  slug: z.string(), // the value stored in a signup's answers
  name: z.string(),
  description: optionalTextSchema,
  yearlyFee: z.number().int().nonnegative(), // whole SEK, VAT not included
})
export type Plan = z.infer<typeof planSchema>
