const releaseIdPattern = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-/

/**
 * When a release was made, by its id, which begins with the time in UTC.
 * @example releaseTime('20261122-120322-ab12') // '2026-11-22T12:03:22.000Z'
 */
export const releaseTime = (id: string | null | undefined): string | null => {
  const parts = releaseIdPattern.exec(id ?? '')
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}
