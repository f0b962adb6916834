import { createHash } from 'node:crypto'
import look from './site.css?inline'
import { sheetPath } from './sheet-path.ts'
import { themeCss } from './theme.ts'

/** The one style sheet, and its address, which is another one as soon as the sheet is: browsers may keep it. */
export const siteSheet = (settings: Parameters<typeof themeCss>[0]): { css: string; address: string } => {
  const css = themeCss(settings) + look
  const version = createHash('sha256').update(css).digest('hex').slice(0, 8)
  return { css, address: `${sheetPath}?v=${version}` }
}
