import { formatOrganisationNumber, readOrganisationNumber } from 'shared/membership/organisation-number'

/** How a column of the register is written, read and shown. */
export type ColumnKind =
  | 'text'
  | 'count' // a whole number
  | 'day'
  | 'yes-no'
  | 'status'
  | 'organisation-number'
  | 'postal-code'
  | 'phone'
  | 'email'
  | 'web-address'
  | 'country'
  | 'plan'
  | 'tags'
  | 'amount' // in whole kronor
  | 'people'

interface Column {
  name: string
  kind: ColumnKind
  /** What a list that is imported may say, and what history keeps. The others follow from these. */
  isWritten: boolean
}

/**
 * The columns of the register in the order of a list: of exports, imports, the printed list and history. The name is the
 * field's of `members`, and its label is `members.<name>`. The first contact person is spread over columns of its own.
 */
export const memberColumns = [
  { name: 'memberNumber', kind: 'count', isWritten: true },
  { name: 'status', kind: 'status', isWritten: false },
  { name: 'organisationName', kind: 'text', isWritten: true },
  { name: 'organisationNumber', kind: 'organisation-number', isWritten: true },
  { name: 'foreignNumber', kind: 'text', isWritten: true },
  { name: 'country', kind: 'country', isWritten: true },
  { name: 'streetAddress', kind: 'text', isWritten: true },
  { name: 'postalCode', kind: 'postal-code', isWritten: true },
  { name: 'city', kind: 'text', isWritten: true },
  { name: 'postalStreetAddress', kind: 'text', isWritten: true },
  { name: 'postalPostalCode', kind: 'postal-code', isWritten: true },
  { name: 'postalCity', kind: 'text', isWritten: true },
  { name: 'website', kind: 'web-address', isWritten: true },
  { name: 'contactName', kind: 'text', isWritten: true },
  { name: 'contactRole', kind: 'text', isWritten: true },
  { name: 'contactEmail', kind: 'email', isWritten: true },
  { name: 'contactPhone', kind: 'phone', isWritten: true },
  { name: 'otherContacts', kind: 'people', isWritten: false },
  { name: 'invoiceEmail', kind: 'email', isWritten: true },
  { name: 'invoiceReference', kind: 'text', isWritten: true },
  { name: 'invoiceStreetAddress', kind: 'text', isWritten: true },
  { name: 'invoicePostalCode', kind: 'postal-code', isWritten: true },
  { name: 'invoiceCity', kind: 'text', isWritten: true },
  { name: 'vatNumber', kind: 'text', isWritten: true },
  { name: 'peppolId', kind: 'text', isWritten: true },
  { name: 'employees', kind: 'count', isWritten: true },
  { name: 'turnover', kind: 'count', isWritten: true },
  { name: 'area', kind: 'count', isWritten: true },
  { name: 'plan', kind: 'plan', isWritten: true },
  { name: 'feeTotal', kind: 'amount', isWritten: false },
  { name: 'joinedOn', kind: 'day', isWritten: true },
  { name: 'leavingOn', kind: 'day', isWritten: true },
  { name: 'listed', kind: 'yes-no', isWritten: true },
  { name: 'tags', kind: 'tags', isWritten: true },
] as const satisfies Column[]

export type MemberColumn = (typeof memberColumns)[number]
export type MemberColumnName = MemberColumn['name']

/** Is this the number of a sole trader, which is that person's identity number? */
export const isPersonal = (organisationNumber: string | null | undefined): boolean =>
  Boolean(organisationNumber) && readOrganisationNumber(organisationNumber ?? '')?.kind === 'sole-trader'

/** A number as the register keeps it: `556026-9986`; null when it is none. */
export const toStoredNumber = (written: string): string | null => {
  const number = readOrganisationNumber(written)
  return number && formatOrganisationNumber(number.digits)
}
