import type { FieldErrors } from 'react-hook-form'
import { isSignupErrorCode, type SignupErrorCode, type SignupErrors } from 'shared/membership/signup-error'
import { isSignupFieldName } from 'shared/membership/signup-field'
import type { ControlName, SignupValues } from './signup-request.ts'

const consentPrefix = 'consents.'
const consentOf = (name: string): string => name.slice(consentPrefix.length)

/** Our errors as react-hook-form keeps them: the code is the message. */
export const toFieldErrors = (errors: SignupErrors): FieldErrors<SignupValues> => {
  const told = (code: SignupErrorCode) => ({ type: code, message: code })
  const fields: FieldErrors<SignupValues> = {}
  const consents: NonNullable<FieldErrors<SignupValues>['consents']> = {}
  for (const [name, code] of Object.entries(errors)) {
    if (isSignupFieldName(name)) fields[name] = told(code)
    else if (name.startsWith(consentPrefix)) consents[consentOf(name)] = told(code)
  }
  return Object.keys(consents).length > 0 ? { ...fields, consents } : fields
}

/** What react-hook-form knows to be wrong with a control. */
export const codeOf = (errors: FieldErrors<SignupValues>, name: ControlName): SignupErrorCode | undefined => {
  const message = isSignupFieldName(name) ? errors[name]?.message : errors.consents?.[consentOf(name)]?.message
  return isSignupErrorCode(message) ? message : undefined
}
