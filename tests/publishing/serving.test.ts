import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createFront } from '../../site/src/front.ts'
import { makeLive } from '../../site/src/publishing/make-live.ts'
import { contentsDirectory, type Release } from '../../site/src/publishing/release.ts'
import { createReleaseServer, type ReleaseServer } from '../../site/src/publishing/serve-release.ts'
import { changeBetween, type HandMadeFile, writeHandMadeRelease } from '../support/hand-made-release.ts'
import { freePort } from '../support/server-process.ts'
import { siteKey } from '../support/settings.ts'

const html = 'text/html; charset=utf-8'
const headers = { 'content-security-policy': "default-src 'none'; style-src 'self'", 'x-robots-tag': 'noarchive' }
const agent = new Agent({ keepAlive: true })
const film = Buffer.from(Uint32Array.from({ length: 1_250_000 }, (_, place) => place).buffer) // 5 MB, no part like another
let dataDir = ''
let site = ''
let server: Server
let releases: ReleaseServer
let live: Release | null = null

const page = (title: string, style: string): HandMadeFile => ({
  content: `<!doctype html><link rel="stylesheet" href="/_astro/${style}.css"><h1>${title}</h1>${'<p>Text.</p>'.repeat(500)}</html>`,
  type: html,
  kind: 'page',
  headers,
})

/** A small site whose pages all say `title`, with styles of their own. */
const siteSaying = (title: string, style: string): Record<string, HandMadeFile | { redirect: string }> => ({
  '/sv/': page(title, style),
  '/sv/om-oss/': page(title, style),
  '/sv/möten/': page(title, style),
  '/sv/tack/': { ...page(title, style), kind: 'receipt' },
  '/sv/404.html': { ...page('Finns inte', style), kind: 'not-found' },
  '/en/404.html': { ...page('Not there', style), kind: 'not-found' },
  '/sv/feed.xml': { content: `<feed>${title.repeat(100)}</feed>`, type: 'application/atom+xml; charset=utf-8' },
  '/sitemap.xml': { content: '<urlset/>', type: 'application/xml' },
  [`/_astro/${style}.css`]: { content: `h1 { color: ${style} }`.repeat(50), type: 'text/css; charset=utf-8' },
  '/media/bild.webp': { content: Buffer.alloc(20_000, title), type: 'image/webp', headers },
  '/media/film.webp': { content: film, type: 'image/webp' },
  '/gammal': { redirect: '/sv/om-oss/' },
})

const switchTo = async (release: Release): Promise<void> => {
  await makeLive(dataDir, release.id)
  await releases.follow(changeBetween(live, release))
  live = release
}

type Answer = IncomingMessage & { body: Buffer }

/** Asks as a bare client, which decodes and follows nothing. Rejects when an answer breaks off. */
const ask = (path: string, asked: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    request(site + path, { headers: asked, method, agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('end', () => resolve(Object.assign(answer, { body: Buffer.concat(parts) })))
      answer.once('error', reject)
    })
      .once('error', reject)
      .end()
  })

/** Asks for the paths as fast as it can, until it is told to end. */
const hammer = (paths: string[]) => {
  let tell: (result: autocannon.Result) => void = () => {}
  const result = new Promise<autocannon.Result>((resolve) => (tell = resolve))
  const load = autocannon(
    {
      url: site,
      connections: 20,
      duration: 60,
      headers: { 'accept-encoding': 'br' },
      requests: paths.map((path) => ({ path })),
    },
    (_error: unknown, measured) => tell(measured),
  )
  return {
    end: () => {
      load.stop()
      return result
    },
  }
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'klusterwebb-serving-'))
  live = await writeHandMadeRelease(dataDir, '20261122-120000-aaaa', siteSaying('Första', 'red'))
  await makeLive(dataDir, live.id)
  releases = await createReleaseServer(dataDir)
  const port = await freePort()
  site = `http://127.0.0.1:${port}`
  const settings = {
    port,
    host: '127.0.0.1',
    dataDir,
    siteUrl: 'https://www.example.org',
    cmsUrl: `http://127.0.0.1:${await freePort()}`, // nobody is there
    siteKey,
    trustProxy: 0,
    signupLimitPer10Minutes: 20,
    signupOrigin: '',
    releaseWebhookUrls: [],
    releaseWebhookSecret: undefined,
  }
  const notHere = () => Promise.reject(new Error('Nothing is rendered or published here.'))
  const renderer = { render: notHere, preview: notHere, bundle: () => 'a bundle' }
  const publisher = { poke: () => {}, publish: notHere, progress: () => null }
  server = createServer(createFront({ settings, releases, renderer, publisher }))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(async () => {
  releases.stop()
  agent.destroy()
  server.closeAllConnections()
  server.close()
  await rm(dataDir, { recursive: true, force: true })
})

