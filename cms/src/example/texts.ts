import type { Language } from 'shared/languages'

/** Something said in both languages, or only in Swedish. */
export interface Text<Said = string> {
  sv: Said
  en?: Said
}

/** The collections whose documents the example's texts can mention. */
export type MentionedCollection =
  'pages' | 'glossary-terms' | 'media' | 'contacts' | 'quotes' | 'fact-boxes' | 'signup-forms' | 'plans'

/** A document of the example. `key` is how others mention it; the rest are its fields, texts in both languages. */
export interface ExampleDocument {
  key: string
  /** It has no English, and is published in Swedish only. */
  onlyInSwedish?: boolean
  [field: string]: unknown
}

/** Stands for the id of another document of the example, which is known only once that document is stored. */
export interface Mention {
  mention: `${MentionedCollection}/${string}`
}

/** The key by which one document of the example mentions another. */
const mentionOf =
  (collection: MentionedCollection) =>
  (key: string): Mention => ({ mention: `${collection}/${key}` })

export const picture = mentionOf('media')
export const person = mentionOf('contacts')
export const quote = mentionOf('quotes')
export const factBox = mentionOf('fact-boxes')
export const signupForm = mentionOf('signup-forms')
export const plan = mentionOf('plans')
export const term = mentionOf('glossary-terms')
export const page = mentionOf('pages')

/** Where a link leads: to a page or a term of the example. */
export const toPage = (key: string) => ({ relationTo: 'pages' as const, value: page(key) })
export const toTerm = (key: string) => ({ relationTo: 'glossary-terms' as const, value: term(key) })
export type Target = ReturnType<typeof toPage> | ReturnType<typeof toTerm>

/** A link field that leads to a page; without a label it bears the page's title. */
export const linkToPage = (key: string, label?: Text) => ({
  kind: 'document' as const,
  document: toPage(key),
  ...(label ? { label } : {}),
})

const isText = (value: object): value is Text<unknown> => 'sv' in value
const isMention = (value: object): value is Mention => 'mention' in value

/**
 * What a document of the example says in one language, with the ids of what it mentions: the data to store.
 * @throws when it mentions what does not exist, or when a text is missing in the language
 */
export const inLanguage = (
  content: unknown,
  language: Language,
  idOf: (mention: Mention) => string | number,
): unknown => {
  if (typeof content !== 'object' || content === null) return content
  if (Array.isArray(content)) return content.map((item: unknown) => inLanguage(item, language, idOf))
  if (isMention(content)) return idOf(content)
  if (isText(content)) {
    if (content[language] === undefined)
      throw new Error(`The example has no text in ”${language}” for: ${JSON.stringify(content.sv)}`)
    return inLanguage(content[language], language, idOf)
  }
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, inLanguage(value, language, idOf)]))
}
