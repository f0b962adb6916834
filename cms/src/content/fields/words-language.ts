import type { SelectField } from 'payload'
import { foreignLanguageNames, foreignLanguages } from 'shared/content/foreign-language'
import { adminText } from 'shared/translations/admin'

/** The language of words that are not in that of their page, so that screen readers say them as they sound. */
export const wordsLanguageField: SelectField = {
  name: 'language',
  type: 'select',
  label: adminText('quotes.language'),
  admin: { description: adminText('quotes.language.description') },
  options: foreignLanguages.map((language) => ({ value: language, label: foreignLanguageNames[language] })),
}
