import { expect, test } from 'vitest'
import { beginsWithZeroBits } from './proof-of-work.ts'

test.each([
  [[0x00, 0x00, 0xff], 16, true],
  [[0x00, 0x00, 0xff], 17, false],
  [[0x00, 0x1f], 11, true],
  [[0x00, 0x1f], 12, false],
  [[0x80], 0, true],
  [[0x80], 1, false],
  [[0x00], 9, false],
])('%j begins with %i zero bits: %s', (bytes, bits, holds) => {
  expect(beginsWithZeroBits(new Uint8Array(bytes), bits)).toBe(holds)
})
