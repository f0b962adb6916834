import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepInStep } from './keep-in-step.ts'
import { layOutRelease } from './lay-out-release.ts'
import { makeLive } from './make-live.ts'
import { contentsDirectory, type Release, type ReleaseFile, writeRelease } from './release.ts'
import { openContents } from './store-contents.ts'

const siteUrl = 'https://www.example.org'
const html = 'text/html; charset=utf-8'
const policy = "default-src 'none'; script-src 'self' 'sha256-a'"
const longText = 'Ett kluster är en grupp företag. '.repeat(20)
let place = ''
let dataDir = ''
let directory = ''

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'lay-out-'))
  dataDir = join(place, 'data')
  directory = join(place, 'out')
  await mkdir(contentsDirectory(dataDir), { recursive: true })
})
afterEach(() => rm(place, { recursive: true }))

const typeOf = (path: string): string => {
  if (path.endsWith('.css')) return 'text/css'
  if (path.endsWith('.xml')) return 'application/xml'
  return path.startsWith('/media/') ? 'image/webp' : html
}

const releaseWith = async (id: string, texts: Record<string, string>, redirects: Record<string, string> = {}) => {
  const contents = await openContents(dataDir)
  const files: Release['files'] = {}
  for (const [path, text] of Object.entries(texts)) {
    const type = typeOf(path)
    files[path] = { ...(await contents.store(Buffer.from(text), type)), type, ...(type === html ? { headers: 0 } : {}) }
  }
  for (const [from, location] of Object.entries(redirects))
    files[from] = { status: 301, location } satisfies ReleaseFile
  const release: Release = {
    id,
    createdAt: '2026-11-22T12:03:22.000Z',
    bundle: 'a',
    content: {},
    pages: 2,
    headers: [{ 'content-security-policy': policy }],
    files,
  }
  await writeRelease(dataDir, release)
  return release
}

const layout = () => ({ dataDir, directory, siteUrl })
const read = (name: string) => readFile(join(directory, name), 'utf8')

/** Every file below a directory with its content; the list and the lock are not looked at. */
const treeOf = async (root: string): Promise<Record<string, string>> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const named = files.map(async (file) => [relative(root, file), await readFile(file, 'latin1')] as const)
  return Object.fromEntries((await Promise.all(named)).filter(([name]) => !name.startsWith('.klusterwebb')))
}

const first = {
  '/sv/': `<link href="/_astro/a.css"><a href="/sv/om-oss/">${longText}`,
  '/sv/om-oss/': '<link href="/_astro/a.css">Om oss',
  '/en/': 'Start',
  '/sv/404.html': 'Sidan finns inte',
  '/en/404.html': 'No such page',
  '/404.html': 'Finns inte / not there',
  '/sv/feed.xml': '<feed/>',
  '/_astro/a.css': 'a{}',
  '/media/blå bild.webp': 'bild',
}

test('every address is a file where a plain web server looks for it, with its compressed twins', async () => {
  const release = await releaseWith('20261122-120322-aaaa', first, {
    '/sv/gammal': '/sv/om-oss/',
    '/katalog.pdf': '/sv/',
  })
  expect(await layOutRelease(release, layout())).toMatchObject({ release: release.id, removed: 0 })
  expect(await read('sv/index.html')).toBe(first['/sv/'])
  expect(brotliDecompressSync(await readFile(join(directory, 'sv/index.html.br'))).toString()).toBe(first['/sv/'])
  expect(gunzipSync(await readFile(join(directory, 'sv/index.html.gz'))).toString()).toBe(first['/sv/'])
  const plain = [
    '404.html',
    '_astro/a.css',
    '_headers',
    '_headers.caddy',
    '_headers.nginx',
    '_redirects',
    'en/404.html',
  ]
  const pages = ['en/index.html', 'media/blå bild.webp', 'sv/404.html', 'sv/feed.xml', 'sv/om-oss/index.html']
  const long = ['index.html', 'katalog.pdf/index.html', 'sv/gammal/index.html', 'sv/index.html']
  const expected = [...plain, ...pages, ...long.flatMap((name) => [name, `${name}.br`, `${name}.gz`])]
  expect(Object.keys(await treeOf(directory)).toSorted()).toEqual(expected.toSorted())
  const moved = await read('sv/gammal/index.html')
  expect(moved).toContain('<html lang="sv">')
  expect(moved).toContain('content="0; url=/sv/om-oss/"')
  expect(moved).toContain('<link rel="canonical" href="https://www.example.org/sv/om-oss/">')
  expect(moved).toContain('<meta name="robots" content="noindex">')
  expect(await read('_redirects')).toContain('\n/sv/gammal /sv/om-oss/ 301\n')
  expect(await read('_headers')).toContain(`/sv/*\n  Content-Security-Policy: ${policy}\n`)
  expect(await read('_headers')).toContain('Strict-Transport-Security')
})

