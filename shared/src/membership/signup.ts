import * as z from 'zod/mini' // a tenth of zod's size, as the form in the browser reads this too
import { languages } from '../languages.ts'
import { readEmailAddress, readWebAddress } from './internet-address.ts'
import { readOrganisationNumber } from './organisation-number.ts'
import { readPhone } from './phone.ts'
import type { Plan } from './plan.ts'
import { readPostalCode } from './postal-code.ts'
import type { SignupErrorCode } from './signup-error.ts'
import { longestAnswers, type SignupFieldName } from './signup-field.ts'
import type { FormConsent, FormField } from './signup-form.ts'

/** A code, where zod wants the words of an error. */
const says = (code: SignupErrorCode) => code
const saysRequiredOrWrong = (issue: { input?: unknown }) => says(issue.input === undefined ? 'required' : 'wrong-type')

// Control characters, lone halves of a character, and marks that turn the reading direction of what follows.
const unallowedInLine = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
const unallowedInText = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u

const lacks = (pattern: RegExp) => z.refine<string>((text) => !pattern.test(text), says('unallowed-character'))

/** A line as a person types it: white space trimmed and made one, at most as long as the catalogue says. */
const line = (name: SignupFieldName, shortest = 1) =>
  z.string({ error: saysRequiredOrWrong }).check(
    z.overwrite((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()),
    z.minLength(1, says('required')),
    z.minLength(shortest, says('too-short')),
    z.maxLength(longestAnswers[name], says('too-long')),
    lacks(unallowedInLine),
  )

/** Several lines of text. */
const text = (name: SignupFieldName) =>
  z.string({ error: saysRequiredOrWrong }).check(
    z.overwrite((answer) => answer.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
    z.minLength(1, says('required')),
    z.maxLength(longestAnswers[name], says('too-long')),
    lacks(unallowedInText),
  )

/** A line that `read` understands, kept in the form that `read` gives it. */
const lineReadBy = <Answer>(name: SignupFieldName, read: (text: string) => Answer | null, code: SignupErrorCode) =>
  z.pipe(
    line(name),
    z.transform((written: string, context): Answer => {
      const answer = read(written)
      if (answer !== null) return answer
      context.issues.push({ code: 'custom', message: says(code), input: written })
      return z.NEVER
    }),
  )

const readCount = (written: string): number | null => {
  const digits = written.replace(/\s/g, '')
  return /^\d{1,7}$/.test(digits) ? Number(digits) : null
}

const readDigits = (written: string): string | null => readOrganisationNumber(written)?.digits ?? null

const emptyAsMissing = (answer: unknown) => (typeof answer === 'string' && answer.trim() === '' ? undefined : answer)
const numberAsText = (answer: unknown) => (typeof answer === 'number' ? String(answer) : answer)

/** What of a form decides which answers are valid. */
type AskedField = Pick<FormField, 'name' | 'required'>
type AskedConsent = Pick<FormConsent, 'name' | 'required'>

/**
 * The one schema of a valid signup by this form: the island, the form without JavaScript and the endpoint all use it. It
 * takes answers as people write them and gives them as they are stored. Every issue's message is a `SignupErrorCode`.
 */
export const signupAnswersSchema = (
  form: { fields: readonly AskedField[]; consents: readonly AskedConsent[] },
  plans: readonly Pick<Plan, 'slug'>[],
) => {
  const ifAsked = <Answer>(name: SignupFieldName, answer: z.ZodMiniType<Answer>): z.ZodMiniType<Answer | undefined> => {
    const field = form.fields.find((asked) => asked.name === name)
    if (!field) return z.optional(z.never(says('unknown-field')))
    return field.required ? answer : z.optional(z.pipe(z.transform(emptyAsMissing), z.optional(answer)))
  }
  const planSlug = line('plan').check(
    z.refine((slug) => plans.some((plan) => plan.slug === slug), says('unknown-plan')),
  )
  const count = lineReadBy('employees', readCount, 'not-a-number')
  const consents = form.consents.map(({ name, required }): [string, z.ZodMiniType<boolean>] => [
    name,
    required ? z.literal(true, says('consent-required')) : z._default(z.boolean(says('wrong-type')), false),
  ])
  return z.strictObject({
    organisationNumber: lineReadBy('organisationNumber', readDigits, 'not-an-organisation-number'),
    organisationName: line('organisationName', 2),
    website: ifAsked('website', lineReadBy('website', readWebAddress, 'not-a-web-address')),
    contactName: line('contactName', 2),
    contactRole: ifAsked('contactRole', line('contactRole')),
    contactEmail: lineReadBy('contactEmail', readEmailAddress, 'not-an-email'),
    contactPhone: ifAsked('contactPhone', lineReadBy('contactPhone', readPhone, 'not-a-phone-number')),
    streetAddress: ifAsked('streetAddress', line('streetAddress')),
    postalCode: ifAsked('postalCode', lineReadBy('postalCode', readPostalCode, 'not-a-postal-code')),
    city: ifAsked('city', line('city')),
    invoiceEmail: ifAsked('invoiceEmail', lineReadBy('invoiceEmail', readEmailAddress, 'not-an-email')),
    invoiceReference: ifAsked('invoiceReference', line('invoiceReference')),
    employees: ifAsked('employees', z.pipe(z.transform(numberAsText), count)),
    plan: ifAsked('plan', planSlug),
    message: ifAsked('message', text('message')),
    consents: z.prefault(z.strictObject(Object.fromEntries(consents)), {}),
  })
}

/** A signup's answers as stored. */
export type SignupAnswers = z.infer<ReturnType<typeof signupAnswersSchema>>

/** Answers as sent: one level deep, but for the consents. What they may be is for the form's own schema to say. */
const isFlat = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(
    (answer) =>
      typeof answer !== 'object' ||
      answer === null ||
      (!Array.isArray(answer) && Object.values(answer).every((inner) => typeof inner !== 'object')),
  )

/** What is sent to `POST /api/signup`. `trap` is a field that people do not see; who fills it in is likely a robot. */
export const signupRequestSchema = z.strictObject({
  form: z.string(says('wrong-type')).check(z.regex(/^[a-z0-9-]{1,100}$/, says('unknown-form'))),
  formVersion: z
    .int(says('wrong-type'))
    .check(z.positive(says('wrong-type')), z.lte(1_000_000_000, says('wrong-type'))),
  language: z.enum(languages, says('wrong-type')),
  answers: z.custom<Record<string, unknown>>(isFlat, says('wrong-type')),
  trap: z.optional(z.string(says('wrong-type')).check(z.maxLength(500, says('too-long')))),
})
export type SignupRequest = z.infer<typeof signupRequestSchema>
