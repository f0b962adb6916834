import { type Language, languages } from 'shared/languages'

// Apart from all other addresses: browsers load these to search, and nothing else with them.

/** Where the search index of a language begins: it leads to all its other files. */
export const searchIndexPath = (language: Language): string => `/search/${language}.json`
/** Where another file of the index is, which never changes: it is named after what is in it. */
export const searchFilePath = (language: Language, name: string): string => `/search/${language}/${name}.json`

/** Is it a file of a search index that never changes? */
export const isSearchPart = (path: string): boolean => path.startsWith('/search/') && path.split('/').length > 3

/** The language of the search index that a file belongs to; null for any other file. */
export const searchLanguageOf = (path: string): Language | null =>
  languages.find((language) => path === searchIndexPath(language) || path.startsWith(`/search/${language}/`)) ?? null
