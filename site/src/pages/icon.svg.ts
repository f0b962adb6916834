import type { APIRoute } from 'astro'
import { defaultLanguage } from 'shared/languages'

/** The icon of the browser's tab: the mark of the header in the organisation's colours. */
export const GET: APIRoute = ({ locals }) => {
  locals.store = locals.site.storeFor(defaultLanguage)
  const { primary, accent } = locals.store.settings().colours
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${primary}"/><path fill="${accent}" d="M0 8h32v3H0zM0 20h32v5H0z"/><path fill="#fff" d="M0 14h32v2H0z"/></svg>`
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } })
}
