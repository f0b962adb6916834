import { palette } from './palette.ts'
import { drawing, gradient, type Point } from './shapes.ts'

const width = 1600
const height = 1000
const middle: Point = [800, 500]
const seats = 9
const seatColours = [
  palette.berry,
  palette.moss,
  palette.amber,
  palette.river,
  palette.ember,
  palette.forest,
  '#e9c46a',
  '#8a6043',
  palette.lichen,
] as const

const around = (radius: number, index: number): Point => {
  const turn = (index / seats) * Math.PI * 2 - Math.PI / 2
  return [middle[0] + Math.cos(turn) * radius * 1.32, middle[1] + Math.sin(turn) * radius]
}
const place = ([x, y]: Point): string => `${x.toFixed(0)} ${y.toFixed(0)}`

/** Someone at the table, seen from above: shoulders and head. */
const guest = (index: number): string => {
  const [x, y] = around(368, index)
  const degrees = (Math.atan2(middle[1] - y, middle[0] - x) * 180) / Math.PI
  const hair = ['#3a2418', '#c98d4b', palette.ink, '#7b4f36', '#e6cfa3'][index % 5]
  return (
    `<g transform="translate(${place([x, y])}) rotate(${degrees.toFixed(1)})"><ellipse cx="-6" cy="7" rx="52" ry="96" fill="${palette.night}" opacity=".18"/>` +
    `<ellipse rx="46" ry="90" fill="${seatColours[index]}"/><path d="M20 -70Q92 -60 96 -22M20 70Q92 60 96 22" fill="none" stroke="${seatColours[index]}" stroke-width="27" stroke-linecap="round"/>` +
    `<circle cx="6" r="41" fill="${hair}"/><circle cx="-4" r="26" fill="${palette.cream}" opacity=".12"/></g>`
  )
}

/** A cup of coffee, or a plate with a bun. */
const setting = (index: number): string => {
  const [x, y] = around(212, index + 0.3)
  return index % 2
    ? `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="30" fill="${palette.cream}"/><circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="21" fill="${palette.bark}"/><circle cx="${(x - 6).toFixed(0)}" cy="${(y - 6).toFixed(0)}" r="6" fill="#8a6043"/>`
    : `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="37" fill="${palette.cream}"/><circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="28" fill="${palette.sand}"/><path d="M${place([x - 17, y + 6])}a17 14 0 0 1 34 -4a11 11 0 0 1 -22 5a6 6 0 0 1 10 -4" fill="none" stroke="#b5763b" stroke-width="10" stroke-linecap="round"/>`
}

/** Every guest tied to the guests across the table. */
const ties = (): string =>
  Array.from({ length: seats }, (_, index) =>
    [3, 4]
      .map((step) => {
        const [start, end] = [around(262, index), around(262, index + step)]
        return `<path d="M${place(start)}Q${place(middle)} ${place(end)}" stroke="${index % 3 ? palette.amber : palette.ember}" opacity="${step === 3 ? 0.95 : 0.5}"/>`
      })
      .join(''),
  ).join('')

/** A meeting round a table, seen from above: coffee, buns and threads between all who sit there. */
export const table = (): string =>
  drawing(
    width,
    height,
    `<defs>${gradient(
      'floor',
      [
        [0, '#2a6a68'],
        [1, palette.deep],
      ],
      { x1: 0, y1: 0, x2: 1, y2: 1 },
    )}${gradient(
      'top',
      [
        [0, '#f3d9a8'],
        [1, '#d9a763'],
      ],
      { x1: 0, y1: 0, x2: 1, y2: 1 },
    )}</defs><rect width="${width}" height="${height}" fill="url(#floor)"/>` +
      Array.from(
        { length: 11 },
        (_, index) =>
          `<path d="M0 ${index * 100 + 30}H${width}" stroke="${palette.night}" stroke-width="3" opacity=".22"/>`,
      ).join('') +
      `<ellipse cx="812" cy="524" rx="452" ry="342" fill="${palette.night}" opacity=".35"/>` +
      Array.from({ length: seats }, (_, index) => guest(index)).join('') +
      `<ellipse cx="800" cy="500" rx="432" ry="324" fill="url(#top)"/>` +
      [380, 310, 236, 160, 86]
        .map(
          (radius) =>
            `<ellipse cx="800" cy="500" rx="${radius}" ry="${radius * 0.75}" fill="none" stroke="#b5763b" stroke-width="3" opacity=".28"/>`,
        )
        .join('') +
      `<g fill="none" stroke-width="5" stroke-linecap="round">${ties()}</g>` +
      Array.from({ length: seats }, (_, index) => setting(index)).join('') +
      `<circle cx="800" cy="500" r="58" fill="${palette.forest}"/><circle cx="800" cy="500" r="58" fill="none" stroke="${palette.cream}" stroke-width="6"/>` +
      [0, 1, 2, 3, 4, 5]
        .map(
          (index) =>
            `<circle cx="${(800 + Math.cos(index * 1.05) * 26).toFixed(0)}" cy="${(500 + Math.sin(index * 1.05) * 26).toFixed(0)}" r="13" fill="${palette.berry}"/>`,
        )
        .join('') +
      `<circle cx="800" cy="500" r="13" fill="#e2583f"/>`,
  )
