import type { AskedItem } from 'shared/membership/form-items'
import { expect, test } from 'vitest'
import { placesOf } from './form-places.ts'

const question = (key: string): AskedItem => ({
  blockType: 'question',
  key,
  type: 'text',
  label: key,
  help: null,
  required: true,
  options: [],
  showWhen: null,
})
const [one, two, three] = [question('one'), question('two'), question('three')]
const parts = [one, two, three].map((item) => ({ step: null, items: [item] }))

test('steps follow each other, and the check of the answers comes last', () => {
  const first = placesOf(parts, [one, two, three], 0)
  expect(first).toMatchObject({ now: 0, before: null, after: 1, count: 4 })
  const last = placesOf(parts, [one, two, three], 3)
  expect(last).toMatchObject({ now: last.check, before: 2, after: 3 })
  expect(last.numberOf(last.now)).toBe(4)
})

test('a step that has nothing to ask is passed over, and not counted', () => {
  const places = placesOf(parts, [one, three], 1)
  expect(places).toMatchObject({ now: 2, before: 0, after: 3, count: 3 })
  expect(places.numberOf(2)).toBe(2)
})

test('an error is put right at its step; one of a consent where the answers are checked', () => {
  const places = placesOf(parts, [one, two, three], 0)
  expect(places.placeOf('questions.two')).toBe(1)
  expect(places.placeOf('consents.terms')).toBe(places.check)
})
