import { z } from 'zod'
import { optionalEventSchema } from './event.ts'
import { idSchema, optionalIdSchema, optionalTextSchema } from './id.ts'
import { slugPattern } from './page.ts'
import { optionalRichTextSchema } from './rich-text.ts'

/** A news item in one language. Its address is the news page's, plus its slug. */
export const newsItemSchema = z.object({
  id: idSchema,
  title: z.string(),
  slug: z.string().regex(slugPattern),
  publishedOn: z.string(), // ISO 8601
  introduction: optionalTextSchema,
  image: optionalIdSchema,
  event: optionalEventSchema,
  body: optionalRichTextSchema,
  searchDescription: optionalTextSchema,
  updatedAt: z.string(),
})
export type NewsItem = z.infer<typeof newsItemSchema>