describe('an address of the live release', () => {
  /** All that an answer says, in the order it says it; the request's name is another each time. */
  const told = ({ statusCode, rawHeaders, body }: Answer) => ({
    statusCode,
    headers: rawHeaders.flatMap((name, place) =>
      place % 2 === 0 && !['X-Request-Id', 'Date'].includes(name) ? [`${name}: ${rawHeaders[place + 1]}`] : [],
    ),
    body: body.toString('base64'),
  })

  const brotli = { 'accept-encoding': 'gzip, deflate, br, zstd' }
  test.each<[string, string, Record<string, string>, string]>([
    ['a page', '/sv/om-oss/', {}, 'GET'],
    ['a page, compressed', '/sv/om-oss/', brotli, 'GET'],
    ['a page, compressed with gzip', '/sv/om-oss/', { 'accept-encoding': 'gzip' }, 'GET'],
    ['the head of a page', '/sv/om-oss/', brotli, 'HEAD'],
    ['a page that the browser has', '/sv/om-oss/', { 'if-none-match': '*' }, 'GET'],
    ['a page with å, ä or ö', '/sv/m%C3%B6ten/', brotli, 'GET'],
    ['an asset', '/_astro/red.css', brotli, 'GET'],
    ['a picture', '/media/bild.webp', brotli, 'GET'],
    ['the head of a picture', '/media/bild.webp', {}, 'HEAD'],
    ['a part of a picture', '/media/bild.webp', { range: 'bytes=5-9' }, 'GET'],
    ['a part that is not there', '/media/bild.webp', { range: 'bytes=20000-' }, 'GET'],
    ['a large file', '/media/film.webp', brotli, 'GET'],
    ['the head of a large file', '/media/film.webp', {}, 'HEAD'],
    ['the end of a large file', '/media/film.webp', { range: 'bytes=-7' }, 'GET'],
    ['a feed', '/sv/feed.xml', brotli, 'GET'],
    ['a page that says that nothing is there', '/sv/404.html', brotli, 'GET'],
    ['nothing', '/en/nowhere/', brotli, 'GET'],
    ['the head of nothing', '/en/nowhere/', {}, 'HEAD'],
    ['an old address', '/gammal', {}, 'GET'],
    ['the root', '/', {}, 'GET'],
  ])('answers the same before all guards as behind them: %s', async (_what, path, asked, method) => {
    const before = await ask(path, asked, method)
    const behind = await ask(`${path}?x=1`, asked, method) // a query means nothing here, but is looked at by the guards
    expect(told(before)).toEqual(told(behind))
    expect(before.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(before.headers['x-request-id']).not.toBe(behind.headers['x-request-id'])
  })

  test('comes in full to twenty who read a large file at once, slow ones and those who leave halfway included', async () => {
    const isWhole = async () => (await ask('/media/film.webp')).body.equals(film)
    const readSlowly = () =>
      new Promise<boolean>((resolve, reject) => {
        request(`${site}/media/film.webp`, (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => {
            parts.push(part)
            answer.pause()
            setTimeout(() => answer.resume(), 5)
          })
          answer.once('end', () => resolve(Buffer.concat(parts).equals(film)))
          answer.once('error', reject)
        }).end()
      })
    const leaveHalfway = () =>
      new Promise<boolean>((resolve) => {
        request(`${site}/media/film.webp`, (answer) => {
          answer.once('data', () => answer.destroy()).once('close', () => resolve(true))
          answer.on('error', () => {})
        }).end()
      })
    const log = vi.spyOn(console, 'error')
    const readers = Array.from({ length: 20 }, (_, place) => [isWhole, readSlowly, leaveHalfway][place % 3]?.())
    expect(new Set(await Promise.all(readers))).toEqual(new Set([true]))
    expect(log).not.toHaveBeenCalled()
    log.mockRestore()
  })

  test('is read and never written, and never longer than 4 KiB', async () => {
    expect((await ask('/sv/', {}, 'POST')).statusCode).toBe(405)
    expect((await ask('/sv/', {}, 'PURGE')).statusCode).toBe(405)
    expect((await ask(`/sv/${'a'.repeat(5000)}/`)).statusCode).toBe(414)
    expect((await ask('/sv/%E0%A4%A/')).statusCode).toBe(400)
    expect((await ask('/sv/%00/')).statusCode).toBe(400)
  })

  test('whose receipt cannot be made with its reference is answered with the one without', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const receipt = await ask('/sv/tack/?reference=KW-2026-0001')
    expect([receipt.statusCode, receipt.body.toString().includes('Första')]).toEqual([200, true])
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })

  test('whose content was taken away is answered with an error, which the operator is told', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const file = live?.files['/sitemap.xml']
    if (!file || !('hash' in file)) throw new Error('The release has no site map.')
    await rm(join(contentsDirectory(dataDir), file.hash))
    for (const path of ['/sitemap.xml', '/sitemap.xml?again']) {
      const lost = await ask(path)
      expect([lost.statusCode, lost.headers['content-type'], lost.headers['cache-control']]).toEqual([
        500,
        html,
        'no-store',
      ])
    }
    expect(log).toHaveBeenCalledOnce()
    const ready = await ask('/readyz')
    expect(ready.statusCode).toBe(200)
    expect(JSON.parse(ready.body.toString())).toMatchObject({
      status: 'degraded',
      liveRelease: { ok: false, id: live?.id, lacking: 1 },
    })
    log.mockRestore()
  })
})

