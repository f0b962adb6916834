import type { Language } from 'shared/languages'
import { type AnswerInWords, answersInWords } from 'shared/membership/answers-in-words'
import { type Asked, askedSchema } from 'shared/membership/asked'
import { type SignupAnswers, storedAnswersSchema } from 'shared/membership/signup'
import { type SignupFieldName, signupFieldNames } from 'shared/membership/signup-field'
import { type AdminTextKey, sayAdmin } from 'shared/translations/admin'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'
import type { DeskSignup } from './desk-answers.ts'

type Section = DeskSignup['sections'][number]

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
      'logo',
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

const rowOf = ({ label, answer }: AnswerInWords): Section['rows'][number] => ({
  label,
  value: answer,
  isLong: answer.length > longerThan || answer.includes('\n'),
})

/** By the form's own steps, as they came. */
const bySteps = (said: AnswerInWords[]): Section[] => {
  const sections: Section[] = []
  for (const one of said) {
    if (sections.length === 0 || sections.at(-1)?.heading !== one.step) sections.push({ heading: one.step, rows: [] })
    sections.at(-1)?.rows.push(rowOf(one))
  }
  return sections
}

const bySubjects = (said: AnswerInWords[], language: Language): Section[] => [
  ...groups.map(({ heading, fields }) => ({
    heading: sayAdmin(language, heading),
    rows: said.filter(({ kind, name }) => kind === 'field' && fields.some((field) => field === name)).map(rowOf),
  })),
  {
    heading: sayAdmin(language, 'desk.section.questions'),
    rows: said.filter(({ kind }) => kind === 'question').map(rowOf),
  },
]

const consentsSchema = z.record(z.string(), z.boolean())

/** What was asked, or the catalogue's own words where that was not kept. */
const readAsked = (asked: unknown, answers: SignupAnswers, language: Language): Asked => {
  const parsed = askedSchema.safeParse(asked)
  if (parsed.success) return parsed.data
  const translate = translateTo(language)
  return {
    form: '',
    language,
    items: signupFieldNames.map((name) => ({
      blockType: 'field' as const,
      name,
      label: translate(`signup.field.${name}.label`),
    })),
    plan: null,
    consents: Object.keys(consentsSchema.catch({}).parse(answers.consents)).map((name) => ({
      name,
      text: sayAdmin(language, 'signups.answer.consent', { name }),
      hash: '',
      required: false,
    })),
  }
}

const unreadable: SignupAnswers = { organisationName: '', contactName: '', contactEmail: '', consents: {} }

/**
 * A signup's answers in words, by the steps of its form, or by subject where it had none; and what was agreed to, in the
 * words that were shown.
 */
export const tellAnswers = (
  stored: { asked?: unknown; answers?: unknown },
  language: Language,
): Pick<DeskSignup, 'sections' | 'consents'> => {
  const parsed = storedAnswersSchema.safeParse(stored.answers)
  const answers = parsed.success ? parsed.data : unreadable
  const asked = readAsked(stored.asked, answers, language)
  const said = answersInWords(asked, answers, language, translateTo(language))
  const rest = said.filter(({ kind }) => kind !== 'consent')
  const sections = rest.some(({ step }) => step !== null) ? bySteps(rest) : bySubjects(rest, language)
  return {
    sections: sections.filter(({ rows }) => rows.length > 0),
    consents: asked.consents.map(({ name, text }) => ({ text, given: answers.consents[name] === true })),
  }
}
