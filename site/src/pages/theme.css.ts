import type { APIRoute } from 'astro'
import { themeCss } from '../styles/theme.ts'

/** The organisation's colours, from the site settings. */
export const GET: APIRoute = ({ locals }) =>
  new Response(themeCss(locals.content.sv.settings.colours), { headers: { 'content-type': 'text/css; charset=utf-8' } })
