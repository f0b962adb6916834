import type { FormItem } from 'shared/membership/signup-form'
import { expect, test } from 'vitest'
import { controlNamesOf, isAbout, partsOf } from './form-steps.ts'

const field = (name: 'organisationName' | 'contacts' | 'contactName'): Extract<FormItem, { blockType: 'field' }> => ({
  blockType: 'field',
  name,
  required: false,
  label: null,
  help: null,
  showWhen: null,
})
const question: Extract<FormItem, { blockType: 'question' }> = {
  blockType: 'question',
  key: 'fairs',
  type: 'yesNo',
  label: 'Ställer ni ut på mässor?',
  help: null,
  required: true,
  options: [],
  showWhen: null,
}
const step = (heading: string): FormItem => ({ blockType: 'step', heading, introduction: null })

test('a form without steps is one part', () => {
  const items = [field('organisationName'), question]
  expect(partsOf(items)).toEqual([{ step: null, items }])
})

test('a step has what follows it; what stands before the first one is a part of its own, and an empty step is none', () => {
  const [name, contact] = [field('organisationName'), field('contactName')]
  const parts = partsOf([name, step('Tomt'), step('Kontakt'), contact, question])
  expect(parts.map(({ step, items }) => [step?.heading, items])).toEqual([
    [undefined, [name]],
    ['Kontakt', [contact, question]],
  ])
})

test('each contact person has four controls of their own', () => {
  expect(controlNamesOf(field('contacts'), 2)).toHaveLength(8)
  expect(controlNamesOf(field('contacts'), 2).at(-1)).toBe('contacts.1.contactPhone')
  expect(controlNamesOf(question, 2)).toEqual(['questions.fairs'])
})

test('an error in a row is about the list of contact persons, and about no field of a similar name', () => {
  expect(isAbout(field('contacts'), 'contacts.0.contactName')).toBe(true)
  expect(isAbout(field('contacts'), 'contacts')).toBe(true)
  expect(isAbout(field('contactName'), 'contacts.0.contactName')).toBe(false)
  expect(isAbout(question, 'questions.fairs')).toBe(true)
})
