import type { Language } from 'shared/languages'
import type { SignupRequest } from 'shared/membership/signup'
import { type SignupFieldName, signupFieldNames } from 'shared/membership/signup-field'
import type { FormConsent, FormField } from 'shared/membership/signup-form'

/** What a form holds while it is filled in. */
export type SignupValues = Partial<Record<SignupFieldName, string | null>> & {
  consents?: Record<string, boolean | undefined>
  trap?: string
}

/** The name of a control: a field, or `consents.<name>`. */
export type ControlName = SignupFieldName | `consents.${string}`

/** Which form is shown, in which version and language. */
export interface ShownForm {
  slug: string
  version: number
  language: Language
  fields: Pick<FormField, 'name' | 'required'>[]
  consents: Pick<FormConsent, 'name' | 'required'>[]
}

/** What is sent to `POST /api/signup`: what was written, as it was written; empty fields are left out. */
export const toSignupRequest = (form: ShownForm, values: SignupValues): SignupRequest => {
  const asked = signupFieldNames.filter((name) => form.fields.some((field) => field.name === name))
  const answers = asked.flatMap((name): [string, string][] => {
    const value = values[name]
    return value?.trim() ? [[name, value]] : []
  })
  const consents = form.consents.map(({ name }): [string, boolean] => [name, values.consents?.[name] === true])
  return {
    form: form.slug,
    formVersion: form.version,
    language: form.language,
    answers: {
      ...Object.fromEntries(answers),
      ...(consents.length > 0 ? { consents: Object.fromEntries(consents) } : {}),
    },
    ...(values.trap?.trim() ? { trap: values.trap } : {}),
  }
}
