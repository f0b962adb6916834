import { palette } from './palette.ts'
import { drawing, forestAlong, glow, gradient, groundBelow, knot, ridge, seededRandom, type Point } from './shapes.ts'

const width = 1600
const height = 1000
const ground = 690

const stars = (): string => {
  const random = seededRandom(61)
  return Array.from({ length: 90 }, () => {
    const [x, y] = [random() * width, random() * 470]
    return `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${(1 + random() * 2.2).toFixed(1)}" fill="${palette.cream}" opacity="${(0.2 + random() * 0.6).toFixed(2)}"/>`
  }).join('')
}

/** A star sign in the shape of a flask: the test bed's own. */
const signPoints: Point[] = [
  [1150, 96],
  [1262, 104],
  [1244, 216],
  [1368, 372],
  [1300, 418],
  [1110, 404],
  [1046, 352],
  [1164, 212],
]
const sign =
  `<path d="M${signPoints.map((point) => point.join(' ')).join('L')}Z" fill="${palette.straw}" fill-opacity=".07" stroke="${palette.straw}" stroke-width="3" opacity=".9"/>` +
  `<path d="M1108 306L1308 300" stroke="${palette.straw}" stroke-width="3" stroke-dasharray="2 12" stroke-linecap="round"/>` +
  signPoints.map((point, index) => knot(point, index % 3 ? 8 : 11, palette.cream)).join('') +
  [
    [1170, 350],
    [1230, 372],
    [1262, 334],
  ]
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="9" fill="${palette.amber}"/>`)
    .join('')

/** The works hall: saw-tooth roof, tall lit windows, and what happens behind them. */
const hall = (): string => {
  const roof = Array.from({ length: 5 }, (_, index) => `L${300 + index * 150} 360L${300 + index * 150} 450`).join('')
  const windows = Array.from(
    { length: 5 },
    (_, index) =>
      `<rect x="${180 + index * 150}" y="490" width="108" height="140" fill="url(#lit)"/><path d="M${234 + index * 150} 490V630M${180 + index * 150} 548H${288 + index * 150}" stroke="${palette.night}" stroke-width="6"/>`,
  ).join('')
  const lights = Array.from(
    { length: 5 },
    (_, index) =>
      `<path d="M${292 + index * 150} 378V440L${220 + index * 150} 440Z" fill="${palette.amber}" opacity=".85"/>`,
  ).join('')
  return (
    `<path d="M150 ${ground}V450${roof}L900 450V${ground}Z" fill="${palette.night}"/>${lights}${windows}` +
    `<path d="M940 ${ground}V230L1000 230V${ground}Z" fill="${palette.night}"/><rect x="934" y="222" width="72" height="18" fill="${palette.ember}"/>` +
    `<path d="M900 ${ground}V540H1130V${ground}Z" fill="#0f3a40"/><rect x="1040" y="580" width="60" height="110" fill="url(#lit)"/><rect x="936" y="580" width="70" height="54" fill="url(#lit)"/>`
  )
}

const insides =
  `<g fill="${palette.bark}"><circle cx="205" cy="612" r="16"/><circle cx="236" cy="612" r="16"/><circle cx="221" cy="588" r="16"/>` +
  `<path d="M346 630V590h20v-30h16v30h20v40Z"/><path d="M506 630l14-64h10v-30h-6v-8h28v8h-6v30h10l14 64Z" fill="${palette.moss}"/>` +
  `<rect x="640" y="600" width="86" height="12"/><path d="M650 612v18M716 612v18" stroke="${palette.bark}" stroke-width="8"/><rect x="656" y="574" width="22" height="26" fill="${palette.berry}"/><rect x="686" y="560" width="24" height="40"/>` +
  `<circle cx="834" cy="562" r="14"/><path d="M814 630v-36a20 20 0 0 1 40 0v36Z"/></g>`

const skyline = ridge(width, 620, 50, 44)

/** The test bed by the river at night, its windows lit. */
export const workshop = (): string =>
  drawing(
    width,
    height,
    `<defs>${gradient('sky', [
      [0, '#071f2b'],
      [0.45, '#16505a'],
      [0.7, '#d99a55'],
      [1, '#d99a55'],
    ])}${gradient('lit', [
      [0, '#ffe7ad'],
      [1, palette.amber],
    ])}${gradient('river', [
      [0, '#2b6a70'],
      [1, '#071f2b'],
    ])}${glow('warm', '#ffd27a', 0.6)}</defs><rect width="${width}" height="${height}" fill="url(#sky)"/>` +
      stars() +
      sign +
      `<path d="${forestAlong(skyline, { from: 0, to: width, tallest: 120, density: 8, seed: 15 })}" fill="#10434a"/><path d="${groundBelow(skyline, height)}" fill="#10434a"/>` +
      `<ellipse cx="560" cy="560" rx="640" ry="330" fill="url(#warm)"/>` +
      hall() +
      insides +
      `<rect y="${ground}" width="${width}" height="22" fill="#061a20"/><rect y="${ground + 22}" width="${width}" height="300" fill="url(#river)"/>` +
      reflections(),
  )

/** The light of the windows, broken by the water. */
function reflections(): string {
  const random = seededRandom(7)
  const columns = [234, 384, 534, 684, 834, 970, 1070]
  const broken = columns.flatMap((x) =>
    Array.from({ length: 13 }, (_, index) => {
      const length = 40 + random() * 76
      return `<rect x="${(x - length / 2 + (random() - 0.5) * 40).toFixed(0)}" y="${ground + 34 + index * 20}" width="${length.toFixed(0)}" height="7" rx="3" fill="${palette.amber}" opacity="${(0.75 - index * 0.052).toFixed(2)}"/>`
    }),
  )
  return broken.join('')
}
