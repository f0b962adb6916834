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
 * Which fields a register's facts fill in: those that the form asks for and nobody has written in yet. What a person wrote
 * is never changed.
 * @example fieldsToFill({ city: 'Kiruna' }, { city: '' }) // { city: 'Kiruna' }
 */
export const fieldsToFill = (
  facts: CompanyFacts,
  written: Partial<Record<RegisteredField, string>>,
): Partial<Record<RegisteredField, string>> =>
  Object.fromEntries(
    registeredFields.flatMap((name): [RegisteredField, string][] => {
      const fact = facts[name]?.trim()
      return fact && name in written && !written[name]?.trim() ? [[name, fact]] : []
    }),
  )
