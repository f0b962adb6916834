import type { PayloadRequest } from 'payload'
import { type Language, languageLocales, otherLanguage } from 'shared/languages'
import { type ReleaseProblem, releaseProblemSchema } from 'shared/publishing/release-report'
import { adminLanguage, isAdminTextKey, sayAdmin } from 'shared/translations/admin'
import { sv } from 'shared/translations/sv'
import { type TextKey, translateTo } from 'shared/translations/translate'
import { z } from 'zod'

const isSentence = (code: string): code is TextKey => code in sv

/** Stored problems of a request, as far as they can be read. */
export const readProblems = (problems: unknown): ReleaseProblem[] => {
  const parsed = z.array(releaseProblemSchema).safeParse(problems)
  return parsed.success ? parsed.data : []
}

/** What a language is called in another: `engelska`, `English`. */
const nameIn = (named: Language, language: Language): string =>
  new Intl.DisplayNames(languageLocales[language], { type: 'language' }).of(named) ?? named

/** A value as it is said: `label` is the name of a field or a block in the admin, `since` a moment. */
const sayValue = (name: string, value: string | number, language: Language): string => {
  const locale = languageLocales[language]
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
  if (name === 'label' && isAdminTextKey(value)) return sayAdmin(language, value)
  if (name === 'since') return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(value))
  return value
}

/** Problems in the words of whoever reads them, each once. */
export const sayProblems = (problems: ReleaseProblem[], req: PayloadRequest): string[] => {
  const language = adminLanguage(req)
  const say = translateTo(language)
  const sentences = problems.map(({ code, title, language: about, values = {} }) => {
    const said = Object.entries(values).map(([name, value]) => [name, sayValue(name, value, language)])
    const languageNames = about
      ? { language: nameIn(about, language), other: nameIn(otherLanguage(about), language) }
      : {}
    const key = isSentence(code) ? code : 'publishing.problem.unexpected'
    return say(key, { title, ...languageNames, ...Object.fromEntries(said) })
  })
  return [...new Set(sentences)]
}
