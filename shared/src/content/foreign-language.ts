import { z } from 'zod'

/** Languages that a quote or a phrase may be in on a page of another language, named as they name themselves. */
export const foreignLanguageNames = {
  sv: 'Svenska',
  en: 'English',
  nb: 'Norsk',
  da: 'Dansk',
  fi: 'Suomi',
  se: 'Davvisámegiella',
  de: 'Deutsch',
  fr: 'Français',
} as const

export type ForeignLanguage = keyof typeof foreignLanguageNames

export const isForeignLanguage = (value: unknown): value is ForeignLanguage =>
  typeof value === 'string' && Object.hasOwn(foreignLanguageNames, value)

export const foreignLanguages = Object.keys(foreignLanguageNames).filter(isForeignLanguage)

/** The language that something is in when it is not that of its page. */
export const optionalForeignLanguageSchema = z
  .string()
  .nullish()
  .transform((language) => (isForeignLanguage(language) ? language : null))