test('a redirect has no power over HTML, nor over what lies outside the directory', async () => {
  const release = await releaseWith('20261122-120322-aaaa', first, {
    '/../../utanför': '/sv/',
    '/sv/feed.xml/under': '/sv/',
    '/sv/citat': '/sv/?a="><script>',
  })
  await layOutRelease(release, layout())
  expect(await readdir(place)).toEqual(['data', 'out'])
  expect(await read('sv/citat/index.html')).not.toContain('<script>')
  expect(await read('sv/feed.xml')).toBe('<feed/>')
})

describe('another release', () => {
  test('touches only what changed, and takes away what is gone with the directories that were for it', async () => {
    await layOutRelease(await releaseWith('20261122-120322-aaaa', first), layout())
    const before = await stat(join(directory, 'sv/index.html'))
    const { '/sv/om-oss/': _gone, ...rest } = first
    const next = await releaseWith('20261122-120323-bbbb', { ...rest, '/sv/404.html': 'Här finns inget' })
    expect(await layOutRelease(next, layout())).toMatchObject({ written: 1, removed: 1 })
    expect(await stat(join(directory, 'sv/index.html'))).toEqual(before)
    expect(await read('sv/404.html')).toBe('Här finns inget')
    expect(await readdir(join(directory, 'sv'))).not.toContain('om-oss')
  })

  test('what was damaged or removed meanwhile is laid out again', async () => {
    const release = await releaseWith('20261122-120322-aaaa', first)
    await layOutRelease(release, layout())
    await rm(join(directory, 'sv/index.html.br'))
    await writeFile(join(directory, 'sv/404.html'), '')
    expect(await layOutRelease(release, layout())).toMatchObject({ written: 2 })
    expect(await read('sv/404.html')).toBe('Sidan finns inte')
    expect(await layOutRelease(release, layout())).toMatchObject({ written: 0, removed: 0 })
  })

  test('a page where a picture was, and a picture where a page was', async () => {
    await layOutRelease(await releaseWith('20261122-120322-aaaa', first, { '/media/x.webp': '/sv/' }), layout())
    await layOutRelease(await releaseWith('20261122-120323-bbbb', { ...first, '/media/x.webp': 'x' }), layout())
    expect(await read('media/x.webp')).toBe('x')
    await layOutRelease(await releaseWith('20261122-120324-cccc', first, { '/media/x.webp': '/sv/' }), layout())
    expect(await read('media/x.webp/index.html')).toContain('url=/sv/')
  })

  test('stopped at any point: what a page loads is there, and the next time finishes', async () => {
    const one = await releaseWith('20261122-120322-aaaa', first, { '/sv/gammal': '/sv/om-oss/' })
    const two = await releaseWith(
      '20261122-120323-bbbb',
      {
        ...first,
        '/sv/': '<link href="/_astro/b.css"><a href="/sv/ny/">',
        '/sv/ny/': `<link href="/_astro/b.css">${longText}`,
        '/sv/om-oss/': '<link href="/_astro/b.css">',
        '/_astro/b.css': 'b{}',
        '/sv/feed.xml': '<a href="/sv/ny/"/>',
      },
      { '/sv/aldre': '/sv/ny/' },
    )
    await layOutRelease(two, { dataDir, directory: join(place, 'fresh'), siteUrl })
    const wanted = await treeOf(join(place, 'fresh'))
    let isFinished = false
    for (let steps = 0; !isFinished; steps += 1) {
      await rm(directory, { recursive: true, force: true })
      await layOutRelease(one, layout())
      isFinished = await layOutRelease(two, layout(), { signal: stoppedAfter(steps) }).then(
        () => true,
        () => false,
      )
      const tree = await treeOf(directory)
      for (const [name, text] of Object.entries(tree).filter(([each]) => /\.(?:html|xml)$/.test(each))) {
        for (const [, path = ''] of text.matchAll(/(?:link|a) href="\/([^"]+)"/g)) {
          const target = path.endsWith('/') ? `${path}index.html` : path
          expect(Object.keys(tree), `${name} after ${steps} steps`).toContain(target)
        }
      }
      await layOutRelease(two, layout())
      expect(await treeOf(directory), `after ${steps} steps`).toEqual(wanted)
      expect((await readdir(directory)).filter((name) => name.startsWith('.'))).toEqual(['.klusterwebb.json'])
    }
  })
})

