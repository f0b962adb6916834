import type { AskedItem } from 'shared/membership/form-items'
import { homeCountry } from 'shared/membership/country'
import { formatOrganisationNumber, readOrganisationNumber } from 'shared/membership/organisation-number'
import type { FormTexts } from './form-texts.ts'
import type { SignupValues } from './signup-request.ts'

/** What the answers may be called: plans by slug, countries by code. */
export interface Named {
  plans: readonly { slug: string; name: string }[]
  countries: readonly { code: string; name: string }[]
}

const lines = (text: string | null | undefined): string[] => (text?.trim() ? text.trim().split(/\r?\n/) : [])

/**
 * An answer as it is read back to who wrote it, a line each; none where nothing was answered.
 * @example sayAnswer(yesNoQuestion, { questions: { fairs: 'yes' } }, texts, named) // ['Ja']
 */
export const sayAnswer = (item: AskedItem, values: SignupValues, texts: FormTexts, named: Named): string[] => {
  if (item.blockType === 'question') {
    const value = values.questions?.[item.key]
    const chosen = Array.isArray(value) ? value : lines(value || null)
    return chosen.map((answer) => sayValue(item, answer, texts, named))
  }
  if (item.name === 'contacts') {
    return (values.contacts ?? []).flatMap(({ contactName, contactRole, contactEmail, contactPhone }) => {
      const parts = [contactName, contactRole, contactEmail, contactPhone].filter((part) => part?.trim())
      return parts.length > 0 ? [parts.join(', ')] : []
    })
  }
  if (item.name === 'logo') return values.logo ? [texts.say('signup.logo.chosen')] : []
  if (item.name === 'country') return [sayValue(item, values.country || homeCountry, texts, named)]
  return lines(values[item.name]).map((answer) => sayValue(item, answer, texts, named))
}

/** One value of an answer, as conditions name it too. */
export const sayValue = (item: AskedItem, value: string, texts: FormTexts, { plans, countries }: Named): string => {
  if (item.blockType === 'question') {
    if (item.type === 'yesNo') return texts.say(value === 'yes' ? 'signup.answer.yes' : 'signup.answer.no')
    if (item.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return texts.day(value)
    return item.options.find((option) => option.value === value)?.label ?? value
  }
  if (item.name === 'plan') return plans.find(({ slug }) => slug === value)?.name ?? value
  if (item.name === 'country') return countries.find(({ code }) => code === value)?.name ?? value
  if (item.name === 'organisationNumber') {
    const number = readOrganisationNumber(value)
    return number ? formatOrganisationNumber(number.digits) : value
  }
  return value
}

/** Is the answer a sole trader's number, which is a personal identity number and is not shown again? */
export const isPersonal = (item: AskedItem, values: SignupValues): boolean =>
  item.blockType === 'field' &&
  item.name === 'organisationNumber' &&
  readOrganisationNumber(values.organisationNumber ?? '')?.kind === 'sole-trader'
