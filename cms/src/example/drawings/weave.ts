import { palette } from './palette.ts'
import { drawing, glow, gradient, seededRandom } from './shapes.ts'

const width = 2400
const height = 1200
const pitch = 176 // from stake to stake
const row = 58 // from withe to withe

const colours = ['#c98d4b', '#b5763b', '#d9a35c', '#a3672f', '#c08246', '#8f5829', '#dcae6e'] as const

/** One withe: over one stake, under the next, thinner where it dives. */
const withe = (y: number, odd: boolean, colour: string): string => {
  const thick = row * 1.04
  const pieces = Array.from({ length: Math.ceil(width / (pitch * 2)) + 2 }, (_, index) => {
    const start = (index * 2 - 1 + (odd ? 1 : 0)) * pitch
    const end = start + pitch * 2
    const middle = start + pitch
    const upper = y - thick / 2
    const lower = y + thick / 2
    return (
      `<path d="M${start} ${y - thick * 0.36}C${start + pitch * 0.45} ${upper} ${middle - pitch * 0.35} ${upper - 6} ${middle} ${upper - 6}` +
      `S${end - pitch * 0.45} ${upper} ${end} ${y - thick * 0.36}V${y + thick * 0.36}C${end - pitch * 0.45} ${lower} ${middle + pitch * 0.35} ${lower + 2} ${middle} ${lower + 2}` +
      `S${start + pitch * 0.45} ${lower} ${start} ${y + thick * 0.36}Z" fill="${colour}"/>` +
      `<path d="M${start} ${y - thick * 0.36}C${start + pitch * 0.45} ${upper} ${middle - pitch * 0.35} ${upper - 6} ${middle} ${upper - 6}S${end - pitch * 0.45} ${upper} ${end} ${y - thick * 0.36}" fill="none" stroke="${palette.cream}" stroke-width="6" opacity=".28" transform="translate(0 9)"/>` +
      `<rect x="${end - pitch * 0.3}" y="${y - thick * 0.45}" width="${pitch * 0.6}" height="${thick * 0.95}" fill="url(#dive)"/>`
    )
  })
  return pieces.join('')
}

/** The stake in front of a row where the withe goes behind it. */
const stakePieces = (y: number, odd: boolean): string =>
  Array.from({ length: Math.ceil(width / (pitch * 2)) + 2 }, (_, index) => {
    const x = (index * 2 - 1 + (odd ? 1 : 0)) * pitch
    return `<rect x="${x - 21}" y="${y - row * 0.56}" width="42" height="${row * 1.12}" rx="12" fill="url(#stake)"/>`
  }).join('')

const wickerwork = (): string => {
  const random = seededRandom(9)
  return Array.from({ length: Math.ceil(height / row) + 1 }, (_, index) => {
    const odd = index % 2 === 1
    const colour =
      index === 7
        ? palette.moss
        : index === 11
          ? palette.river
          : index === 15
            ? palette.berry
            : (colours[Math.floor(random() * colours.length)] ?? colours[0])
    const y = index * row + row / 2
    return withe(y, odd, colour) + stakePieces(y, odd)
  }).join('')
}

/** Wickerwork close up, three withes in the colours of the river, the forest and the rowan. */
export const weave = (): string =>
  drawing(
    width,
    height,
    `<defs>${gradient(
      'stake',
      [
        [0, '#3a2418'],
        [0.35, '#8a5a38'],
        [0.6, '#6d4529'],
        [1, '#2c1a11'],
      ],
      { x1: 0, y1: 0, x2: 1, y2: 0 },
    )}${gradient(
      'dive',
      [
        [0, '#2c1a11', 0],
        [0.5, '#2c1a11', 0.62],
        [1, '#2c1a11', 0],
      ],
      { x1: 0, y1: 0, x2: 1, y2: 0 },
    )}${gradient(
      'shade',
      [
        [0, palette.night, 0.86],
        [0.42, palette.night, 0.45],
        [1, palette.night, 0],
      ],
      { x1: 0, y1: 0.2, x2: 1, y2: 0 },
    )}${glow('light', '#ffe2a0', 0.55)}</defs><rect width="${width}" height="${height}" fill="#24150d"/>` +
      wickerwork() +
      `<rect width="${width}" height="${height}" fill="url(#shade)"/><ellipse cx="1950" cy="260" rx="900" ry="760" fill="url(#light)"/>`,
  )
