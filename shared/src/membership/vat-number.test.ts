import { expect, test } from 'vitest'
import { readVatNumber } from './vat-number.ts'

test.each([
  ['SE556026998601', 'SE556026998601'],
  ['se556026998601', 'SE556026998601'],
  ['SE 556026-9986 01', 'SE556026998601'],
  ['DK 12 34 56 78', 'DK12345678'],
  ['ATU12345678', 'ATU12345678'],
  ['CHE-123.456.788 MWST', null],
  ['CHE-123.456.788', 'CHE123456788'],
])('"%s" is stored as %s', (text, stored) => {
  expect(readVatNumber(text)).toBe(stored)
})

test.each(['SE5560269986', 'SE556026998701', 'SE556026998602', '556026998601', 'SE', '', 'moms', 'DK', '😀'])(
  '"%s" is none',
  (text) => {
    expect(readVatNumber(text)).toBeNull()
  },
)
