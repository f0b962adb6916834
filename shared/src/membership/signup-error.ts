import type { core } from 'zod/mini'

/**
 * Everything that can be wrong with a signup. Each is said by `signup.error.<code>`, or more exactly for one field by
 * `signup.error.<field>.<code>`, in the translations.
 */
export const signupErrorCodes = [
  // an answer
  'required',
  'too-short',
  'too-long',
  'wrong-type',
  'unallowed-character',
  'not-an-organisation-number',
  'not-a-foreign-number',
  'not-a-vat-number',
  'not-a-peppol-id',
  'not-an-email',
  'not-a-phone-number',
  'not-a-postal-code',
  'not-a-number',
  'ambiguous-number',
  'not-a-date',
  'not-a-web-address',
  'not-a-picture',
  'unknown-country',
  'unknown-plan',
  'unknown-option',
  'too-many-contacts',
  'consent-required',
  'unknown-field',
  // the request as a whole
  'unreadable',
  'too-large',
  'unknown-form',
  'form-changed',
  'form-not-open',
  'form-closed',
  'key-missing',
  'key-reused',
  'wrong-origin',
  'wrong-content-type',
  'busy',
] as const
export type SignupErrorCode = (typeof signupErrorCodes)[number]

/**
 * What is wrong, by field: `contactEmail`, `contacts.0.contactEmail`, `questions.fairs`, `consents.newsletter`, or `request`
 * for the whole.
 */
export type SignupErrors = Record<string, SignupErrorCode>

const mostErrors = 50

export const isSignupErrorCode = (text: unknown): text is SignupErrorCode =>
  signupErrorCodes.some((code) => code === text)

/** The first thing that is wrong with each field. */
export const toSignupErrors = (error: core.$ZodError): SignupErrors => {
  const errors = new Map<string, SignupErrorCode>()
  const note = (path: PropertyKey[], code: SignupErrorCode) => {
    const field = path.map(String).join('.').slice(0, 100) || 'request'
    if (!errors.has(field) && errors.size < mostErrors) errors.set(field, code)
  }
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') issue.keys.forEach((key) => note([...issue.path, key], 'unknown-field'))
    else note(issue.path, isSignupErrorCode(issue.message) ? issue.message : 'wrong-type')
  }
  return Object.fromEntries(errors)
}
