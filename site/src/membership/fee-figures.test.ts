import type { FormField } from 'shared/membership/signup-form'
import type { FeeFigure, Plan } from 'shared/membership/plan'
import { planSchema } from 'shared/membership/plan'
import { expect, test } from 'vitest'
import { itemBeforePrice, quoteOf } from './fee-figures.ts'

const field = (name: 'plan' | FeeFigure): FormField => ({
  blockType: 'field',
  name,
  required: true,
  label: null,
  help: null,
  showWhen: null,
})
const plan = (table: object): Plan =>
  planSchema.parse({ id: '1', slug: 'company', name: 'Företag', feeTables: [{ from: '2026-01-01', ...table }] })
const perEmployee = plan({ basis: 'per-employee', perUnit: 10_000 })
const byTurnover = plan({
  basis: 'tiers',
  tiersBy: 'turnover',
  tiers: [{ upTo: 1_000_000, amount: 100_000 }, { amount: 500_000 }],
})
const day = '2026-03-01'
const all = [field('plan'), field('employees'), field('turnover')]

test.each([
  ['12', 120_000],
  [' 1 200 ', 12_000_000],
  ['1,200', 12_000_000],
  ['1\u00a0200', 12_000_000],
])('with “%s” employees the price is there while it is typed', (employees, net) => {
  expect(quoteOf(all, { plan: 'company', employees }, [perEmployee], day, null)).toMatchObject({ state: 'priced', net })
})

test.each(['12 000 000 kr', '12000000:-', '12 000 000 SEK'])('a turnover may be written %s', (turnover) => {
  expect(quoteOf(all, { plan: 'company', turnover }, [byTurnover], day, null)).toMatchObject({ net: 500_000 })
})

test.each(['', 'tolv', '-3', '1,5'])('with “%s” for a figure it says what is missing', (employees) => {
  expect(quoteOf(all, { plan: 'company', employees }, [perEmployee], day, null)).toEqual({
    state: 'missing',
    needs: ['employees'],
  })
})

test('a figure that the form does not ask for prices nothing, and without a plan there is no price', () => {
  const values = { plan: 'company', employees: '12' }
  expect(quoteOf([field('plan')], values, [perEmployee], day, null)).toMatchObject({ state: 'missing' })
  expect(quoteOf([field('employees')], values, [perEmployee], day, null)).toBeNull()
  expect(quoteOf(all, { ...values, plan: null }, [perEmployee], day, null)).toBeNull()
})

test('the price comes after all that it depends on, and after nothing else', () => {
  expect(itemBeforePrice(all, [perEmployee], day)).toMatchObject({ name: 'employees' })
  expect(itemBeforePrice(all, [perEmployee, byTurnover], day)).toMatchObject({ name: 'turnover' })
  expect(itemBeforePrice(all, [plan({ basis: 'fixed', amount: 1 })], day)).toMatchObject({ name: 'plan' })
})

test('a form for one kind of member tells its price without asking which', () => {
  const fixed = plan({ basis: 'fixed', amount: 450_000 })
  expect(quoteOf([], {}, [fixed], day, 'company')).toMatchObject({ state: 'priced', net: 450_000 })
  expect(quoteOf(all, {}, [fixed], day, 'company')).toBeNull()
})