describe('a hundred releases in a row', () => {
  test('are never noticed by those who read meanwhile', { timeout: 120_000 }, async () => {
    const turns = 100
    const pauseMilliseconds = 10
    const made: Release[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      const id = `20261122-13${String(turn).padStart(4, '0')}-bbbb`
      made.push(await writeHandMadeRelease(dataDir, id, siteSaying(`Utgåva ${turn}`, `style-${turn}`)))
    }

    const reading = { goesOn: true }
    const oddities: string[] = []
    let pagesRead = 0
    /** Reads a page, then the styles that it names, as a browser does; some take their time. */
    const browser = async (path: string, hesitates: number): Promise<void> => {
      while (reading.goesOn) {
        const answer = await ask(path)
        const text = answer.body.toString()
        const [, style = ''] = /href="([^"]+)"/.exec(text) ?? []
        if (answer.statusCode !== 200 || !text.endsWith('</html>')) oddities.push(`${path}: ${answer.statusCode}`)
        await new Promise((later) => setTimeout(later, hesitates))
        const styles = await ask(style)
        if (styles.statusCode !== 200) oddities.push(`${style}: ${styles.statusCode}`)
        pagesRead += 1
      }
    }
    const browsers = [0, 0, 10, 200, 1000].flatMap((hesitates) => [
      browser('/sv/', hesitates),
      browser('/sv/om-oss/', hesitates),
    ])
    const hammering = hammer(['/sv/', '/sv/om-oss/', '/media/bild.webp', '/sv/om-oss/?x=1', '/sv/feed.xml'])
    for (const release of made) {
      await switchTo(release)
      await new Promise((later) => setTimeout(later, pauseMilliseconds))
    }
    reading.goesOn = false
    await Promise.all(browsers)
    const hammered = await hammering.end()

    expect(oddities).toEqual([])
    expect([hammered.non2xx, hammered.errors, hammered.timeouts, hammered.mismatches]).toEqual([0, 0, 0, 0])
    expect(hammered['2xx']).toBeGreaterThan(1000)
    expect(pagesRead).toBeGreaterThan(100)
    expect((await ask('/sv/')).body.toString()).toContain(`Utgåva ${turns - 1}<`)
    // Whoever opened a page at the beginning still finds its styles, although no release on disk carries them on.
    expect((await ask('/_astro/style-0.css')).statusCode).toBe(200)
  })

  test('and one back again is served within a second, unasked', async () => {
    await makeLive(dataDir, '20261122-130098-bbbb')
    const before = Date.now()
    while (!(await ask('/sv/')).body.includes('Utgåva 98<')) {
      if (Date.now() - before > 5000) throw new Error('The release that was gone back to is not served.')
      await new Promise((later) => setTimeout(later, 50))
    }
    expect(Date.now() - before).toBeLessThan(2000)
    expect((await ask('/_astro/style-99.css')).statusCode).toBe(200)
  })
})
