import { createInstance } from 'i18next'
import type { Language } from '../languages.ts'

/**
 * Says the given sentences of one language by i18next. Islands use it with the few sentences they need, so that a page
 * does not carry the others; everything else uses `translateTo`.
 */
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
