import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeLive } from './make-live.ts'
import { contentsDirectory, type Release, type ReleaseFile, writeRelease } from './release.ts'
import { createReleaseServer, type ReleaseServer } from './serve-release.ts'
import { openContents } from './store-contents.ts'

const html = 'text/html; charset=utf-8'
const csp = { 'content-security-policy': "default-src 'none'" }
const picture = Buffer.from(Array.from({ length: 1000 }, (_, place) => place % 256))
const pictureAddress = '/media/bl%C3%A5%20bild.png'
let dataDir = ''
let server: Server
let releases: ReleaseServer

const releaseWith = async (id: string, pages: Record<string, string>, style = 'a'): Promise<Release> => {
  const contents = await openContents(dataDir)
  const files: Release['files'] = { '/gammal': { status: 301, location: '/sv/om-oss/' } }
  files['/sv/borttagen/'] = { status: 410, location: '/sv/410.html' }
  for (const [path, text] of Object.entries(pages)) {
    const kind = path.endsWith('404.html') ? 'not-found' : path.endsWith('410.html') ? 'gone' : 'page'
    files[path] = { ...(await contents.store(Buffer.from(text), html)), type: html, headers: 0, kind }
  }
  files['/media/blå bild.png'] = { ...(await contents.store(picture, 'image/png')), type: 'image/png' }
  files['/site.css'] = { ...(await contents.store(Buffer.from('a{}'), 'text/css')), type: 'text/css' }
  files[`/_astro/${style}.css`] = { ...(await contents.store(Buffer.from(`${style}{}`), 'text/css')), type: 'text/css' }
  const release = {
    id,
    createdAt: '2026-11-22T12:03:22.000Z',
    bundle: 'a',
    content: {},
    pages: 2,
    headers: [csp],
    files,
  }
  await writeRelease(dataDir, release)
  return release
}

const goLive = async (release: Release): Promise<void> => {
  await makeLive(dataDir, release.id)
  await releases.reload()
}

/** The difference to a release of which only these files are another. */
const changeTo = (release: Release, from: string, files: Record<string, ReleaseFile | null>) => {
  const { files: _, ...told } = release
  return { from, release: told, files }
}

