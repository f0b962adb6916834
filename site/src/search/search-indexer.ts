import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { type Language, languages } from 'shared/languages'
import type { SearchEntry } from './search-entries.ts'

/** What the thread that builds indexes is told. */
export type IndexerMessage =
  | { type: 'put'; language: Language; path: string; entries: SearchEntry[] }
  | { type: 'build'; language: Language; job: number }
export interface IndexerAnswer {
  job: number
  index: Uint8Array // JSON
}

/**
 * Keeps what can be found on every page, and builds the index of a language from it in a thread of its own, since that of
 * a large site takes a second.
 */
export interface SearchIndexer {
  /** What can be found on a page now; nothing, when the page is gone. */
  put: (language: Language, path: string, entries: SearchEntry[]) => void
  /** Has anything changed since the index of this language was built? */
  isStale: (language: Language) => boolean
  /** How many pages have something to be found. */
  size: (language: Language) => number
  build: (language: Language) => Promise<Buffer>
  stop: () => Promise<void>
}

const digestOf = (entries: SearchEntry[]): string => createHash('sha1').update(JSON.stringify(entries)).digest('base64')

export const startSearchIndexer = (): SearchIndexer => {
  const worker = new Worker(new URL('build-indexes.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const digests = new Map(languages.map((language) => [language, new Map<string, string>()]))
  const stale = new Set<Language>(languages)
  const jobs = new Map<number, { resolve: (index: Buffer) => void; reject: (error: Error) => void }>()
  let lastJob = 0

  worker.on('message', ({ job, index }: IndexerAnswer) => {
    jobs.get(job)?.resolve(Buffer.from(index.buffer, index.byteOffset, index.byteLength))
    jobs.delete(job)
  })
  worker.on('error', (error) => {
    for (const { reject } of jobs.values()) reject(error)
    throw error // the renderer ends and is started again, with all that belongs to it
  })
  const say = (message: IndexerMessage): void => worker.postMessage(message)

  return {
    put: (language, path, entries) => {
      const known = digests.get(language)
      const digest = entries.length > 0 ? digestOf(entries) : undefined
      if (!known || known.get(path) === digest) return
      if (digest === undefined) known.delete(path)
      else known.set(path, digest)
      stale.add(language)
      say({ type: 'put', language, path, entries })
    },
    isStale: (language) => stale.has(language),
    size: (language) => digests.get(language)?.size ?? 0,
    build: (language) => {
      stale.delete(language) // what changes from here on is not in it
      const job = (lastJob += 1)
      return new Promise((resolve, reject) => {
        jobs.set(job, { resolve, reject })
        say({ type: 'build', language, job })
      })
    },
    stop: async () => {
      await worker.terminate()
    },
  }
}
