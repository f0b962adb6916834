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

test('what belonged to the number before is replaced or taken away, and what a person wrote stays', () => {
  const before = { organisationName: 'Fel AB', city: 'Luleå', postalCode: '972 31', website: 'https://fel.example/' }
  const written = {
    organisationName: 'Fel AB',
    city: 'Luleå, Norrbotten',
    postalCode: ' 972 31 ',
    website: '',
    streetAddress: 'Egen väg 1',
  }
  expect(fieldsToFill(facts, written, before)).toEqual({ organisationName: 'Exempel AB', postalCode: '' })
})
