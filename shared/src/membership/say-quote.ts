// The form's island carries this file, so it imports nothing large.
import { type Language, languageLocales } from '../languages.ts'
import type { feesSv } from '../translations/sv/fees.ts'
import { type FeeLine, type FeeQuote, tableInForce } from './fee.ts'
import type { FeeTable, Plan } from './plan.ts'

export type FeeTextKey = keyof typeof feesSv

/** A quote in words, as the form, an e-mail and the admin show it: lines with amounts, a sum, and what to know of it. */
export interface SaidQuote {
  lines: { kind: FeeLine['kind'] | 'vat'; label: string; amount: string }[]
  total: { label: string; amount: string } | null
  notes: string[]
}

/** @example sayAmount(450050, 'sv') // '4 500,50 kr' */
export const sayAmount = (amount: number, language: Language): string =>
  new Intl.NumberFormat(languageLocales[language], {
    style: 'currency',
    currency: 'SEK',
    currencyDisplay: language === 'sv' ? 'symbol' : 'code',
    minimumFractionDigits: amount % 100 === 0 ? 0 : 2,
  }).format(amount / 100)

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`)

type SayFee = (key: FeeTextKey, values?: Record<string, string | number>) => string

/** Says a quote in words. `t` may be a translator that knows no sentences but those of `fees.ts`. */
export const sayQuote = (quote: FeeQuote, language: Language, t: SayFee): SaidQuote => {
  if (quote.state === 'none') return { lines: [], total: null, notes: [t('fee.none')] }
  if (quote.state === 'missing') {
    return { lines: [], total: null, notes: quote.needs.map((figure) => t(`fee.missing.${figure}`)) }
  }
  const amountOf = (amount: number) => sayAmount(amount, language)
  const { from, to } = quote.period
  const days = new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'long', timeZone: 'UTC' })
  const isWholeYear = quote.parts.paid === quote.parts.of
  return {
    lines: [
      ...quote.lines.map(({ kind, net }) => ({ kind, label: t(`fee.line.${kind}`), amount: amountOf(net) })),
      ...vatLines(quote.lines).map(({ percent, vat }) => ({
        kind: 'vat' as const,
        label: t('fee.line.vat', { percent }),
        amount: amountOf(vat),
      })),
    ],
    total: { label: t('fee.total'), amount: amountOf(quote.gross) },
    notes: [
      t('fee.period', { period: days.formatRange(atNoon(from), atNoon(to)) }),
      ...(isWholeYear ? [] : [t('fee.part', { paid: quote.parts.paid, of: quote.parts.of })]),
      ...(quote.lines.some(({ kind }) => kind === 'entry-stake') ? [t('fee.entry-stake.note')] : []),
    ],
  }
}

/** VAT by its rate, the highest first, and none where there is none. */
const vatLines = (lines: readonly FeeLine[]): { percent: number; vat: number }[] =>
  [...new Set(lines.map(({ vatPercent }) => vatPercent))]
    .filter((percent) => percent > 0)
    .toSorted((one, other) => other - one)
    .map((percent) => ({
      percent,
      vat: lines.filter(({ vatPercent }) => vatPercent === percent).reduce((total, { vat }) => total + vat, 0),
    }))

/**
 * What a year costs, in a line, for a list of plans to choose from: the table that is in force, without any figures.
 * @example sayYearlyFee(plan, '2026-01-01', 'sv', t) // '100 kr per anställd och år, minst 2 000 kr'
 */
export const sayYearlyFee = (plan: Pick<Plan, 'feeTables'>, on: string, language: Language, t: SayFee): string => {
  const table = tableInForce(plan.feeTables, on)
  if (!table) return t('fee.year.none')
  const amountOf = (amount: number) => sayAmount(amount, language)
  const hasVat =
    (table.servicePercent > 0 && table.serviceVatPercent > 0) ||
    (table.servicePercent < 100 && table.membershipVatPercent > 0)
  return [
    ...feeOf(table, amountOf, t),
    ...(hasVat ? [t('fee.year.vat')] : []),
    ...(table.entryStake > 0 ? [t('fee.year.entry-stake', { amount: amountOf(table.entryStake) })] : []),
  ].join(', ')
}

const feeOf = (table: FeeTable, amountOf: (amount: number) => string, t: SayFee): string[] => {
  const { basis, minimum, maximum } = table
  if (basis === 'fixed')
    return [table.amount ? t('fee.year.fixed', { amount: amountOf(table.amount) }) : t('fee.year.free')]
  if (basis === 'per-employee') {
    return [
      t('fee.year.per-employee', { amount: amountOf(table.perUnit ?? 0) }),
      ...(minimum ? [t('fee.year.minimum', { amount: amountOf(minimum) })] : []),
      ...(maximum === null ? [] : [t('fee.year.maximum', { amount: amountOf(maximum) })]),
    ]
  }
  const amounts = table.tiers.map(({ amount }) => amount)
  const [from, to] = [Math.min(...amounts), Math.max(...amounts)]
  return [t(`fee.year.tiers.${table.tiersBy}`, { from: amountOf(from), to: amountOf(to) })]
}
