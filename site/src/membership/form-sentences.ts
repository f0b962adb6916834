import type { Language } from 'shared/languages'
import { fieldsOf } from 'shared/membership/form-items'
import { isSignupFieldName } from 'shared/membership/signup-field'
import type { FormItem } from 'shared/membership/signup-form'
import { en } from 'shared/translations/en'
import { sv } from 'shared/translations/sv'

const sentences = { sv, en }

/**
 * The sentences that a form may need in its language: the island is given these and no others.
 * @param isPriced is it about one plan, without asking which?
 */
export const formSentences = (language: Language, items: FormItem[], isPriced: boolean): Record<string, string> => {
  const names = new Set<string>(fieldsOf(items).map(({ name }) => name))
  const isNeeded = (key: string): boolean => {
    if (key.startsWith('fee.')) return isPriced || names.has('plan')
    if (key.startsWith('signup.contact')) return names.has('contacts')
    if (key.startsWith('signup.step.')) return items.some(({ blockType }) => blockType === 'step')
    const [, ofField, ofError = ''] = /^signup\.(?:field\.([^.]+)\.|error\.[^.]+\.([^.]+)$)/.exec(key) ?? []
    const field = ofField ?? (isSignupFieldName(ofError) ? ofError : undefined)
    return field === undefined ? key.startsWith('signup.') : names.has(field)
  }
  return Object.fromEntries(Object.entries(sentences[language]).filter(([key]) => isNeeded(key)))
}
