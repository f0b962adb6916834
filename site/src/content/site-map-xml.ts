import type { SiteContent } from 'shared/content/site-content'
import { languages } from 'shared/languages'
import { hreflangsOf, type Route, routesOf } from '../paths.ts'
import { escapeXml } from './escape-xml.ts'

/** The site map for search engines: pages and news, each with its alternates. Receipts, search and 404 are left out. */
export const siteMapXml = (content: SiteContent, origin: string): string => {
  const changed = lastChanges(content)
  const urls = routesOf(content).flatMap((route) =>
    route.kind === 'page' || route.kind === 'news-item'
      ? [urlOf(route, origin, changed.get(`${route.kind}:${route.id}:${route.language}`))]
      : [],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('')}</urlset>
`
}

const lastChanges = (content: SiteContent): Map<string, string> =>
  new Map(
    languages.flatMap((language) => [
      ...content[language].pages.map(({ id, updatedAt }) => [`page:${id}:${language}`, updatedAt] as const),
      ...content[language].news.map(({ id, updatedAt }) => [`news-item:${id}:${language}`, updatedAt] as const),
    ]),
  )

const urlOf = (route: Route, origin: string, updatedAt: string | undefined): string => {
  const alternate = (name: string, path: string) =>
    `<xhtml:link rel="alternate" hreflang="${name}" href="${escapeXml(`${origin}${path}`)}"/>`
  const alternates = hreflangsOf(route).map(({ hreflang, path }) => alternate(hreflang, path))
  const lastChanged = updatedAt ? `<lastmod>${escapeXml(updatedAt)}</lastmod>` : ''
  return `<url><loc>${escapeXml(`${origin}${route.path}`)}</loc>${lastChanged}${alternates.join('')}</url>\n`
}
