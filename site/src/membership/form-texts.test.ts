import type { FormItem } from 'shared/membership/signup-form'
import { en } from 'shared/translations/en'
import { sv } from 'shared/translations/sv'
import { describe, expect, test } from 'vitest'
import { formTexts, inFormOrder } from './form-texts.ts'

const items: FormItem[] = [
  { blockType: 'field', name: 'contacts', required: false, label: null, help: null, showWhen: null },
  {
    blockType: 'question',
    key: 'fairs',
    type: 'several',
    label: 'Vilka mässor?',
    help: null,
    required: true,
    options: [],
    showWhen: null,
  },
]

describe('an error says what to do', () => {
  const texts = formTexts('sv', sv, items)

  test('by its field', () => {
    expect(texts.error('contactEmail', 'required')).toBe('Ange en e-postadress, till exempel namn@exempel.se')
  })

  test('in a row of contact persons it says whose', () => {
    expect(texts.error('contacts.1.contactName', 'required')).toBe(
      'Kontaktperson 3: Skriv namnet eller ta bort personen',
    )
    expect(texts.error('contacts.0.contactRole', 'too-long')).toBe(
      'Kontaktperson 2: Roll är för långt. Skriv högst 200 tecken',
    )
  })

  test('of an own question it says which, and how it is answered', () => {
    expect(texts.error('questions.fairs', 'required')).toBe('Välj minst ett svar på frågan ”Vilka mässor?”')
    expect(formTexts('en', en, items).error('questions.fairs', 'required')).toBe(
      'Choose at least one answer to the question “Vilka mässor?”',
    )
  })
})

test('errors come in the order of the form, those in a row where its list stands', () => {
  const errors = { request: 'busy', 'questions.fairs': 'required', 'contacts.0.contactName': 'required' } as const
  expect(inFormOrder(errors, ['contacts', 'questions.fairs']).map(([name]) => name)).toEqual([
    'contacts.0.contactName',
    'questions.fairs',
    'request',
  ])
})
