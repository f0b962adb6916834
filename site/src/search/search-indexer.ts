import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Language, languages } from 'shared/languages'
import type { SearchEntry } from './search-entries.ts'

const entriesSentAtOnce = 50

/**
 * Knows whether the search indexes are up to date, and builds one in a thread of its own, since that of a large site takes
 * seconds. The thread ends with its work, and gives back the memory that it took.
 */
export interface SearchIndexer {
  /** What can be found on a page now; nothing, when the page is gone. */
  note: (language: Language, path: string, entries: SearchEntry[]) => void
  /** Has anything changed since the index of this language was built? */
  isStale: (language: Language) => boolean
  /** How many pages have something to be found. */
  size: (language: Language) => number
  /** The index as JSON, of all entries of the language. */
  build: (language: Language, entries: Iterable<SearchEntry[]>) => Promise<Buffer>
}

const digestOf = (entries: SearchEntry[]): string => createHash('sha1').update(JSON.stringify(entries)).digest('base64')

export const createSearchIndexer = (): SearchIndexer => {
  const digests = { sv: new Map<string, string>(), en: new Map<string, string>() } satisfies Record<Language, unknown>
  const stale = new Set<Language>(languages)
  return {
    note: (language, path, entries) => {
      const known = digests[language]
      const digest = entries.length > 0 ? digestOf(entries) : undefined
      if (known.get(path) === digest) return
      if (digest === undefined) known.delete(path)
      else known.set(path, digest)
      stale.add(language)
    },
    isStale: (language) => stale.has(language),
    size: (language) => digests[language].size,
    build: async (language, entries) => {
      stale.delete(language) // what changes from here on is not in it
      try {
        return await buildInThread(entries)
      } catch (error) {
        stale.add(language)
        throw error
      }
    },
  }
}

const buildInThread = async (entries: Iterable<SearchEntry[]>): Promise<Buffer> => {
  const worker = new Worker(new URL('build-index.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  try {
    const built = new Promise<Uint8Array>((resolve, reject) => worker.once('message', resolve).once('error', reject))
    let some: SearchEntry[] = []
    for (const few of entries) {
      some.push(...few)
      if (some.length < entriesSentAtOnce) continue
      worker.postMessage(some)
      some = []
      await setImmediate() // an edit may be waiting
    }
    worker.postMessage(some)
    worker.postMessage('build')
    const { buffer, byteOffset, byteLength } = await built
    return Buffer.from(buffer, byteOffset, byteLength)
  } finally {
    await worker.terminate()
  }
}
