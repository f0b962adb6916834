import { dayInSweden } from 'shared/membership/calendar-date'

/**
 * Does anything that pages show change by the clock after one moment and up to another?
 * @param at the moments at which forms open and close, and the days, in Sweden, from which fees hold
 */
export const turnsBetween = (at: { moments: Date[]; days: string[] }, last: Date, now: Date): boolean => {
  const [lastDay, today] = [dayInSweden(last), dayInSweden(now)]
  return (
    at.moments.some((moment) => moment > last && moment <= now) || at.days.some((day) => day > lastDay && day <= today)
  )
}