/** Asks as a bare client, which decodes and follows nothing. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<IncomingMessage & { body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ port, path, headers, method }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve(Object.assign(answer, { body: Buffer.concat(parts) })))
    })
      .on('error', reject)
      .end()
  })

const longText = 'Ett kluster är en grupp företag. '.repeat(40)
const pages = {
  '/sv/': 'start',
  '/sv/om-oss/': longText,
  '/sv/möten/': 'möten',
  '/sv/404.html': 'finns inte',
  '/en/404.html': 'not there',
  '/sv/410.html': 'borttagen',
}
const first = '20261122-120322-aaaa'
const second = '20261122-120323-bbbb'

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'serve-'))
  await mkdir(contentsDirectory(dataDir), { recursive: true })
  releases = await createReleaseServer(dataDir)
  const app = express()
    .use(releases.handler)
    .use((_req, res) => void res.status(503).end('nothing yet'))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await goLive(await releaseWith(first, pages))
})
afterEach(async () => {
  releases.stop()
  await new Promise((resolve) => server.close(resolve))
  await rm(dataDir, { recursive: true })
})

test('a page comes with the headers it was rendered with, and is not sent twice to who has it', async () => {
  const page = await ask('/sv/om-oss/')
  expect(page.statusCode).toBe(200)
  expect(page.body.toString()).toBe(longText)
  expect(page.headers).toMatchObject({ ...csp, 'content-type': html, vary: 'Accept-Encoding' })
  const again = await ask('/sv/om-oss/', { 'if-none-match': `"other", W/${page.headers.etag}` })
  expect([again.statusCode, again.body.length]).toEqual([304, 0])
  const { etag, vary, 'cache-control': caching } = page.headers
  expect(again.headers).toMatchObject({ ...csp, etag, vary, 'cache-control': caching })
})

test('Brotli before gzip before plain, each with a tag of its own', async () => {
  const answers = await Promise.all(
    ['br, gzip', 'gzip', 'br;q=0, identity', '*', 'GZIP;q=0.5, br;q=0.0'].map((accept) =>
      ask('/sv/om-oss/', { 'accept-encoding': accept }),
    ),
  )
  expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined, 'br', 'gzip'])
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3)
  expect(answers[0]?.body.length).toBeLessThan(longText.length)
})

test('an address without its slash, the root and an old address lead on, and are not remembered for ever', async () => {
  const leadsTo = async (path: string) => {
    const { statusCode, headers } = await ask(path)
    return [statusCode, headers.location, headers['cache-control']]
  }
  expect(await leadsTo('/sv/om-oss?a=1')).toEqual([301, '/sv/om-oss/?a=1', 'public, max-age=60'])
  expect(await leadsTo('/')).toEqual([302, '/sv/', 'public, max-age=60'])
  expect(await leadsTo('/gammal')).toEqual([301, '/sv/om-oss/', 'public, max-age=60'])
  expect(await leadsTo('/gammal/')).toEqual([301, '/sv/om-oss/', 'public, max-age=60'])
})

test('what was deleted for good is said to be gone, at its own address and in words', async () => {
  for (const path of ['/sv/borttagen/', '/sv/borttagen/?a=1', '/sv/410.html']) {
    const { statusCode, headers, body } = await ask(path)
    expect([statusCode, headers.location, body.toString()], path).toEqual([410, undefined, 'borttagen'])
  }
  expect((await ask('/sv/borttagen')).headers.location).toBe('/sv/borttagen/')
})

test('an address with å, ä and ö is one page, however it is encoded and whatever query follows', async () => {
  for (const path of ['/sv/m%C3%B6ten/', '/sv/m%c3%b6ten/', '/sv/%6D%C3%B6ten/', '/sv/m%C3%B6ten/?a=%E0%A4%A']) {
    expect((await ask(path)).body.toString(), path).toBe('möten')
  }
})

test('what is not there is said in the language of the address, also for names that every object has', async () => {
  const said = async (path: string) => {
    const { statusCode, body } = await ask(path)
    return [statusCode, body.toString()]
  }
  expect(await said('/en/nowhere/')).toEqual([404, 'not there'])
  expect(await said('/sv/404.html')).toEqual([404, 'finns inte'])
  for (const path of [
    '/sv/../../etc/passwd',
    '/constructor',
    '/%2e%2e/live',
    '//evil.example.org/',
    '//sv/',
    '/sv//om-oss/',
    `/${'a'.repeat(5000)}`,
  ]) {
    expect(await said(path), path).toEqual([404, 'finns inte'])
  }
})

test('a part of a picture can be asked for, and no part that is not there', async () => {
  const part = async (range: string, headers: Record<string, string> = {}) => {
    const answer = await ask(pictureAddress, { range, ...headers })
    return [answer.statusCode, answer.headers['content-range'], answer.body.equals(picture) ? 'all' : [...answer.body]]
  }
  expect(await part('bytes=10-13')).toEqual([206, 'bytes 10-13/1000', [10, 11, 12, 13]])
  expect(await part('bytes=-2')).toEqual([206, 'bytes 998-999/1000', [...picture.subarray(-2)]])
  expect(await part('bytes=998-')).toEqual([206, 'bytes 998-999/1000', [...picture.subarray(-2)]])
  expect(await part('bytes=998-5000')).toEqual([206, 'bytes 998-999/1000', [...picture.subarray(-2)]])
  expect(await part('bytes=-5000')).toEqual([206, 'bytes 0-999/1000', 'all'])
  for (const outside of ['bytes=1000-', 'bytes=2000-3000', 'bytes=-0']) {
    expect(await part(outside), outside).toEqual([416, 'bytes */1000', []])
  }
  for (const odd of ['bytes=0-1,5-6', 'bytes=9-1', 'bytes=-', 'lines=1-2', 'bytes=a-b']) {
    expect(await part(odd), odd).toEqual([200, undefined, 'all'])
  }
  const { etag = '' } = (await ask(pictureAddress)).headers
  expect(await part('bytes=0-1', { 'if-range': etag })).toEqual([206, 'bytes 0-1/1000', [0, 1]])
  expect(await part('bytes=0-1', { 'if-range': '"other"' })).toEqual([200, undefined, 'all'])
  const head = await ask(pictureAddress, { range: 'bytes=0-1' }, 'HEAD')
  expect([head.statusCode, head.headers['content-length'], head.body.length]).toEqual([200, '1000', 0])
})

