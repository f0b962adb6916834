import { expect, test } from 'vitest'
import { formatPostalCode, readPostalCode } from './postal-code.ts'

test.each([
  ['111 20', '11120'],
  ['11120', '11120'],
  ['SE-111 20', '11120'],
  ['S-111 20', '11120'],
  ['984 99', '98499'],
  ['111\u00a020', '11120'],
])('"%s" is stored as %s', (text, stored) => {
  expect(readPostalCode(text)).toBe(stored)
})

test.each(['011 20', '1112', '111 2O', '', '111 200', 'DK-111 20'])('"%s" is no Swedish postal code', (text) => {
  expect(readPostalCode(text)).toBeNull()
})

test('a code is shown with its space', () => {
  expect(formatPostalCode('11120')).toBe('111 20')
})
