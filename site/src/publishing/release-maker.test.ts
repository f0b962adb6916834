import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Site } from '../content/site.ts'
import { makeLive } from './make-live.ts'
import {
  contentsDirectory,
  listReleases,
  readLiveId,
  readLiveRelease,
  type Release,
  releasesDirectory,
} from './release.ts'
import { createReleaseMaker, type Order, type ReleaseMaker } from './release-maker.ts'
import type { Answered } from './render-path.ts'
import { rollBack } from './roll-back.ts'
import { openSearch } from '../search/search-index.ts'

interface RawPage {
  id: number
  title: string
  slug: string
  introduction?: string
  blocks?: unknown[]
}

let dataDir = ''
let cms: Server
let pages: RawPage[] = []
let menu: unknown[] = []
let media: { id: number }[] = []
let fileStatus = 200

const picture = {
  id: 1,
  filename: 'bild.webp',
  mimeType: 'image/webp',
  alt: 'En bild',
  width: 8,
  height: 8,
  updatedAt: '2026-11-02T00:00:00Z',
}
const link = (address: string) => ({ link: { kind: 'address', label: 'Hit', address } })
const callToAction = (address: string) => ({ blockType: 'callToAction', heading: 'Hit', ...link(address) })
const page = (id: number, own: Partial<RawPage> = {}): RawPage => ({
  id,
  title: `Sida ${id}`,
  slug: `sida-${id}`,
  introduction: `Om ${id}.`,
  ...own,
})

const answerOf = (name: string, query: URLSearchParams): unknown => {
  if (name === 'site-settings') return { name: 'Klustret', startPage: 1 }
  if (name === 'menus') return { main: menu, footer: [] }
  const isOurs = (name === 'pages' && query.get('locale') === 'sv') || name === 'media'
  const all = isOurs ? (name === 'media' ? media : pages) : []
  const wanted = query.get('where[id][in]')?.split(',')
  const docs = all
    .filter(({ id }) => !wanted || wanted.includes(String(id)))
    .map((document) => ({ updatedAt: '2026-11-01T00:00:00Z', _status: 'published', ...document }))
  return { docs, totalDocs: docs.length, hasNextPage: false }
}

/** The pages of a very small site: a page throws that has the word for it in its introduction. */
const answer = async (site: Site, path: string): Promise<Answered> => {
  const { route, store } = site.open(path)
  const links = store.menus().main.map(({ address }) => `<a href="${address}">menu</a>`)
  const shown = route.kind === 'page' ? store.page(route.id) : null
  if (shown?.introduction === 'throw') throw new Error('This page throws.')
  for (const block of shown?.blocks ?? []) {
    if (block.blockType === 'callToAction') links.push(`<a href="${block.link.address}">block</a>`)
    const picture = block.blockType === 'figure' ? store.media(block.image) : null
    if (picture) links.push(`<img src="/media/${picture.filename}">`)
  }
  const tree = store.pageTree().map(({ title, path: address }) => `<a href="${address}">${title}</a>`)
  const asked = () => ({ asked: [...store.asked], missing: store.missing })
  const isPage = !/\.(?:css|svg|txt|webmanifest|xml)$/.test(path)
  if (!isPage) return { status: 200, headers: {}, body: Buffer.from(`${path} ${JSON.stringify(tree)}`), ...asked() }
  const main = `${path} ${shown?.title} ${shown?.introduction}${links.join('')}${route.kind === 'search' ? tree.join('') : ''}`
  return {
    status: { 'not-found': 404, gone: 410 }[String(route.kind)] ?? 200,
    headers: {
      'content-type': 'text/html',
      ...(shown?.introduction === 'unlisted' ? { 'x-robots-tag': 'noindex' } : {}),
    },
    body: Buffer.from(`<main>${main}</main>`),
    ...asked(),
  }
}

const createMaker = (bundle = 'code-1', answerFor = answer): Promise<ReleaseMaker> =>
  createReleaseMaker({
    dataDir,
    siteUrl: 'http://site.example',
    cms: { cmsUrl: `http://127.0.0.1:${(cms.address() as AddressInfo).port}`, siteKey: 'key' },
    bundle,
    assets: [],
    answer: answerFor,
  })

