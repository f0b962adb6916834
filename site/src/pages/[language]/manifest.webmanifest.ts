import type { APIRoute } from 'astro'
import { isLanguage, languages } from 'shared/languages'
import { webManifest } from '../../sharing/icons.ts'

export const getStaticPaths = () => languages.map((language) => ({ params: { language } }))

/** The site as an app on a phone. */
export const GET: APIRoute = ({ locals, params }) => {
  if (!isLanguage(params.language)) return new Response(null, { status: 404 })
  locals.store = locals.site.storeFor(params.language)
  return new Response(webManifest(locals.store), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  })
}
