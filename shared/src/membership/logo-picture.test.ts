import { describe, expect, test } from 'vitest'
import { logoTypeOf, mostLogoBytes, readLogo } from './logo-picture.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000000000', 'hex')
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043000101010101', 'hex')
const webp = Buffer.concat([Buffer.from('RIFF\u0024\u0000\u0000\u0000WEBPVP8 '), Buffer.alloc(20)])
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const asUrl = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`

describe('what a picture is, is told by its bytes', () => {
  test.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/webp', webp],
    [null, svg],
    [null, Buffer.from('GIF89a and so on, and so forth')],
    [null, Buffer.alloc(0)],
    [null, Buffer.from('RIFF0000WAVEfmt and some sound')],
  ])('%s', (type, bytes) => expect(logoTypeOf(bytes)).toBe(type))
})

describe('a logo as it is sent', () => {
  test('is read when it is what it says', () => {
    expect(readLogo(asUrl('image/png', png))).toEqual({ type: 'image/png', base64: png.toString('base64') })
  })

  test.each([
    ['an SVG that calls itself a PNG', asUrl('image/png', svg)],
    ['an SVG', asUrl('image/svg+xml', svg)],
    ['a JPEG that calls itself a PNG', asUrl('image/png', jpeg)],
    ['a page', asUrl('text/html', Buffer.from('<script>alert(1)</script><p>and some more of it</p>'))],
    ['an address', 'https://example.com/logo.png'],
    ['no base64', 'data:image/png;base64,å'],
    ['nothing', 'data:image/png;base64,'],
  ])('%s is refused', (_what, sent) => expect(readLogo(sent)).toBe('not-a-picture'))

  test('may not be larger than is allowed', () => {
    const whole = Buffer.concat([png, Buffer.alloc(mostLogoBytes - png.length)])
    expect(readLogo(asUrl('image/png', whole))).toMatchObject({ type: 'image/png' })
    expect(readLogo(asUrl('image/png', Buffer.concat([whole, Buffer.alloc(300)])))).toBe('too-large')
  })
})
