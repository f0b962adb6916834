import { expect, test } from 'vitest'
import { turnsBetween } from './turns-between.ts'

const opens = { moments: [new Date('2026-11-22T12:00:00Z')], days: [] }
const fee = { moments: [], days: ['2026-01-01', '2027-01-01'] }

test.each([
  ['before it opens', opens, '2026-11-22T11:58:00Z', '2026-11-22T11:59:00Z', false],
  ['as it opens', opens, '2026-11-22T11:59:30Z', '2026-11-22T12:00:00Z', true],
  ['once more', opens, '2026-11-22T12:00:00Z', '2026-11-22T12:01:00Z', false],
  ['after a night without a CMS', opens, '2026-11-21T20:00:00Z', '2026-11-23T06:00:00Z', true],
  ['on New Year’s Eve in Sweden', fee, '2026-12-31T22:58:00Z', '2026-12-31T22:59:00Z', false],
  ['on New Year’s Day in Sweden', fee, '2026-12-31T22:59:30Z', '2026-12-31T23:00:30Z', true],
  ['later that day', fee, '2026-12-31T23:00:30Z', '2027-01-01T12:00:00Z', false],
] as const)('%s', (_what, at, last, now, turns) => {
  expect(turnsBetween({ moments: [...at.moments], days: [...at.days] }, new Date(last), new Date(now))).toBe(turns)
})
