/** The thread behind `search-indexer.ts`: is sent entries, and then the word to build. */
import { parentPort } from 'node:worker_threads'
import { buildSearchIndex } from './build-search-index.ts'
import type { SearchEntry } from './search-entries.ts'

const entries: SearchEntry[] = []

parentPort?.on('message', (message: SearchEntry[] | 'build') => {
  if (message !== 'build') return void entries.push(...message)
  const index = new TextEncoder().encode(buildSearchIndex(entries))
  parentPort?.postMessage(index, [index.buffer])
})
