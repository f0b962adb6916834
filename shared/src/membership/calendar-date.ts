const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/**
 * The calendar day in Sweden at a moment: fees and memberships follow the day there, wherever the server stands.
 * @example dayInSweden(new Date('2026-12-31T23:30:00Z')) // '2027-01-01'
 */
export const dayInSweden = (moment: Date): string => swedishDay.format(moment)
