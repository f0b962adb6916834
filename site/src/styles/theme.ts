import { brightest, contrast, mix } from 'shared/content/colour'
import { paper, type Colours, type Typeface } from 'shared/content/theme'

/** The grounds that text stands on, with the text of each. The same values are in `tokens.css`. */
export const grounds = {
  light: { paper, raised: '#ffffff', ink: '#1b211f' },
  dark: { paper: '#141816', raised: '#1e2421', ink: '#eceee9' },
} as const
export type Scheme = keyof typeof grounds

/** Contrast that WCAG 2.2 asks of text, and of what one must see to use the page. */
const textContrast = 4.5
const graphicContrast = 3

/**
 * The colours of one scheme, as custom properties. The organisation's colours are kept wherever they can be read, and
 * moved towards black or white until they can: a yellow site gets dark yellow links.
 */
export const themeColours = ({ primary, accent }: Colours, scheme: Scheme): Record<string, string> => {
  const { paper, raised, ink } = grounds[scheme]
  const tint = mix(paper, primary, scheme === 'light' ? 0.08 : 0.16)
  const everyGround = [paper, raised, tint]
  // In the dark a colour is first made to shine and only then bleached, so that it stays the organisation's colour.
  const towards = (colour: string) => (scheme === 'light' ? [ink] : [brightest(colour), ink])
  const button = readable(primary, everyGround, graphicContrast, towards(primary))
  return {
    '--primary': primary,
    '--on-primary': textOn(primary),
    '--accent': accent,
    '--on-accent': textOn(accent),
    '--tint': tint,
    '--deep': readable(mix(primary, '#0b0f0d', 0.55), ['#ffffff'], 7, ['#000000']),
    '--on-deep': '#ffffff',
    '--link': readable(primary, everyGround, scheme === 'light' ? textContrast : 6, towards(primary)),
    '--button': button,
    '--on-button': textOn(button),
  }
}

/** The letters of headings, figures and quotes. Only the first is fetched; the others are on the reader's own machine. */
const displayFonts: Record<Typeface, string> = {
  grotesk: "'Familjen Grotesk',var(--body-font)",
  serif: "Charter,'Bitstream Charter','Sitka Text',Cambria,'Noto Serif','DejaVu Serif Condensed',serif",
  system: 'var(--body-font)',
}

/** The style sheet with the organisation's colours and letters. */
export const themeCss = ({ colours, typeface }: { colours: Colours; typeface: Typeface }): string => {
  const rules = (scheme: Scheme) =>
    Object.entries(themeColours(colours, scheme))
      .map(([name, value]) => `${name}:${value}`)
      .join(';')
  const light = `${rules('light')};--display-font:${displayFonts[typeface]}`
  return `:root{${light}}\n@media screen and (prefers-color-scheme:dark){:root{${rules('dark')}}}\n`
}

/** Black or white, whichever is read better on the colour; one of them always reaches 4.58. */
const textOn = (colour: string): string => (contrast(colour, '#ffffff') >= textContrast ? '#ffffff' : '#000000')

/** The colour, moved in small steps towards one end after the other until it reaches the ratio on every ground. */
const readable = (colour: string, on: readonly string[], ratio: number, ends: readonly string[]): string => {
  let start = colour
  for (const end of ends) {
    for (let share = 0; share < 1; share += 0.04) {
      const tried = mix(start, end, share)
      if (on.every((ground) => contrast(tried, ground) >= ratio)) return tried
    }
    start = end
  }
  return start
}
