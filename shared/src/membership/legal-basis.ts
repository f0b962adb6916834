import type { SignupFieldName } from './signup-field.ts'

/** Why personal data may be kept: the letters of GDPR article 6(1) that we rely on. */
export const legalBases = ['contract', 'legitimate-interest', 'legal-duty'] as const
export type LegalBasis = (typeof legalBases)[number]

/**
 * On what each field of a form rests. A company's own details are personal data only where the company is one person; then
 * they are needed for its membership. What an editor asks of their own rests on the same interest as a message. Consents
 * are apart: each is its own basis, and is logged.
 */
export const basisOfField: Record<SignupFieldName, LegalBasis> = {
  country: 'contract',
  organisationNumber: 'contract',
  foreignNumber: 'contract',
  organisationName: 'contract',
  website: 'contract',
  logo: 'contract',
  employees: 'contract',
  turnover: 'contract',
  area: 'contract',
  plan: 'contract',
  streetAddress: 'contract',
  postalCode: 'contract',
  city: 'contract',
  postalStreetAddress: 'contract',
  postalPostalCode: 'contract',
  postalCity: 'contract',
  contactName: 'legitimate-interest',
  contactRole: 'legitimate-interest',
  contactEmail: 'legitimate-interest',
  contactPhone: 'legitimate-interest',
  contacts: 'legitimate-interest',
  howDidYouHear: 'legitimate-interest',
  message: 'legitimate-interest',
  vatNumber: 'legal-duty',
  invoiceStreetAddress: 'legal-duty',
  invoicePostalCode: 'legal-duty',
  invoiceCity: 'legal-duty',
  invoiceEmail: 'legal-duty',
  invoiceReference: 'legal-duty',
  peppolId: 'legal-duty',
}
