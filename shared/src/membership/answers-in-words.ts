import type { Language } from '../languages.ts'
import type { Translate } from '../translations/translate.ts'
import type { Asked } from './asked.ts'
import { countryName, homeCountry } from './country.ts'
import { nameOfItem } from './form-items.ts'
import { formatOrganisationNumber, formOfOrganisation } from './organisation-number.ts'
import { formatPostalCode } from './postal-code.ts'
import type { SignupAnswers } from './signup.ts'
import { contactFieldNames, type SignupFieldName } from './signup-field.ts'

/** One answer as a person reads it. `name` is the field's, the question's key, or `consents.<name>`. */
export interface AnswerInWords {
  name: string
  kind: 'field' | 'question' | 'consent'
  step: string | null // the heading that it stood under
  label: string // as it was asked
  answer: string // several lines where there are several persons or choices
}

/**
 * What somebody answered, in the order and the words in which they were asked. What was left empty is left out; of a
 * consent it is told whether it was given. Yes, no, countries and figures are said in the reader's language.
 */
export const answersInWords = (
  asked: Asked,
  answers: SignupAnswers,
  language: Language,
  translate: Translate,
): AnswerInWords[] => {
  const yesOrNo = (answer: boolean) => translate(answer ? 'signup.answer.yes' : 'signup.answer.no')
  const digits = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 6 })
  const isSwedish = (answers.country ?? homeCountry) === homeCountry

  const sayField = (name: SignupFieldName): string | undefined => {
    if (name === 'contacts') return sayContacts(answers)
    if (name === 'plan') return asked.plan?.name ?? answers.plan
    if (name === 'country') return answers.country && countryName(answers.country, language)
    if (name === 'logo') return answers.logo && translate('signup.answer.logo', { size: answers.logo })
    if (name === 'organisationNumber')
      return answers.organisationNumber && sayNumber(answers.organisationNumber, translate)
    const answer = answers[name]
    if (typeof answer === 'number') return digits.format(answer)
    return answer && isSwedish && postalCodes.includes(name) ? formatPostalCode(answer) : answer
  }
  const sayQuestion = (item: Extract<Asked['items'][number], { blockType: 'question' }>): string | undefined => {
    const answer = answers.questions?.[item.key]
    const labelOf = (value: string) => item.options.find((option) => option.value === value)?.label ?? value
    if (Array.isArray(answer)) return answer.map(labelOf).join('\n')
    if (typeof answer === 'boolean') return yesOrNo(answer)
    if (typeof answer === 'number') return digits.format(answer)
    return answer !== undefined && item.type === 'one' ? labelOf(answer) : answer
  }

  const said: AnswerInWords[] = []
  let step: string | null = null
  for (const item of asked.items) {
    if (item.blockType === 'step') {
      step = item.heading
      continue
    }
    const answer = item.blockType === 'field' ? sayField(item.name) : sayQuestion(item)
    if (answer) said.push({ name: nameOfItem(item), kind: item.blockType, step, label: item.label, answer })
  }
  const consents = asked.consents.map(({ name, text }): AnswerInWords => {
    const answer = yesOrNo(answers.consents[name] === true)
    return { name: `consents.${name}`, kind: 'consent', step: null, label: text, answer }
  })
  return [...said, ...consents]
}

/** @example sayNumber('5560269986', t) // '556026-9986 (aktiebolag)' */
const sayNumber = (digits: string, translate: Translate): string =>
  `${formatOrganisationNumber(digits)} (${translate(`organisation.form.${formOfOrganisation(digits)}`)})`

const postalCodes: readonly SignupFieldName[] = ['postalCode', 'postalPostalCode', 'invoicePostalCode']

/** A line for each person. */
const sayContacts = ({ contacts = [] }: SignupAnswers): string =>
  contacts.map((contact) => contactFieldNames.flatMap((name) => contact[name] ?? []).join(', ')).join('\n')
