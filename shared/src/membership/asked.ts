import { z } from 'zod'
import { languages } from '../languages.ts'
import { questionTypes, signupFieldNames } from './signup-field.ts'

const askedItemSchema = z.discriminatedUnion('blockType', [
  z.object({ blockType: z.literal('step'), heading: z.string() }),
  z.object({ blockType: z.literal('field'), name: z.enum(signupFieldNames), label: z.string() }),
  z.object({
    blockType: z.literal('question'),
    key: z.string(),
    type: z.enum(questionTypes),
    label: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
])

/**
 * The form as somebody answered it: what was shown to them, in the words and the language that they read. Kept with the
 * answers, as the form will have been changed when they are looked at.
 */
export const askedSchema = z.object({
  form: z.string(), // its title
  language: z.enum(languages),
  items: z.array(askedItemSchema), // those that were shown, in order
  plan: z.object({ slug: z.string(), name: z.string() }).nullable(), // the chosen one
  consents: z.array(
    z.object({
      name: z.string(),
      text: z.string(), // its words alone
      hash: z.string(), // SHA-256 of the text, hexadecimal: the same text has the same hash
      required: z.boolean(),
    }),
  ),
})
export type Asked = z.infer<typeof askedSchema>
