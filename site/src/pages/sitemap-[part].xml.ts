import type { APIRoute } from 'astro'
import { defaultLanguage } from 'shared/languages'
import { siteFromCms } from '../content/from-cms.ts'
import { siteMapXml } from '../content/site-map-xml.ts'
import { siteMapPartsOf } from '../content/store.ts'

export const getStaticPaths = async () => {
  const parts = siteMapPartsOf((await siteFromCms()).content())
  return Array.from({ length: parts - 1 }, (_, place) => ({ params: { part: String(place + 2) } }))
}

/** The further parts of a site map that is too long for one. */
export const GET: APIRoute = ({ locals, params, url }) => {
  locals.store = locals.site.storeFor(defaultLanguage)
  const routes = locals.store.siteMapPart(Number(params.part))
  if (routes.length === 0) return new Response(null, { status: 404 })
  return new Response(siteMapXml(routes, url.origin), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
