/**
 * Reads a telephone number as people write it and gives it as E.164, or null when it cannot be one. A number without a
 * country code is Swedish.
 * @example readPhone('070-174 06 05') // '+46701740605'
 * @example readPhone('0046 (0)70-174 06 05') // '+46701740605'
 */
export const readPhone = (text: string): string | null => {
  const written = text.normalize('NFKC').trim()
  if (!allowedCharacters.test(written)) return null
  const dialled = written
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+')
  if (dialled.startsWith('+46')) return swedishNumber(dialled.slice(3).replace(/^0/, ''))
  if (dialled.startsWith('+')) return /^\+[1-9]\d{7,14}$/.test(dialled) ? dialled : null
  return dialled.startsWith('0') ? swedishNumber(dialled.slice(1)) : null
}

const allowedCharacters = /^\+?[\d\s().\p{Pd}\u2212/]+$/u

/** Mobile numbers have nine digits after the 0; others seven to nine, area code included. */
const swedishNumber = (digits: string): string | null =>
  /^(?:7[02369]\d{7}|(?!7[02369])[1-9]\d{6,8})$/.test(digits) ? `+46${digits}` : null
