/**
 * The fields a communicator may put in a form, in the order a form usually asks for them. The name is the key in
 * `answers`, in the stored signup and in `signup.field.<name>.label` of the translations.
 */
export const signupFieldNames = [
  'organisationNumber',
  'organisationName',
  'website',
  'contactName',
  'contactRole',
  'contactEmail',
  'contactPhone',
  'streetAddress',
  'postalCode',
  'city',
  'invoiceEmail',
  'invoiceReference',
  'employees',
  'plan',
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

/** The most characters an answer may have. */
export const longestAnswers: Record<SignupFieldName, number> = {
  organisationNumber: 40,
  organisationName: 200,
  website: 500,
  contactName: 200,
  contactRole: 200,
  contactEmail: 254,
  contactPhone: 40,
  streetAddress: 200,
  postalCode: 20,
  city: 100,
  invoiceEmail: 254,
  invoiceReference: 100,
  employees: 20,
  plan: 100,
  message: 5000,
}
