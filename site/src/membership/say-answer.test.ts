import type { FormField, FormQuestion } from 'shared/membership/signup-form'
import { sv } from 'shared/translations/sv'
import { expect, test } from 'vitest'
import { sayAnswer, isPersonal } from './say-answer.ts'
import { formTexts } from './form-texts.ts'
import type { SignupValues } from './signup-request.ts'

const texts = formTexts('sv', sv, [])
const named = { plans: [{ slug: 'small', name: 'Liten organisation' }], countries: [{ code: 'DK', name: 'Danmark' }] }
const field = (name: FormField['name']): FormField => ({
  blockType: 'field',
  name,
  required: true,
  label: null,
  help: null,
  showWhen: null,
})
const question = (type: FormQuestion['type']): FormQuestion => ({
  blockType: 'question',
  key: 'own',
  type,
  label: 'Fråga',
  help: null,
  required: true,
  options: [
    { value: 'wood', label: 'Trä' },
    { value: 'steel', label: 'Stål' },
  ],
  showWhen: null,
})
const say = (item: FormField | FormQuestion, values: SignupValues) => sayAnswer(item, values, texts, named)

test('choices are read back by what they are called', () => {
  expect(say(field('plan'), { plan: 'small' })).toEqual(['Liten organisation'])
  expect(say(field('country'), { country: 'DK' })).toEqual(['Danmark'])
  expect(say(question('one'), { questions: { own: 'wood' } })).toEqual(['Trä'])
  expect(say(question('several'), { questions: { own: ['wood', 'steel'] } })).toEqual(['Trä', 'Stål'])
  expect(say(question('yesNo'), { questions: { own: 'no' } })).toEqual(['Nej'])
  expect(say(question('date'), { questions: { own: '2026-10-25' } })).toEqual(['25 oktober 2026'])
})

test('what was written is read back as it was written, line by line, but an organisation number as people read it', () => {
  expect(say(field('organisationNumber'), { organisationNumber: 'SE556026998601' })).toEqual(['556026-9986'])
  expect(say(field('organisationNumber'), { organisationNumber: '55602' })).toEqual(['55602'])
  expect(say(field('message'), { message: ' Ett\n\nTvå ' })).toEqual(['Ett', '', 'Två'])
  expect(say(question('number'), { questions: { own: '2,5' } })).toEqual(['2,5'])
})

test('what was not answered has no words', () => {
  expect(say(field('website'), {})).toEqual([])
  expect(say(question('several'), { questions: { own: [] } })).toEqual([])
  expect(say(question('one'), { questions: { own: null } })).toEqual([])
})

test('each contact person is a line, and a row in which nothing is written is none', () => {
  const contacts = [{ contactName: 'Bo Ek', contactRole: '', contactEmail: 'bo@example.com' }, { contactName: ' ' }]
  expect(say(field('contacts'), { contacts })).toEqual(['Bo Ek, bo@example.com'])
})

test('the number of a sole trader is personal, that of a company is not', () => {
  expect(isPersonal(field('organisationNumber'), { organisationNumber: '121212-1212' })).toBe(true)
  expect(isPersonal(field('organisationNumber'), { organisationNumber: '556026-9986' })).toBe(false)
})
