import type { AskedItem } from 'shared/membership/form-items'
import { type ContactFieldName, contactFieldNames, type SignupFieldName } from 'shared/membership/signup-field'
import type { FormItem, FormStep } from 'shared/membership/signup-form'

/** A field that is one control; `contacts` is several. */
export type PlainFieldName = Exclude<SignupFieldName, 'contacts'>

/** The name of a control, as it is posted and as errors call it. */
export type ControlName =
  PlainFieldName | `questions.${string}` | `contacts.${number}.${ContactFieldName}` | `consents.${string}`

/** What of a form is asked together: a step, or all of it where there are none. */
export interface FormPart {
  step: FormStep | null
  items: AskedItem[]
}

/** A form in its parts, in order. What stands before the first step is a part without a heading. */
export const partsOf = (items: readonly FormItem[]): FormPart[] => {
  const parts: FormPart[] = []
  for (const item of items) {
    const last = parts.at(-1)
    if (item.blockType === 'step') parts.push({ step: item, items: [] })
    else if (last) last.items.push(item)
    else parts.push({ step: null, items: [item] })
  }
  return parts.filter((part) => part.items.length > 0)
}

/** What an item is called in errors and in the names of its controls. */
export const controlPrefixOf = (item: AskedItem): PlainFieldName | 'contacts' | `questions.${string}` =>
  item.blockType === 'field' ? item.name : `questions.${item.key}`

/** The controls of an item. @param contacts how many further contact persons there are */
export const controlNamesOf = (item: AskedItem, contacts: number): ControlName[] => {
  if (item.blockType === 'question') return [`questions.${item.key}`]
  if (item.name !== 'contacts') return [item.name]
  return Array.from({ length: contacts }, (_, row) =>
    contactFieldNames.map((name): ControlName => `contacts.${row}.${name}`),
  ).flat()
}

/** Is the error about this item, or about something in it? */
export const isAbout = (item: AskedItem, error: string): boolean => {
  const prefix = controlPrefixOf(item)
  return error === prefix || error.startsWith(`${prefix}.`)
}
