import { hreflangsOf } from '../paths.ts'
import { escapeXml } from './escape-xml.ts'
import type { SiteMapEntry } from './store.ts'

/** A part of the site map for search engines: pages and news, each with its alternates. */
export const siteMapXml = (entries: SiteMapEntry[], origin: string): string => {
  const urls = entries.map((entry) => urlOf(entry, origin))
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('')}</urlset>
`
}

const urlOf = ({ route, updatedAt }: SiteMapEntry, origin: string): string => {
  const alternate = (name: string, path: string) =>
    `<xhtml:link rel="alternate" hreflang="${name}" href="${escapeXml(`${origin}${path}`)}"/>`
  const alternates = hreflangsOf(route).map(({ hreflang, path }) => alternate(hreflang, path))
  const lastChanged = updatedAt ? `<lastmod>${escapeXml(updatedAt)}</lastmod>` : ''
  return `<url><loc>${escapeXml(`${origin}${route.path}`)}</loc>${lastChanged}${alternates.join('')}</url>\n`
}
