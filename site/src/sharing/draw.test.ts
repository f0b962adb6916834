import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawIcon, drawSharePicture } from './draw.ts'
import { icons } from './icons.ts'
import { strand, strands } from './plait.ts'

const colours = { primary: '#0f4f4a', accent: '#f2b04b' }
const picture = {
  path: '/share/0.png',
  language: 'sv',
  title: 'Vad är ett kluster?',
  place: 'Om oss',
  name: 'Vidjeverk',
  tagline: 'Materialklustret i Rönndalen',
  colours,
} as const

test.each([
  ['an ordinary title', picture],
  ['a title of 200 letters', { ...picture, title: 'Ett ord till '.repeat(16) }],
  ['a compound of 60 letters', { ...picture, title: 'Realisationsvinstbeskattningssammanträdesprotokollsförarbok' }],
  ['signs that mean something in XML', { ...picture, title: '<b>R&D</b> "på" \'svenska\'', name: '<&>' }],
  ['a title from right to left', { ...picture, title: 'ما هي المجموعة؟' }],
  ['nothing to say', { ...picture, title: ' ', place: null, tagline: null, name: '' }],
  ['white on white', { ...picture, colours: { primary: '#ffffff', accent: '#ffffff' } }],
])('a share picture has the size that networks ask for: %s', async (_what, drawn) => {
  const bytes = await drawSharePicture(drawn)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(bytes.length).toBeLessThan(150_000)
})

test('the same words give the same bytes, and other words others', async () => {
  const [one, again, other] = await Promise.all([
    drawSharePicture(picture),
    drawSharePicture(picture),
    drawSharePicture({ ...picture, title: 'Medlemmar' }),
  ])
  expect(one.equals(again)).toBe(true)
  expect(one.equals(other)).toBe(false)
})

test.each(icons)('the icon $path is as large as it says, from a letter and from a logo', async (icon) => {
  const drawing = { initial: 'Å', colours, logo: null }
  const logo = await sharp({ create: { width: 90, height: 70, channels: 4, background: '#12345680' } })
    .png()
    .toBuffer()
  for (const bytes of [await drawIcon(icon, drawing, null), await drawIcon(icon, drawing, logo)]) {
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: icon.size, height: icon.size })
  }
  expect((await drawIcon(icon, { ...drawing, initial: '' }, null)).length).toBeGreaterThan(0)
})

test('the plait is the one of the pages', () => {
  const drawn = (name: string) => readFileSync(new URL(`../styles/${name}`, import.meta.url), 'utf8')
  expect(drawn('strand.svg')).toContain(`d="${strand}"`)
  expect(drawn('strands.svg')).toContain(`d="${strands}"`)
})
