import { expect, test } from 'vitest'
import { type Accessibility, accessibilitySchema, gapsIn } from './accessibility.ts'

const now = new Date('2026-11-22T12:00:00Z')
const site = { email: 'hej@example.org', phone: null }
const whole = accessibilitySchema.parse({
  page: 9,
  regime: 'dos',
  compliance: 'partial',
  shortcomings: [{ what: 'Text i en bild.', reason: 'non-compliance' }],
  method: 'self',
  assessedOn: '2026-11-02T12:00:00Z',
  updatedOn: '2026-11-03T12:00:00Z',
})
const gapsWith = (changed: Partial<Accessibility>) => gapsIn({ ...whole, ...changed }, site, now)
const shortcoming = { what: 'Filmerna saknar text.', reason: 'burden', motivation: null, planned: null } as const

test('a statement with every part that the law asks for lacks nothing', () => {
  expect(gapsIn(whole, site, now)).toEqual([])
})

test('an empty one lacks all of them', () => {
  expect(gapsIn(accessibilitySchema.parse({}), { email: null, phone: null }, now)).toEqual([
    'page',
    'regime',
    'compliance',
    'method',
    'assessedOn',
    'updatedOn',
    'contact',
  ])
})

test.each<[string, Partial<Accessibility>, string[]]>([
  ['not fully compliant without saying why', { shortcomings: [] }, ['shortcomings']],
  ['only what the law leaves out', { shortcomings: [{ ...shortcoming, reason: 'outside' }] }, ['shortcomings']],
  ['fully compliant with a shortcoming', { compliance: 'full' }, ['contradiction']],
  ['a burden without its reason', { shortcomings: [shortcoming] }, ['motivation']],
  [
    'a shortcoming of which nothing is said',
    { shortcomings: [{ ...shortcoming, what: null, motivation: 'x' }] },
    ['what'],
  ],
  ['assessed more than a year ago', { assessedOn: '2025-11-20T12:00:00Z' }, ['stale']],
  ['updated before it was assessed', { updatedOn: '2026-11-01T12:00:00Z' }, ['order']],
  ['a date to come', { updatedOn: '2026-12-01T12:00:00Z' }, ['future']],
])('%s is told', (_what, changed, gaps) => {
  expect(gapsWith(changed)).toEqual(gaps)
})

test('what only lies outside the law does not contradict full compliance', () => {
  expect(gapsWith({ compliance: 'full', shortcomings: [{ ...shortcoming, reason: 'outside' }] })).toEqual([])
})
