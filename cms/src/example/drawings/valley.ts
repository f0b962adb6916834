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
  spruce,
  type Point,
} from './shapes.ts'

const width = 2400
const height = 1200
const sun: Point = [1600, 470]

const sky =
  `<rect width="${width}" height="${height}" fill="url(#sky)"/>` +
  `<ellipse cx="${sun[0]}" cy="${sun[1] + 40}" rx="1250" ry="640" fill="url(#glow)"/>` +
  `<circle cx="${sun[0]}" cy="${sun[1]}" r="118" fill="${palette.cream}"/>`

const clouds = [
  [1180, 300, 360],
  [1960, 350, 300],
  [1420, 400, 240],
  [640, 250, 420],
  [2120, 230, 260],
]
  .map(
    ([x = 0, y = 0, length = 0]) =>
      `<rect x="${x - length / 2}" y="${y}" width="${length}" height="9" rx="5" fill="${palette.cream}" opacity=".28"/>`,
  )
  .join('')

/** The hills from far to near; the air between them makes the far ones pale. */
const hills = [
  { base: 560, height: 95, seed: 11, colour: '#c9b083', trees: 0 },
  { base: 610, height: 80, seed: 5, colour: '#93a383', trees: 0 },
  { base: 660, height: 70, seed: 23, colour: '#5d8a78', trees: 38 },
  { base: 720, height: 62, seed: 31, colour: '#377264', trees: 62 },
].map(({ base, height: rise, seed, colour, trees }) => {
  const skyline = ridge(width, base, rise, seed)
  const forest = trees
    ? `<path d="${forestAlong(skyline, { from: 0, to: width, tallest: trees, density: 9, seed: seed + 1 })}" fill="${colour}"/>`
    : ''
  return `${forest}<path d="${groundBelow(skyline, height)}" fill="${colour}"/><path d="${groundBelow(skyline, height)}" fill="url(#haze)"/>`
})

/** Left and right edge of the water, from the far bend to the foot of the picture; the near banks lie over them. */
const leftEdge: Point[] = [
  [1648, 704],
  [1610, 722],
  [1598, 742],
  [1650, 772],
  [1560, 826],
  [1240, 880],
  [1060, 965],
  [1050, 1070],
  [900, 1210],
]
const rightEdge: Point[] = [
  [1654, 704],
  [1634, 722],
  [1648, 742],
  [1738, 772],
  [1800, 826],
  [1640, 905],
  [1600, 985],
  [1720, 1080],
  [1800, 1210],
]
const river = `${curveThrough(leftEdge)}L${curveThrough(rightEdge.toReversed()).slice(1)}Z`

const glitter = (): string => {
  const random = seededRandom(77)
  return Array.from({ length: 70 }, (_, index) => {
    const share = (index + 1) / 70
    const y = 725 + share ** 1.2 * 470
    const x = 1640 - Math.sin(share * 3.4) * 330 * share ** 0.8 + (random() - 0.5) * 420 * share
    const length = 20 + random() * 130 * share
    return `<rect x="${x.toFixed(0)}" y="${y.toFixed(0)}" width="${length.toFixed(0)}" height="${(2 + share * 4).toFixed(1)}" rx="3" fill="${palette.cream}" opacity="${(0.2 + random() * 0.55).toFixed(2)}"/>`
  }).join('')
}

/** A mill with a saw-tooth roof and a stack, its lower left corner at (x, y). */
const mill = (x: number, y: number, scale: number): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})">` +
  `<path d="M0 0V-62L34 -92V-62L68 -92V-62L102 -92V-62L136 -92V0Z" fill="${palette.deep}"/>` +
  `<path d="M150 0V-150H166V0Z" fill="${palette.deep}"/><path d="M136 0V-44H190V0Z" fill="${palette.forest}"/>` +
  [14, 44, 74, 104]
    .map((left) => `<rect x="${left}" y="-40" width="16" height="20" fill="${palette.amber}"/>`)
    .join('') +
  '</g>'

/** A gabled house, its lower left corner at (x, y). */
const house = (x: number, y: number, scale: number): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M0 0V-36L26 -62L52 -36V0Z" fill="${palette.berry}"/>` +
  `<path d="M-5 -33L26 -64L57 -33L52 -29L26 -54L0 -29Z" fill="${palette.night}"/><rect x="19" y="-30" width="14" height="16" fill="${palette.straw}"/></g>`

