import { type Language, languageLocales } from 'shared/languages'

const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * What a clock on the wall in a time zone shows, as `datetime-local` writes it.
 * @example 2026-12-03T11:00:00Z in Europe/Stockholm => `2026-12-03T12:00`
 */
export const wallTimeOf = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(moment)
    .replace(' ', 'T')

/**
 * The moments, in order, when a clock in a time zone shows a time: one as a rule, none when the clock is set ahead past
 * it, two when it is set back over it; none either for what is no time.
 * @example `2027-03-28T02:30` in Europe/Stockholm => []
 */
export const momentsOf = (wallTime: string, timeZone: string): Date[] => {
  const asIfUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallTime) ? Date.parse(`${wallTime}Z`) : Number.NaN
  if (Number.isNaN(asIfUtc)) return []
  const wanted = wallTimeOf(new Date(asIfUtc), 'UTC')
  // The zone's distance to UTC the day before and the day after: the clock is not set twice in between.
  const distances = [asIfUtc - dayMilliseconds, asIfUtc + dayMilliseconds].map(
    (near) => Date.parse(`${wallTimeOf(new Date(near), timeZone)}Z`) - Math.floor(near / 60_000) * 60_000,
  )
  return [...new Set(distances)]
    .map((distance) => new Date(asIfUtc - distance))
    .filter((moment) => wallTimeOf(moment, timeZone) === wanted)
    .toSorted((one, other) => one.getTime() - other.getTime())
}

/** A moment to the minute: `3 dec. 2026 12:00`. */
export const sayMinute = (language: Language, moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(languageLocales[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    moment,
  )

/** A zone's name as it is at a moment: `Europe/Stockholm, centraleuropeisk sommartid`. */
export const sayZone = (language: Language, moment: Date, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat(languageLocales[language], { timeZone, timeZoneName: 'long' }).formatToParts(
    moment,
  )
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value
  return name && name !== timeZone ? `${timeZone}, ${name}` : timeZone
}

/** The time zone of whoever sits in front of the browser. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
