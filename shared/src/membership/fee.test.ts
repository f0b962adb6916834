import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInSweden } from './calendar-date.ts'
import { type FeeFigures, figuresNeeded, type PricedFee, quoteFee, share } from './fee.ts'
import { feeFigures, type FeeTable, feeTableSchema, hasEveryFigure, prorations, vatPercents } from './plan.ts'

const tableOf = (table: object): FeeTable => feeTableSchema.parse({ from: '2026-01-01', basis: 'fixed', ...table })
const fixed = { amount: 450_000 }
const perEmployee = { basis: 'per-employee', perUnit: 10_000, minimum: 200_000, maximum: 1_500_000 }
const tiers = {
  basis: 'tiers',
  tiersBy: 'employees',
  tiers: [
    { upTo: 9, amount: 450_000 },
    { upTo: 49, amount: 1_200_000 },
    { upTo: null, amount: 2_800_000 },
  ],
}

const priceOf = (table: object, figures: FeeFigures = {}, on = '2026-01-01'): PricedFee => {
  const quote = quoteFee({ feeTables: [tableOf(table)] }, figures, on)
  if (quote.state !== 'priced') throw new Error(`The quote is ${quote.state}.`)
  return quote
}

describe('what a year costs', () => {
  test('a fixed fee is the same for all', () => {
    expect(priceOf(fixed)).toEqual({
      state: 'priced',
      lines: [{ kind: 'membership', net: 450_000, vatPercent: 0, vat: 0, gross: 450_000 }],
      net: 450_000,
      vat: 0,
      gross: 450_000,
      period: { from: '2026-01-01', to: '2026-12-31' },
      parts: { of: 1, paid: 1 },
      tableFrom: '2026-01-01',
    })
  })

  test.each([
    [0, 200_000],
    [1, 200_000],
    [20, 200_000],
    [21, 210_000],
    [149, 1_490_000],
    [150, 1_500_000],
    [151, 1_500_000],
    [9_999_999, 1_500_000],
  ])('per employee: %i pay %i öre, between the least and the most', (employees, net) => {
    expect(priceOf(perEmployee, { employees }).net).toBe(net)
  })

  test.each([
    [0, 450_000],
    [9, 450_000],
    [10, 1_200_000],
    [49, 1_200_000],
    [50, 2_800_000],
    [1_000_000, 2_800_000],
  ])('by steps: %i pay %i öre, the last figure of a step included', (employees, net) => {
    expect(priceOf(tiers, { employees }).net).toBe(net)
  })

  test.each(feeFigures)('steps can follow the figure "%s"', (tiersBy) => {
    expect(priceOf({ ...tiers, tiersBy }, { [tiersBy]: 30 }).net).toBe(1_200_000)
  })

  test('a fee of nothing is a price, too', () => {
    expect(priceOf({ amount: 0 })).toMatchObject({ lines: [{ kind: 'membership', net: 0 }], gross: 0 })
  })
})

