import { readFileSync } from 'node:fs'
import { contrast } from 'shared/content/colour'
import { expect, test } from 'vitest'
import { grounds, type Scheme, themeColours, themeCss } from './theme.ts'

const difficult = [
  '#0b5d4e',
  '#f2b84b',
  '#ffffff',
  '#000000',
  '#ffff00',
  '#777777',
  '#ff0000',
  '#1b211f',
  '#faf9f6',
  '#00ffaa',
]
const schemes: Scheme[] = ['light', 'dark']

test.each(difficult)('whatever is read on a page is readable when the organisation chose %s', (chosen) => {
  for (const scheme of schemes) {
    for (const other of difficult) {
      const colours = themeColours({ primary: chosen, accent: other }, scheme)
      const { paper, raised, ink } = grounds[scheme]
      const ratio = (one: string, ground: string) => contrast(colours[one] ?? one, colours[ground] ?? ground)
      for (const ground of [paper, raised, '--tint']) {
        expect(ratio('--link', ground), `link on ${ground}, ${scheme}`).toBeGreaterThanOrEqual(4.5)
        expect(ratio(ink, ground), `text on ${ground}, ${scheme}`).toBeGreaterThanOrEqual(7)
        expect(ratio('--button', ground), `button on ${ground}, ${scheme}`).toBeGreaterThanOrEqual(3)
      }
      for (const name of ['primary', 'accent', 'deep', 'button']) {
        expect(ratio(`--on-${name}`, `--${name}`), `text on ${name}, ${scheme}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  }
})

test('a colour that can be read is left as it was chosen', () => {
  const colours = themeColours({ primary: '#0b5d4e', accent: '#f2b84b' }, 'light')
  expect(colours).toMatchObject({ '--link': '#0b5d4e', '--button': '#0b5d4e', '--on-button': '#ffffff' })
})

test('the style sheet has both schemes', () => {
  expect(themeCss({ colours: { primary: '#123456', accent: '#abcdef' }, typeface: 'system' })).toMatch(
    /:root\{--primary:#123456.*prefers-color-scheme:dark/s,
  )
})

test('the grounds here are those of the style sheet', () => {
  const tokens = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
  for (const scheme of schemes) for (const colour of Object.values(grounds[scheme])) expect(tokens).toContain(colour)
})
