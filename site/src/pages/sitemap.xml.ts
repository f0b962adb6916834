import type { APIRoute } from 'astro'
import { siteMapXml } from '../content/site-map-xml.ts'

/** Every page that a search engine should know, with the same page in the other language. */
export const GET: APIRoute = ({ locals, url }) =>
  new Response(siteMapXml(locals.content, url.origin), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
