import type { SiteSettings } from 'shared/content/site-settings'

/** The grounds that text stands on, with the text of each. The same values are in `tokens.css`. */
export const grounds = {
  light: { paper: '#faf9f6', raised: '#ffffff', ink: '#1b211f' },
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
export const themeColours = ({ primary, accent }: SiteSettings['colours'], scheme: Scheme): Record<string, string> => {
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

/** The style sheet with the organisation's colours. */
export const themeCss = (colours: SiteSettings['colours']): string => {
  const rules = (scheme: Scheme) =>
    Object.entries(themeColours(colours, scheme))
      .map(([name, value]) => `${name}:${value}`)
      .join(';')
  return `:root{${rules('light')}}\n@media screen and (prefers-color-scheme:dark){:root{${rules('dark')}}}\n`
}

/**
 * How well two colours can be told apart, from 1 to 21, as WCAG counts it.
 * @example contrast('#000000', '#ffffff') // 21
 */
export const contrast = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
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

/** The colour as bright as it can be without becoming paler. Black becomes white. */
const brightest = (colour: string): string => {
  const most = Math.max(...channels(colour))
  return most === 0 ? '#ffffff' : hex(channels(colour).map((channel) => (channel / most) * 255))
}

/** `share` of the second colour in the first: 0 is the first alone. */
const mix = (one: string, other: string, share: number): string => {
  const others = channels(other)
  return hex(channels(one).map((channel, index) => channel + ((others[index] ?? channel) - channel) * share))
}

const hex = (values: number[]): string =>
  `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`

const channels = (colour: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour)
    .map((channel) => channel / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
