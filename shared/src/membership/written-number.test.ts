import { describe, expect, test } from 'vitest'
import { isAmbiguousNumber, readFigure, readNumber } from './written-number.ts'

describe('a number that somebody writes', () => {
  test.each([
    ['12', 12],
    ['007', 7],
    ['0', 0],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['0,125', 0.125],
    ['1000', 1000],
    ['1 000', 1000],
    ['1\u00a0000', 1000], // no break
    ['1\u202f000', 1000], // narrow
    ['1 000,5', 1000.5],
    ['1 000 000', 1_000_000],
    ['1,000,000', 1_000_000],
    ['1.000.000', 1_000_000],
    ['1,000.5', 1000.5],
    ['1.000,5', 1000.5],
    ['-12', -12],
    ['− 1 234,50', -1234.5],
    ['–5', -5],
    ['１２', 12],
  ])('“%s” is %d', (written, number) => {
    expect(isAmbiguousNumber(written)).toBe(false)
    expect(readNumber(written)).toBe(number)
  })

  test.each(['1,000', '1.000', '12,125', '-1.500', '123.456'])('“%s” can be read in two ways', (written) => {
    expect(isAmbiguousNumber(written)).toBe(true)
  })

  // Two numbers, a telephone number, groups that are none, more digits than are kept exactly
  test.each(['10 12', '070 123', '1,00,000', '1,000,5', '1 000 00', '1e5', '', '-', ',5', '5,', '123456789012,123456'])(
    '“%s” is none, and never another one',
    (written) => {
      expect(readNumber(written)).toBeNull()
    },
  )
})

test.each([
  ['employees', '1 200', 1200],
  ['employees', '1,200', 1200],
  ['turnover', '12 000 000:-', 12_000_000],
  ['turnover', '12,000,000 SEK', 12_000_000],
  ['area', '450 m²', 450],
  ['employees', '10 12', null],
  ['employees', '1.5', null],
  ['employees', '-3', null],
  ['employees', '12345678', null],
  ['area', '450 kr', null],
] as const)('as %s “%s” is %s', (name, written, figure) => {
  expect(readFigure(name, written)).toBe(figure)
})
