import type { APIRoute } from 'astro'
import { escapeXml } from '../content/escape-xml.ts'

/** Where the site map is. An index, so that a large site can be divided without a new address. */
export const GET: APIRoute = ({ url }) => {
  const location = escapeXml(`${url.origin}/sitemap.xml`)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${location}</loc></sitemap></sitemapindex>
`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
