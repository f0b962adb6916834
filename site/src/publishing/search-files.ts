import { type Language, languages } from 'shared/languages'
import type { Site } from '../content/site.ts'
import { type Route, routesOf } from '../paths.ts'
import { searchIndexPath, searchLanguageOf } from '../search/index-paths.ts'
import type { SearchFiles } from '../search/build-search-index.ts'
import { type SearchEntry, searchEntriesOf } from '../search/search-entries.ts'
import { createSearchIndexer } from '../search/search-indexer.ts'
import { type MadeFiles, noHeaders } from './make-release.ts'
import type { NextRelease } from './next-release.ts'
import type { Contents } from './store-contents.ts'

const storedAtOnce = 16
const type = 'application/json; charset=utf-8'

/** The files of the search indexes, in the next release. */
export interface SearchIndexes {
  /** What can be found on a page now; nothing, when the page is gone. `asked` is given what that rests on. */
  note: (path: string, route: Route, asked: Set<number> | null) => void
  /** With the release, where that costs nothing or there is no index at all. */
  buildWithRelease: () => Promise<void>
  /** Those that are behind. */
  build: () => Promise<void>
}

export const createSearchIndexes = ({
  site,
  contents,
  next,
}: {
  site: Site
  contents: Contents
  next: NextRelease
}): SearchIndexes => {
  const indexer = createSearchIndexer()

  const entriesOf = function* (language: Language): Generator<SearchEntry[]> {
    for (const route of routesOf(site.content())) {
      if (route.language === language) yield searchEntriesOf(route, site.storeFor(language))
    }
  }

  /** Most files of an index are those of the index before, and named after what is in them. */
  const store = async (language: Language, index: SearchFiles): Promise<MadeFiles> => {
    const made: MadeFiles = new Map()
    const toStore = [...index]
    const storeNext = async (): Promise<void> => {
      for (let file = toStore.pop(); file; file = toStore.pop()) {
        const [path, text] = file
        const had = path === searchIndexPath(language) ? undefined : next.before.get(path)
        made.set(path, had ?? { ...(await contents.store(Buffer.from(text), type)), type, sentWith: noHeaders })
      }
    }
    await Promise.all(Array.from({ length: storedAtOnce }, storeNext))
    return made
  }

  const build = async (): Promise<void> => {
    for (const language of languages) {
      if (!indexer.isStale(language)) continue
      const made = await store(language, await indexer.build(language, entriesOf(language)))
      // All at once: a release that is made meanwhile has the index before, or this one, and no mixture.
      const had = [...next.paths()].filter((path) => searchLanguageOf(path) === language)
      next.noteAll(made, new Set(had))
    }
  }

  return {
    note: (path, route, asked) => {
      const { language } = route
      indexer.note(language, path, asked ? searchEntriesOf(route, site.storeFor(language, asked)) : [])
    },
    buildWithRelease: async () => {
      if (indexer.isQuick() || languages.some((language) => !next.before.has(searchIndexPath(language)))) await build()
    },
    build,
  }
}
