import type { AskedItem } from 'shared/membership/form-items'
import type { FormField, FormQuestion, ShowWhen } from 'shared/membership/signup-form'
import { en } from 'shared/translations/en'
import { sv } from 'shared/translations/sv'
import { expect, test } from 'vitest'
import { conditionInWords, waitsForAnswer } from './condition-in-words.ts'
import { formTexts } from './form-texts.ts'

const texts = formTexts('sv', sv, [])
const named = { plans: [], countries: ['DK', 'FI', 'NO', 'DE', 'FR'].map((code) => ({ code, name: code })) }
const field = (name: FormField['name'], showWhen: ShowWhen | null = null): AskedItem => ({
  blockType: 'field',
  name,
  required: true,
  label: null,
  help: null,
  showWhen,
})
const question = (key: string, showWhen: ShowWhen | null = null): FormQuestion => ({
  blockType: 'question',
  key,
  type: 'yesNo',
  label: 'Ställer ni ut på mässor?',
  help: null,
  required: true,
  options: [],
  showWhen,
})

test('where no script hides it, a question says when it is asked', () => {
  const which = question('which', { name: 'fairs', is: ['yes'] })
  const items = [question('fairs'), which]
  expect(conditionInWords(which, items, texts, named)).toBe(
    'Gäller bara om svaret på ”Ställer ni ut på mässor?” är ”Ja”.',
  )
  const english = formTexts('en', en, [])
  expect(conditionInWords(which, items, english, named)).toBe(
    'Only if the answer to “Ställer ni ut på mässor?” is “Yes”.',
  )
})

test('a few answers are listed, many are not', () => {
  const vat = (is: string[]) => field('vatNumber', { name: 'country', is })
  const items = [field('country'), vat([])]
  expect(conditionInWords(vat(['DK', 'FI', 'NO']), items, texts, named)).toContain('är ”DK”, ”FI” eller ”NO”')
  expect(conditionInWords(vat(['DK', 'FI', 'NO', 'DE', 'FR']), items, texts, named)).toBe(
    'Gäller bara vissa svar på ”Land”. Hoppa över frågan om du är osäker.',
  )
})

test('where the country is asked, the numbers say which of them is whose', () => {
  const [number, foreign] = [field('organisationNumber'), field('foreignNumber')]
  expect(conditionInWords(number, [field('country'), number, foreign], texts, named)).toMatch(/i Sverige/)
  expect(conditionInWords(foreign, [field('country'), number, foreign], texts, named)).toMatch(/andra länder/)
  expect(conditionInWords(number, [number], texts, named)).toBeNull()
})

test('only what an answer must call for waits to be shown', () => {
  expect(waitsForAnswer(field('organisationNumber'))).toBe(false)
  expect(waitsForAnswer(field('foreignNumber'))).toBe(true)
  expect(waitsForAnswer(question('which', { name: 'fairs', is: ['yes'] }))).toBe(true)
})
