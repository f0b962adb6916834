// The form's island carries this file, so it imports types only.
import type { FeeFigure, FeeTable, Plan, Proration } from './plan.ts'

/** The figures of a company that its fee may depend on. */
export type FeeFigures = Partial<Record<FeeFigure, number | null | undefined>>

export interface FeeLine {
  kind: 'membership' | 'service' | 'entry-stake'
  net: number // öre, as all amounts here
  vatPercent: number
  vat: number
  gross: number
}

export interface PricedFee {
  state: 'priced'
  lines: FeeLine[]
  net: number
  vat: number
  gross: number
  period: { from: string; to: string } // days, both included
  parts: { of: number; paid: number } // of the year
  tableFrom: string // which of the plan's tables was in force
}

/** What a membership costs; or which figures are missing to tell; or that no price has been set. */
export type FeeQuote = PricedFee | { state: 'missing'; needs: FeeFigure[] } | { state: 'none' }

/**
 * What a company pays when it joins on a day: the fee for what is left of the calendar year, line by line. The form shows
 * it as figures are typed; the server computes it again and that is what counts.
 * @example quoteFee(plan, { employees: 12 }, '2026-08-15') // { state: 'priced', gross: 225000, … }
 */
export const quoteFee = (plan: Pick<Plan, 'feeTables'>, figures: FeeFigures, on: string): FeeQuote => {
  const table = tableInForce(plan.feeTables, on)
  if (!table) return { state: 'none' }
  const needed = figureOf(table)
  const figure = needed ? figures[needed] : 0
  if (needed && !isFigure(figure)) return { state: 'missing', needs: [needed] }
  const yearly = yearlyFee(table, figure ?? 0)
  if (yearly === null) return { state: 'none' }
  const parts = partsLeft(table.proration, on)
  const lines = linesOf(table, share(yearly, parts.paid, parts.of))
  return {
    state: 'priced',
    lines,
    net: sum(lines.map(({ net }) => net)),
    vat: sum(lines.map(({ vat }) => vat)),
    gross: sum(lines.map(({ gross }) => gross)),
    period: { from: on, to: `${on.slice(0, 4)}-12-31` },
    parts,
    tableFrom: table.from,
  }
}

/** The figures that a plan's fee depends on at a day, which a form that offers it must ask for. */
export const figuresNeeded = (plan: Pick<Plan, 'feeTables'>, on: string): FeeFigure[] => {
  const table = tableInForce(plan.feeTables, on)
  const figure = table ? figureOf(table) : null
  return figure ? [figure] : []
}

/**
 * A share of a whole amount, rounded to the nearest whole one, halves away from zero. Exact for any size, as products of
 * amounts and figures can be larger than numbers are exact.
 * @example share(101, 1, 2) // 51
 */
export const share = (amount: number, numerator: number, denominator: number): number => {
  const whole = 2n * BigInt(amount) * BigInt(numerator)
  const half = BigInt(denominator)
  return Number((whole + (whole < 0n ? -half : half)) / (2n * half))
}

/** The table that holds on a day: the latest one of those that have begun. */
export const tableInForce = (tables: readonly FeeTable[], on: string): FeeTable | null =>
  tables.reduce<FeeTable | null>(
    (latest, table) => (table.from <= on && (!latest || table.from > latest.from) ? table : latest),
    null,
  )

const figureOf = ({ basis, tiersBy }: FeeTable): FeeFigure | null => {
  if (basis === 'fixed') return null
  return basis === 'per-employee' ? 'employees' : tiersBy
}

const isFigure = (figure: number | null | undefined): figure is number =>
  typeof figure === 'number' && Number.isSafeInteger(figure) && figure >= 0

/** The fee of a whole year; null where the table says nothing of this figure. */
const yearlyFee = (table: FeeTable, figure: number): number | null => {
  if (table.basis === 'fixed') return table.amount
  if (table.basis === 'tiers') return table.tiers.find(({ upTo }) => upTo === null || figure <= upTo)?.amount ?? null
  if (table.perUnit === null) return null
  const fee = share(table.perUnit, figure, 1)
  return Math.min(Math.max(fee, table.minimum ?? 0), table.maximum ?? Infinity)
}

const partsOfYear: Record<Proration, number> = { none: 1, 'half-year': 2, quarter: 4, month: 12 }

/** How many parts of the year are paid for by who joins on this day: the running one and those to come. */
const partsLeft = (proration: Proration, on: string): { of: number; paid: number } => {
  const of = partsOfYear[proration]
  const month = Number(on.slice(5, 7))
  return { of, paid: of - Math.floor(((month - 1) * of) / 12) }
}

/** The service fee is rounded and the membership fee is the rest, so that together they are the fee. */
const linesOf = (table: FeeTable, fee: number): FeeLine[] => {
  const service = share(fee, table.servicePercent, 100)
  return [
    ...(table.servicePercent < 100 ? [lineOf('membership', fee - service, table.membershipVatPercent)] : []),
    ...(table.servicePercent > 0 ? [lineOf('service', service, table.serviceVatPercent)] : []),
    ...(table.entryStake > 0 ? [lineOf('entry-stake', table.entryStake, 0)] : []),
  ]
}

const lineOf = (kind: FeeLine['kind'], net: number, vatPercent: number): FeeLine => {
  const vat = share(net, vatPercent, 100)
  return { kind, net, vatPercent, vat, gross: net + vat }
}

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0)
