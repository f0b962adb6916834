/** On which days a membership can end. */
export const leavingDays = ['any-day', 'month-end', 'half-year-end', 'year-end'] as const
export type LeavingDay = (typeof leavingDays)[number]

/** What the statutes say of leaving: how long after the notice, and at which days. */
export interface LeavingRules {
  noticeMonths: number
  leavingDay: LeavingDay
}

const atNoon = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`)
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)
const lastDayOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/**
 * The same day so many months on, or the last day of a shorter month.
 * @example addMonths('2026-11-30', 3) // '2027-02-28'
 */
export const addMonths = (day: string, months: number): string => {
  const from = atNoon(day)
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1, 12))
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()]
  first.setUTCDate(Math.min(from.getUTCDate(), lastDayOfMonth(year, month)))
  return dayOf(first)
}

const monthsIn: Record<Exclude<LeavingDay, 'any-day'>, number> = {
  'month-end': 1,
  'half-year-end': 6,
  'year-end': 12,
}

/**
 * The last day of a membership, when notice is given on a day.
 * @example lastDayAfter('2026-10-15', { noticeMonths: 3, leavingDay: 'year-end' }) // '2027-12-31'
 */
export const lastDayAfter = (noticeOn: string, { noticeMonths, leavingDay }: LeavingRules): string => {
  const earliest = addMonths(noticeOn, noticeMonths)
  if (leavingDay === 'any-day') return earliest
  const parts = monthsIn[leavingDay]
  const [year, month] = [Number(earliest.slice(0, 4)), Number(earliest.slice(5, 7)) - 1]
  const lastMonth = (Math.floor(month / parts) + 1) * parts - 1
  return dayOf(new Date(Date.UTC(year, lastMonth, lastDayOfMonth(year, lastMonth), 12)))
}
