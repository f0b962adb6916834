import { describe, expect, test } from 'vitest'
import { impliedPlan, nameOfItem, offeredPlans, type ShownItem, shownItems, whetherOpen } from './form-items.ts'

const items: ShownItem[] = [
  { blockType: 'step' },
  { blockType: 'field', name: 'country' },
  { blockType: 'field', name: 'organisationNumber' },
  { blockType: 'field', name: 'foreignNumber' },
  { blockType: 'question', key: 'exports' },
  { blockType: 'question', key: 'markets', showWhen: { name: 'exports', is: ['yes'] } },
  { blockType: 'question', key: 'agent', showWhen: { name: 'markets', is: ['asia', 'africa'] } },
  { blockType: 'field', name: 'vatNumber', showWhen: { name: 'country', is: ['DK', 'FI'] } },
]
const shownWith = (answers: Record<string, unknown>) =>
  shownItems(items, answers).flatMap((item) => (item.blockType === 'step' ? [] : [nameOfItem(item)]))

describe('what is shown follows from the answers', () => {
  test.each([
    [{}, ['country', 'organisationNumber', 'exports']],
    [{ country: '' }, ['country', 'organisationNumber', 'exports']],
    [{ country: 'SE' }, ['country', 'organisationNumber', 'exports']],
    [{ country: 'dk' }, ['country', 'foreignNumber', 'exports']],
    [{ country: 'DK' }, ['country', 'foreignNumber', 'exports', 'vatNumber']],
    [{ questions: { exports: 'yes' } }, ['country', 'organisationNumber', 'exports', 'markets']],
    [{ questions: { exports: true } }, ['country', 'organisationNumber', 'exports', 'markets']],
    [{ questions: { exports: false } }, ['country', 'organisationNumber', 'exports']],
    [
      { questions: { exports: true, markets: ['europe', 'asia'] } },
      ['country', 'organisationNumber', 'exports', 'markets', 'agent'],
    ],
    [{ questions: { exports: false, markets: ['asia'] } }, ['country', 'organisationNumber', 'exports']],
    [{ questions: null, country: ['DK'] }, ['country', 'foreignNumber', 'exports', 'vatNumber']],
  ])('%j shows %j', (answers, shown) => {
    expect(shownWith(answers)).toEqual(shown)
  })
})

const [one, other] = [{ id: '1' }, { id: '2' }]

test('a form offers the plans it names, or all', () => {
  expect(offeredPlans({ plans: [] }, [one, other])).toEqual([one, other])
  expect(offeredPlans({ plans: ['2'] }, [one, other])).toEqual([other])
})

test('a form that offers one plan and does not ask is about that plan', () => {
  const asks = { blockType: 'field', name: 'plan', required: true, label: null, help: null, showWhen: null } as const
  expect(impliedPlan({ items: [], plans: ['2'] }, [one, other])).toEqual(other)
  expect(impliedPlan({ items: [asks], plans: ['2'] }, [one, other])).toBeNull()
  expect(impliedPlan({ items: [], plans: [] }, [one])).toBeNull()
  expect(impliedPlan({ items: [], plans: ['1', '2'] }, [one, other])).toBeNull()
})

test('a form opens and closes at a moment', () => {
  const times = { opensAt: '2026-10-25T00:30:00Z', closesAt: '2026-10-25T01:30:00.000Z' } // 2.30 twice in Sweden that night
  expect(whetherOpen(times, new Date('2026-10-25T00:29:59Z'))).toBe('not-yet-open')
  expect(whetherOpen(times, new Date('2026-10-25T00:30:00Z'))).toBe('open')
  expect(whetherOpen(times, new Date('2026-10-25T01:29:59Z'))).toBe('open')
  expect(whetherOpen(times, new Date('2026-10-25T01:30:00Z'))).toBe('closed')
  expect(whetherOpen({ opensAt: null, closesAt: null }, new Date())).toBe('open')
})
