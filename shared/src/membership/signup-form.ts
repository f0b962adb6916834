import { z } from 'zod'
import { idSchema, optionalTextSchema } from '../content/id.ts'
import { optionalRichTextSchema, richTextSchema } from '../content/rich-text.ts'
import { signupFieldNames } from './signup-field.ts'

export { indispensableFields, signupFieldNames, type SignupFieldName } from './signup-field.ts'

/** One field as the communicator placed it. Empty label or help: the catalogue's own words are used. */
const formFieldSchema = z.object({
  name: z.enum(signupFieldNames),
  required: z
    .boolean()
    .nullish()
    .transform((required) => required ?? false),
  label: optionalTextSchema,
  help: optionalTextSchema,
})
export type FormField = z.infer<typeof formFieldSchema>

/** A consent: its key in `answers.consents`, the text agreed to, and whether one must agree. */
const formConsentSchema = z.object({
  name: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  text: richTextSchema,
  required: z
    .boolean()
    .nullish()
    .transform((required) => required ?? false),
})
export type FormConsent = z.infer<typeof formConsentSchema>

/** A signup form in one language (REST, `depth=0`, published only). */
export const signupFormSchema = z.object({
  id: idSchema,
  slug: z.string(),
  version: z.number().int().positive(), // counts up with every published change
  title: z.string(),
  introduction: optionalTextSchema,
  fields: z.array(formFieldSchema),
  consents: z
    .array(formConsentSchema)
    .nullish()
    .transform((consents) => consents ?? []),
  submitLabel: optionalTextSchema,
  privacyNotice: optionalRichTextSchema, // shown where the data are asked for (GDPR art. 13)
  receiptHeading: z.string(),
  receiptText: optionalRichTextSchema,
})
export type SignupForm = z.infer<typeof signupFormSchema>