const everything: Order = { changes: 'everything', anew: false, force: false }
const changed = (...ids: number[]): Order => ({
  ...everything,
  changes: ids.map((id) => ({ collection: 'pages', id: String(id) })),
})
const publish = async (maker: ReleaseMaker, order: Order) => (await maker.publish(order, () => {})).outcome
const live = async (): Promise<Release> => {
  const release = await readLiveRelease(dataDir)
  if (!release) throw new Error('Nothing is live.')
  return release
}
const livePages = async () => Object.keys((await live()).files).filter((path) => /^\/sv\/(sida-\d+\/)?$/.test(path))
const textAt = async (path: string): Promise<string> => {
  const file = (await live()).files[path]
  return file && 'hash' in file ? readFile(join(contentsDirectory(dataDir), file.hash), 'utf8') : ''
}
const heldIn = (outcome: Awaited<ReturnType<typeof publish>>) =>
  outcome.outcome === 'live' ? outcome.held.map(({ collection, id }) => `${collection} ${id}`) : [outcome.outcome]

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  dataDir = await mkdtemp(join(tmpdir(), 'release-maker-'))
  pages = [1, 2, 3].map((id) => page(id))
  menu = [link('/sv/sida-2/')]
  media = []
  fileStatus = 200
  cms = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://cms')
    if (pathname.startsWith('/api/media/file/')) return void res.writeHead(fileStatus).end('a picture')
    const name = pathname.split('/').at(-1) ?? ''
    res.end(JSON.stringify(answerOf(name, searchParams)))
  })
  await new Promise<void>((resolve) => cms.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  cms.closeAllConnections()
  await new Promise((resolve) => cms.close(resolve))
  await rm(dataDir, { recursive: true })
  vi.restoreAllMocks()
})

test('a change is live, and a page that is gone is in the release no longer, also when it alone had its headers', async () => {
  pages.push(page(4, { introduction: 'unlisted' }))
  const maker = await createMaker()
  await publish(maker, everything)
  expect(await livePages()).toContain('/sv/sida-4/')
  expect((await live()).headers).toEqual([{ 'x-robots-tag': 'noindex' }])
  pages.pop()
  await publish(maker, changed(4))
  expect(await livePages()).toEqual(['/sv/', '/sv/sida-2/', '/sv/sida-3/'])
})

test('a page that throws stays as it was, or away when it is new', async () => {
  const maker = await createMaker()
  await publish(maker, everything)
  pages = [
    page(1),
    page(2, { introduction: 'throw' }),
    page(3, { introduction: 'Nytt.' }),
    page(4, { introduction: 'throw' }),
  ]
  expect(heldIn(await publish(maker, changed(2, 3, 4)))).toEqual(['pages 2', 'pages 4'])
  expect(await textAt('/sv/sida-2/')).toContain('Om 2.')
  expect(await textAt('/sv/sida-3/')).toContain('Nytt.')
  pages[1] = page(2, { introduction: 'Rättad.' })
  expect(heldIn(await publish(maker, changed(2)))).toEqual(['pages 4'])
  expect(await textAt('/sv/sida-2/')).toContain('Rättad.')
})

test('a link in the menu that leads nowhere is the doing of the menu, not of the pages that were edited meanwhile', async () => {
  const maker = await createMaker()
  await publish(maker, everything)
  menu = [link('/sv/ingenstans/')]
  pages[0] = page(1, { introduction: 'En ny början.' })
  const order = {
    ...everything,
    changes: [
      { collection: 'menus', id: 'menus' },
      { collection: 'pages', id: '1' },
    ],
  }
  expect(heldIn(await publish(maker, order))).toEqual(['menus menus'])
  expect(await textAt('/sv/')).toContain('En ny början.')
  expect(await textAt('/sv/')).toContain('href="/sv/sida-2/"')
})

test('a page that another one links to by its address is not taken away, and the other one can be edited', async () => {
  pages.push(page(4, { blocks: [callToAction('/sv/sida-3/')] }))
  const maker = await createMaker()
  await publish(maker, everything)
  pages = pages
    .filter(({ id }) => id !== 3)
    .map((each) => (each.id === 4 ? { ...each, introduction: 'Ändrad.' } : each))
  expect(heldIn(await publish(maker, changed(3, 4)))).toEqual(['pages 3'])
  expect(await textAt('/sv/sida-4/')).toContain('Ändrad.')
  expect(await livePages()).toContain('/sv/sida-3/')
})

test('new pages that link to each other in a row, the last of which throws', async () => {
  const maker = await createMaker()
  await publish(maker, everything)
  const row = Array.from({ length: 9 }, (_, place) =>
    page(10 + place, { blocks: [callToAction(`/sv/sida-${11 + place}/`)] }),
  )
  pages = [page(1), page(2, { introduction: 'Ändrad.' }), page(3), ...row, page(19, { introduction: 'throw' })]
  const outcome = await publish(maker, changed(2, ...pages.map(({ id }) => id)))
  expect(heldIn(outcome)).toHaveLength(10)
  expect(await textAt('/sv/sida-2/')).toContain('Ändrad.')
})

