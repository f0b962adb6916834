import { blockSchema } from 'shared/content/blocks'
import { richTextSchema } from 'shared/content/rich-text'
import { expect, test } from 'vitest'
import { madeUpContent } from './made-up-content.ts'
import { anchorOf, outlineOf, outlineOfText } from './outline.ts'
import { createSite, noContent } from './site.ts'

const store = createSite({ ...noContent(), sv: madeUpContent({}) }).storeFor('sv')
const text = (words: string) => ({ type: 'paragraph', children: [{ type: 'text', text: words, format: 0 }] })
const heading = (tag: string, words: string) => ({ ...text(words), type: 'heading', tag })
const textBlock = (title: string | null, ...children: object[]) =>
  blockSchema.parse({ blockType: 'text', heading: title, body: { root: { children } } })

test.each([
  ['Vad är ett kluster?', 'vad-ar-ett-kluster'],
  ['  – 2026: så gick det! ', 'h-2026-sa-gick-det'],
  ['عضوية', 'عضوية'],
  ['?!', 'h'],
  ['Content', 'h-content'],
  ['Member-7', 'h-member-7'],
])('"%s" is led to by #%s', (words, anchor) => {
  expect(anchorOf(words)).toBe(anchor)
})

test('every heading has an id of its own, and those of the first order are listed', () => {
  const blocks = [
    textBlock('Kontakt', heading('h2', 'Kontakt'), heading('h3', 'Telefon')),
    textBlock(null, text('Inget att leda till.')),
    blockSchema.parse({ blockType: 'newsList', heading: 'Nyheter' }),
  ]
  const { idOf, sections } = outlineOf(blocks, store)
  expect(sections).toEqual([
    { id: 'kontakt', text: 'Kontakt' },
    { id: 'kontakt-2', text: 'Kontakt' },
    { id: 'nyheter', text: 'Nyheter' },
  ])
  const [first, second] = blocks
  expect(first && idOf(first)).toBe('kontakt')
  expect(second && idOf(second)).toBeUndefined()
})

test('a page is long when there is much to read in several parts', () => {
  const parts = (count: number, letters: number) =>
    Array.from({ length: count }, (_, place) => textBlock(`Del ${place}`, text('a'.repeat(letters))))
  expect(outlineOf(parts(5, 800), store).isLong).toBe(true)
  expect(outlineOf(parts(5, 80), store).isLong).toBe(false)
  expect(outlineOf(parts(2, 8000), store).isLong).toBe(false)
})

test('a news item has an outline too, and may have no text at all', () => {
  const body = richTextSchema.parse({ root: { children: [heading('h2', 'Bakgrund'), text('Så var det.')] } })
  expect(outlineOfText(body).sections).toEqual([{ id: 'bakgrund', text: 'Bakgrund' }])
  expect(outlineOfText(null)).toMatchObject({ sections: [], isLong: false })
})