describe('who joins in the midst of a year', () => {
  test.each([
    ['none', '2026-12-31', 1, 1, 450_000],
    ['half-year', '2026-06-30', 2, 2, 450_000],
    ['half-year', '2026-07-01', 1, 2, 225_000],
    ['quarter', '2026-03-31', 4, 4, 450_000],
    ['quarter', '2026-04-01', 3, 4, 337_500],
    ['quarter', '2026-12-31', 1, 4, 112_500],
    ['month', '2026-01-31', 12, 12, 450_000],
    ['month', '2026-02-01', 11, 12, 412_500],
    ['month', '2026-12-31', 1, 12, 37_500],
    ['month', '2028-02-29', 11, 12, 412_500],
  ] as const)('%s, on %s: pays %i of %i parts', (proration, on, paid, of, net) => {
    const price = priceOf({ ...fixed, proration }, {}, on)
    expect(price).toMatchObject({ parts: { paid, of }, net, period: { from: on, to: `${on.slice(0, 4)}-12-31` } })
  })

  test('the least and the most concern the whole year', () => {
    expect(priceOf({ ...perEmployee, proration: 'half-year' }, { employees: 1 }, '2026-07-01').net).toBe(100_000)
  })

  test('the entry stake is never divided', () => {
    const price = priceOf({ ...fixed, proration: 'month', entryStake: 100_000 }, {}, '2026-12-01')
    expect(price.lines).toEqual([
      { kind: 'membership', net: 37_500, vatPercent: 0, vat: 0, gross: 37_500 },
      { kind: 'entry-stake', net: 100_000, vatPercent: 0, vat: 0, gross: 100_000 },
    ])
  })

  test('the day is the day in Sweden, in winter and in summer time', () => {
    expect(dayInSweden(new Date('2026-06-30T21:59:59Z'))).toBe('2026-06-30')
    expect(dayInSweden(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
    expect(dayInSweden(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31')
    expect(dayInSweden(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
    expect(dayInSweden(new Date('2026-03-29T00:59:59Z'))).toBe('2026-03-29')
    expect(dayInSweden(new Date('2026-10-25T01:00:00Z'))).toBe('2026-10-25')
  })
})

describe('membership fee, service fee and VAT', () => {
  test('each part has its own VAT', () => {
    const price = priceOf({ ...fixed, servicePercent: 60, serviceVatPercent: 25 })
    expect(price.lines).toEqual([
      { kind: 'membership', net: 180_000, vatPercent: 0, vat: 0, gross: 180_000 },
      { kind: 'service', net: 270_000, vatPercent: 25, vat: 67_500, gross: 337_500 },
    ])
    expect(price).toMatchObject({ net: 450_000, vat: 67_500, gross: 517_500 })
  })

  test('a fee that is all service has no membership fee', () => {
    const { lines } = priceOf({ ...fixed, servicePercent: 100, serviceVatPercent: '25', membershipVatPercent: '6' })
    expect(lines.map(({ kind, vat }) => [kind, vat])).toEqual([['service', 112_500]])
  })

  test('what cannot be divided evenly is rounded once, and nothing is lost', () => {
    const price = priceOf({ amount: 101, servicePercent: 50, serviceVatPercent: 25 })
    expect(price.lines.map(({ net, vat }) => [net, vat])).toEqual([
      [50, 0],
      [51, 13], // 12.75
    ])
  })
})

describe('which table', () => {
  const plan = {
    feeTables: [
      tableOf({ from: '2027-01-01', amount: 500_000 }),
      tableOf({ from: '2025-01-01', amount: 400_000 }),
      tableOf({ from: '2026-07-01T12:00:00.000Z', amount: 450_000 }),
    ],
  }

  test.each([
    ['2024-12-31', null],
    ['2025-01-01', 400_000],
    ['2026-06-30', 400_000],
    ['2026-07-01', 450_000],
    ['2026-12-31', 450_000],
    ['2027-01-01', 500_000],
    ['2031-05-05', 500_000],
  ])('on %s it is the latest that has begun', (on, net) => {
    expect(quoteFee(plan, {}, on)).toMatchObject(net === null ? { state: 'none' } : { net })
  })

  test('without any there is no price', () => {
    expect(quoteFee({ feeTables: [] }, {}, '2026-01-01')).toEqual({ state: 'none' })
  })
})

describe('missing figures', () => {
  test.each([undefined, null, -1, 1.5, Number.NaN, Infinity])('%s is no number of employees', (employees) => {
    expect(quoteFee({ feeTables: [tableOf(perEmployee)] }, { employees }, '2026-01-01')).toEqual({
      state: 'missing',
      needs: ['employees'],
    })
  })

  test('a form can ask what it must ask for', () => {
    expect(figuresNeeded({ feeTables: [tableOf(fixed)] }, '2026-01-01')).toEqual([])
    expect(figuresNeeded({ feeTables: [tableOf({ ...tiers, tiersBy: 'area' })] }, '2026-01-01')).toEqual(['area'])
    expect(figuresNeeded({ feeTables: [] }, '2026-01-01')).toEqual([])
  })
})

describe('a table that cannot work is refused', () => {
  test.each([
    ['no amount', { basis: 'fixed', amount: null }],
    ['no amount per employee', { basis: 'per-employee' }],
    ['more at least than at most', { ...perEmployee, minimum: 2, maximum: 1 }],
    ['no steps', { basis: 'tiers', tiers: [] }],
    ['steps with an end', { ...tiers, tiers: [{ upTo: 9, amount: 1 }] }],
    ['a step without end in the midst', { ...tiers, tiers: [{ amount: 1 }, { upTo: 5, amount: 1 }] }],
    ['steps that go down', { ...tiers, tiers: [{ upTo: 9, amount: 1 }, { upTo: 9, amount: 2 }, { amount: 3 }] }],
    ['parts of an öre', { amount: 0.5 }],
    ['a negative fee', { amount: -1 }],
    ['a VAT that does not exist', { ...fixed, serviceVatPercent: 20 }],
    ['a share above the whole', { ...fixed, servicePercent: 101 }],
    ['a day that is none', { ...fixed, from: 'i morgon' }],
  ])('%s', (_what, table) => {
    expect(feeTableSchema.safeParse({ from: '2026-01-01', ...table }).success).toBe(false)
  })
})

describe('whatever the table and the figures', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000_000 })
  const figure = fc.integer({ min: 0, max: 9_999_999_999 })
  const month = fc.integer({ min: 1, max: 12 })
  const monthToDay = (number: number) => `2026-${String(number).padStart(2, '0')}-15`
  const rising = fc.uniqueArray(figure, { maxLength: 6 }).map((ends) => ends.toSorted((one, other) => one - other))
  const anyTable = fc
    .record({
      basis: fc.constantFrom('fixed', 'per-employee', 'tiers'),
      amount,
      perUnit: fc.integer({ min: 0, max: 100_000_000 }),
      maximum: amount,
      tiersBy: fc.constantFrom(...feeFigures),
      tiers: rising.chain((ends) =>
        fc.tuple(...[...ends, null].map((upTo) => amount.map((amount) => ({ upTo, amount })))),
      ),
      proration: fc.constantFrom(...prorations),
      entryStake: amount,
      servicePercent: fc.integer({ min: 0, max: 100 }),
      serviceVatPercent: fc.constantFrom(...vatPercents),
      membershipVatPercent: fc.constantFrom(...vatPercents),
    })
    .map(tableOf)
  const anyFigures = fc.record({ employees: fc.integer({ min: 0, max: 9_999_999 }), turnover: figure, area: figure })

  test('amounts are whole, lines sum to totals, and membership and service fee are the yearly fee', () => {
    fc.assert(
      fc.property(anyTable, anyFigures, month, (table, figures, number) => {
        const price = priceOf(table, figures, monthToDay(number))
        const { lines, parts } = price
        const sumOf = (amounts: number[]) => amounts.reduce((total, part) => total + part, 0)
        for (const line of lines) {
          expect(Object.values(line).every((part) => typeof part === 'string' || Number.isSafeInteger(part))).toBe(true)
          expect(line.gross).toBe(line.net + line.vat)
          expect(line.net).toBeGreaterThanOrEqual(0)
          expect(Math.abs(line.vat - (line.net * line.vatPercent) / 100)).toBeLessThanOrEqual(0.5 + line.net * 1e-12)
        }
        expect([price.net, price.vat, price.gross]).toEqual([
          sumOf(lines.map(({ net }) => net)),
          sumOf(lines.map(({ vat }) => vat)),
          sumOf(lines.map(({ gross }) => gross)),
        ])
        const whole = priceOf({ ...table, proration: 'none', servicePercent: 0, entryStake: 0 }, figures)
        const yearly = lines.filter(({ kind }) => kind !== 'entry-stake').map(({ net }) => net)
        expect(sumOf(yearly)).toBe(share(whole.net, parts.paid, parts.of))
      }),
    )
  })

  test('who joins later in the year never pays more', () => {
    fc.assert(
      fc.property(anyTable, anyFigures, month, month, (table, figures, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)]
        expect(priceOf(table, figures, monthToDay(late)).net).toBeLessThanOrEqual(
          priceOf(table, figures, monthToDay(early)).net,
        )
      }),
    )
  })

  test('who has more employees never pays less per employee table', () => {
    fc.assert(
      fc.property(anyTable, fc.nat(9_999_998), (table, employees) => {
        const perUnit = { ...table, basis: 'per-employee', maximum: null }
        expect(priceOf(perUnit, { employees: employees + 1 }).net).toBeGreaterThanOrEqual(
          priceOf(perUnit, { employees }).net,
        )
      }),
    )
  })

  test('every figure lies in exactly one step', () => {
    fc.assert(
      fc.property(rising, figure, (ends, company) => {
        const steps = [...ends, null].map((upTo, place) => ({ upTo, amount: place }))
        expect(hasEveryFigure(steps)).toBe(true)
        const place = ends.filter((end) => end < company).length
        expect(priceOf({ basis: 'tiers', tiersBy: 'area', tiers: steps }, { area: company }).net).toBe(place)
      }),
    )
  })

  test('a share is rounded halves away from zero, and the shares of a whole are never off by more than half', () => {
    expect([share(1, 1, 2), share(3, 1, 2), share(-1, 1, 2), share(1, 1, 3), share(2, 1, 3)]).toEqual([1, 2, -1, 0, 1])
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
        const exact = BigInt(amount) * BigInt(percent)
        const off = 100n * BigInt(share(amount, percent, 100)) - exact
        expect(off <= 50n && off >= -50n).toBe(true)
      }),
    )
  })
})
