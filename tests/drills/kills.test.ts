import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect } from 'vitest'
import { makeLive } from '../../site/src/publishing/make-live.ts'
import { contentsDirectory } from '../../site/src/publishing/release.ts'
import { untilNothingWaits } from '../support/all-shown.ts'
import { rendererOf } from '../support/child-processes.ts'
import { drill, isLong, medianAndMax } from '../support/drill.ts'
import { writeHandMadeRelease } from '../support/hand-made-release.ts'
import { findFaults, type Listed, list, startReading } from '../support/hammering-reader.ts'
import { textBlock } from '../support/rich-text.ts'
import { freePort, startProcess, waitFor, waitUntilReady } from '../support/server-process.ts'
import { settingsOf } from '../support/settings.ts'
import { signIn } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

const publishes = isLong ? 50 : 4
const latestKillMilliseconds = 500 // after Publish was pressed
const victims = ['renderer', 'front', 'CMS'] as const
const wordsLiveWithinSeconds = 90

let web: Web

beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web.end())

/** Somebody's patience: the act is tried again until it succeeds, as an editor does when the CMS was away. */
const insist = async <Value>(what: string, act: () => Promise<Value>): Promise<Value> => {
  let last: unknown
  const tryOnce = () =>
    act().catch((error: unknown) => {
      last = error
      return undefined
    })
  return waitFor(what, tryOnce, { seconds: 60, every: 200 }).catch((error: unknown) => {
    throw new Error(`${String(error)} At last: ${String(last)}`, { cause: last })
  })
}

const kill = async (victim: (typeof victims)[number], reader: ReturnType<typeof startReading>): Promise<void> => {
  if (victim === 'renderer') {
    const renderer = await rendererOf(web.site().pid)
    if (renderer !== undefined) process.kill(renderer, 'SIGKILL')
  } else if (victim === 'front') {
    reader.frontGoes()
    await web.site().kill()
    await web.restartSite()
    reader.frontIsBack()
  } else {
    await web.cms.process().kill()
    await web.cms.restart()
  }
}

drill(
  `kill -9 of the renderer, the front and the CMS in the midst of ${publishes} publishes`,
  { minutes: 30 },
  async ({ tell }) => {
    const visitor = createVisitor(web.url)
    const staff = await signIn(web.cms.url)
    const paths = await visitor.sitemap()
    const reader = startReading(web.url, web.cms.store.dataDirectory, [
      ...paths,
      '/sv/feed.xml',
      '/site.css',
      '/finns-inte/',
    ])
    const times = new Map<string, number[]>(victims.map((victim) => [victim, []]))
    const own: { id: string; path: string; words: string }[] = []
    for (let number = 1; number <= publishes; number += 1) {
      const words = `Publicering ${number} av ${publishes}.`
      const victim = victims[number % victims.length] ?? 'renderer'
      const slug = `drabbad-${number}`
      const page = { title: words, slug, blocks: [textBlock(words)] }
      // Now a new page, now an edit of one that is there.
      const edited = number % 3 === 0 ? own[number % own.length] : undefined
      const saved = insist('the CMS to take an edit', async () => {
        if (edited) return staff.publishes('pages', edited.id, 'sv', { blocks: [textBlock(words)] })
        const known = await staff.lists('pages', `where[slug][equals]=${slug}&locale=sv`) // it was stored, and its answer lost
        return known[0] ?? staff.creates('pages', 'sv', page, 'published')
      })
      const killedAfter = Math.random() * latestKillMilliseconds
      await pause(killedAfter)
      const killedAt = performance.now()
      await kill(victim, reader)
      const { id } = await saved
      const path = edited?.path ?? `/sv/${slug}/`
      if (edited) edited.words = words
      else {
        own.push({ id, path, words })
        reader.add(path)
      }
      await waitFor(
        `"${words}" to be live after the ${victim} was killed`,
        async () => {
          const shown = await visitor.opens(path).catch(() => null)
          return shown?.status === 200 && shown.text.includes(words) ? shown : undefined
        },
        { seconds: wordsLiveWithinSeconds },
      )
      times.get(victim)?.push(performance.now() - killedAt)
    }
    await untilNothingWaits(web)
    for (const { path, words } of own) await visitor.sees(path, words)
    // The site tells of a release just after visitors have it.
    await waitFor('nothing to be told as failed', async () => {
      const { failed } = Object((await staff.ask('GET', '/api/publishing/overview')).body)
      return failed.length === 0 ? true : undefined
    })
    const { answers, brokenOff, pages, releases, faults } = await reader.stop()
    for (const [victim, milliseconds] of times)
      tell(`${victim}: ${milliseconds.length} kills, the newest words live after ${medianAndMax(milliseconds)}`)
    tell(
      `${answers} answers read (${brokenOff} broken off or nobody there), ${pages} different pages with their assets`,
    )
    tell(`${releases} releases, ${faults.length} answers that no release has`)
    expect(faults).toEqual([])
  },
)

drill(
  'the check sees a release that is made live before its contents are written',
  { minutes: 1 },
  async ({ tell }) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'klusterwebb-broken-'))
    const url = `http://localhost:${await freePort()}`
    const html = (words: string) => `<!doctype html><main>${words.repeat(200)}</main>`
    const file = (words: string) => ({
      content: Buffer.from(html(words)),
      type: 'text/html; charset=utf-8',
      kind: 'page',
    })
    const id = '20261122-120322-aaaa'
    const release = await writeHandMadeRelease(dataDir, id, { '/sv/': file('Början. '), '/sv/halv/': file('Halv. ') })
    const half = release.files['/sv/halv/']
    if (!half || !('hash' in half)) throw new Error('There is no page.')
    await makeLive(dataDir, id)
    await truncate(join(contentsDirectory(dataDir), half.hash), half.size / 2)
    const site = startProcess(
      'site/src/server.ts',
      settingsOf({
        DATA_DIR: dataDir,
        PORT: new URL(url).port,
        SITE_URL: url,
        CMS_URL: `http://127.0.0.1:${await freePort()}`,
      }),
    )
    try {
      await waitUntilReady(`${url}/sv/`, site)
      const reader = startReading(url, dataDir, ['/sv/', '/sv/halv/'])
      await pause(1000)
      const { faults } = await reader.stop()
      tell(`told: ${faults[0] ?? 'nothing'}`)
      expect(faults.length).toBeGreaterThan(0)
    } finally {
      await site.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
)

drill('the check sees a body, a redirect and an error page that no release has', { minutes: 1 }, async () => {
  const listed: Listed = { hashes: new Map(), notFound: new Set(), locations: new Map() }
  list(listed, {
    files: {
      '/sv/': { hash: 'aaaa' },
      '/sv/404.html': { hash: 'bbbb', kind: 'not-found' },
      '/gammal/': { status: 301, location: '/sv/' },
    },
  })
  const answer = { path: '/sv/', status: 200, hash: 'aaaa', location: null }
  expect(findFaults([answer, { ...answer, path: '/nowhere/', status: 404, hash: 'bbbb' }], listed)).toEqual([])
  expect(findFaults([{ ...answer, path: '/gammal/', status: 301, location: '/sv/' }], listed)).toEqual([])
  const broken = [
    { ...answer, hash: 'half' },
    { ...answer, status: 500 },
    { ...answer, status: 404, hash: 'cccc' },
    { ...answer, path: '/gammal/', status: 301, location: '/en/' },
  ]
  expect(findFaults(broken, listed)).toHaveLength(4)
})
