import * as z from 'zod/mini' // the form in the browser reads this

/** The fields of the form that a company register may know. */
export const registeredFields = ['organisationName', 'streetAddress', 'postalCode', 'city', 'website'] as const
export type RegisteredField = (typeof registeredFields)[number]

const factSchema = z.optional(z.nullable(z.string().check(z.maxLength(500))))

/** What a register knows of a company. */
export const companyFactsSchema = z.object({
  organisationName: factSchema,
  streetAddress: factSchema,
  postalCode: factSchema,
  city: factSchema,
  website: factSchema,
})
export type CompanyFacts = z.infer<typeof companyFactsSchema>

/**
 * What a register's facts change in a form: the fields that it asks for and nobody has written in, and those that still say
 * what the register said of the number before, which was another company's. What a person wrote is never changed.
 * @example fieldsToFill({ city: 'Kiruna' }, { city: '' }) // { city: 'Kiruna' }
 * @example fieldsToFill({}, { city: 'Kiruna' }, { city: 'Kiruna' }) // { city: '' }
 */
export const fieldsToFill = (
  facts: CompanyFacts,
  written: Partial<Record<RegisteredField, string>>,
  before: CompanyFacts = {},
): Partial<Record<RegisteredField, string>> =>
  Object.fromEntries(
    registeredFields.flatMap((name): [RegisteredField, string][] => {
      const textIn = (texts: CompanyFacts) => texts[name]?.trim() ?? ''
      const now = textIn(written)
      const isNobodys = now === '' || now === textIn(before)
      return name in written && isNobodys && textIn(facts) !== now ? [[name, textIn(facts)]] : []
    }),
  )
