import { describe, expect, test } from 'vitest'
import { momentsOf, sayMinute, sayZone, wallTimeOf } from './wall-time.ts'

const stockholm = 'Europe/Stockholm'
const iso = (wallTime: string, timeZone = stockholm) =>
  momentsOf(wallTime, timeZone).map((moment) => moment.toISOString())

describe('a time that somebody chose in Stockholm', () => {
  test('is the moment when the clock there shows it, in winter and in summer', () => {
    expect(iso('2026-12-03T12:00')).toEqual(['2026-12-03T11:00:00.000Z'])
    expect(iso('2026-07-03T12:00')).toEqual(['2026-07-03T10:00:00.000Z'])
    expect(iso('2026-12-31T23:59')).toEqual(['2026-12-31T22:59:00.000Z'])
  })

  test('does not exist when the clock is set ahead past it', () => {
    expect(iso('2027-03-28T01:59')).toEqual(['2027-03-28T00:59:00.000Z'])
    expect(iso('2027-03-28T02:00')).toEqual([])
    expect(iso('2027-03-28T02:59')).toEqual([])
    expect(iso('2027-03-28T03:00')).toEqual(['2027-03-28T01:00:00.000Z'])
  })

  test('comes twice when the clock is set back over it, in summer time first', () => {
    expect(iso('2026-10-25T01:59')).toEqual(['2026-10-24T23:59:00.000Z'])
    expect(iso('2026-10-25T02:30')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'])
    expect(iso('2026-10-25T03:00')).toEqual(['2026-10-25T02:00:00.000Z'])
  })

  test('is none when it is not written whole', () => {
    for (const text of ['', '2026-12-03', '2026-12-03T', 'imorgon', '2026-02-30T25:00']) expect(iso(text)).toEqual([])
  })
})

test('other zones have nights of their own', () => {
  expect(iso('2026-10-04T02:15', 'Australia/Lord_Howe')).toEqual([])
  expect(iso('2026-12-03T12:00', 'Asia/Kolkata')).toEqual(['2026-12-03T06:30:00.000Z'])
  expect(iso('2026-12-03T12:00', 'UTC')).toEqual(['2026-12-03T12:00:00.000Z'])
})

test('every quarter of an hour around such a night comes back as it was', () => {
  for (const night of ['2026-10-25', '2027-03-28']) {
    const start = Date.parse(night) - 24 * 60 * 60_000
    for (let moment = start; moment < start + 72 * 60 * 60_000; moment += 15 * 60_000) {
      const moments = momentsOf(wallTimeOf(new Date(moment), stockholm), stockholm).map(Number)
      expect(moments).toContain(moment)
    }
  }
})

test('a moment is said with its zone', () => {
  const moment = new Date('2026-07-03T10:00:00Z')
  expect(sayMinute('sv', moment, stockholm)).toBe('3 juli 2026 12:00')
  expect(sayZone('sv', moment, stockholm)).toBe('Europe/Stockholm, centraleuropeisk sommartid')
  expect(sayZone('en', new Date('2026-12-03T10:00:00Z'), stockholm)).toBe(
    'Europe/Stockholm, Central European Standard Time',
  )
})
