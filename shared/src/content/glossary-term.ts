import { z } from 'zod'
import { idSchema } from './id.ts'
import { richTextSchema } from './rich-text.ts'

/** A word of the trade and what it means; shown where a page has a term block, and linked to there. */
export const glossaryTermSchema = z.object({
  id: idSchema,
  term: z.string(),
  slug: z.string(),
  definition: richTextSchema,
})
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>
