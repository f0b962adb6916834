/** A colour as a communicator picks it: `#0b5d4e`. */
export const colourPattern = /^#[0-9a-f]{6}$/i

/**
 * How well two colours can be told apart, from 1 to 21, as WCAG counts it.
 * @example contrast('#000000', '#ffffff') // 21
 */
export const contrast = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** `share` of the second colour in the first: 0 is the first alone. */
export const mix = (one: string, other: string, share: number): string => {
  const others = channels(other)
  return hex(channels(one).map((channel, index) => channel + ((others[index] ?? channel) - channel) * share))
}

/** The colour as bright as it can be without becoming paler. Black becomes white. */
export const brightest = (colour: string): string => {
  const most = Math.max(...channels(colour))
  return most === 0 ? '#ffffff' : hex(channels(colour).map((channel) => (channel / most) * 255))
}

/**
 * The colour that is most like the given one and reaches the contrast on the ground: darker or lighter, whichever is
 * nearer. Null where none does, which no ratio up to 4.58 can bring about.
 * @example nearestReadable('#ffff00', '#ffffff', 4.5) // '#7a7a00'
 */
export const nearestReadable = (colour: string, ground: string, ratio: number): string | null => {
  for (let step = 0; step <= steps; step += 1) {
    for (const end of ['#000000', '#ffffff']) {
      const tried = mix(colour, end, step / steps)
      if (contrast(tried, ground) >= ratio) return tried
    }
  }
  return null
}
const steps = 100

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
