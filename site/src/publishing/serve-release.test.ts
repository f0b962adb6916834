import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeLive } from './make-live.ts'
import { contentsDirectory, type Release, writeRelease } from './release.ts'
import { createReleaseServer, type ReleaseServer } from './serve-release.ts'
import { openContents } from './store-contents.ts'

const html = 'text/html; charset=utf-8'
const csp = { 'content-security-policy': "default-src 'none'" }
let dataDir = ''
let server: Server
let releases: ReleaseServer

const releaseWith = async (id: string, pages: Record<string, string>): Promise<void> => {
  const contents = await openContents(dataDir)
  const files: Release['files'] = { '/gammal': { status: 301, location: '/sv/om-oss/' } }
  for (const [path, text] of Object.entries(pages)) {
    const kind = path.endsWith('404.html') ? 'not-found' : 'page'
    files[path] = { ...(await contents.store(Buffer.from(text), html)), type: html, headers: csp, kind }
  }
  const picture = Buffer.from(Array.from({ length: 1000 }, (_, place) => place % 256))
  files['/media/blå bild.png'] = { ...(await contents.store(picture, 'image/png')), type: 'image/png' }
  files['/_astro/a.css'] = { ...(await contents.store(Buffer.from('a{}'), 'text/css')), type: 'text/css' }
  const { hash: content } = await contents.store(Buffer.from('{}'), 'application/json')
  await writeRelease(dataDir, { id, createdAt: '2026-11-22T12:03:22.000Z', bundle: 'a', content, pages: 2, files })
  await makeLive(dataDir, id)
  await releases.reload()
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
const pages = { '/sv/': 'start', '/sv/om-oss/': longText, '/sv/404.html': 'finns inte', '/en/404.html': 'not there' }

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'serve-'))
  await mkdir(contentsDirectory(dataDir), { recursive: true })
  releases = await createReleaseServer(dataDir)
  const app = express()
    .use(releases.handler)
    .use((_req, res) => void res.status(503).end('nothing yet'))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await releaseWith('20261122-120322-aaaa', pages)
})
afterEach(async () => {
  releases.stop()
  await new Promise((resolve) => server.close(resolve))
  await rm(dataDir, { recursive: true })
})

test('a page comes with the headers it was rendered with, and is not sent twice to who has it', async () => {
  const first = await ask('/sv/om-oss/')
  expect(first.statusCode).toBe(200)
  expect(first.body.toString()).toBe(longText)
  expect(first.headers).toMatchObject({ ...csp, 'content-type': html, vary: 'Accept-Encoding' })
  const again = await ask('/sv/om-oss/', { 'if-none-match': `"other", W/${first.headers.etag}` })
  expect([again.statusCode, again.body.length]).toEqual([304, 0])
})

test('Brotli before gzip before plain, each with a tag of its own', async () => {
  const answers = await Promise.all(
    ['br, gzip', 'gzip', 'br;q=0, identity'].map((accept) => ask('/sv/om-oss/', { 'accept-encoding': accept })),
  )
  expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3)
  expect(answers[0]?.body.length).toBeLessThan(longText.length)
})

test('an address without its slash, the root and an old address lead on', async () => {
  const leadsTo = async (path: string) => {
    const { statusCode, headers } = await ask(path)
    return [statusCode, headers.location]
  }
  expect(await leadsTo('/sv/om-oss?a=1')).toEqual([301, '/sv/om-oss/?a=1'])
  expect(await leadsTo('/')).toEqual([302, '/sv/'])
  expect(await leadsTo('/gammal')).toEqual([301, '/sv/om-oss/'])
  expect(await leadsTo('/gammal/')).toEqual([301, '/sv/om-oss/'])
})

test('what is not there is said in the language of the address, also for names that every object has', async () => {
  const said = async (path: string) => {
    const { statusCode, body } = await ask(path)
    return [statusCode, body.toString()]
  }
  expect(await said('/en/nowhere/')).toEqual([404, 'not there'])
  expect(await said('/sv/../../etc/passwd')).toEqual([404, 'finns inte'])
  expect(await said('/constructor')).toEqual([404, 'finns inte'])
  expect(await said('/%2e%2e/live')).toEqual([404, 'finns inte'])
})

test('a part of a picture can be asked for, and no part that is not there', async () => {
  const address = '/media/bl%C3%A5%20bild.png'
  const part = await ask(address, { range: 'bytes=10-19' })
  expect([part.statusCode, part.headers['content-range'], [...part.body]]).toEqual([
    206,
    'bytes 10-19/1000',
    [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
  ])
  expect((await ask(address, { range: 'bytes=2000-' })).statusCode).toBe(416)
  expect((await ask(address, { range: 'bytes=0-1', 'if-range': '"other"' })).body.length).toBe(1000)
  const head = await ask(address, {}, 'HEAD')
  expect([head.statusCode, head.headers['content-length'], head.body.length]).toEqual([200, '1000', 0])
})

test('assets may be kept for ever, pages are asked for again, and nothing is written', async () => {
  expect((await ask('/_astro/a.css')).headers['cache-control']).toContain('immutable')
  expect((await ask('/sv/')).headers['cache-control']).toBe('public, no-cache')
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
    await releaseWith(`20261122-1204${String(turn).padStart(2, '0')}-bbbb`, { ...pages, '/sv/': `turn ${turn}` })
  }
  switching.goesOn = false
  await reading
  expect(seen.filter((answer) => !/^200 (start|turn \d+)$/.test(answer))).toEqual([])
  expect((await ask('/sv/')).body.toString()).toBe('turn 19')
})
