import { createInstance } from 'i18next'
import type { Language } from '../languages.ts'

/** Says the given sentences of one language by i18next, which a visitor's browser is not sent: see `fill-in.ts`. */
export const createTranslator = (language: Language, sentences: Record<string, string>) => {
  const instance = createInstance()
  void instance.init({
    lng: language,
    resources: { [language]: { translation: sentences } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
  return (key: string, values: Record<string, string | number> = {}): string => instance.t(key, values)
}
