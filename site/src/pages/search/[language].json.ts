import type { APIRoute } from 'astro'
import { isLanguage, languages } from 'shared/languages'
import { buildSearchIndex } from '../../search/build-search-index.ts'
import { searchEntriesIn } from '../../search/search-entries.ts'

export const getStaticPaths = () => languages.map((language) => ({ params: { language } }))

/** What the search page of one language searches in. */
export const GET: APIRoute = ({ locals, params }) => {
  if (!isLanguage(params.language)) return new Response(null, { status: 404 })
  const index = buildSearchIndex(searchEntriesIn(locals.site, params.language))
  return new Response(index, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}
