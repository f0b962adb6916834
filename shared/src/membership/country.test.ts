import { expect, test } from 'vitest'
import { countriesIn, countryCodes, countryName, readCountry } from './country.ts'

test('every country has a name in each language', () => {
  for (const language of ['sv', 'en'] as const)
    for (const code of countryCodes) expect(countryName(code, language), code).not.toBe(code)
})

test('names are sorted as the language sorts them', () => {
  const swedish = countriesIn('sv').map(({ name }) => name)
  expect(swedish.at(0)).toBe('Afghanistan')
  expect(swedish.at(-1)).toBe('Östtimor')
  expect(swedish.indexOf('Åland')).toBeGreaterThan(swedish.indexOf('Zimbabwe'))
  expect(countriesIn('en').at(-1)?.name).toBe('Zimbabwe')
})

test('a code is read however it is written', () => {
  expect(readCountry(' dk ')).toBe('DK')
  expect(readCountry('XX')).toBeNull()
  expect(readCountry('')).toBeNull()
})
