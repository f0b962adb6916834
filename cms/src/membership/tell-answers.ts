import { type Language, languageLocales } from 'shared/languages'
import { countryName, homeCountry } from 'shared/membership/country'
import { formatOrganisationNumber } from 'shared/membership/organisation-number'
import { formatPostalCode } from 'shared/membership/postal-code'
import { type SignupAnswers, type SignupContact, storedAnswersSchema } from 'shared/membership/signup'
import { isSignupFieldName, type SignupFieldName, signupFieldNames } from 'shared/membership/signup-field'
import { type AdminTextKey, sayAdmin } from 'shared/translations/admin'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'
import type { DeskSignup } from './desk-answers.ts'

type Section = DeskSignup['sections'][number]
type Row = Section['rows'][number]

const textSchema = z.string().nullish()

/** What was asked, as it is stored with a signup; what is missing of it is said in the catalogue's words. */
const askedSchema = z.object({
  title: textSchema,
  items: z
    .array(
      z.object({
        blockType: z.string(),
        heading: textSchema,
        name: textSchema,
        key: textSchema,
        label: textSchema,
        type: textSchema,
        options: z.array(z.object({ value: z.string(), label: z.string() })).nullish(),
      }),
    )
    .catch([]),
  consents: z.array(z.object({ name: z.string(), text: z.string() })).catch([]),
})
export type Asked = z.infer<typeof askedSchema>

/** Reads what was asked; a signup that came in before this was kept has nothing. */
export const readAsked = (asked: unknown): Asked =>
  askedSchema.safeParse(asked).data ?? { title: null, items: [], consents: [] }

/** Where fields stand when their form has no steps. */
const groups: readonly { heading: AdminTextKey; fields: readonly SignupFieldName[] }[] = [
  {
    heading: 'desk.section.organisation',
    fields: [
      'country',
      'organisationNumber',
      'foreignNumber',
      'organisationName',
      'website',
      'vatNumber',
      'employees',
      'turnover',
      'area',
      'plan',
    ],
  },
  {
    heading: 'desk.section.contacts',
    fields: ['contactName', 'contactRole', 'contactEmail', 'contactPhone', 'contacts'],
  },
  {
    heading: 'desk.section.addresses',
    fields: ['streetAddress', 'postalCode', 'city', 'postalStreetAddress', 'postalPostalCode', 'postalCity'],
  },
  {
    heading: 'desk.section.invoice',
    fields: [
      'invoiceStreetAddress',
      'invoicePostalCode',
      'invoiceCity',
      'invoiceEmail',
      'invoiceReference',
      'peppolId',
    ],
  },
  { heading: 'desk.section.other', fields: ['howDidYouHear', 'message'] },
]

const longerThan = 60

interface Told {
  answers: SignupAnswers
  asked: Asked
  language: Language // of whoever reads
  planNames: ReadonlyMap<string, string>
}

const sayContact = ({ contactName, contactRole, contactEmail, contactPhone }: SignupContact): string =>
  [contactName, contactRole, contactEmail, contactPhone].filter(Boolean).join(', ')

const postalCodes: readonly SignupFieldName[] = ['postalCode', 'postalPostalCode', 'invoicePostalCode']

/** The answer to a field of the catalogue, as a person writes it; undefined when there is none. */
const sayField = (name: SignupFieldName, { answers, language, planNames }: Told): string | undefined => {
  const answer = answers[name]
  if (answer === undefined) return undefined
  if (Array.isArray(answer)) return answer.map(sayContact).join('\n')
  if (typeof answer === 'number') return new Intl.NumberFormat(languageLocales[language]).format(answer)
  if (name === 'country') return countryName(answer, language)
  if (name === 'organisationNumber') return formatOrganisationNumber(answer)
  if (name === 'plan') return planNames.get(answer) ?? answer
  const isAtHome = (answers.country ?? homeCountry) === homeCountry
  return postalCodes.includes(name) && isAtHome ? formatPostalCode(answer) : answer
}

const rowOf = (label: string, value: string): Row => ({
  label,
  value,
  isLong: value.length > longerThan || value.includes('\n'),
})

const fieldRow = (name: SignupFieldName, told: Told): Row[] => {
  const value = sayField(name, told)
  return value === undefined || value === '' ? [] : [rowOf(translateTo(told.language)(`signup.field.${name}.label`), value)]
}

const questionRow = (key: string, { answers, asked, language }: Told): Row[] => {
  const answer = answers.questions?.[key]
  if (answer === undefined) return []
  const question = asked.items.find((item) => item.key === key)
  const labelOf = (value: string) => question?.options?.find((option) => option.value === value)?.label ?? value
  const inWords = () => {
    if (typeof answer === 'boolean') return sayAdmin(language, answer ? 'signups.answer.yes' : 'signups.answer.no')
    if (typeof answer === 'number') return new Intl.NumberFormat(languageLocales[language]).format(answer)
    return Array.isArray(answer) ? answer.map(labelOf).join('\n') : labelOf(answer)
  }
  return [rowOf(question?.label ?? key, inWords())]
}

/** By the form's own steps, each with the answers to what it asked. */
const bySteps = (told: Told): Section[] => {
  const sections: Section[] = []
  for (const item of told.asked.items) {
    if (item.blockType === 'step') {
      sections.push({ heading: item.heading ?? null, rows: [] })
      continue
    }
    if (sections.length === 0) sections.push({ heading: null, rows: [] })
    const rows =
      item.name && isSignupFieldName(item.name)
        ? fieldRow(item.name, told)
        : item.key
          ? questionRow(item.key, told)
          : []
    sections.at(-1)?.rows.push(...rows)
  }
  return sections
}

const byGroups = (told: Told): Section[] => [
  ...groups.map(({ heading, fields }) => ({
    heading: sayAdmin(told.language, heading),
    rows: fields.flatMap((name) => fieldRow(name, told)),
  })),
  {
    heading: sayAdmin(told.language, 'desk.section.questions'),
    rows: Object.keys(told.answers.questions ?? {}).flatMap((key) => questionRow(key, told)),
  },
]

/** Answers in words, by the steps of the form, or by subject where it had none. What was not answered is left out. */
export const tellAnswers = (told: Told): Section[] => {
  const hasSteps = told.asked.items.some(({ blockType }) => blockType === 'step')
  const sections = hasSteps ? bySteps(told) : byGroups(told)
  const shown = new Set(sections.flatMap(({ rows }) => rows.map(({ label }) => label)))
  // What the form's own list has lost is still an answer.
  const rest = hasSteps
    ? signupFieldNames.flatMap((name) => fieldRow(name, told)).filter(({ label }) => !shown.has(label))
    : []
  return [...sections, { heading: sayAdmin(told.language, 'desk.section.other'), rows: rest }].filter(
    ({ rows }) => rows.length > 0,
  )
}

/** What was agreed to and what was not, in the words that were shown. */
export const tellConsents = ({ answers, asked, language }: Told): { text: string; given: boolean }[] =>
  Object.entries(answers.consents).map(([name, given]) => ({
    text:
      asked.consents.find((consent) => consent.name === name)?.text ??
      sayAdmin(language, 'signups.answer.consent', { name }),
    given,
  }))

/** Answers as they are stored; of what cannot be read nothing is told. */
export const readAnswers = (answers: unknown): SignupAnswers => {
  const parsed = storedAnswersSchema.safeParse(answers)
  return parsed.success ? parsed.data : { organisationName: '', contactName: '', contactEmail: '', consents: {} }
}
