import type { APIRoute } from 'astro'
import { defaultLanguage } from 'shared/languages'
import { securityText } from '../../content/security-text.ts'

/** Where to tell of a weakness in the site (RFC 9116). */
export const GET: APIRoute = ({ locals, url }) => {
  locals.store = locals.site.storeFor(defaultLanguage)
  return new Response(securityText(locals.store, url.origin), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
