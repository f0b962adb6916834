import { palette } from './palette.ts'
import { curveThrough, drawing, glow, gradient, groundBelow, ridge, seededRandom, type Point } from './shapes.ts'

const width = 2400
const height = 1200
const random = seededRandom(1877)
const between = (low: number, high: number): number => low + random() * (high - low)

const along = (start: Point, angle: number, length: number): Point => [
  start[0] + Math.cos(angle) * length,
  start[1] + Math.sin(angle) * length,
]

/** A pointed leaflet from its foot, in the given direction (radians). */
const leaflet = (foot: Point, angle: number, length: number, colour: string): string => {
  const tip = along(foot, angle, length)
  const belly = (side: 1 | -1): string => {
    const near = along(along(foot, angle, length * 0.3), angle + (side * Math.PI) / 2, length * 0.2)
    const far = along(along(foot, angle, length * 0.72), angle + (side * Math.PI) / 2, length * 0.17)
    return `${near.map(Math.round).join(' ')} ${far.map(Math.round).join(' ')}`
  }
  const place = (point: Point): string => point.map(Math.round).join(' ')
  const half = (side: 1 | -1, opacity: number): string =>
    `<path d="M${place(foot)}C${belly(side)} ${place(tip)}Z" fill="${colour}" opacity="${opacity}"/>`
  return half(1, 1) + half(-1, 0.82)
}

/** A feathered rowan leaf: pairs of leaflets along a bent rib, one at the end. */
const leaf = (foot: Point, angle: number, length: number, colour: string): string => {
  const pairs = 6
  const bend = between(-0.5, 0.5)
  const rib = Array.from({ length: pairs + 2 }, (_, index): Point => {
    const share = index / (pairs + 1)
    return along(foot, angle + bend * share * 0.6, length * share)
  })
  const leaflets = rib.slice(1).map((point, index) => {
    const way = angle + bend * ((index + 1) / pairs)
    const size = length * (0.34 - index * 0.018)
    if (index === pairs) return leaflet(point, way, size, colour)
    return leaflet(point, way + 0.95, size, colour) + leaflet(point, way - 0.95, size, colour)
  })
  return `${leaflets.join('')}<path d="${curveThrough(rib)}" fill="none" stroke="${palette.straw}" stroke-width="3" opacity=".5"/>`
}

const berry = ([x, y]: Point, radius: number): string =>
  `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${radius.toFixed(1)}" fill="url(#berry)"/>` +
  `<circle cx="${(x - radius * 0.32).toFixed(0)}" cy="${(y - radius * 0.36).toFixed(0)}" r="${(radius * 0.2).toFixed(1)}" fill="${palette.cream}" opacity=".85"/>` +
  `<path d="M${(x - radius * 0.2).toFixed(1)} ${(y + radius * 0.62).toFixed(1)}l${(radius * 0.2).toFixed(1)} ${(radius * 0.22).toFixed(1)}l${(radius * 0.2).toFixed(1)} ${(-radius * 0.22).toFixed(1)}" stroke="${palette.bark}" stroke-width="3" fill="none"/>`

/** A cluster of berries hanging from one stem: the twigs first, then the berries in front of them. */
const cluster = (stem: Point, reach: number, count: number): string => {
  const hub: Point = [stem[0] - reach * 0.12, stem[1] + reach * 0.42]
  const berries = Array.from({ length: count }, (_, index): Point => {
    const turn = index * 2.39996 // the golden angle, by which nature fills a disc evenly
    const far = Math.sqrt((index + 0.6) / count) * reach
    return [hub[0] + Math.cos(turn) * far * 1.18, hub[1] + reach * 0.5 + Math.sin(turn) * far * 0.72]
  })
  const twigs = berries.map((point) => {
    const middle: Point = [(hub[0] * 1.2 + point[0] * 0.8) / 2, (hub[1] + point[1]) / 2 - reach * 0.08]
    return `<path d="${curveThrough([hub, middle, point])}"/>`
  })
  return (
    `<g fill="none" stroke="#7c5b3d" stroke-width="5"><path d="${curveThrough([stem, [stem[0] - reach * 0.02, stem[1] + reach * 0.2], hub])}" stroke-width="9"/>${twigs.join('')}</g>` +
    berries
      .toSorted((a, b) => a[1] - b[1])
      .map((point) => berry(point, reach * 0.15 + between(-3, 4)))
      .join('')
  )
}

