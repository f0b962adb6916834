import { expect, test } from 'vitest'
import { addMonths, lastDayAfter } from './leaving.ts'

test('months are counted to the same day, or to the last one of a shorter month', () => {
  expect(addMonths('2026-01-15', 1)).toBe('2026-02-15')
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(addMonths('2027-11-30', 3)).toBe('2028-02-29')
  expect(addMonths('2026-10-31', 0)).toBe('2026-10-31')
})

test.each([
  ['2026-03-10', 0, 'any-day', '2026-03-10'],
  ['2026-03-10', 3, 'any-day', '2026-06-10'],
  ['2026-03-10', 1, 'month-end', '2026-04-30'],
  ['2026-03-31', 0, 'month-end', '2026-03-31'],
  ['2026-03-10', 3, 'half-year-end', '2026-06-30'],
  ['2026-06-01', 1, 'half-year-end', '2026-12-31'],
  ['2026-09-30', 3, 'year-end', '2026-12-31'],
  ['2026-10-15', 3, 'year-end', '2027-12-31'],
  ['2028-02-29', 12, 'any-day', '2029-02-28'],
] as const)('notice on %s, %i months, at %s: the last day is %s', (noticeOn, noticeMonths, leavingDay, last) => {
  expect(lastDayAfter(noticeOn, { noticeMonths, leavingDay })).toBe(last)
})
