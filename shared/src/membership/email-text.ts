import type { Language } from '../languages.ts'
import { emailsEn } from '../translations/en/emails.ts'
import { emailsSv } from '../translations/sv/emails.ts'
import type { EmailKind, EmailValueName } from './email-kind.ts'

/** What a letter says, with `{{values}}` in it. A blank line begins a new paragraph. */
export interface EmailText {
  subject: string
  body: string
}

const texts = { sv: emailsSv, en: emailsEn }

/** What a letter says while nobody has written something else in the CMS. Its values are not filled in yet. */
export const ownEmailText = (kind: EmailKind, language: Language): EmailText => ({
  subject: texts[language][`email.${kind}.subject`],
  body: texts[language][`email.${kind}.body`],
})

/** What the button of a link in a letter says; null for a value that is no link. */
export const emailButton = (name: EmailValueName, language: Language): string | null => {
  const key = `email.button.${name}`
  return isEmailText(key) ? texts[language][key] : null
}

/** The name of a language, as a letter in the other one or the same says it. */
export const emailLanguageName = (named: Language, language: Language): string =>
  texts[language][`email.language.${named}`]

const isEmailText = (key: string): key is keyof typeof emailsSv => Object.hasOwn(emailsSv, key)
