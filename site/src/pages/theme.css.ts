import type { APIRoute } from 'astro'
import { defaultLanguage } from 'shared/languages'
import { themeCss } from '../styles/theme.ts'

/** The organisation's colours, from the site settings. */
export const GET: APIRoute = ({ locals }) => {
  locals.store = locals.site.storeFor(defaultLanguage)
  return new Response(themeCss(locals.store.settings().colours), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  })
}
