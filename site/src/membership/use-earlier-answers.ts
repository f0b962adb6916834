import { useEffect } from 'react'
import type { UseFieldArrayReplace, UseFormReturn } from 'react-hook-form'
import { contactFieldNames } from 'shared/membership/signup-field'
import { postedRows } from './SignupContacts.tsx'
import type { ContactValues, ShownForm, SignupValues } from './signup-request.ts'
import type { PostedValues } from './signup-state.ts'

interface Parts {
  form: ShownForm
  isLive: boolean
  kept: SignupValues | null
  posted: PostedValues
  getValues: UseFormReturn<SignupValues>['getValues']
  setValue: UseFormReturn<SignupValues>['setValue']
  replaceContacts: UseFieldArrayReplace<SignupValues, 'contacts'>
}

/**
 * Puts back, once, what was written before the page was loaded: where nothing is written now, but for the country, which
 * always says something. The contact persons of a form that was posted before the script had taken over come from there.
 */
export const useEarlierAnswers = ({ form, isLive, kept, posted, ...fields }: Parts): void => {
  const { getValues, setValue, replaceContacts } = fields
  useEffect(() => {
    if (!kept) return
    for (const item of form.items) {
      if (item.blockType === 'step') continue
      if (item.blockType === 'question') {
        const [before, now] = [kept.questions?.[item.key], getValues(`questions.${item.key}`)]
        if (before && (!now || now.length === 0)) setValue(`questions.${item.key}`, before)
      } else if (item.name === 'contacts') {
        if (kept.contacts?.length) replaceContacts(kept.contacts)
      } else if (kept[item.name] && (item.name === 'country' || !getValues(item.name))) {
        setValue(item.name, kept[item.name])
      }
    }
    for (const { name } of form.consents) if (kept.consents?.[name]) setValue(`consents.${name}`, true)
  }, [kept, form, getValues, setValue, replaceContacts])

  useEffect(() => {
    const rows = isLive ? postedRows(posted) : 0
    if (rows > 0) replaceContacts(Array.from({ length: rows }, (_, row) => contactIn(posted, row)))
  }, [isLive, posted, replaceContacts])
}

const contactIn = (posted: PostedValues, row: number): ContactValues =>
  Object.fromEntries(contactFieldNames.map((name) => [name, [posted[`contacts.${row}.${name}`]].flat()[0] ?? '']))
