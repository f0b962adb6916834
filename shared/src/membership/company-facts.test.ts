import { expect, test } from 'vitest'
import { fieldsToFill } from './company-facts.ts'

const facts = { organisationName: 'Exempel AB', city: 'Kiruna', postalCode: ' ', website: null }

test('only what is asked for and empty is filled in', () => {
  expect(fieldsToFill(facts, { organisationName: '', city: '', postalCode: '' })).toEqual({
    organisationName: 'Exempel AB',
    city: 'Kiruna',
  })
  expect(fieldsToFill(facts, { organisationName: 'Mitt namn', city: '  ' })).toEqual({ city: 'Kiruna' })
  expect(fieldsToFill(facts, {})).toEqual({})
})
