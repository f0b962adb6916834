/** The thread behind `search-indexer.ts`. */
import { parentPort } from 'node:worker_threads'
import { type Language, languages } from 'shared/languages'
import { buildSearchIndex } from './build-search-index.ts'
import type { SearchEntry } from './search-entries.ts'
import type { IndexerAnswer, IndexerMessage } from './search-indexer.ts'

const entriesByPath = new Map<Language, Map<string, SearchEntry[]>>(languages.map((language) => [language, new Map()]))

const put = (language: Language, path: string, entries: SearchEntry[]): void => {
  if (entries.length > 0) entriesByPath.get(language)?.set(path, entries)
  else entriesByPath.get(language)?.delete(path)
}

parentPort?.on('message', (message: IndexerMessage) => {
  if (message.type === 'put') return put(message.language, message.path, message.entries)
  const entries = [...(entriesByPath.get(message.language)?.values() ?? [])].flat()
  const index = new TextEncoder().encode(buildSearchIndex(entries))
  const answer: IndexerAnswer = { job: message.job, index }
  parentPort?.postMessage(answer, [index.buffer])
})
