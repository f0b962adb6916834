import type { APIRoute } from 'astro'
import { defaultLanguage } from 'shared/languages'
import { siteSheet } from '../styles/sheet.ts'

/** The one style sheet of all pages: the organisation's colours and letters, and the look. */
export const GET: APIRoute = ({ locals }) => {
  locals.store = locals.site.storeFor(defaultLanguage)
  return new Response(siteSheet(locals.store.settings()).css, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  })
}
