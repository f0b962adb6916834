import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Language, languages } from 'shared/languages'
import { buildSearchIndex, type SearchFiles } from './build-search-index.ts'
import type { SearchEntry } from './search-entries.ts'

const program = fileURLToPath(new URL('build-index.ts', import.meta.url))
const pagesBuiltHere = 300
const entriesSentAtOnce = 50

/**
 * Knows whether the search indexes are up to date, and builds them: that of a large site in a process of its own, since it
 * takes seconds and more memory than all else. The process ends with its work, and gives back what it took.
 */
export interface SearchIndexer {
  /** What can be found on a page now; nothing, when the page is gone. */
  note: (language: Language, path: string, entries: SearchEntry[]) => void
  /** Has anything changed since the index of this language was built? */
  isStale: (language: Language) => boolean
  /** Is the site so small that its indexes are built in a moment? */
  isQuick: () => boolean
  /** The files of the index, of all entries of the language. */
  build: (language: Language, entries: Iterable<SearchEntry[]>) => Promise<SearchFiles>
}

const digestOf = (entries: SearchEntry[]): string => createHash('sha1').update(JSON.stringify(entries)).digest('base64')

export const createSearchIndexer = (): SearchIndexer => {
  const digests = { sv: new Map<string, string>(), en: new Map<string, string>() } satisfies Record<Language, unknown>
  const stale = new Set<Language>(languages)
  const isQuick = () => languages.every((language) => digests[language].size <= pagesBuiltHere)
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
    isQuick,
    build: async (language, entries) => {
      stale.delete(language) // what changes from here on is not in it
      try {
        return isQuick() ? buildSearchIndex(language, [...entries].flat()) : await buildElsewhere(language, entries)
      } catch (error) {
        stale.add(language)
        throw error
      }
    },
  }
}

const buildElsewhere = async (language: Language, entries: Iterable<SearchEntry[]>): Promise<SearchFiles> => {
  const builder = fork(program, [], {
    env: { NODE_ENV: 'production', ...(process.env['PATH'] ? { PATH: process.env['PATH'] } : {}) },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
  })
  const ended = new AbortController()
  const broken = once(builder, 'exit', { signal: ended.signal }).then(([code, signal]) => {
    throw new Error(`Building a search index ended too early (${signal ?? `code ${code}`}).`)
  })
  try {
    const built = once(builder, 'message', { signal: ended.signal }).then(([files]): SearchFiles => files)
    const sent = sendAll(entries, language, (some) => builder.send(some))
    return await Promise.race([broken, sent.then(() => built)])
  } finally {
    broken.catch(() => {})
    ended.abort()
    builder.kill()
  }
}

const sendAll = async (
  entries: Iterable<SearchEntry[]>,
  language: Language,
  send: (message: SearchEntry[] | Language) => void,
): Promise<void> => {
  let some: SearchEntry[] = []
  for (const few of entries) {
    some.push(...few)
    if (some.length < entriesSentAtOnce) continue
    send(some)
    some = []
    await setImmediate() // an edit may be waiting
  }
  send(some)
  send(language)
}
