import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from 'shared/languages'
import { z } from 'zod'
import type { Source } from './sources.ts'

/** Sentences by key. */
export type Sentences = Readonly<Record<string, string>>

const dictionaryFileSchema = z.record(z.string(), z.record(z.string(), z.string()))

/** Every sentence of one language, from all the dictionaries in its folder. */
export const readSentences = async (root: string, language: Language): Promise<Sentences> => {
  const sentences: Record<string, string> = {}
  for await (const file of glob(`shared/src/translations/${language}/*.ts`, { cwd: root })) {
    const exported: unknown = await import(join(root, file))
    Object.assign(sentences, ...Object.values(dictionaryFileSchema.parse({ ...Object(exported) })))
  }
  return sentences
}

const valuesIn = (sentence: string) => [...new Set(sentence.match(/\{\{?\s*\w+\s*\}?\}/g) ?? [])].toSorted().join(' ')

/** A field may need no help; then neither language has any. */
const mayBeEmpty = (key: string) => key.endsWith('.help')

/** Which sentences are empty, untranslated, or ask for other values in the other language. */
export const problemsBetween = (sv: Sentences, en: Sentences, sameInBoth: readonly string[]): string[] => {
  const problems: string[] = []
  for (const key of new Set([...Object.keys(sv), ...Object.keys(en)])) {
    const [swedish, english] = [sv[key]?.trim() ?? '', en[key]?.trim() ?? '']
    if (mayBeEmpty(key) && swedish === '' && english === '') continue
    if (swedish === '') problems.push(`${key} says nothing in Swedish.`)
    if (english === '') problems.push(`${key} says nothing in English.`)
    if (swedish === '' || english === '') continue
    const isSame = swedish === english
    if (isSame && !sameInBoth.includes(key)) {
      problems.push(`${key} is "${swedish}" in both languages. Translate it, or list it in same-in-both-languages.ts.`)
    }
    if (!isSame && sameInBoth.includes(key)) {
      problems.push(`${key} differs between the languages and need not be listed in same-in-both-languages.ts.`)
    }
    if (valuesIn(swedish) !== valuesIn(english)) {
      problems.push(
        `${key} asks for ${valuesIn(swedish) || 'no values'} in Swedish and ${valuesIn(english) || 'none'} in English.`,
      )
    }
  }
  for (const key of sameInBoth) {
    if (!(key in sv)) problems.push(`same-in-both-languages.ts lists ${key}, which is no sentence.`)
  }
  return problems
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** `publishing.problem.${code}` in a template says every key that begins so. */
const patternsIn = (text: string): RegExp[] =>
  [...text.matchAll(/`([a-z][\w-]*\.(?:[^`$\\\n ]|\$\{[^}`]*\})*)`/g)]
    .map(([, template = '']) => template)
    .filter((template) => template.includes('${'))
    .map(
      (template) =>
        new RegExp(
          `^${template
            .split(/\$\{[^}]*\}/)
            .map(escaped)
            .join('[^.]+(?:\\.[^.]+)*?')}$`,
        ),
    )

/** `results_one` and `results_other` are asked for as `results`. */
const asAskedFor = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')

/** Sentences that no source asks for, by name or by a template such as `signup.field.${name}.label`. */
export const unusedIn = (keys: string[], sources: Source[]): string[] => {
  const text = sources.map((source) => source.text).join('\n')
  const named = new Set([...text.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gi)].map(([, key]) => key))
  const patterns = patternsIn(text)
  return keys.filter((key) => {
    const asked = asAskedFor(key)
    return !named.has(key) && !named.has(asked) && !patterns.some((pattern) => pattern.test(asked))
  })
}
