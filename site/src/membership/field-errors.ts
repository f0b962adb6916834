import { type FieldErrors, get, set } from 'react-hook-form'
import { isSignupErrorCode, type SignupErrorCode, type SignupErrors } from 'shared/membership/signup-error'
import type { ControlName } from './form-steps.ts'
import type { SignupValues } from './signup-request.ts'

/** Our errors as react-hook-form keeps them: the code is the message, that of a whole list is at its root. */
export const toFieldErrors = (errors: SignupErrors): FieldErrors<SignupValues> => {
  const fields: FieldErrors<SignupValues> = {}
  for (const [name, code] of Object.entries(errors)) {
    set(fields, name === 'contacts' ? 'contacts.root' : name, { type: code, message: code })
  }
  return fields
}

/** What react-hook-form knows to be wrong with a control, or with the list of contact persons. */
export const codeOf = (
  errors: FieldErrors<SignupValues>,
  name: ControlName | 'contacts',
): SignupErrorCode | undefined => {
  const message: unknown = get(errors, `${name === 'contacts' ? 'contacts.root' : name}.message`)
  return isSignupErrorCode(message) ? message : undefined
}
