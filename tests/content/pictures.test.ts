import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import type { Language } from 'shared/languages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let editor: StaffMember

beforeAll(async () => {
  cms = await startCms()
  editor = await signIn(cms.url)
})
afterAll(() => cms.end())

interface Upload {
  bytes: Buffer
  name: string
  type: string
}

const upload = ({ bytes, name, type }: Upload, language: Language = 'sv') => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  form.set('_payload', JSON.stringify({ alt: 'Något' }))
  return editor.ask('POST', '/api/media?locale=sv&depth=0', form, language)
}

const chunk = (kind: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** A PNG of a few hundred bytes that says to be as large as this. */
const pngOf = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rows = deflateSync(Buffer.alloc(64))
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
const picture = join(root, 'cms/src/example/pictures/bordet.webp')

test.each<[string, Upload, Record<Language, string>]>([
  [
    'an SVG with a script',
    { bytes: Buffer.from(svg), name: 'logotyp.svg', type: 'image/svg+xml' },
    { sv: 'spara den som PNG först', en: 'save it as PNG first' },
  ],
  [
    'an SVG that calls itself a PNG',
    { bytes: Buffer.from(svg), name: 'logotyp.png', type: 'image/png' },
    { sv: 'En SVG kan innehålla program', en: 'An SVG can contain a program' },
  ],
  [
    'an SVG that says no size',
    { bytes: Buffer.from(svg.replace(/ (?:width|height)="9"/g, '')), name: 'logotyp.svg', type: 'image/svg+xml' },
    { sv: 'spara den som PNG först', en: 'save it as PNG first' },
  ],
  [
    'a web page that calls itself a JPEG',
    { bytes: Buffer.from('<!doctype html><script>alert(1)</script>'), name: 'bild.jpg', type: 'image/jpeg' },
    { sv: 'något annat än vad namnet säger', en: 'may not be what its name says' },
  ],
  [
    'a picture of 900 million pixels in a few hundred bytes',
    { bytes: pngOf(30_000, 30_000), name: 'bomb.png', type: 'image/png' },
    { sv: '30000 × 30000 bildpunkter', en: '30000 × 30000 pixels' },
  ],
])('%s is refused, and the editor is told why and what to do', async (_, file, said) => {
  for (const language of ['sv', 'en'] as const) {
    const answer = await upload(file, language)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(said[language])
    expect(answer.text).toContain(file.name)
  }
})

test('a picture whose beginning is right and whose rest is lost is refused', async () => {
  const bytes = (await readFile(picture)).subarray(0, 20)
  expect((await upload({ bytes, name: 'halv.webp', type: 'image/webp' })).status).toBe(400)
})

test('a picture is stored in every width it is large enough for, as AVIF and as WebP', async () => {
  const answer = await upload({ bytes: await readFile(picture), name: 'bord.webp', type: 'image/webp' })
  expect(answer.status).toBe(201)
  const { width, sizes } = Object(answer.body).doc
  for (const format of ['avif', 'webp']) {
    for (const wide of [480, 960, 1600].filter((each) => each <= width)) {
      expect(sizes[`${format}${wide}`]).toMatchObject({ width: wide, mimeType: `image/${format}` })
    }
  }
})
