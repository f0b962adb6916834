import type { Language } from 'shared/languages'
import { palette } from './palette.ts'
import { drawing, type Point } from './shapes.ts'

const width = 2000
const height = 1180
const hub: Point = [1040, 513]
const hubRadius = 226

/** A strand of the model: who brings it, what it brings, and the colours of the strand and of the words on it. */
interface Strand {
  name: string
  brings: string
  colour: string
}

const words = {
  sv: {
    strands: [
      { name: 'Företag', brings: 'behov, idéer, affärer', colour: palette.forest },
      { name: 'Forskning', brings: 'kunskap, labb, studenter', colour: '#1f6a78' },
      { name: 'Offentlig sektor', brings: 'uppdrag, villkor, inköp', colour: '#a5331f' },
      { name: 'Kapital', brings: 'ägare, banker, fonder', colour: '#8a4b12' },
    ],
    hub: ['Kluster-', 'ledning'],
    hubDoes: ['samlar, driver', 'och följer upp'],
    results: [
      ['Nya produkter', 'från idé till kund'],
      ['Delade resurser', 'labb, inköp, lokaler'],
      ['Rätt kompetens', 'skola, rekrytering'],
    ],
    back: 'Erfarenheterna går in i nästa projekt',
  },
  en: {
    strands: [
      { name: 'Companies', brings: 'needs, ideas, business', colour: palette.forest },
      { name: 'Research', brings: 'knowledge, labs, students', colour: '#1f6a78' },
      { name: 'Public sector', brings: 'mandate, rules, demand', colour: '#a5331f' },
      { name: 'Capital', brings: 'owners, banks, funds', colour: '#8a4b12' },
    ],
    hub: ['Cluster', 'team'],
    hubDoes: ['gathers, drives', 'and follows up'],
    results: [
      ['New products', 'from idea to customer'],
      ['Shared resources', 'labs, buying, premises'],
      ['The right skills', 'schooling, recruitment'],
    ],
    back: 'What we learn goes into the next project',
  },
} satisfies Record<
  Language,
  { strands: Strand[]; hub: string[]; hubDoes: string[]; results: [string, string][]; back: string }
>

/** A line of lettering; `weight` thickens it, as the typeface has one weight only. */
const letters = (
  text: string,
  [x, y]: Point,
  size: number,
  colour: string,
  { weight = 0, anchor = 'start' } = {},
): string =>
  `<text x="${x}" y="${y}" font-family="Geist" font-size="${size}" fill="${colour}" text-anchor="${anchor}"` +
  `${weight ? ` stroke="${colour}" stroke-width="${weight}" stroke-linejoin="round"` : ''}>${text}</text>`

const boxTop = (index: number): number => 60 + index * 242
const strandBox = ({ name, brings, colour }: Strand, index: number): string =>
  `<rect x="40" y="${boxTop(index)}" width="546" height="184" rx="28" fill="${colour}"/>` +
  letters(name, [80, boxTop(index) + 82], 58, palette.cream, { weight: 1.8 }) +
  letters(brings, [80, boxTop(index) + 142], 41, palette.cream)

const resultTop = (index: number): number => 100 + index * 313
const resultBox = ([name = '', what = '']: readonly string[], index: number): string =>
  `<rect x="1472" y="${resultTop(index)}" width="488" height="200" rx="28" fill="#fff" stroke="${palette.deep}" stroke-width="6"/>` +
  letters(name, [1508, resultTop(index) + 88], 53, palette.ink, { weight: 1.6 }) +
  letters(what, [1508, resultTop(index) + 150], 41, palette.ink)

/** A smooth way from left to right, as the `d` of a path. */
const sweep = ([fromX, fromY]: Point, [toX, toY]: Point): string => {
  const middle = (fromX + toX) / 2
  return `M${fromX} ${fromY}C${middle} ${fromY} ${middle} ${toY} ${toX} ${toY}`
}

/** Where each strand enters the hub, counted from above; and who lies over whom, so that they weave. */
const entries = [1, 0, 3, 2] as const
const fromBottomToTop = [1, 0, 2, 3] as const
const strandsIn = (strands: readonly Strand[]): string =>
  fromBottomToTop
    .map((index) => {
      const path = sweep([570, boxTop(index) + 92], [846, hub[1] + ((entries[index] ?? 0) - 1.5) * 74])
      return `<path d="${path}" stroke="${palette.sand}" stroke-width="46"/><path d="${path}" stroke="${strands[index]?.colour}" stroke-width="28"/>`
    })
    .join('')

/** Out of the hub: every result is made of all four strands. */
const strandsOut = (strands: readonly Strand[], results: number): string =>
  Array.from({ length: results }, (_, result) =>
    strands
      .map(({ colour }, index) => {
        const shift = (index - 1.5) * 17
        const path = sweep([1200, hub[1] + (result - 1) * 100 + shift], [1490, resultTop(result) + 100 + shift])
        return `<path d="${path}" stroke="${colour}" stroke-width="12"/>`
      })
      .join(''),
  ).join('')

/** The cluster model: four strands from the left, plaited at the hub, three results on the right, and a way back. */
export const clusterModel = (language: Language): string => {
  const { strands, hub: hubName, hubDoes, results, back } = words[language]
  return drawing(
    width,
    height,
    `<rect width="${width}" height="${height}" rx="36" fill="${palette.sand}"/>` +
      `<g fill="none">${strandsIn(strands)}${strandsOut(strands, results.length)}</g>` +
      strands.map(strandBox).join('') +
      results.map(resultBox).join('') +
      `<circle cx="${hub[0]}" cy="${hub[1]}" r="${hubRadius}" fill="${palette.cream}" stroke="${palette.deep}" stroke-width="14"/>` +
      `<circle cx="${hub[0]}" cy="${hub[1]}" r="${hubRadius - 20}" fill="none" stroke="${palette.amber}" stroke-width="8"/>` +
      hubName
        .map((line, index) =>
          letters(line, [hub[0], hub[1] - 58 + index * 66], 66, palette.ink, { weight: 2.2, anchor: 'middle' }),
        )
        .join('') +
      hubDoes
        .map((line, index) => letters(line, [hub[0], hub[1] + 72 + index * 50], 41, palette.ink, { anchor: 'middle' }))
        .join('') +
      `<path d="M1728 946V1046Q1728 1086 1688 1086H353Q313 1086 313 1046V1000" fill="none" stroke="${palette.deep}" stroke-width="8" stroke-dasharray="4 20" stroke-linecap="round"/>` +
      `<path d="M285 1014L313 976L341 1014Z" fill="${palette.deep}"/>` +
      `<rect x="560" y="1040" width="920" height="92" fill="${palette.sand}"/>` +
      letters(back, [1020, 1102], 45, palette.ink, { anchor: 'middle' }),
  )
}
