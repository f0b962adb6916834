import type { SignupErrors } from 'shared/membership/signup-error'

/**
 * What was posted, by the name of the control: `contactEmail`, `contacts.0.contactEmail`, `questions.fairs`,
 * `consents.newsletter`. A list where several controls of one name were filled in.
 */
export type PostedValues = Record<string, string | string[]>

/**
 * What the front tells a page about a signup that was posted without JavaScript: its reference on the receipt, or else the
 * form to show again with what was written and what is wrong, or in the other language with what was written.
 */
export interface SignupState {
  reference?: string
  form?: string // slug
  values?: PostedValues
  errors?: SignupErrors
}
