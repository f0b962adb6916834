const hourInStockholm = 7
const dayMilliseconds = 24 * 3_600_000

const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/**
 * When the summary of a day begins to be due: at seven in the morning in Sweden.
 * @example digestMoment('2026-07-01') // 2026-07-01T05:00:00.000Z
 */
export const digestMoment = (day: string): Date => {
  const inWinter = new Date(`${day}T0${hourInStockholm - 1}:00:00Z`)
  const inSummer = new Date(`${day}T0${hourInStockholm - 2}:00:00Z`)
  return digestDay(inSummer) === day ? inSummer : inWinter
}

/**
 * The day whose summary is due: from seven in the morning in Sweden it is that day's.
 * @example digestDay(new Date('2026-11-23T05:59:00Z')) // '2026-11-22'
 * @example digestDay(new Date('2026-11-23T06:00:00Z')) // '2026-11-23'
 */
export const digestDay = (now: Date): string => {
  const [day = '', hour = ''] = stockholm.format(now).split(/[ :]/)
  return Number(hour) >= hourInStockholm ? day : new Date(Date.parse(day) - dayMilliseconds).toISOString().slice(0, 10)
}
