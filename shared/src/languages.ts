/** The languages of the web. Swedish is the source language and the default. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]
export const defaultLanguage: Language = 'sv'

/** The name of each language, written in that language. */
export const languageNames: Record<Language, string> = { sv: 'Svenska', en: 'English' }

/** The locale that dates, numbers and sorting follow in each language. */
export const languageLocales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }

/** The other one of the two languages. */
export const otherLanguage = (language: Language): Language => (language === 'sv' ? 'en' : 'sv')

/** Is this one of our languages? */
export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)
