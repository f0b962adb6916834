/** The process behind `search-indexer.ts`: is sent entries, and then the language to build the index in. */
import type { Language } from 'shared/languages'
import { buildSearchIndex } from './build-search-index.ts'
import type { SearchEntry } from './search-entries.ts'

const entries: SearchEntry[] = []

process.on('message', (message: SearchEntry[] | Language) => {
  if (typeof message === 'string')
    process.send?.(buildSearchIndex(message, entries), () => {}) // or the renderer is gone
  else entries.push(...message)
})
process.on('disconnect', () => process.exit(0)) // the renderer is gone
process.on('SIGINT', () => {}) // Ctrl-C reaches every process of the terminal; the renderer says when to end