test('assets may be kept for ever, pictures for a minute, the style sheet while it is looked at again, pages are asked for again, and nothing is written', async () => {
  const caching = async (path: string) => (await ask(path)).headers['cache-control']
  expect(await caching('/_astro/a.css')).toBe('public, max-age=31536000, immutable')
  expect(await caching(pictureAddress)).toBe('public, max-age=60')
  expect(await caching('/site.css?v=1')).toBe('public, max-age=3600, stale-while-revalidate=2592000')
  expect(await caching('/sv/')).toBe('public, no-cache')
  expect((await ask('/sv/', {}, 'POST')).statusCode).toBe(405)
})

test('a switch of releases is never seen half-done', async () => {
  const switching = { goesOn: true }
  const seen: string[] = []
  const reading = (async () => {
    while (switching.goesOn) {
      const { statusCode, body } = await ask('/sv/')
      seen.push(`${statusCode} ${body.toString()}`)
    }
  })()
  for (let turn = 0; turn < 20; turn += 1) {
    const id = `20261122-1204${String(turn).padStart(2, '0')}-bbbb`
    await goLive(await releaseWith(id, { ...pages, '/sv/': `turn ${turn}` }))
  }
  switching.goesOn = false
  await reading
  expect(seen.filter((answer) => !/^200 (start|turn \d+)$/.test(answer))).toEqual([])
  expect((await ask('/sv/')).body.toString()).toBe('turn 19')
})

test('a change to the release that is served is taken over without reading the list of its files', async () => {
  const next = await releaseWith(second, { ...pages, '/sv/': 'new' }, 'b')
  const manifest = join(dataDir, 'releases', `${second}.json`)
  await writeFile(manifest, 'not to be read')
  await makeLive(dataDir, second)
  const differing = ['/sv/', '/_astro/b.css'].map((path) => [path, next.files[path] ?? null])
  await releases.follow(changeTo(next, first, { ...Object.fromEntries(differing), '/_astro/a.css': null }))
  await releases.reload()
  expect(releases.live()?.id).toBe(second)
  expect((await ask('/sv/')).body.toString()).toBe('new')
  expect((await ask('/sv/om-oss/')).body.toString()).toBe(longText)
})

test('a change to another release than the one served is read from disk', async () => {
  const next = await releaseWith(second, { ...pages, '/sv/': 'new' })
  await makeLive(dataDir, second)
  await releases.follow(changeTo(next, '20261122-110000-cccc', {}))
  expect((await ask('/sv/')).body.toString()).toBe('new')
})

test('who has a page open keeps its styles when a release without them goes live, and after going back', async () => {
  const next = await releaseWith(second, pages, 'b')
  await goLive(next)
  expect((await ask('/_astro/a.css')).body.toString()).toBe('a{}')
  await makeLive(dataDir, first)
  await releases.reload()
  expect((await ask('/_astro/b.css')).body.toString()).toBe('b{}')
  const { statusCode, headers } = await ask('/_astro/a.css')
  expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
})

test('a content that somebody took away is told once and counted, until it is back', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const file = releases.fileAt('/sv/om-oss/')
  if (!file || !('hash' in file)) throw new Error('Page not found.')
  const path = join(contentsDirectory(dataDir), file.hash)
  await rm(path)
  expect(releases.lacking()).toBe(0)
  const answers = [await ask('/sv/om-oss/'), await ask('/sv/om-oss/')]
  for (const { statusCode, headers, body } of answers) {
    expect([statusCode, headers['cache-control'], headers.etag]).toEqual([500, 'no-store', undefined])
    expect(body.toString()).toContain('<html lang="sv">')
  }
  expect(log).toHaveBeenCalledOnce()
  expect(releases.lacking()).toBe(1)
  await writeFile(path, longText.slice(1))
  expect((await ask('/sv/om-oss/')).statusCode).toBe(500)
  await writeFile(path, longText)
  expect((await ask('/sv/om-oss/')).body.toString()).toBe(longText)
  expect(releases.lacking()).toBe(0)
  log.mockRestore()
})