test('more pages than are told of at once: each is told to be held, so that none is taken for live', async () => {
  const maker = await createMaker()
  await publish(maker, everything)
  const broken = Array.from({ length: 150 }, (_, place) => page(10 + place, { introduction: 'throw' }))
  pages = [...pages, ...broken]
  expect(heldIn(await publish(maker, changed(...broken.map(({ id }) => id))))).toHaveLength(150)
})

test('what was held is so also after the work broke off in between', async () => {
  const maker = await createMaker()
  await publish(maker, everything)
  media = [picture]
  pages = [page(1, { introduction: 'throw' }), page(2, { blocks: [{ blockType: 'figure', image: 1 }] }), page(3)]
  fileStatus = 503
  const order = changed(1, 2)
  if (order.changes !== 'everything') order.changes.push({ collection: 'media', id: '1' })
  await expect(publish(maker, order)).rejects.toThrow('503')
  fileStatus = 200
  expect(heldIn(await publish(maker, order))).toEqual(['pages 1'])
  expect(await textAt('/sv/sida-2/')).toContain('bild.webp')
  expect(await textAt('/sv/')).toContain('Om 1.')
})

test('a picture that the CMS has not got holds back the page; a CMS that is away says nothing of the picture', async () => {
  const maker = await createMaker()
  await publish(maker, everything)
  media = [picture]
  pages[1] = page(2, { blocks: [{ blockType: 'figure', image: 1 }] })
  const order = {
    ...everything,
    changes: [
      { collection: 'media', id: '1' },
      { collection: 'pages', id: '2' },
    ],
  }
  fileStatus = 500
  expect(heldIn(await publish(maker, order))).toEqual(['pages 2'])
  fileStatus = 200
  expect(heldIn(await publish(maker, order))).toEqual([])
})

test('a release that was refused does not become live by itself', async () => {
  await publish(await createMaker(), everything)
  const before = await readLiveId(dataDir)
  const maker = await createMaker('code-2', async (site, path) => {
    const answered = await answer(site, path)
    if (path === '/sv/sida-2/') throw new Error('The new code cannot show this page.')
    return { ...answered, body: Buffer.concat([answered.body, Buffer.from('<footer>New code</footer>')]) }
  })
  expect((await publish(maker, { ...everything, onlyPrepare: true })).outcome).toBe('refused')
  await maker.buildIndexes()
  expect(await maker.catchUp()).toBeNull()
  expect(await readLiveId(dataDir)).toBe(before)
})

test('a start leaves a release live that somebody went back to, and says so', async () => {
  const maker = await createMaker()
  const first = await publish(maker, everything)
  pages[1] = page(2, { introduction: 'Zwei.' })
  await publish(maker, changed(2))
  await rollBack(dataDir)
  const outcome = await publish(await createMaker(), { ...everything, onlyPrepare: true })
  expect(outcome).toMatchObject({ outcome: 'live', release: first.outcome === 'live' ? first.release : '' })
  expect(await textAt('/sv/sida-2/')).toContain('Om 2.')
})

test('a release that was written when its maker was killed, and not made live, becomes live with the next start', async () => {
  const maker = await createMaker()
  const first = await publish(maker, everything)
  pages[1] = page(2, { introduction: 'Zwei.' })
  await publish(maker, changed(2))
  // As if it had been killed in between: the pointer is the one from before.
  if (first.outcome === 'live') await makeLive(dataDir, first.release)
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(join(releasesDirectory(dataDir), 'live'), longAgo, longAgo)
  await publish(await createMaker(), { ...everything, onlyPrepare: true })
  expect(await textAt('/sv/sida-2/')).toContain('Zwei.')
})

test('what a bulk stored that broke off is there after a restart, when a release was made with it', async () => {
  media = [picture]
  pages = Array.from({ length: 250 }, (_, place) => page(place + 1))
  pages[6] = page(7, { blocks: [{ blockType: 'figure', image: 1 }] })
  const maker = await createMaker()
  fileStatus = 503
  await expect(publish(maker, everything)).rejects.toThrow('503')
  fileStatus = 200
  await publish(maker, everything)
  await createMaker() // opens the store anew
  const { files } = await live()
  const hashes = Object.values(files).flatMap((each) => ('hash' in each ? [each.hash] : []))
  expect(hashes.length).toBeGreaterThan(250)
  for (const hash of hashes) expect((await stat(join(contentsDirectory(dataDir), hash))).isFile()).toBe(true)
})

