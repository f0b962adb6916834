import { expect, test } from 'vitest'
import { findPersonalNumber } from './personal-number.ts'

test.each(['121212-1212', '19121212-1212', '191212121212', '121212+1212', '121212–1212'])(
  '%s in a text is a personal number',
  (number) => expect(findPersonalNumber(`Ring Siv (${number}) före fredag.`)).toBe(number),
)

test.each([
  ['an organisation number', '556026-9986'],
  ['a wrong check digit', '121212-1213'],
  ['a day that is none', '121242-1218'],
  ['a telephone number', '070-174 06 05'],
  ['ten digits in a row', '1212121212'],
  ['a part of a longer number', '7121212-12129'],
])('%s is not', (_what, text) => expect(findPersonalNumber(`Se ${text}.`)).toBeNull())
