import type { FormState } from 'payload'
import type { Language } from 'shared/languages'
import { countriesIn } from 'shared/membership/country'
import { isSignupFieldName } from 'shared/membership/signup-field'
import { translateTo } from 'shared/translations/translate'

/** An item that another one may depend on: one with a choice of answers. */
export interface Decider {
  name: string
  label: string
  answers: { value: string; label: string }[] | 'plans'
}

const textAt = (fields: FormState, path: string): string => {
  const value: unknown = fields[path]?.value
  return typeof value === 'string' ? value : ''
}

/** What an item is called in the admin, where nothing else is written about it. */
export const itemTitle = (fields: FormState, path: string, language: Language): string => {
  const name = textAt(fields, `${path}.name`)
  const own = textAt(fields, `${path}.label`) || textAt(fields, `${path}.heading`)
  return own || (isSignupFieldName(name) ? translateTo(language)(`signup.field.${name}.label`) : '')
}

const deciderAt = (fields: FormState, path: string, language: Language): Decider | null => {
  const [blockType, type] = [textAt(fields, `${path}.blockType`), textAt(fields, `${path}.type`)]
  const label = itemTitle(fields, path, language)
  if (blockType === 'field') {
    const name = textAt(fields, `${path}.name`)
    if (name === 'plan') return { name, label, answers: 'plans' }
    if (name !== 'country') return null
    return {
      name,
      label,
      answers: countriesIn(language).map((country) => ({ value: country.code, label: country.name })),
    }
  }
  const name = textAt(fields, `${path}.key`)
  if (blockType !== 'question' || name === '') return null
  if (type === 'yesNo') {
    const say = translateTo(language)
    return {
      name,
      label,
      answers: [
        { value: 'yes', label: say('signup.answer.yes') },
        { value: 'no', label: say('signup.answer.no') },
      ],
    }
  }
  if (type !== 'one' && type !== 'several') return null
  const options = (fields[`${path}.options`]?.rows ?? []).map((_, place) => ({
    value: textAt(fields, `${path}.options.${place}.value`),
    label: textAt(fields, `${path}.options.${place}.label`),
  }))
  return { name, label, answers: options.filter(({ value }) => value !== '') }
}

/** The items before this one in the form that it may depend on. `path` is that of any of its fields. */
export const decidersBefore = (fields: FormState, path: string, language: Language): Decider[] => {
  const place = Number(/^items\.(\d+)\./.exec(path)?.[1] ?? 0)
  return Array.from({ length: place }, (_, earlier) => deciderAt(fields, `items.${earlier}`, language)).filter(
    (decider) => decider !== null,
  )
}
