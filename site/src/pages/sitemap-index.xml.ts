import type { APIRoute } from 'astro'
import { defaultLanguage } from 'shared/languages'
import { escapeXml } from '../content/escape-xml.ts'
import { siteMapPath } from '../paths.ts'

/** Where the parts of the site map are. */
export const GET: APIRoute = ({ locals, url }) => {
  locals.store = locals.site.storeFor(defaultLanguage)
  const parts = Array.from({ length: locals.store.siteMapParts() }, (_, place) => siteMapPath(place + 1))
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts
    .map((path) => `<sitemap><loc>${escapeXml(url.origin + path)}</loc></sitemap>`)
    .join('')}</sitemapindex>
`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
