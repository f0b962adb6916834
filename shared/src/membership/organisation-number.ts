/** Who has the number: a legal person (company, association, authority …) or a sole trader, whose number is personal. */
export type OrganisationNumberKind = 'legal' | 'sole-trader'

export interface OrganisationNumber {
  digits: string // ten of them, as stored and compared
  kind: OrganisationNumberKind
}

/**
 * Reads a Swedish organisation number as people write it: with or without dash and spaces, with the prefix 16 of the
 * twelve-digit form, with the century of a sole trader's number, or as a VAT number. Null when it cannot be one.
 * @example readOrganisationNumber(' 556026 – 9986') // { digits: '5560269986', kind: 'legal' }
 * @example readOrganisationNumber('SE556026998601') // { digits: '5560269986', kind: 'legal' }
 */
export const readOrganisationNumber = (text: string): OrganisationNumber | null => {
  const written = text.normalize('NFKC').replace(dashesAndSpaces, '').toUpperCase()
  const { prefix, digits } = writtenForm.exec(written)?.groups ?? {}
  if (!digits || !hasRightCheckDigit(digits)) return null
  const kind = kindOf(digits)
  if (!kind) return null
  if (prefix === '16' && kind !== 'legal') return null
  if ((prefix === '19' || prefix === '20') && kind !== 'sole-trader') return null
  return { digits, kind }
}

/** Is this a Swedish organisation number, in any of the forms people write it? */
export const isOrganisationNumber = (text: string): boolean => readOrganisationNumber(text) !== null

/**
 * A stored number as people read it; that of a foreign company stays as it is.
 * @example formatOrganisationNumber('5560269986') // '556026-9986'
 */
export const formatOrganisationNumber = (number: string): string =>
  tenDigits.test(number) ? `${number.slice(0, 6)}-${number.slice(6)}` : number

/**
 * The one number that an organisation is known by, compared and searched for: ten digits for a Swedish one, for others
 * the country and the letters and digits of their number. Null when it gave none.
 * @example numberOf({ country: 'DK', foreignNumber: '12 34 56 78' }) // 'DK 12345678'
 */
export const numberOf = ({ country, organisationNumber, foreignNumber }: GivenNumbers): string | null => {
  if (organisationNumber) return organisationNumber
  const plain = foreignNumber?.toUpperCase().replace(/[^\p{L}\d]/gu, '')
  return country && plain ? `${country} ${plain}` : null
}

/** What kind of organisation has a Swedish number; `unknown` ones are accepted, and are for a person to look at. */
export const organisationForms = [
  'sole-trader',
  'estate',
  'public-body',
  'foreign-company',
  'limited-company',
  'simple-company',
  'economic-association',
  'non-profit',
  'partnership',
  'unknown',
] as const
export type OrganisationForm = (typeof organisationForms)[number]

/**
 * The form of organisation that a Swedish number belongs to, by its first digit.
 * @example formOfOrganisation('5560269986') // 'limited-company'
 */
export const formOfOrganisation = (digits: string): OrganisationForm => {
  if (kindOf(digits) === 'sole-trader') return 'sole-trader'
  return formsByFirstDigit.get(digits.slice(0, 1)) ?? 'unknown'
}

interface GivenNumbers {
  country?: string | null | undefined
  organisationNumber?: string | null | undefined
  foreignNumber?: string | null | undefined
}

/**
 * A stored number as a list may show it: that of a sole trader is a personal identity number and is masked.
 * @example maskPersonalNumber('1212121212') // '••••••-••••'
 */
export const maskPersonalNumber = (digits: string): string =>
  tenDigits.test(digits) && kindOf(digits) === 'sole-trader' ? masks.hyphened : digits

/** What stands for the digits of a personal number: as many, with the hyphen where there was one. */
const masks = { plain: '••••••••••', hyphened: '••••••-••••' }

const digitsOf = (number: string): string => number.replace(/\D/g, '')

/**
 * A text without the number of a sole trader, however it is written there: alone, with its hyphen, or within a VAT number.
 * @example maskPersonalNumberIn('SE121212121201', '1212121212') // 'SE••••••••••01'
 */
export const maskPersonalNumberIn = (text: string, number: string): string => {
  const digits = digitsOf(number)
  if (!tenDigits.test(digits)) return text
  const written = new RegExp(`${digits.slice(0, 6)}(\\D?)${digits.slice(6)}`, 'g')
  return text.replace(written, (_, between: string) => (between ? masks.hyphened : masks.plain))
}

/** Puts a number back where `maskPersonalNumberIn` took it out. */
export const unmaskPersonalNumberIn = (text: string, number: string): string => {
  const digits = digitsOf(number)
  return text.replaceAll(masks.hyphened, formatOrganisationNumber(digits)).replaceAll(masks.plain, digits)
}

const formsByFirstDigit = new Map<string, OrganisationForm>([
  ['1', 'estate'],
  ['2', 'public-body'],
  ['3', 'foreign-company'],
  ['5', 'limited-company'],
  ['6', 'simple-company'],
  ['7', 'economic-association'],
  ['8', 'non-profit'],
  ['9', 'partnership'],
])

const tenDigits = /^\d{10}$/
const dashesAndSpaces = /[\p{Pd}\u2212\u00ad\u200b\s]/gu
const writtenForm = /^(?:SE(?=\d{10}01$)|(?<prefix>16|19|20)(?=\d{10}$)|(?=\d{10}$))(?<digits>\d{10})(?:01)?$/

/** The Luhn check: every other digit counts double, from the first, and the sum is a multiple of ten. */
const hasRightCheckDigit = (digits: string): boolean => {
  const sum = [...digits].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}

/** The third and fourth digits are a month in a person's number and at least 20 in a legal person's. */
const kindOf = (digits: string): OrganisationNumberKind | null => {
  const month = Number(digits.slice(2, 4))
  if (month >= 20) return 'legal'
  const day = Number(digits.slice(4, 6)) % 60 // a coordination number adds 60 to the day
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? 'sole-trader' : null
}
