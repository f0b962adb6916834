import type { Options } from 'minisearch'

/** What can be found. `text` is what is shown of it, with the words found marked. */
export interface Searchable {
  id: string
  kind: 'page' | 'news' | 'term' | 'member'
  title: string
  path: string
  trail: string // the way there: `Start › Om oss`
  text: string
}

/** How the index is built and asked; it must be the same in both places. Words in full weigh more than beginnings. */
export const searchOptions: Options<Searchable & { words: string }> = {
  fields: ['title', 'words'],
  storeFields: ['kind', 'title', 'path', 'trail', 'text'],
  processTerm: (term) => foldWord(term) || null,
  searchOptions: {
    boost: { title: 4 },
    prefix: (term) => term.length > 1,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: 'AND',
  },
}

/**
 * A word as it is compared: small letters, without accents, but å, ä and ö are letters of their own.
 * @example foldWord('Idé') // 'ide'
 */
export const foldWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^åäö]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
