import { expect, test } from 'vitest'
import { readKronor } from './read-kronor.ts'

test.each([
  ['4500', 450_000],
  ['4 500', 450_000],
  ['4\u00a0500', 450_000],
  ['4.500', 450_000],
  ['4,500', 450_000],
  ['4 500,50', 450_050],
  ['4,500.50', 450_050],
  ['99,5', 9_950],
  ['0', 0],
  ['4 500 kr', 450_000],
  ['SEK 4,500', 450_000],
  ['4 500:-', 450_000],
])('"%s" is %i öre', (text, amount) => expect(readKronor(text)).toBe(amount))

test.each(['', 'gratis', '-5', '1,2,3', '4,5000', '1e5', '99999999999999999999'])('"%s" is no amount', (text) =>
  expect(readKronor(text)).toBeNull(),
)
