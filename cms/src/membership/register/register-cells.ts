import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import { languages } from 'shared/languages'
import { countryName } from 'shared/membership/country'
import { maskPersonalNumber } from 'shared/membership/organisation-number'
import { formatPostalCode } from 'shared/membership/postal-code'
import { adminText } from 'shared/translations/admin'
import { z } from 'zod'
import { isPersonal, type MemberColumn, memberColumns } from '../member-columns.ts'
import type { MemberContact, MemberRow } from '../member-row.ts'

/** What stands in a cell. */
export type Cell = string | number | { day: string } | null

/** Names of plans in each language, by id. `rawId` is the id as the database has it: a number on SQLite. */
export type PlanNames = Map<string, { rawId: string | number; slug: string; names: Partial<Record<Language, string>> }>

const plansSchema = z.array(
  z.object({
    id: z.union([z.string(), z.number()]),
    slug: z.string(),
    name: z.record(z.string(), z.string().nullish()).nullish(),
  }),
)

/** What the plans are called. */
export const readPlanNames = async (payload: Payload): Promise<PlanNames> => {
  const { docs } = await payload.find({ collection: 'plans', locale: 'all', depth: 0, pagination: false })
  return new Map(
    plansSchema.parse(docs).map(({ id, slug, name }) => {
      const names = languages.flatMap((language) => (name?.[language] ? [[language, name[language]]] : []))
      return [String(id), { rawId: id, slug, names: Object.fromEntries(names) }]
    }),
  )
}

export interface CellOptions {
  language: Language
  plans: PlanNames
  /** Also the numbers of sole traders, which are their personal identity numbers. */
  withPersonal: boolean
}

/** The headings of a list, in the language of whoever asked for it. */
export const headingsIn = (language: Language): string[] =>
  memberColumns.map(({ name }) => adminText(`members.${name}`)[language])

/** A member as a row of a list. */
export const cellsOf = (member: MemberRow, options: CellOptions): Cell[] =>
  memberColumns.map((column) => cellOf(column, member, options))

/** What stands in one column. */
export const cellOf = (column: MemberColumn, member: MemberRow, options: CellOptions): Cell => {
  const { language, plans, withPersonal } = options
  const main = member.contacts.find(({ isMain }) => isMain)
  switch (column.name) {
    case 'contactName':
      return main?.name ?? null
    case 'contactRole':
      return main?.roles ?? null
    case 'contactEmail':
      return main?.email ?? null
    case 'contactPhone':
      return main?.phone ?? null
    case 'otherContacts':
      return (
        member.contacts
          .filter((contact) => contact !== main)
          .map(sayContact)
          .join('; ') || null
      )
    case 'organisationNumber':
      return member.organisationNumber && !withPersonal && isPersonal(member.organisationNumber)
        ? maskPersonalNumber(member.organisationNumber.replace(/\D/g, ''))
        : member.organisationNumber
    case 'vatNumber':
    case 'peppolId':
      // Both hold the organisation number, so what it keeps to itself they do too.
      return withPersonal || !isPersonal(member.organisationNumber) ? member[column.name] : null
    case 'status':
      return adminText(`members.status.${member.status}`)[language]
    case 'country':
      return member.country && countryName(member.country, language)
    case 'postalCode':
    case 'postalPostalCode':
    case 'invoicePostalCode':
      return sayPostalCode(member[column.name])
    case 'plan': {
      const plan = member.plan === null ? undefined : plans.get(member.plan)
      return plan?.names[language] ?? plan?.slug ?? null
    }
    case 'feeTotal':
      return member.feeTotal === null ? null : member.feeTotal / 100
    case 'joinedOn':
    case 'leavingOn': {
      const day = member[column.name]
      return day === null ? null : { day }
    }
    case 'listed':
      return adminText(member.listed ? 'members.yes' : 'members.no')[language]
    case 'tags':
      return member.tags[language]?.join(', ') || null
    default:
      return member[column.name]
  }
}

const sayPostalCode = (code: string | null): string | null =>
  code !== null && /^\d{5}$/.test(code) ? formatPostalCode(code) : code

const sayContact = ({ name, roles, email, phone }: MemberContact): string =>
  [name, roles, email, phone].filter(Boolean).join(', ')
