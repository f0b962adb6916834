import type { APIRoute } from 'astro'
import { languages } from 'shared/languages'
import { siteFromCms } from '../../content/from-cms.ts'
import type { Site } from '../../content/site.ts'
import { searchLanguageOf } from '../../search/index-paths.ts'
import { buildSearchIndex, type SearchFiles } from '../../search/build-search-index.ts'
import { searchEntriesIn } from '../../search/search-entries.ts'

/** Only a static build asks for this, and development: a release has the indexes from `search-indexer.ts`. */
export const getStaticPaths = async () => {
  const site = await siteFromCms()
  return languages.flatMap((language) =>
    [...filesIn(site, language).keys()].map((path) => ({
      params: { path: path.replace(/^\/search\/|\.json$/g, '') },
    })),
  )
}

/** A file of what is searched in. */
export const GET: APIRoute = ({ locals, params }) => {
  const path = `/search/${params.path ?? ''}.json`
  const language = searchLanguageOf(path)
  const text = language && filesIn(locals.site, language).get(path)
  if (!text) return new Response(null, { status: 404 })
  return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}

const built = new Map<string, { content: unknown; files: SearchFiles }>()

/** The index is built once for all its files. */
const filesIn = (site: Site, language: (typeof languages)[number]): SearchFiles => {
  const content = site.content()
  const known = built.get(language)
  if (known?.content === content) return known.files
  const files = buildSearchIndex(language, searchEntriesIn(site, language))
  built.set(language, { content, files })
  return files
}
