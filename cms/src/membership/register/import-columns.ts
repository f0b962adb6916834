import { languages } from 'shared/languages'
import { countriesIn, readCountry } from 'shared/membership/country'
import { readEmailAddress, readWebAddress } from 'shared/membership/internet-address'
import { readPeppolId } from 'shared/membership/peppol-id'
import { readPhone } from 'shared/membership/phone'
import { readPostalCode } from 'shared/membership/postal-code'
import { readVatNumber } from 'shared/membership/vat-number'
import { adminText } from 'shared/translations/admin'
import { type MemberColumn, memberColumns, type MemberColumnName, toStoredNumber } from '../member-columns.ts'
import type { PlanNames } from './register-cells.ts'

export type WrittenColumn = Extract<MemberColumn, { isWritten: true }>
/** A column that a list may fill in. */
export type WrittenName = WrittenColumn['name']

export const isWrittenColumn = (column: MemberColumn): column is WrittenColumn => column.isWritten

/** What people write over their columns besides what the register itself calls them. */
const otherHeadings: Partial<Record<MemberColumnName, string[]>> = {
  memberNumber: ['medlemsnr', 'nr', 'no', 'number', 'member no'],
  organisationName: ['namn', 'name', 'organisation', 'företag', 'företagsnamn', 'company', 'medlem', 'member'],
  organisationNumber: ['orgnr', 'organisationsnr', 'organization number', 'company number', 'reg no'],
  streetAddress: ['adress', 'address', 'gata', 'street', 'gatuadress'],
  postalCode: ['postnr', 'zip', 'postcode'],
  city: ['postort', 'stad', 'town'],
  country: ['land'],
  website: ['hemsida', 'webb', 'web', 'url', 'www'],
  contactName: ['kontakt', 'contact', 'contact person', 'kontaktperson'],
  contactRole: ['roll', 'role', 'befattning', 'titel', 'title'],
  contactEmail: ['e-post', 'epost', 'mejl', 'mail', 'email', 'e-mail'],
  contactPhone: ['telefon', 'tel', 'mobil', 'phone', 'mobile'],
  vatNumber: ['vat', 'momsnr', 'vat number', 'vat no'],
  employees: ['anställda', 'antal anställda', 'employees'],
  plan: ['medlemskap', 'membership', 'plan', 'typ', 'type'],
  joinedOn: ['inträde', 'inträdesdatum', 'joined', 'member since', 'startdatum'],
  leavingOn: ['utträde', 'utträdesdatum', 'left'],
  listed: ['synlig', 'visa', 'listed'],
  tags: ['bransch', 'taggar', 'område', 'industry', 'tags'],
}

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const columnsByHeading = new Map<string, MemberColumn>([
  ...memberColumns.flatMap((column) =>
    (otherHeadings[column.name] ?? []).map((heading): [string, MemberColumn] => [plain(heading), column]),
  ),
  ...memberColumns.flatMap((column) =>
    [column.name, ...languages.map((language) => adminText(`members.${column.name}`)[language])].map(
      (heading): [string, MemberColumn] => [plain(heading), column],
    ),
  ),
])

/** The column that a heading means, in either language or as people call it; null when it is none of the register's. */
export const columnOf = (heading: string): MemberColumn | null => columnsByHeading.get(plain(heading)) ?? null

/** What a cell says, or why it cannot be kept: the end of a key `import.problem.…`. */
export type ReadCell = { value: string | number | boolean | string[] } | { problem: ImportProblem }
export type ImportProblem =
  | 'not-a-count'
  | 'not-a-day'
  | 'not-yes-or-no'
  | 'not-an-organisation-number'
  | 'not-a-postal-code'
  | 'not-a-phone-number'
  | 'not-an-email'
  | 'not-a-web-address'
  | 'unknown-country'
  | 'unknown-plan'
  | 'not-a-vat-number'
  | 'not-a-peppol-id'
  | 'too-long'

const longestText = 500
const yes = new Set(['ja', 'j', 'yes', 'y', 'x', '1', 'true', 'sant', 'sann'])
const no = new Set(['nej', 'n', 'no', '0', 'false', 'falskt', 'falsk', '-'])

/** A whole number, in groups of three or not, and with decimals only if they are none: `1 200`, `1.200`, `1,000`, `1200,0`. */
const readCount = (text: string): number | null => {
  const [, whole] = /^(\d{1,13}|\d{1,3}(?:[.,\s]\d{3}){1,4})(?:[.,]0{1,2})?$/.exec(text) ?? []
  return whole === undefined ? null : Number(whole.replace(/\D/g, ''))
}

/** A day as lists have it: `2026-11-22`, `20261122`, `2026/11/22` or `22.11.2026`. */
const readDay = (text: string): string | null => {
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[ T].*)?$/.exec(text) ?? fromDayFirst(text)
  if (!year || !month || !day) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T12:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) && Number(year) > 1800 ? iso : null
}
const fromDayFirst = (text: string): string[] =>
  /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text) ? ['', ...text.split('.').toReversed()] : []

const known = <Value extends string | number | boolean | string[]>(
  value: Value | null,
  problem: ImportProblem,
): ReadCell => (value === null ? { problem } : { value })

const countryNames = new Map(
  languages.flatMap((language) => countriesIn(language).map(({ code, name }) => [plain(name), code] as const)),
)

interface Reading {
  plans: PlanNames
  /** Swedish rules of postal codes hold there. */
  isSwedish: boolean
}

/** Reads a cell that says something, as the register keeps it. */
export const readCell = ({ kind, name }: WrittenColumn, text: string, { plans, isSwedish }: Reading): ReadCell => {
  if (text.length > longestText) return { problem: 'too-long' }
  switch (kind) {
    case 'count':
      return known(readCount(text), 'not-a-count')
    case 'day':
      return known(readDay(text), 'not-a-day')
    case 'yes-no': {
      const word = text.toLowerCase()
      return yes.has(word) || no.has(word) ? { value: yes.has(word) } : { problem: 'not-yes-or-no' }
    }
    case 'organisation-number':
      return known(toStoredNumber(text), 'not-an-organisation-number')
    case 'postal-code':
      return isSwedish ? known(readPostalCode(text), 'not-a-postal-code') : { value: text }
    case 'phone':
      return known(readPhone(text), 'not-a-phone-number')
    case 'email':
      return known(readEmailAddress(text), 'not-an-email')
    case 'web-address':
      return known(readWebAddress(text), 'not-a-web-address')
    case 'country':
      return known(readCountry(text) ?? countryNames.get(plain(text)) ?? null, 'unknown-country')
    case 'plan':
      return known(findPlan(plans, text), 'unknown-plan')
    case 'tags':
      return {
        value: text
          .split(/[,;]/)
          .map((tag) => tag.trim())
          .filter(Boolean),
      }
    case 'text':
      if (name === 'vatNumber') return known(readVatNumber(text), 'not-a-vat-number')
      if (name === 'peppolId') return known(readPeppolId(text), 'not-a-peppol-id')
      return { value: text.replace(/\s+/g, ' ') }
  }
}

const findPlan = (plans: PlanNames, text: string): string | null => {
  const wanted = plain(text)
  for (const [id, { slug, names }] of plans) {
    if ([slug, ...Object.values(names)].some((name) => plain(name) === wanted)) return id
  }
  return null
}
