import { readOrganisationNumber } from './organisation-number.ts'
import { readVatNumber } from './vat-number.ts'

const isGln = (digits: string): boolean => {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return /^\d{13}$/.test(digits) && sum % 10 === 0
}

/** The Swedish kinds of identifier, with what makes one whole; of other countries' kinds only the form is known. */
const readers: Record<string, (identifier: string) => string | null> = {
  '0007': (identifier) => (/^\d{10}$/.test(identifier) ? (readOrganisationNumber(identifier)?.digits ?? null) : null),
  '0088': (identifier) => (isGln(identifier) ? identifier : null),
  '9955': (identifier) => (identifier.startsWith('SE') ? readVatNumber(identifier) : null),
}

/**
 * Reads the address of an organisation in the Peppol network, or gives null when it cannot be one. That it is well-formed
 * does not prove that it is registered.
 * @example readPeppolId('0007: 556026-9986') // '0007:5560269986'
 */
export const readPeppolId = (text: string): string | null => {
  const written = text
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212\s]/gu, '')
    .toUpperCase()
  const { scheme = '', identifier = '' } =
    /^(?<scheme>\d{4}):(?<identifier>[A-Z\d._~]{1,50})$/.exec(written)?.groups ?? {}
  if (!scheme) return null
  const read = readers[scheme]
  const known = read ? read(identifier) : identifier
  return known === null ? null : `${scheme}:${known}`
}
