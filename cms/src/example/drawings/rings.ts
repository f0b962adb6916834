import { palette } from './palette.ts'
import { drawing, glow, gradient, knot, seededRandom, type Point } from './shapes.ts'

const width = 1600
const height = 1000
const heart: Point = [640, 520]

/** A year's ring: nearly a circle, bent the same way as its neighbours. */
const ring = (radius: number): Point[] =>
  Array.from({ length: 72 }, (_, index) => {
    const turn = (index / 72) * Math.PI * 2
    const bend =
      1 + 0.035 * Math.sin(turn * 2 + 0.6) + 0.022 * Math.sin(turn * 3 + 2) + 0.012 * Math.sin(turn * 7 + radius / 60)
    return [heart[0] + Math.cos(turn) * radius * bend * 1.04, heart[1] + Math.sin(turn) * radius * bend * 0.98]
  })
const closed = (points: Point[]): string => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`

const wood = (): string => {
  const random = seededRandom(52)
  const rings: string[] = []
  for (let radius = 372; radius > 14; radius -= 9 + random() * 15) {
    const share = radius / 372
    const fill = share > 0.72 ? ['#efc98b', '#e6b873'] : ['#d99a55', '#cb8744']
    rings.push(
      `<path d="${closed(ring(radius))}" fill="${fill[rings.length % 2]}" stroke="#8f5829" stroke-width="${(1.6 + random() * 3).toFixed(1)}" stroke-opacity=".75"/>`,
    )
  }
  return `<path d="${closed(ring(410))}" fill="${palette.bark}"/><path d="${closed(ring(392))}" fill="#7b4f36"/>${rings.join('')}<circle cx="${heart[0]}" cy="${heart[1]}" r="9" fill="${palette.bark}"/>`
}

const cracks = `<g stroke="${palette.bark}" stroke-linecap="round" fill="none" opacity=".7"><path d="M${heart[0]} ${heart[1]}l96 190" stroke-width="5"/><path d="M${heart[0]} ${heart[1]}l-150 84" stroke-width="4"/><path d="M${heart[0]} ${heart[1]}l30 -120" stroke-width="4"/></g>`

/** The rings go on outside the wood, as orbits with knots on them. */
const orbits = (): string => {
  const onOrbit = (radius: number, turn: number): Point => [
    heart[0] + Math.cos(turn) * radius * 1.04,
    heart[1] + Math.sin(turn) * radius * 0.98,
  ]
  const radii = [470, 580, 700, 815, 900]
  const circles = radii.map(
    (radius, index) =>
      `<ellipse cx="${heart[0]}" cy="${heart[1]}" rx="${radius * 1.04}" ry="${radius * 0.98}" fill="none" stroke="${palette.straw}" stroke-width="3" stroke-dasharray="${index % 2 ? '2 14' : 'none'}" stroke-linecap="round" opacity="${0.75 - index * 0.1}"/>`,
  )
  const knots: Point[] = [
    onOrbit(470, -0.55),
    onOrbit(580, 0.22),
    onOrbit(700, -0.34),
    onOrbit(700, 0.52),
    onOrbit(815, -0.02),
    onOrbit(900, -0.38),
    onOrbit(900, 0.34),
    onOrbit(580, -2.2),
    onOrbit(580, 2.75),
  ]
  const ties = [
    [0, 2],
    [1, 2],
    [1, 3],
    [1, 4],
    [2, 5],
    [4, 5],
    [4, 6],
    [3, 6],
  ].map(([from = 0, to = 0]) => {
    const [start, end] = [knots[from] ?? heart, knots[to] ?? heart]
    return `<path d="M${start.map(Math.round).join(' ')}L${end.map(Math.round).join(' ')}" stroke="${palette.straw}" stroke-width="3.5" opacity=".9"/>`
  })
  return (
    circles.join('') +
    ties.join('') +
    knots
      .map((point, index) =>
        knot(
          [Math.round(point[0]), Math.round(point[1])],
          [13, 19, 12, 14, 16][index % 5] ?? 14,
          index % 3 === 1 ? palette.amber : palette.cream,
        ),
      )
      .join('')
  )
}

/** The rings of a log that widen into a network. */
export const rings = (): string =>
  drawing(
    width,
    height,
    `<defs>${gradient(
      'air',
      [
        [0, palette.night],
        [0.55, '#17545a'],
        [1, '#4d8f86'],
      ],
      { x1: 0, y1: 0, x2: 1, y2: 0.7 },
    )}${glow('warm', '#ffdf95', 0.5)}</defs><rect width="${width}" height="${height}" fill="url(#air)"/><circle cx="${heart[0]}" cy="${heart[1]}" r="780" fill="url(#warm)"/>` +
      orbits() +
      wood() +
      cracks,
  )