/** Stops the work after so many files, as a crash would. */
const stoppedAfter = (steps: number): AbortSignal => {
  let left = steps
  return Object.assign(new AbortController().signal, {
    throwIfAborted: () => {
      if (left === 0) throw new Error('stopped')
      left -= 1
    },
  })
}

describe('files of somebody else', () => {
  test('stay as they are, whatever is laid out and taken away beside them', async () => {
    await layOutRelease(await releaseWith('20261122-120322-aaaa', first), layout())
    await writeFile(join(directory, 'sv/om-oss/min.txt'), 'mitt')
    await writeFile(join(directory, 'googlecheck.html'), 'mitt')
    const { '/sv/om-oss/': _gone, ...rest } = first
    await layOutRelease(await releaseWith('20261122-120323-bbbb', rest), layout())
    expect(await read('sv/om-oss/min.txt')).toBe('mitt')
    expect(await read('googlecheck.html')).toBe('mitt')
  })

  test('are not overwritten: the file in the way is named, and nothing is changed', async () => {
    await layOutRelease(await releaseWith('20261122-120322-aaaa', first), layout())
    await writeFile(join(directory, 'sv/ny.xml'), 'mitt')
    const before = await treeOf(directory)
    const next = await releaseWith('20261122-120323-bbbb', { ...first, '/sv/ny.xml': '<a/>', '/sv/': 'nytt' })
    await expect(layOutRelease(next, layout())).rejects.toThrow(/sv\/ny\.xml was put there by somebody else/)
    expect(await treeOf(directory)).toEqual(before)
  })

  test('a directory that holds any, and no list, is refused', async () => {
    await mkdir(directory)
    await writeFile(join(directory, 'viktigt.txt'), 'mitt')
    await expect(layOutRelease(await releaseWith('20261122-120322-aaaa', first), layout())).rejects.toThrow(
      /viktigt\.txt.*Name a directory that is empty/,
    )
    expect(await treeOf(directory)).toEqual({ 'viktigt.txt': 'mitt' })
  })
})

test('two at a time are one too many; the lock of one that was killed is none', async () => {
  const release = await releaseWith('20261122-120322-aaaa', first)
  await mkdir(directory)
  await writeFile(join(directory, '.klusterwebb.lock'), String(process.ppid))
  await expect(layOutRelease(release, layout())).rejects.toThrow(/is laying a release out/)
  await writeFile(join(directory, '.klusterwebb.lock'), '99999999')
  expect((await layOutRelease(release, layout())).written).toBeGreaterThan(0)
})

test('a directory that is a file is told in words', async () => {
  await writeFile(directory, '')
  await expect(layOutRelease(await releaseWith('20261122-120322-aaaa', first), layout())).rejects.toThrow(
    /cannot be written to \(EEXIST\)\. Give this user the right/,
  )
})

test('kept in step: waits for the first release, follows the pointer, tells a problem once, and ends when told', async () => {
  const ending = new AbortController()
  const said: string[] = []
  const heard = (what: string) => vi.waitFor(() => expect(said).toContain(what), { timeout: 8000 })
  const keeping = keepInStep(layout(), {
    onLaidOut: ({ release }) => said.push(release),
    onProblem: (message) => said.push(message),
    signal: ending.signal,
  })
  await heard('Nothing is live yet. Waiting for the first release.')
  const one = await releaseWith('20261122-120322-aaaa', first)
  await makeLive(dataDir, one.id)
  await heard(one.id)
  const two = await releaseWith('20261122-120323-bbbb', { ...first, '/sv/': 'två' })
  await makeLive(dataDir, two.id)
  await heard(two.id)
  expect(await read('sv/index.html')).toBe('två')
  ending.abort()
  await keeping
  expect(said).toHaveLength(3)
}, 15_000)
