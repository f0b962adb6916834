import { readOrganisationNumber } from './organisation-number.ts'

/** As people write them: with a dash or, from the age of a hundred, a plus sign; in twelve digits also without. */
const writtenForms = /(?<![\d-])(?:(?:19|20)?\d{6}[-+\u2010-\u2212]\d{4}|(?:19|20)\d{10})(?![\d-])/gu

/**
 * The first Swedish personal identity number in a text, or null: a date of birth, four digits and the right check digit.
 * @example findPersonalNumber('Mejla Siv, 121212-1212.') // '121212-1212'
 */
export const findPersonalNumber = (text: string): string | null => {
  for (const [written] of text.matchAll(writtenForms)) {
    if (readOrganisationNumber(written.replace('+', '-'))?.kind === 'sole-trader') return written
  }
  return null
}
