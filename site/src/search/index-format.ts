import type { Language } from 'shared/languages'

/*
 * What a search index is made of. It is divided so that a search fetches only what it needs: its directory, the words that
 * begin like those that are asked for, and the documents that are shown. Every file but the directory bears the hash of its
 * content in its name, so that files of two releases are never taken for one index. The browser takes them as they are: they
 * are ours, and a schema would weigh as much as all else that it loads for a search.
 */

/** What can be found. `text` is what is shown of it, with the words found marked. */
export interface Searchable {
  kind: 'page' | 'news' | 'term' | 'member'
  title: string
  path: string
  trail: string // the way there: `Start › Om oss`
  text: string
}

/** What the browser says about a search. It has no sentences of its own; `{query}` and `{number}` stand in these. */
export interface SearchSentences {
  none: string
  one: string
  many: string
  similar: string // nothing has the word; these have one that is spelled nearly so
  some: string // nothing has all words; these have some of them
  more: string // the button that shows more
  all: string // the link to the search page
  kinds: Record<Searchable['kind'], string>
}

/** `/search/sv.json`: what is in the other files, and where. */
export interface Directory {
  language: Language
  sentences: SearchSentences
  count: number // of documents
  space: number // documents have numbers below this one
  documents: string[] // names of files, each with the documents of an equal part of the space
  words: [first: string, name: string][] // files of words in their order, each with its first word
  spellings: Record<string, string> // names of files, by `spellingGroup`
}

/** Words with where they stand: documents in the order of their numbers, each as 8 × (number − the one before) + weight. */
export type WordsFile = Record<string, number[]>
/** Every word that begins with the same letter, to find those that are spelled nearly like one that is not there. */
export type SpellingsFile = string[]
/** Documents by their numbers. */
export type DocumentsFile = Record<
  string,
  [kind: Searchable['kind'], title: string, path: string, trail: string, text: string]
>

/** How a word stands in a document; the higher, the more is the document about it. */
export const weights = {
  insideWordOfText: 0,
  onceInText: 1,
  someTimesInText: 2,
  manyTimesInText: 3,
  insideWordOfTitle: 4,
  insideWordOfTitleAndInText: 5,
  inTitle: 6,
  isTitle: 7,
} as const
export const weightsPerNumber = 8

/** What each weight is worth. */
export const worths = [0.4, 1, 1.4, 1.8, 3, 3.6, 6, 9] as const

/** In which file of spellings a word is: letters that are taken for one another go together. */
export const spellingGroup = (word: string): string => {
  const first = word.charAt(0)
  return takenForEachOther[first] ?? first
}
const takenForEachOther: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', w: 'v', k: 'c', q: 'c', z: 's' }