const branch: Point[] = [
  [2440, 130],
  [2230, 200],
  [1980, 250],
  [1700, 335],
  [1450, 365],
  [1150, 450],
]

const leaves = (): string =>
  [
    [2330, 165, 2.0, 420, palette.ember],
    [2130, 222, -2.2, 330, '#b8862f'],
    [2010, 245, 1.35, 470, palette.amber],
    [1850, 290, -2.5, 360, palette.moss],
    [1640, 345, -1.2, 330, palette.ember],
    [1560, 352, 1.6, 430, '#b8862f'],
    [1470, 362, -2.0, 340, palette.amber],
    [1250, 415, -2.6, 330, palette.moss],
    [1160, 446, 2.65, 400, palette.amber],
    [1160, 446, -2.98, 360, palette.ember],
  ]
    .map(([x, y, angle, length, colour]) => leaf([Number(x), Number(y)], Number(angle), Number(length), String(colour)))
    .join('')

const clusters: readonly (readonly [Point, number, number])[] = [
  [[2200, 210], 168, 25],
  [[1770, 320], 190, 29],
  [[1340, 395], 158, 22],
]

/** Motes of light that lead the eye from cluster to cluster. */
const motes = (): string =>
  Array.from({ length: 46 }, () => {
    const [x, y] = [between(500, 2380), between(60, 1160)]
    return `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${between(2, 9).toFixed(1)}" fill="${palette.straw}" opacity="${between(0.08, 0.4).toFixed(2)}"/>`
  }).join('')

const ties =
  `<g fill="none" stroke="${palette.straw}" stroke-width="3.5" stroke-dasharray="2 13" stroke-linecap="round" opacity=".9">` +
  `<path d="M1330 640C1440 940 1640 940 1745 640"/><path d="M1760 660C1900 960 2070 860 2175 540"/><path d="M1300 640C1160 830 900 850 560 770"/></g>` +
  [
    [560, 770, 15],
    [820, 813, 9],
    [1130, 768, 11],
  ]
    .map(
      ([x, y, radius]) =>
        `<circle cx="${x}" cy="${y}" r="${Number(radius) * 2.2}" fill="${palette.berry}" opacity=".35"/><circle cx="${x}" cy="${y}" r="${radius}" fill="url(#berry)"/>`,
    )
    .join('')

/** Rowan berries in September: clusters on one branch. The picture of the page on what a cluster is. */
export const rowan = (): string =>
  drawing(
    width,
    height,
    `<defs>${gradient(
      'air',
      [
        [0, palette.night],
        [0.45, '#1d5a5c'],
        [0.8, '#6b9a86'],
        [1, '#e3c88a'],
      ],
      { x1: 0, y1: 0.2, x2: 1, y2: 0.9 },
    )}${glow('sun', '#ffe2a0', 0.85)}<radialGradient id="berry" cx=".36" cy=".3" r=".8"><stop offset="0" stop-color="#f0694a"/><stop offset=".5" stop-color="#cf3a2a"/><stop offset="1" stop-color="#7d1d1f"/></radialGradient></defs>` +
      `<rect width="${width}" height="${height}" fill="url(#air)"/><ellipse cx="1960" cy="760" rx="1000" ry="640" fill="url(#sun)"/>` +
      [
        [960, 70, 8, '#4d8478'],
        [1040, 60, 14, '#2a6a62'],
        [1120, 46, 27, palette.forest],
      ]
        .map(
          ([base, rise, seed, colour]) =>
            `<path d="${groundBelow(ridge(width, Number(base), Number(rise), Number(seed)), height)}" fill="${colour}" opacity=".75"/>`,
        )
        .join('') +
      motes() +
      ties +
      leaves() +
      `<path d="${curveThrough(branch)}" fill="none" stroke="${palette.bark}" stroke-width="24" stroke-linecap="round"/>` +
      `<path d="${curveThrough(branch.map(([x, y]): Point => [x, y - 6]))}" fill="none" stroke="#8a6043" stroke-width="7" stroke-linecap="round"/>` +
      clusters.map(([stem, reach, count]) => cluster(stem, reach, count)).join(''),
  )
