import { set } from 'react-hook-form'
import type { Language } from 'shared/languages'
import { type AskedItem, shownItems } from 'shared/membership/form-items'
import type { SignupRequest } from 'shared/membership/signup'
import type { ContactFieldName } from 'shared/membership/signup-field'
import type { FormConsent, FormItem } from 'shared/membership/signup-form'
import type { PlainFieldName } from './form-steps.ts'
import type { PostedValues } from './signup-state.ts'

/** A further contact person, as typed. */
export type ContactValues = Partial<Record<ContactFieldName, string>>

/** What a control of a question holds; one box of several that is not ticked holds `false`. */
export type QuestionValue = string | string[] | false | null | undefined

/** What a form holds while it is filled in. */
export type SignupValues = Partial<Record<PlainFieldName, string | null>> & {
  questions?: Record<string, QuestionValue>
  contacts?: ContactValues[]
  consents?: Record<string, boolean | undefined>
  trap?: string
}

/** Which form is shown, in which version and language. */
export interface ShownForm {
  slug: string
  version: number
  language: Language
  items: FormItem[]
  consents: Pick<FormConsent, 'name' | 'required'>[]
}

/** The id of the form itself. */
export const formIdOf = (slug: string): string => `${slug}-form`

/** What was posted without JavaScript, as the form holds it: a name with dots is a place in it. */
export const postedToValues = (posted: PostedValues): SignupValues => {
  const values: SignupValues = {}
  for (const [name, value] of Object.entries(posted)) set(values, name, name.startsWith('consents.') ? true : value)
  return values
}

/** The items that what is written calls for, in order. */
export const itemsShown = (items: readonly FormItem[], values: SignupValues): AskedItem[] =>
  shownItems(items, { ...values }).filter((item) => item.blockType !== 'step')

const isWritten = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== ''

/** What is sent to `POST /api/signup`: what was written, as it was written; what is empty or not asked is left out. */
export const toSignupRequest = (form: ShownForm, values: SignupValues): SignupRequest => {
  const asked = itemsShown(form.items, values)
  const fields = asked.flatMap((item): [string, unknown][] => {
    if (item.blockType !== 'field') return []
    const value = values[item.name]
    return isWritten(value) ? [[item.name, value]] : []
  })
  const questions = asked.flatMap((item): [string, unknown][] => {
    if (item.blockType !== 'question') return []
    const value = values.questions?.[item.key]
    return isWritten(value) ? [[item.key, value]] : []
  })
  const consents = form.consents.map(({ name }): [string, boolean] => [name, values.consents?.[name] === true])
  return {
    form: form.slug,
    formVersion: form.version,
    language: form.language,
    answers: {
      ...Object.fromEntries(fields),
      ...(questions.length > 0 ? { questions: Object.fromEntries(questions) } : {}),
      ...(consents.length > 0 ? { consents: Object.fromEntries(consents) } : {}),
    },
    ...(values.trap?.trim() ? { trap: values.trap } : {}),
  }
}
