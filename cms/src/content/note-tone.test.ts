import sharp from 'sharp'
import { expect, test } from 'vitest'
import { toneOf } from './note-tone.ts'

const logoIn = (colour: string, ground = 'none') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="${ground}"/><circle cx="50" cy="50" r="40" fill="${colour}"/><path d="M120 30h150v12H120zm0 30h120v12H120z" fill="${colour}"/></svg>`,
    ),
  )
    .png()
    .toBuffer()

test('a sign with rounded corners brings a ground of its own, too', async () => {
  const sign = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" rx="22" fill="#0b2e25"/><path d="M20 30h60v12H20z" fill="#fff"/></svg>`
  expect(await toneOf(await sharp(Buffer.from(sign)).png().toBuffer())).toBe(null)
})

test.each([
  ['a white logo', '#ffffff', 'none', 'light'],
  ['a black one', '#000000', 'none', 'dark'],
  ['one in a deep colour', '#7a2e1d', 'none', 'dark'],
  ['one in a colour that is seen on any ground', '#d9822b', 'none', null],
  ['a white one that brings a ground of its own', '#ffffff', '#0b5d4e', null],
  ['a picture without anything in it', 'none', 'none', null],
])('%s', async (_what, colour, ground, tone) => {
  expect(await toneOf(await logoIn(colour, ground))).toBe(tone)
})
