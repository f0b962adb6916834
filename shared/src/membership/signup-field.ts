import { mostLogoBytes } from './logo-picture.ts'

/**
 * The fields a communicator may put in a form, in the order a form usually asks for them. The name is the key in
 * `answers`, in the stored signup and in `signup.field.<name>.label` of the translations.
 *
 * With `country` in the form, `organisationNumber` is asked of companies from Sweden and `foreignNumber` of all others.
 */
export const signupFieldNames = [
  'country',
  'organisationNumber',
  'foreignNumber',
  'organisationName',
  'website',
  'logo', // a picture
  'vatNumber',
  'employees',
  'turnover', // SEK a year
  'area', // square metres
  'plan',
  'contactName',
  'contactRole',
  'contactEmail',
  'contactPhone',
  'contacts', // further persons
  'streetAddress', // where to visit
  'postalCode',
  'city',
  'postalStreetAddress', // where to send letters
  'postalPostalCode',
  'postalCity',
  'invoiceStreetAddress', // where to send invoices
  'invoicePostalCode',
  'invoiceCity',
  'invoiceEmail',
  'invoiceReference',
  'peppolId',
  'howDidYouHear',
  'message',
] as const
export type SignupFieldName = (typeof signupFieldNames)[number]

export const isSignupFieldName = (name: string): name is SignupFieldName =>
  signupFieldNames.some((each) => each === name)

/** Without these a signup cannot be answered or decided on, so every form has them and requires them. */
export const indispensableFields: readonly SignupFieldName[] = [
  'organisationNumber',
  'organisationName',
  'contactName',
  'contactEmail',
]

/** What is asked about each of the further contact persons. */
export const contactFieldNames = ['contactName', 'contactRole', 'contactEmail', 'contactPhone'] as const
export type ContactFieldName = (typeof contactFieldNames)[number]

/** Of each further contact person one must tell the name, and the address that they are informed at (GDPR art. 14). */
export const requiredContactFields: readonly ContactFieldName[] = ['contactName', 'contactEmail']

/** The most contact persons besides the first. */
export const mostContacts = 9

/** The most characters an answer may have. */
export const longestAnswers: Record<Exclude<SignupFieldName, 'contacts'>, number> = {
  country: 2,
  organisationNumber: 40,
  foreignNumber: 40,
  organisationName: 200,
  website: 500,
  logo: Math.ceil((mostLogoBytes * 4) / 3) + 40, // as it is sent, in base64
  vatNumber: 40,
  employees: 20,
  turnover: 30,
  area: 20,
  plan: 100,
  contactName: 200,
  contactRole: 200,
  contactEmail: 254,
  contactPhone: 40,
  streetAddress: 200,
  postalCode: 20,
  city: 100,
  postalStreetAddress: 200,
  postalPostalCode: 20,
  postalCity: 100,
  invoiceStreetAddress: 200,
  invoicePostalCode: 20,
  invoiceCity: 100,
  invoiceEmail: 254,
  invoiceReference: 100,
  peppolId: 60,
  howDidYouHear: 500,
  message: 5000,
}

/** The kinds of an editor's own question. */
export const questionTypes = ['text', 'longText', 'number', 'date', 'one', 'several', 'yesNo'] as const
export type QuestionType = (typeof questionTypes)[number]

/** The most characters that the answer to a question may have. */
export const longestQuestionAnswers: Record<QuestionType, number> = {
  text: 500,
  longText: 5000,
  number: 30,
  date: 10,
  one: 100,
  several: 100,
  yesNo: 5,
}
