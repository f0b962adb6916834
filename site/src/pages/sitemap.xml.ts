import type { APIRoute } from 'astro'
import { defaultLanguage } from 'shared/languages'
import { siteMapXml } from '../content/site-map-xml.ts'

/** Pages that a search engine should know, with the same page in the other language; the first part of them. */
export const GET: APIRoute = ({ locals, url }) => {
  locals.store = locals.site.storeFor(defaultLanguage)
  return new Response(siteMapXml(locals.store.siteMapPart(1), url.origin), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}
