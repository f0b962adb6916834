import type { APIRoute } from 'astro'

/** Search engines may read all that is published; the admin, the API and previews are nothing for them. */
export const GET: APIRoute = ({ url }) => {
  const lines = [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api/',
    'Disallow: /preview',
    '',
    `Sitemap: ${url.origin}/sitemap-index.xml`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
