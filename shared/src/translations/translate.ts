import { type Language, languages } from '../languages.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'
import { createTranslator } from './translator.ts'

/** The name of a sentence: `subject.place.text`. */
export type TextKey = keyof typeof sv
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(sv, key)

/** Says a sentence; `{{name}}` in it is replaced by `values.name`. The caller escapes, as Astro and React do. */
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string

const sentences = { sv, en }

const translators = new Map<Language, Translate>(
  languages.map((language) => [language, createTranslator(language, sentences[language])]),
)

/** The sentences of one language. An instance per language, never switched, so that concurrent renders cannot mix. */
export const translateTo = (language: Language): Translate => {
  const translate = translators.get(language)
  if (!translate) throw new Error(`There are no sentences in the language "${language}".`)
  return translate
}
