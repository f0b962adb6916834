import type { APIRoute } from 'astro'
import { isLanguage, languages } from 'shared/languages'
import { createStore } from '../../content/store.ts'
import { buildSearchIndex } from '../../search/build-search-index.ts'

export const getStaticPaths = () => languages.map((language) => ({ params: { language } }))

/** What the search page of one language searches in. */
export const GET: APIRoute = ({ locals, params }) => {
  if (!isLanguage(params.language)) return new Response(null, { status: 404 })
  locals.store = createStore(locals.content, params.language)
  const index = buildSearchIndex(locals.content, locals.store)
  return new Response(JSON.stringify(index), { headers: { 'content-type': 'application/json; charset=utf-8' } })
}
