import { z } from 'zod'
import { idListSchema, idSchema, optionalTextSchema } from '../content/id.ts'
import { optionalRichTextSchema, richTextSchema } from '../content/rich-text.ts'
import { questionTypes, signupFieldNames } from './signup-field.ts'

export { indispensableFields, signupFieldNames, type SignupFieldName } from './signup-field.ts'

/** How keys of questions and names of consents are written. */
export const keyPattern = /^[a-z][a-zA-Z0-9]{0,39}$/

const yesOrNoSchema = z
  .boolean()
  .nullish()
  .transform((answer) => answer ?? false)

/**
 * When an item is shown: the answer to an earlier field or question is one of these. A yes/no question is answered with
 * `yes` or `no`. No name, or no values: always.
 */
const showWhenSchema = z
  .object({ name: optionalTextSchema, is: z.array(z.string()).nullish() })
  .nullish()
  .transform((condition) =>
    condition?.name && condition.is && condition.is.length > 0 ? { name: condition.name, is: condition.is } : null,
  )
export type ShowWhen = NonNullable<z.infer<typeof showWhenSchema>>

/** A step begins here, with all that follows up to the next one. */
const formStepSchema = z.object({
  blockType: z.literal('step'),
  heading: z.string(),
  introduction: optionalTextSchema,
})
export type FormStep = z.infer<typeof formStepSchema>

/** A field of the catalogue as the communicator placed it. Empty label or help: the catalogue's own words are used. */
const formFieldSchema = z.object({
  blockType: z.literal('field'),
  name: z.enum(signupFieldNames),
  required: yesOrNoSchema,
  label: optionalTextSchema,
  help: optionalTextSchema,
  showWhen: showWhenSchema,
})
export type FormField = z.infer<typeof formFieldSchema>

/** A question of the communicator's own. Its answer is `answers.questions[key]`; options are for `one` and `several`. */
const formQuestionSchema = z.object({
  blockType: z.literal('question'),
  key: z.string().regex(keyPattern),
  type: z.enum(questionTypes),
  label: z.string(),
  help: optionalTextSchema,
  required: yesOrNoSchema,
  options: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .nullish()
    .transform((options) => options ?? []),
  showWhen: showWhenSchema,
})
export type FormQuestion = z.infer<typeof formQuestionSchema>

const formItemSchema = z.discriminatedUnion('blockType', [formStepSchema, formFieldSchema, formQuestionSchema])
export type FormItem = z.infer<typeof formItemSchema>

/** A consent: its key in `answers.consents`, the text agreed to, and whether one must agree. */
const formConsentSchema = z.object({
  name: z.string().regex(keyPattern),
  text: richTextSchema,
  required: yesOrNoSchema,
})
export type FormConsent = z.infer<typeof formConsentSchema>

/** A signup form in one language (REST, `depth=0`, published only). */
export const signupFormSchema = z.object({
  id: idSchema,
  slug: z.string(),
  version: z.number().int().positive(), // counts up with every published change
  title: z.string(),
  introduction: optionalTextSchema,
  items: z.array(formItemSchema), // in the order in which they are shown
  plans: idListSchema, // ids of the plans that can be chosen; none: all. Read it with `offeredPlans`
  opensAt: optionalTextSchema, // a moment, ISO 8601
  closesAt: optionalTextSchema,
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
