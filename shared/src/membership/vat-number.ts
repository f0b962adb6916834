import { readOrganisationNumber } from './organisation-number.ts'

const separators = /[\p{Pd}\u2212\u00ad\u200b\s.]/gu

/**
 * Reads a VAT number as people write it, or gives null when it cannot be one. A Swedish one is `SE`, the organisation
 * number and `01`; of others only the form is known: the country, and two to twelve characters.
 * @example readVatNumber('SE 556026-9986 01') // 'SE556026998601'
 */
export const readVatNumber = (text: string): string | null => {
  const written = text.normalize('NFKC').replace(separators, '').toUpperCase()
  if (written.startsWith('SE')) return /^SE\d{10}01$/.test(written) && readOrganisationNumber(written) ? written : null
  return /^[A-Z]{2}(?=.*\d)[A-Z\d+*]{2,12}$/.test(written) ? written : null
}
