import type { Plan } from 'shared/membership/plan'
import { planSchema } from 'shared/membership/plan'
import { expect, test } from 'vitest'
import { findFormProblem, formRowsSchema } from './form-problem.ts'

const field = (name: string, more: object = {}) => ({ blockType: 'field', name, required: true, ...more })
const question = (key: string, more: object = {}) => ({
  blockType: 'question',
  key,
  label: `${key}?`,
  type: 'text',
  ...more,
})
const step = (heading: string) => ({ blockType: 'step', heading })
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]
const indispensable = [
  field('organisationNumber'),
  field('organisationName'),
  field('contactName'),
  field('contactEmail'),
]
const foreign = [field('country'), field('organisationNumber'), field('foreignNumber'), ...indispensable.slice(1)]

const plan = (slug: string, table: object): Plan =>
  planSchema.parse({ id: slug, slug, name: slug, feeTables: [{ from: '2026-01-01', ...table }] })
const fixed = plan('company', { basis: 'fixed', amount: 100 })
const perEmployee = plan('partner', { basis: 'per-employee', perUnit: 100 })

const problemOf = (items: unknown, { plans = [fixed], choosesPlans = false } = {}) =>
  findFormProblem({ rows: formRowsSchema.parse(items), offered: plans, choosesPlans, on: '2026-11-22', language: 'sv' })

test.each([
  ['the indispensable fields', indispensable],
  ['a country and both numbers', foreign],
  ['steps and questions', [step('Om er'), ...indispensable, step('Mer'), question('why')]],
  [
    'an item that depends on the country',
    [...foreign, field('vatNumber', { showWhen: { name: 'country', is: ['DK', 'NO'] } })],
  ],
  [
    'an item that depends on a yes',
    [
      ...indispensable,
      question('fair', { type: 'yesNo' }),
      question('which', { showWhen: { name: 'fair', is: ['yes'] } }),
    ],
  ],
  ['a plan', [...indispensable, field('plan')]],
])('a form with %s works', (_what, items) => {
  expect(problemOf(items)).toBeNull()
})

test.each([
  ['field-missing', []],
  ['field-missing', [...indispensable, question('contactPhone')].slice(1)],
  ['field-optional', [field('organisationNumber', { required: false }), ...indispensable.slice(1)]],
  ['field-twice', [...indispensable, field('organisationName')]],
  [
    'field-conditional',
    [
      question('fair', { type: 'yesNo' }),
      ...indispensable.slice(0, 3),
      field('contactEmail', { showWhen: { name: 'fair', is: ['yes'] } }),
    ],
  ],
  ['foreign-number-missing', [field('country'), ...indispensable]],
  ['country-missing', [field('foreignNumber'), ...indispensable]],
  ['country-late', [...indispensable, field('country'), field('foreignNumber')]],
  ['step-first', [...indispensable, step('Mer'), question('why')]],
  ['step-empty', [step('Om er'), step('Mer'), ...indispensable]],
  ['step-empty', [step('Om er'), ...indispensable, step('Mer')]],
  ['key-malformed', [...indispensable, question('Why not')]],
  ['key-malformed', [...indispensable, question('constructor')]],
  ['key-malformed', [...indispensable, question('')]],
  ['key-of-field', [...indispensable, question('turnover')]],
  ['key-twice', [...indispensable, question('why'), question('why')]],
  ['options-missing', [...indispensable, question('why', { type: 'one', options: options.slice(1) })]],
  ['options-missing', [...indispensable, question('why', { type: 'several' })]],
  ['option-twice', [...indispensable, question('why', { type: 'one', options: [...options, options[0]] })]],
  ['condition-unknown', [...indispensable, question('why', { showWhen: { name: 'fair', is: ['yes'] } })]],
  [
    'condition-late',
    [
      ...indispensable,
      question('why', { showWhen: { name: 'fair', is: ['yes'] } }),
      question('fair', { type: 'yesNo' }),
    ],
  ],
  ['condition-open', [...indispensable, question('why', { showWhen: { name: 'organisationName', is: ['X'] } })]],
  [
    'condition-empty',
    [...indispensable, question('fair', { type: 'yesNo' }), question('why', { showWhen: { name: 'fair', is: [] } })],
  ],
  [
    'condition-answer',
    [
      ...indispensable,
      question('fair', { type: 'one', options }),
      question('why', { showWhen: { name: 'fair', is: ['a', 'c'] } }),
    ],
  ],
  [
    'condition-answer',
    [...indispensable, field('plan'), question('why', { showWhen: { name: 'plan', is: ['gold'] } })],
  ],
] as [string, unknown[]][])('%s is said of a form that cannot work', (reason, items) => {
  expect(problemOf(items)?.key).toBe(`refusal.form.${reason}`)
})

test('a form must be able to tell the price of what it offers', () => {
  const asksForPlan = [...indispensable, field('plan')]
  expect(problemOf(asksForPlan, { plans: [] })?.key).toBe('refusal.form.plans-missing')
  expect(problemOf(asksForPlan, { plans: [fixed, perEmployee] })).toEqual({
    key: 'refusal.form.figure-missing',
    values: { plan: 'partner', field: 'Antal anställda' },
  })
  expect(problemOf([...asksForPlan, field('employees')], { plans: [fixed, perEmployee] })).toBeNull()
  expect(problemOf(indispensable, { plans: [perEmployee] })).toBeNull() // says nothing of plans
})

test('a form for one kind of member need not ask for it', () => {
  expect(problemOf(indispensable, { plans: [fixed], choosesPlans: true })).toBeNull()
  expect(problemOf(indispensable, { plans: [perEmployee], choosesPlans: true })?.key).toBe(
    'refusal.form.figure-missing',
  )
  expect(problemOf(indispensable, { plans: [fixed, perEmployee], choosesPlans: true })?.key).toBe(
    'refusal.form.plan-not-asked',
  )
})
