import { languages } from '../languages.ts'
import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { fillIn } from './fill-in.ts'
import { sv } from './sv.ts'
import { createTranslator } from './translator.ts'

const sentences = { sv, en }

describe.each(languages)('what the form says in the browser, in %s', (language) => {
  const translate = createTranslator(language, sentences[language])
  const ofTheForm = Object.entries(sentences[language]).filter(([key]) => /^(signup|fee)\./.test(key))

  test('is what i18next says of the same sentence', () => {
    expect(ofTheForm.length).toBeGreaterThan(100)
    for (const [key, sentence] of ofTheForm) {
      const names = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
      const values = Object.fromEntries(names.map((name, place) => [name, `<${name}> $& ${place}`]))
      expect(fillIn(sentence, values), key).toBe(translate(key, values))
    }
  })

  test('needs no more than names filled in: no plural, no formatting, no sentence within a sentence', () => {
    for (const [key, sentence] of ofTheForm) {
      expect(key).not.toMatch(/_(zero|one|two|few|many|other)$/)
      expect(sentence.replace(/\{\{\w+\}\}/g, ''), key).not.toMatch(/\{\{|\}\}|\$t\(/)
    }
  })
})

test('what a person wrote is put in as it stands', () => {
  expect(fillIn('Gäller ”{{question}}”', { question: '$t(a) $& {{b}}' })).toBe('Gäller ”$t(a) $& {{b}}”')
})
