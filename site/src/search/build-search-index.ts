import MiniSearch from 'minisearch'
import type { SearchEntry } from './search-entries.ts'
import { searchOptions } from './search-options.ts'

/** The index of what can be found, as JSON for the browser. The same entries, in whatever order, give the same index. */
export const buildSearchIndex = (entries: SearchEntry[]): string => {
  const index = new MiniSearch<SearchEntry>(searchOptions)
  index.addAll(entries.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
  return JSON.stringify(index)
}
