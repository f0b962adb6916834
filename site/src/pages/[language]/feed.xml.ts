import type { APIRoute } from 'astro'
import { isLanguage, languages } from 'shared/languages'
import { newsFeed } from '../../content/news-feed.ts'

export const getStaticPaths = () => languages.map((language) => ({ params: { language } }))

/** The news of one language as an Atom feed. */
export const GET: APIRoute = ({ locals, params, url }) => {
  if (!isLanguage(params.language)) return new Response(null, { status: 404 })
  locals.store = locals.site.storeFor(params.language)
  return new Response(newsFeed(locals.store, url.origin), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
