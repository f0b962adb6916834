import type { PayloadRequest } from 'payload'
import { languageLocales } from 'shared/languages'
import { type ReleaseProblem, releaseProblemSchema } from 'shared/publishing/release-report'
import { adminLanguage } from 'shared/translations/admin'
import { sv } from 'shared/translations/sv'
import { type TextKey, translateTo } from 'shared/translations/translate'
import { z } from 'zod'

const isSentence = (code: string): code is TextKey => code in sv

/** Stored problems of a request, as far as they can be read. */
export const readProblems = (problems: unknown): ReleaseProblem[] => {
  const parsed = z.array(releaseProblemSchema).safeParse(problems)
  return parsed.success ? parsed.data : []
}

/** Problems in the words of whoever reads them, each once. */
export const sayProblems = (problems: ReleaseProblem[], req: PayloadRequest): string[] => {
  const language = adminLanguage(req)
  const say = translateTo(language)
  const numbers = new Intl.NumberFormat(languageLocales[language])
  const sentences = problems.map(({ code, title, values = {} }) => {
    const said = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? numbers.format(value) : value,
    ])
    return say(isSentence(code) ? code : 'publishing.problem.unexpected', { title, ...Object.fromEntries(said) })
  })
  return [...new Set(sentences)]
}
