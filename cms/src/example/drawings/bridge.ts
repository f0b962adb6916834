import { palette } from './palette.ts'
import {
  curveThrough,
  drawing,
  forestAlong,
  glow,
  gradient,
  groundBelow,
  knot,
  ridge,
  seededRandom,
  type Point,
} from './shapes.ts'

const width = 1600
const height = 1000
const water = 700

/** The height of the bridge's deck at x: one long arch between the banks. */
const deck = (x: number): number => 610 - 150 * Math.sin(((x - 240) / 1120) * Math.PI)

/** Three strands that swing around the deck and cross one another. */
const strands = [0, 1, 2].map((number) =>
  Array.from({ length: 57 }, (_, index): Point => {
    const x = 240 + index * 20
    const room = 14 + 46 * Math.sin(((x - 240) / 1120) * Math.PI)
    return [x, deck(x) - 26 + Math.sin(x / 62 + (number * Math.PI * 2) / 3) * room]
  }),
)
const strandColours = [palette.straw, palette.amber, palette.ember] as const

const arch = (mirrored: boolean): string => {
  const stakes = Array.from({ length: 19 }, (_, index) => {
    const x = 270 + index * 59
    return `<path d="M${x} ${deck(x) - 76}V${deck(x) + 12}" stroke="${palette.bark}" stroke-width="9" stroke-linecap="round"/>`
  }).join('')
  const roadway = Array.from({ length: 57 }, (_, index): Point => [240 + index * 20, deck(240 + index * 20)])
  return (
    `<g fill="none">${stakes}<path d="${curveThrough(roadway)}" stroke="${palette.night}" stroke-width="20"/>` +
    strands
      .map(
        (points, index) =>
          `<path d="${curveThrough(points)}" stroke="${strandColours[index]}" stroke-width="${mirrored ? 9 : 11}" stroke-linecap="round"/>`,
      )
      .join('') +
    '</g>'
  )
}

const bank = (side: 'left' | 'right'): string => {
  const place = (x: number): number => (side === 'left' ? x : width - x)
  const outline: Point[] = [
    [place(-20), 560],
    [place(120), 585],
    [place(235), 612],
    [place(300), 670],
    [place(360), water + 14],
  ]
  return `<path d="${curveThrough(outline)}L${place(-20)} ${water + 14}Z" fill="${palette.forest}"/>`
}

const person = (x: number, colour: string): string => {
  const foot = deck(x) - 8
  return `<path d="M${x - 13} ${foot}V${foot - 42}a13 13 0 0 1 26 0V${foot}Z" fill="${colour}"/><circle cx="${x}" cy="${foot - 70}" r="12" fill="${palette.night}"/>`
}

const town =
  `<g transform="translate(40 586)"><path d="M0 0V-90L40 -128L80 -90V0Z" fill="${palette.berry}"/><rect x="28" y="-72" width="24" height="28" fill="${palette.straw}"/></g>` +
  `<g transform="translate(1400 588)"><path d="M0 0V-70L30 -104V-70L60 -104V-70L90 -104V-70L120 -104V0Z" fill="${palette.deep}"/><path d="M130 0V-190H150V0Z" fill="${palette.deep}"/>` +
  [14, 52, 90].map((x) => `<rect x="${x}" y="-50" width="20" height="24" fill="${palette.amber}"/>`).join('') +
  '</g>'

const ripples = (): string => {
  const random = seededRandom(18)
  return Array.from({ length: 44 }, () => {
    const y = water + 20 + random() * 270
    const length = 30 + random() * 150
    return `<rect x="${(random() * 1560).toFixed(0)}" y="${y.toFixed(0)}" width="${length.toFixed(0)}" height="4" rx="2" fill="${palette.cream}" opacity="${(0.1 + random() * 0.35).toFixed(2)}"/>`
  }).join('')
}

const far = ridge(width, 560, 60, 12)
const near = ridge(width, 640, 44, 33)

/** A woven bridge that two people cross from either bank. */
export const bridge = (): string =>
  drawing(
    width,
    height,
    `<defs>${gradient('sky', [
      [0, '#2b6f7b'],
      [0.4, '#a9c3ae'],
      [0.7, '#f7d9a0'],
      [1, '#f7d9a0'],
    ])}${gradient('river', [
      [0, '#9fc3b5'],
      [0.3, '#3f8b93'],
      [1, palette.deep],
    ])}${glow('sun', '#fff0c4', 0.95)}</defs><rect width="${width}" height="${height}" fill="url(#sky)"/>` +
      `<circle cx="800" cy="520" r="520" fill="url(#sun)"/><circle cx="800" cy="470" r="92" fill="${palette.cream}"/>` +
      `<path d="${groundBelow(far, height)}" fill="#a7b491"/><path d="${forestAlong(near, { from: 0, to: width, tallest: 64, density: 8, seed: 3 })}" fill="#4f8976"/><path d="${groundBelow(near, height)}" fill="#4f8976"/>` +
      `<rect y="${water}" width="${width}" height="${height - water}" fill="url(#river)"/>` +
      `<g transform="translate(0 ${water * 2}) scale(1 -1)" opacity=".22">${arch(true)}</g>` +
      ripples() +
      bank('left') +
      bank('right') +
      town +
      arch(false) +
      person(640, palette.river) +
      person(930, palette.berry) +
      `<path d="M640 ${deck(640) - 150}C720 ${deck(640) - 210} 850 ${deck(640) - 210} 930 ${deck(930) - 150}" fill="none" stroke="${palette.cream}" stroke-width="4" stroke-dasharray="2 13" stroke-linecap="round"/>` +
      knot([640, Math.round(deck(640) - 150)], 10, palette.cream) +
      knot([930, Math.round(deck(930) - 150)], 10, palette.cream),
  )
