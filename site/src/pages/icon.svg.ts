import type { APIRoute } from 'astro'
import { defaultLanguage } from 'shared/languages'
import { escapeXml } from '../content/escape-xml.ts'
import { iconDrawingOf, iconGround } from '../sharing/icons.ts'
import { themeColours } from '../styles/theme.ts'

/** The icon of the browser's tab: the first letter of the name on the organisation's colours. */
export const GET: APIRoute = ({ locals }) => {
  locals.store = locals.site.storeFor(defaultLanguage)
  const { initial, colours } = iconDrawingOf(locals.store)
  const ink = themeColours(colours, 'light')['--on-primary'] ?? '#ffffff'
  const letter = `<text x="16" y="19" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="19" fill="${ink}">${escapeXml(initial)}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${iconGround(colours, ink)}${letter}</svg>`
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } })
}
