import { expect, test } from 'vitest'
import { translateTo } from '../translations/translate.ts'
import { quoteFee } from './fee.ts'
import { feeTableSchema } from './plan.ts'
import { sayAmount, sayQuote, sayYearlyFee } from './say-quote.ts'

const withPlainSpaces = (text: string) => text.replace(/[\u00a0\u2009]/g, ' ')
const table = feeTableSchema.parse({
  from: '2026-01-01',
  basis: 'per-employee',
  perUnit: 10_050,
  proration: 'half-year',
  servicePercent: 60,
  serviceVatPercent: 25,
  entryStake: 100_000,
})

test('a price is said line by line, with the VAT that is in it', () => {
  const quote = quoteFee({ feeTables: [table] }, { employees: 10 }, '2026-08-15')
  const said = sayQuote(quote, 'sv', translateTo('sv'))
  expect(said.lines.map(({ label, amount }) => `${label}: ${withPlainSpaces(amount)}`)).toEqual([
    'Medlemsavgift: 201 kr',
    'Serviceavgift: 301,50 kr',
    'Insats: 1 000 kr',
    'Moms 25 %: 75,38 kr',
  ])
  expect(withPlainSpaces(said.total?.amount ?? '')).toBe('1 577,88 kr')
  expect(said.notes).toEqual([
    'Avgiften gäller 15 augusti–31 december 2026.',
    'Medlemskapet börjar under året, så avgiften är för 1 av årets 2 delar.',
    'Insatsen betalas en gång, vid inträdet.',
  ])
})

test('in English, too', () => {
  const quote = quoteFee({ feeTables: [table] }, { employees: 10 }, '2026-02-28')
  const said = sayQuote(quote, 'en', translateTo('en'))
  expect(said.total).toMatchObject({ label: 'Total to pay' })
  expect(withPlainSpaces(said.total?.amount ?? '')).toBe('SEK 2,155.75')
  expect(withPlainSpaces(said.notes[0] ?? '')).toBe('The fee covers 28 February – 31 December 2026.')
})

test('what is missing is asked for', () => {
  const quote = quoteFee({ feeTables: [table] }, {}, '2026-02-28')
  expect(sayQuote(quote, 'sv', translateTo('sv'))).toEqual({
    lines: [],
    total: null,
    notes: ['Fyll i antal anställda, så visas avgiften här.'],
  })
})

test('whole kronor are said without öre', () => {
  expect(withPlainSpaces(sayAmount(450_000, 'sv'))).toBe('4 500 kr')
  expect(withPlainSpaces(sayAmount(450_050, 'sv'))).toBe('4 500,50 kr')
})

test.each([
  [{ basis: 'fixed', amount: 450_000 }, '4 500 kr per år', 'SEK 4,500 a year'],
  [{ basis: 'fixed', amount: 0 }, 'Ingen årsavgift', 'No annual fee'],
  [
    {
      basis: 'per-employee',
      perUnit: 10_000,
      minimum: 200_000,
      maximum: 1_500_000,
      servicePercent: 50,
      serviceVatPercent: 25,
    },
    '100 kr per anställd och år, minst 2 000 kr, högst 15 000 kr, exklusive moms',
    'SEK 100 per employee per year, at least SEK 2,000, at most SEK 15,000, excluding VAT',
  ],
  [
    {
      basis: 'tiers',
      tiersBy: 'area',
      tiers: [{ upTo: 99, amount: 100_000 }, { amount: 300_000 }],
      entryStake: 50_000,
    },
    '1 000 kr till 3 000 kr per år beroende på hur stor yta ni har, och en insats på 500 kr när ni går med',
    'SEK 1,000 to SEK 3,000 a year depending on your floor area, and a capital contribution of SEK 500 when you join',
  ],
])('what a year costs: %j', (table, sv, en) => {
  const plan = { feeTables: [feeTableSchema.parse({ from: '2026-01-01', ...table })] }
  expect(withPlainSpaces(sayYearlyFee(plan, '2026-05-05', 'sv', translateTo('sv')))).toBe(sv)
  expect(withPlainSpaces(sayYearlyFee(plan, '2026-05-05', 'en', translateTo('en')))).toBe(en)
})

test('a year without a price is said to be one', () => {
  expect(sayYearlyFee({ feeTables: [] }, '2026-05-05', 'sv', translateTo('sv'))).toBe('Avgiften är inte bestämd än')
})
