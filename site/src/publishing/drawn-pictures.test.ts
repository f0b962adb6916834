import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { SharePicture } from '../sharing/share-picture.ts'
import { createDrawnPictures, type DrawnPictures } from './drawn-pictures.ts'
import type { MadeFile, MadeFiles } from './make-release.ts'

const colours = { primary: '#0f4f4a', accent: '#f2b04b' }
const pictureOf = (title: string): SharePicture => ({
  path: `/share/${title}.png`,
  language: 'sv',
  title,
  place: null,
  name: 'Klustret',
  tagline: null,
  colours,
})
const wanted = { organisation: pictureOf('Klustret'), icons: { initial: 'K', colours, logo: null } }

const createShelf = () => {
  const hashes = new Set<string>()
  return {
    hashes,
    has: (hash: string) => hashes.has(hash),
    store: (bytes: Uint8Array) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      hashes.add(hash)
      return Promise.resolve({ hash, size: bytes.length, compressed: false })
    },
  }
}
const noMedia = () => Promise.reject(new Error('There is no media library.'))
const collect = async (pictures: DrawnPictures, before: MadeFiles): Promise<MadeFiles> =>
  (await pictures.collect(before, wanted)) ?? before
const hashOf = (file: MadeFile | undefined) => (file && 'hash' in file ? file.hash : '')
const standsIn = (file: MadeFile | undefined) => file !== undefined && 'hash' in file && file.source === 'stand-in'

test('a small site has its pictures with the release, the same one for two pages that say the same', async () => {
  const pictures = createDrawnPictures({ contents: createShelf(), fetchMedia: noMedia })
  pictures.note('/sv/a/', pictureOf('A'))
  pictures.note('/sv/b/', pictureOf('B'))
  pictures.note('/sv/also-b/', pictureOf('B'))
  const files = await collect(pictures, new Map())
  expect([...files.keys()].filter((path) => path.startsWith('/share/')).toSorted()).toEqual([
    '/share/A.png',
    '/share/B.png',
  ])
  expect([...files.values()].some(standsIn)).toBe(false)
  pictures.note('/sv/a/', null)
  expect([...(await collect(pictures, files)).keys()]).not.toContain('/share/A.png')
})

test('what the release before had is not drawn again, and what went missing is', async () => {
  const shelf = createShelf()
  const first = createDrawnPictures({ contents: shelf, fetchMedia: noMedia })
  first.note('/sv/a/', pictureOf('A'))
  const before = await collect(first, new Map())
  const second = createDrawnPictures({ contents: shelf, fetchMedia: noMedia })
  second.note('/sv/a/', pictureOf('A'))
  const after = await collect(second, before)
  for (const [path, file] of after) expect(file, path).toBe(before.get(path))
  expect(await second.collect(after, wanted)).toBeNull() // nothing is another
  shelf.hashes.clear()
  const third = createDrawnPictures({ contents: shelf, fetchMedia: noMedia })
  third.note('/sv/a/', pictureOf('A'))
  expect(hashOf((await collect(third, after)).get('/share/A.png'))).toBe(hashOf(before.get('/share/A.png')))
  expect(shelf.hashes).toContain(hashOf(before.get('/share/A.png')))
})

test(
  'those of a large site follow, and until then each address shows the organisation’s own',
  { timeout: 60_000 },
  async () => {
    const pictures = createDrawnPictures({ contents: createShelf(), fetchMedia: noMedia })
    for (let page = 0; page < 301; page += 1) pictures.note(`/sv/${page}/`, pictureOf(`Sida ${page}`))
    const files: MadeFiles = await collect(pictures, new Map())
    const shares = [...files].filter(([path]) => path.startsWith('/share/'))
    expect(shares).toHaveLength(301)
    expect(shares.every(([, file]) => standsIn(file))).toBe(true)
    expect(new Set(shares.map(([, file]) => hashOf(file))).size).toBe(1)

    pictures.note('/sv/0/', pictureOf('Nu en annan')) // while the others are drawn
    await pictures.catchUp((path, file) => void files.set(path, file))
    const later = await collect(pictures, files)
    expect([...later.values()].some(standsIn)).toBe(false)
    expect(later.has('/share/Nu en annan.png')).toBe(true)
    expect(
      new Set([...later].filter(([path]) => path.startsWith('/share/')).map(([, file]) => hashOf(file))).size,
    ).toBe(301)
  },
)
