import { type Language, languageLocales } from 'shared/languages'
import type { AskedItem } from 'shared/membership/form-items'
import type { SignupErrorCode, SignupErrors } from 'shared/membership/signup-error'
import {
  type ContactFieldName,
  isSignupFieldName,
  longestAnswers,
  longestQuestionAnswers,
} from 'shared/membership/signup-field'
import type { FormItem } from 'shared/membership/signup-form'
import { fillIn } from 'shared/translations/fill-in'
import { isAbout } from './form-steps.ts'

/** Says what the form says: its own words where the communicator wrote any, else those of the catalogue. */
export interface FormTexts {
  language: Language
  say: (key: string, values?: Record<string, string | number>) => string
  label: (item: AskedItem) => string
  help: (item: AskedItem) => string | null
  contactLabel: (name: ContactFieldName) => string
  /** What a row of the further contact persons is called; the first contact person has a field of their own. */
  person: (row: number) => string
  /** A day, `2026-11-22`, or a moment, written out; the moment is told with its time. */
  day: (day: string) => string
  moment: (moment: string) => string
  /** What is wrong and what to do about it. `name` is that of a control or list, or `request`. */
  error: (name: string, code: SignupErrorCode) => string
}

const contactPattern = /^contacts\.(\d+)\.(\w+)$/

export const formTexts = (language: Language, sentences: Record<string, string>, items: FormItem[]): FormTexts => {
  const say: FormTexts['say'] = (key, values) => fillIn(sentences[key] ?? key, values)
  const asked = items.filter((item) => item.blockType !== 'step')
  const label = (item: AskedItem) =>
    item.label ?? say(`signup.field.${item.blockType === 'field' ? item.name : ''}.label`)
  const contactLabel = (name: string) => say(`signup.contact.${name}.label`)
  const person = (row: number) => say('signup.contacts.person', { number: row + 2 })
  /** The most exact sentence there is for an error: each name is tried in turn. */
  const sayError = (code: SignupErrorCode, names: string[], values: { field: string; longest: number }) => {
    const own = names.map((name) => `signup.error.${code}.${name}`).find((key) => key in sentences)
    return say(own ?? `signup.error.${code}`, values)
  }
  const inTime = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageLocales[language], { timeZone: 'Europe/Stockholm', ...options })
  return {
    language,
    say,
    label,
    help: (item) =>
      item.help ?? (item.blockType === 'field' ? sentences[`signup.field.${item.name}.help`] : null) ?? null,
    contactLabel,
    person,
    day: (day) => inTime({ dateStyle: 'long' }).format(new Date(`${day}T12:00:00Z`)),
    moment: (moment) => inTime({ dateStyle: 'long', timeStyle: 'short' }).format(new Date(moment)),
    error: (name, code) => {
      const [, row, contact = ''] = contactPattern.exec(name) ?? []
      if (row !== undefined) {
        const longest = isSignupFieldName(contact) && contact !== 'contacts' ? longestAnswers[contact] : 0
        const problem = sayError(code, [`contact-${contact}`], { field: contactLabel(contact), longest })
        return say('signup.contact.problem', { person: person(Number(row)), problem })
      }
      const item = asked.find((each) => isAbout(each, name))
      if (item?.blockType === 'question') {
        const names = [`question-${item.type}`, 'question']
        return sayError(code, names, { field: item.label, longest: longestQuestionAnswers[item.type] })
      }
      const longest = isSignupFieldName(name) && name !== 'contacts' ? longestAnswers[name] : 0
      return sayError(code, [name], { field: item ? label(item) : name, longest })
    },
  }
}

/** The errors in the order in which the form asks. */
export const inFormOrder = (errors: SignupErrors, names: string[]): [string, SignupErrorCode][] => {
  const placeOf = (name: string) => {
    const place = names.findIndex((each) => each === name || name.startsWith(`${each}.`))
    return place === -1 ? names.length : place
  }
  return Object.entries(errors).toSorted(([one], [other]) => placeOf(one) - placeOf(other))
}
