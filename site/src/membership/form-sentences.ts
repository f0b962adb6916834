import type { Language } from 'shared/languages'
import type { FormField } from 'shared/membership/signup-form'
import { en } from 'shared/translations/en'
import { sv } from 'shared/translations/sv'

const sentences = { sv, en }

/** The sentences that a form may need in its language: the island is given these and no others. */
export const formSentences = (language: Language, fields: FormField[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sentences[language]).filter(([key]) => {
      if (!key.startsWith('signup.')) return false
      const field = /^signup\.field\.([^.]+)\./.exec(key)?.[1]
      return field === undefined || fields.some(({ name }) => name === field)
    }),
  )
