/** A point in pixels: x to the right, y down. */
export type Point = readonly [x: number, y: number]

/** Chance that turns out the same every time a picture is drawn (mulberry32). Gives numbers from 0 up to 1. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
const place = ([x, y]: Point): string => `${round(x)} ${round(y)}`

/** Straight lines from point to point, as the `d` of a path. */
export const lineThrough = (points: readonly Point[]): string => `M${points.map(place).join('L')}`

/** A soft curve through all the points (Catmull–Rom), as the `d` of a path. */
export const curveThrough = (points: readonly Point[]): string => {
  const at = (index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0]
  const pieces = points.slice(1).map((end, index) => {
    const [before, start, after] = [at(index - 1), at(index), at(index + 2)]
    const first: Point = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6]
    const second: Point = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6]
    return `C${place(first)} ${place(second)} ${place(end)}`
  })
  return `M${place(at(0))}${pieces.join('')}`
}

/** The skyline of a range of hills: points every `step` pixels, from a few waves of the given height. */
export const ridge = (width: number, base: number, height: number, seed: number, step = 40): Point[] => {
  const random = seededRandom(seed)
  const waves = [1, 2.3, 4.1, 7.7].map((pace) => ({ pace, start: random() * 7, share: 1 / (pace + 0.6) }))
  return Array.from({ length: Math.ceil(width / step) + 1 }, (_, index) => {
    const x = index * step
    const lift = waves.reduce(
      (sum, { pace, start, share }) => sum + Math.sin((x / width) * pace * 5 + start) * share,
      0,
    )
    return [x, base - lift * height] as const
  })
}

/** The ground below a skyline, down to the foot of the picture. */
export const groundBelow = (skyline: readonly Point[], foot: number): string => {
  const [first, last] = [skyline[0] ?? [0, foot], skyline.at(-1) ?? [0, foot]]
  return `${curveThrough(skyline)}L${round(last[0])} ${foot}L${round(first[0])} ${foot}Z`
}

/** The height of a skyline at x. */
export const heightAt = (skyline: readonly Point[], x: number): number => {
  const index = skyline.findIndex(([pointX]) => pointX >= x)
  const [right, left] = [skyline[Math.max(index, 0)] ?? [0, 0], skyline[Math.max(index - 1, 0)] ?? [0, 0]]
  const share = right[0] === left[0] ? 0 : (x - left[0]) / (right[0] - left[0])
  return left[1] + (right[1] - left[1]) * share
}

/** A spruce standing at (x, foot): a spire of drooping tiers. */
export const spruce = (x: number, foot: number, height: number, random: () => number): string => {
  const tiers = Math.max(4, Math.round(height / 22))
  const side = (sign: 1 | -1): Point[] =>
    Array.from({ length: tiers }, (_, index) => {
      const share = (index + 1) / tiers
      const reach = height * 0.2 * share ** 0.85 * (0.85 + random() * 0.3)
      const y = foot - height * (1 - share * 0.94)
      return [[x + sign * reach, y] as const, [x + sign * reach * 0.45, y - height * 0.018] as const]
    }).flat()
  return `${lineThrough([[x, foot - height], ...side(1), [x + 2, foot], [x - 2, foot], ...side(-1).toReversed()])}Z`
}

/** A forest along a skyline; `density` is trees per 100 pixels. */
export const forestAlong = (
  skyline: readonly Point[],
  { from, to, tallest, density, seed }: { from: number; to: number; tallest: number; density: number; seed: number },
): string => {
  const random = seededRandom(seed)
  const count = Math.round(((to - from) / 100) * density)
  return Array.from({ length: count }, () => {
    const x = from + random() * (to - from)
    return spruce(x, heightAt(skyline, x) + tallest * 0.08, tallest * (0.45 + random() ** 1.6 * 0.55), random)
  }).join('')
}

/** A knot of the network: a bright dot in a halo. */
export const knot = ([x, y]: Point, radius: number, colour: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius * 2.6}" fill="${colour}" opacity=".16"/>` +
  `<circle cx="${x}" cy="${y}" r="${radius * 1.6}" fill="${colour}" opacity=".3"/>` +
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`

/** A whole drawing of the given size in pixels. */
export const drawing = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`

/** A gradient from top to bottom (or along `direction`), stops given as `[share, colour, opacity]`. */
export const gradient = (
  id: string,
  stops: readonly (readonly [share: number, colour: string, opacity?: number])[],
  direction: { x1: number; y1: number; x2: number; y2: number } = { x1: 0, y1: 0, x2: 0, y2: 1 },
): string =>
  `<linearGradient id="${id}" x1="${direction.x1}" y1="${direction.y1}" x2="${direction.x2}" y2="${direction.y2}">` +
  stops
    .map(([share, colour, opacity = 1]) => `<stop offset="${share}" stop-color="${colour}" stop-opacity="${opacity}"/>`)
    .join('') +
  '</linearGradient>'

/** A round glow that fades to nothing. */
export const glow = (id: string, colour: string, strength: number): string =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/>` +
  `<stop offset=".35" stop-color="${colour}" stop-opacity="${strength * 0.45}"/>` +
  `<stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`
