import type { APIRoute } from 'astro'
import { defaultLanguage } from 'shared/languages'
import { themeCss } from '../styles/theme.ts'

/** The organisation's colours and letters, from the site settings. */
export const GET: APIRoute = ({ locals }) => {
  locals.store = locals.site.storeFor(defaultLanguage)
  return new Response(themeCss(locals.store.settings()), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  })
}
