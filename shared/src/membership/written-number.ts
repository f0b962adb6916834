import type { FeeFigure } from './plan.ts'

/** White space of every kind and signs that look like a minus, each in one form. */
const plainly = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\p{Pd}\u2212] ?/u, '-')

/** In groups of three or in none; the mark between the groups is not that of the decimals. */
const numberPattern = /^(-?(?:\d+|[1-9]\d{0,2}([ .,])\d{3}(?:\2\d{3})*))(?:([.,])(\d{1,6}))?$/
const mostDigits = 15 // more than these are not kept exactly

/**
 * A number as Swedish and English write it: `1 000,5` and `1,000.5`. Null where it is none. What can be read in two ways is
 * told by `isAmbiguousNumber`.
 */
export const readNumber = (written: string): number | null => {
  const [, whole, groupMark, decimalMark, decimals = ''] = numberPattern.exec(plainly(written)) ?? []
  if (whole === undefined || (groupMark !== undefined && groupMark === decimalMark)) return null
  const digits = whole.replace(/[ .,]/g, '')
  return `${digits}${decimals}`.replace('-', '').length <= mostDigits ? Number(`${digits}.${decimals || '0'}`) : null
}

/** Is it a thousand to one reader and one to another, as `1,000` and `1.000` are? */
export const isAmbiguousNumber = (written: string): boolean => /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(plainly(written))

const mostDigitsOf: Record<FeeFigure, number> = { employees: 7, turnover: 13, area: 8 }
const unitOf: Record<FeeFigure, RegExp> = {
  employees: /$/,
  turnover: / ?(?:kr|sek|kronor)?:?-?$/i,
  area: / ?(?:m2|kvm|sqm)?$/i,
}
const wholePattern = /^(?:\d+|[1-9]\d{0,2}(?:(?: \d{3})+|(?:,\d{3})+))$/

/** A figure that fees go by: whole, in groups of three or in none, with or without what it counts. */
export const readFigure = (name: FeeFigure, written: string): number | null => {
  const bare = plainly(written).replace(unitOf[name], '')
  const digits = wholePattern.test(bare) ? bare.replace(/[ ,]/g, '') : ''
  return digits && digits.length <= mostDigitsOf[name] ? Number(digits) : null
}
