import type { Language } from 'shared/languages'
import type { SignupErrorCode, SignupErrors } from 'shared/membership/signup-error'
import { isSignupFieldName, longestAnswers } from 'shared/membership/signup-field'
import type { FormField } from 'shared/membership/signup-form'
import { createTranslator } from 'shared/translations/translator'

/** Says what the form says: its own words where the communicator wrote any, else those of the catalogue. */
export interface FormTexts {
  say: (key: string, values?: Record<string, string | number>) => string
  label: (field: FormField) => string
  help: (field: FormField) => string | null
  /** What is wrong and what to do about it. `field` is a name of a field, `consents.<name>` or `request`. */
  error: (field: string, code: SignupErrorCode) => string
}

export const formTexts = (language: Language, sentences: Record<string, string>, fields: FormField[]): FormTexts => {
  const say = createTranslator(language, sentences)
  const label = (field: FormField) => field.label ?? say(`signup.field.${field.name}.label`)
  return {
    say,
    label,
    help: (field) => field.help ?? sentences[`signup.field.${field.name}.help`] ?? null,
    error: (name, code) => {
      const field = fields.find((shown) => shown.name === name)
      const own = `signup.error.${code}.${name}`
      const longest = isSignupFieldName(name) ? longestAnswers[name] : 0
      return say(own in sentences ? own : `signup.error.${code}`, { field: field ? label(field) : name, longest })
    },
  }
}

/** The errors in the order in which the form asks. */
export const inFormOrder = (errors: SignupErrors, names: string[]): [string, SignupErrorCode][] => {
  const placeOf = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length)
  return Object.entries(errors).toSorted(([one], [other]) => placeOf(one) - placeOf(other))
}