const nearLeft: Point[] = [
  [0, 770],
  [260, 800],
  [560, 822],
  [860, 850],
  [1090, 905],
  [1100, 1000],
  [1090, 1080],
  [930, 1210],
]
const nearRight: Point[] = [
  [1770, 1210],
  [1690, 1080],
  [1560, 985],
  [1640, 900],
  [1840, 845],
  [2080, 800],
  [2400, 760],
]

const banks =
  `<path d="${curveThrough(nearLeft)}L0 1210Z" fill="url(#bank)"/>` +
  `<path d="${curveThrough(nearRight)}L2400 1210Z" fill="url(#bank)"/>`

const bankForest =
  `<path d="${forestAlong(nearLeft.slice(0, 5), { from: 0, to: 800, tallest: 150, density: 8, seed: 91 })}" fill="#1d5a52"/>` +
  `<path d="${forestAlong(nearRight.slice(3), { from: 2010, to: 2400, tallest: 165, density: 9, seed: 92 })}" fill="#1d5a52"/>`

/** Places that work together, and the three strands that tie them, woven over one another. */
const places: Point[] = [
  [930, 760],
  [1215, 640],
  [1480, 700],
  [1905, 735],
  [2160, 600],
  [700, 610],
]
const strands = [
  [
    places[5],
    [800, 560],
    [1000, 700],
    places[1],
    [1360, 590],
    places[2],
    [1700, 770],
    places[3],
    [2020, 690],
    places[4],
  ],
  [
    places[0],
    [1060, 640],
    places[1],
    [1350, 730],
    places[2],
    [1690, 640],
    places[3],
    [2010, 790],
    [2260, 700],
    [2420, 640],
  ],
  [
    [-20, 700],
    [300, 640],
    places[5],
    [820, 690],
    places[0],
    [1080, 800],
    [1300, 660],
    places[2],
    [1760, 560],
    places[4],
    [2420, 520],
  ],
].map((points) => points.filter((point): point is Point => point !== undefined))
const network =
  strands
    .map(
      (points) =>
        `<path d="${curveThrough(points)}" fill="none" stroke="${palette.cream}" stroke-width="9" opacity=".16"/>`,
    )
    .join('') +
  strands
    .map(
      (points) =>
        `<path d="${curveThrough(points)}" fill="none" stroke="${palette.straw}" stroke-width="3.2" opacity=".95"/>`,
    )
    .join('') +
  places.map((point, index) => knot(point, index % 2 ? 11 : 14, palette.cream)).join('')

/** Dark spruces that frame the view. */
const frame = (): string => {
  const random = seededRandom(404)
  const left = Array.from({ length: 15 }, (_, index) =>
    spruce(index * 52 - 60 + random() * 30, 1230, 520 - index * 24 + random() * 120, random),
  )
  const right = Array.from({ length: 10 }, (_, index) =>
    spruce(2460 - index * 56 - random() * 20, 1230, 600 - index * 42 + random() * 110, random),
  )
  return `<path d="${[...left, ...right].join('')}" fill="${palette.night}"/>`
}

/** The valley at evening, the picture of the start page: hills, the river towards the sun, and places tied together. */
export const valley = (): string =>
  drawing(
    width,
    height,
    `<defs>${gradient('sky', [
      [0, '#123f4d'],
      [0.2, '#3c7a80'],
      [0.36, '#d9b77a'],
      [0.5, palette.straw],
      [1, palette.straw],
    ])}${glow('glow', '#ffdf95', 0.95)}${gradient('haze', [
      [0, palette.straw, 0],
      [0.5, palette.straw, 0.34],
      [1, palette.straw, 0.1],
    ])}${gradient('water', [
      [0, palette.cream],
      [0.18, '#f6d08a'],
      [0.5, '#7fb0a6'],
      [1, '#1c6470'],
    ])}${gradient('bank', [
      [0, '#2f7563'],
      [0.45, '#15504b'],
      [1, palette.night],
    ])}${gradient(
      'dusk',
      [
        [0, palette.night, 0.6],
        [0.5, palette.night, 0.06],
        [1, palette.night, 0],
      ],
      { x1: 0, y1: 0, x2: 1, y2: 0 },
    )}</defs>` +
      sky +
      clouds +
      hills.join('') +
      `<path d="${river}" fill="url(#water)"/><clipPath id="river"><path d="${river}"/></clipPath>` +
      `<g clip-path="url(#river)">${glitter()}</g>` +
      bankForest +
      banks +
      mill(840, 852, 1.15) +
      house(1040, 880, 1) +
      house(1868, 838, 1) +
      house(1940, 826, 0.85) +
      mill(1700, 868, 0.62) +
      `<rect width="${width}" height="${height}" fill="url(#dusk)"/>` +
      network +
      frame(),
  )
