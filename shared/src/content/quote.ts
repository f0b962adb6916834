import { z } from 'zod'
import { optionalForeignLanguageSchema } from './foreign-language.ts'
import { idSchema, optionalTextSchema } from './id.ts'

/** Somebody's words, who said them, and where they can be found. */
export const quoteSchema = z.object({
  id: idSchema,
  text: z.string(),
  attribution: z.string(),
  role: optionalTextSchema,
  source: optionalTextSchema,
  sourceAddress: optionalTextSchema,
  language: optionalForeignLanguageSchema, // of the words, where they are not in the page's
})
export type Quote = z.infer<typeof quoteSchema>
