import type { SignupErrors } from 'shared/membership/signup-error'

/**
 * What the front tells a page about a signup that was posted without JavaScript: its reference on the receipt, or else the
 * form to show again with what was written and what is wrong.
 */
export interface SignupState {
  reference?: string
  form?: string // slug
  values?: Record<string, string> // by the name of the control: `contactEmail`, `consents.newsletter`
  errors?: SignupErrors
}
