/**
 * Reads a Swedish postal code as people write it, or gives null when it cannot be one.
 * @example readPostalCode('SE-111 20') // '11120'
 */
export const readPostalCode = (text: string): string | null => {
  const digits = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^SE?-?/i, '')
  return /^[1-9]\d{4}$/.test(digits) ? digits : null
}

/** @example formatPostalCode('11120') // '111 20' */
export const formatPostalCode = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`
