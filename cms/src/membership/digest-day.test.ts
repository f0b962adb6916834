import { expect, test } from 'vitest'
import { digestDay, digestMoment } from './digest-day.ts'

test.each([
  ['2026-11-23T05:59:00Z', '2026-11-22'],
  ['2026-11-23T06:00:00Z', '2026-11-23'],
  ['2026-07-01T04:59:00Z', '2026-06-30'], // summer time
  ['2026-07-01T05:00:00Z', '2026-07-01'],
  ['2026-10-25T05:59:00Z', '2026-10-24'], // the night with an hour too many
  ['2026-10-25T06:00:00Z', '2026-10-25'],
  ['2026-11-22T23:30:00Z', '2026-11-22'], // past midnight in Sweden
])('at %s the summary of %s is due', (moment, day) => {
  expect(digestDay(new Date(moment))).toBe(day)
})

test.each([
  ['2026-11-23', '2026-11-23T06:00:00.000Z'],
  ['2026-07-01', '2026-07-01T05:00:00.000Z'],
  ['2027-03-28', '2027-03-28T05:00:00.000Z'], // the night with an hour too few
])('the summary of %s tells what came in before %s', (day, moment) => {
  expect(digestMoment(day).toISOString()).toBe(moment)
})