const findsLive = async (question: string): Promise<string[]> => {
  const index = openSearch('sv', async (path) => JSON.parse(await textAt(path)))
  const { documents } = await index.find(question)
  return (await documents(0, 10)).map(({ title }) => title)
}
const searchParts = async () => Object.keys((await live()).files).filter((path) => path.startsWith('/search/sv/'))

test('what is new can be found, what is gone cannot, and nothing is left of the index before', async () => {
  const maker = await createMaker()
  await publish(maker, everything)
  expect(await findsLive('sida')).toHaveLength(3)
  pages[1] = page(2, { introduction: 'Om skogsindustrin.' })
  await publish(maker, changed(2))
  expect(await findsLive('industri')).toEqual(['Sida 2'])
  const parts = await searchParts()
  pages.pop()
  await publish(maker, changed(3))
  expect(await findsLive('sida')).toHaveLength(2)
  await publish(await createMaker('code-2'), everything)
  expect(await findsLive('industri')).toEqual(['Sida 2'])
  expect((await searchParts()).length).toBe(parts.length)
})

test('the index of a large site follows in a release of its own', async () => {
  pages = Array.from({ length: 320 }, (_, place) => page(place + 1))
  const maker = await createMaker()
  await publish(maker, everything)
  expect(await findsLive('sida')).toHaveLength(10)
  pages[6] = page(7, { introduction: 'Alldeles enastående.' })
  await publish(maker, changed(7))
  const before = await searchParts()
  expect(await findsLive('enastående')).toEqual([])
  await maker.buildIndexes()
  expect(await maker.catchUp()).not.toBeNull()
  expect(await findsLive('enastående')).toEqual(['Sida 7'])
  const after = await searchParts()
  expect(after.filter((path) => !before.includes(path)).length).toBeLessThan(before.length / 2)
}, 60_000)

/** Every file under the directory that holds a word, whatever its capitals. */
const filesWith = async (word: string): Promise<string[]> => {
  const found: string[] = []
  for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    if ((await readFile(path, 'utf8')).toLowerCase().includes(word)) found.push(path)
  }
  return found
}

test('who was erased is gone from every file, and releases without them are kept', async () => {
  const maker = await createMaker()
  await publish(maker, everything)
  const first = await readLiveId(dataDir)
  pages[0] = page(1, { introduction: "Ring Siv O'Brien, siv@example.com." })
  await publish(maker, changed(1))
  pages[1] = page(2, { introduction: 'Något annat.' })
  await publish(maker, changed(2))
  expect(await maker.forget(['siv@example.com'])).toMatchObject({ dropped: 1, isShown: true })
  expect(await listReleases(dataDir)).toHaveLength(2) // the live one has her still
  pages[0] = page(1)
  await publish(maker, changed(1))
  const third = await readLiveId(dataDir)
  expect(await maker.forget(["SIV O'Brien"])).toEqual({ dropped: 1, isShown: false, kept: [third, first] })
  expect(await filesWith('siv')).toEqual([])
  expect((await rollBack(dataDir)).id).toBe(first)
  pages[2] = page(3, { title: 'Efteråt' })
  await publish(maker, changed(3)) // rests on nothing that was taken away
  for (const path of await livePages()) expect(await textAt(path)).toContain('<main>')
})

test('when nobody knows whom to look for, all earlier releases go, and visitors notice nothing', async () => {
  const maker = await createMaker()
  for (const title of ['Ett', 'Två', 'Tre']) {
    pages[0] = page(1, { title })
    await publish(maker, everything)
  }
  const now = await readLiveId(dataDir)
  expect(await maker.forget(null)).toEqual({ dropped: 2, isShown: false, kept: [now] })
  expect(await textAt('/sv/')).toContain('Tre')
  await expect(rollBack(dataDir)).rejects.toThrow('no earlier release')
})

test('a person in an address, or in a page that went while the renderer was away, is found', async () => {
  pages[2] = page(3, { slug: 'siv-berg' })
  await publish(await createMaker(), everything)
  pages.pop()
  const maker = await createMaker('code-2')
  await publish(maker, { ...everything, force: true })
  expect(await maker.forget(['siv-berg'])).toMatchObject({ dropped: 1, isShown: false })
  expect(await filesWith('siv-berg')).toEqual([])
})
