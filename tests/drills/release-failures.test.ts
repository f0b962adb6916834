import { execFile } from 'node:child_process'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect } from 'vitest'
import { z } from 'zod'
import { untilNothingWaits } from '../support/all-shown.ts'
import { type Breaking, startBreakingProxy } from '../support/breaking-proxy.ts'
import { rendererOf } from '../support/child-processes.ts'
import { drill } from '../support/drill.ts'
import { liveId, pathsThatDiffer, readListed } from '../support/kept-release.ts'
import { uploadPicture } from '../support/pictures.ts'
import { callToAction, textBlock } from '../support/rich-text.ts'
import { freePort, waitFor } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

// Drill R11: whatever fails while a release is made, visitors see the one before it in full, and editors are told why.

const run = promisify(execFile)

let web: Web
let proxy: Awaited<ReturnType<typeof startBreakingProxy>>
let publisher: StaffMember
let visitor: Visitor

const withProxy = async (cms: { url: string }): Promise<Record<string, string>> => {
  const port = await freePort()
  proxy = await startBreakingProxy(port, () => cms.url)
  return { CMS_URL: `http://127.0.0.1:${port}` }
}

beforeAll(async () => {
  web = await startWeb({}, withProxy)
  publisher = await signIn(web.cms.url)
  visitor = createVisitor(web.url)
})
afterAll(async () => {
  await web.end()
  await proxy.stop()
})

const isListOf =
  (collection: string) =>
  ({ method, url }: { method: string; url: URL }): boolean =>
    method === 'GET' && url.pathname === `/api/${collection}`
const isPages = isListOf('pages')

const listSchema = z.looseObject({
  docs: z.array(z.looseObject({ id: z.union([z.string(), z.number()]) })),
  totalDocs: z.number(),
})

/** Answers the pages otherwise than the CMS does. */
const withPages =
  (change: (list: z.infer<typeof listSchema>) => object): Breaking =>
  async (asked, answer) => {
    if (!isPages(asked)) return null
    const { status, text } = await answer()
    return { status, text: JSON.stringify(change(listSchema.parse(JSON.parse(text)))) }
  }

const overviewSchema = z.object({ failed: z.array(z.object({ title: z.string(), reasons: z.array(z.string()) })) })
const failedNow = async () => overviewSchema.parse((await publisher.ask('GET', '/api/publishing/overview')).body).failed

/** What the dashboard says has failed, once it says something. */
const reasonTold = (): Promise<string> =>
  waitFor('the admin to say why', async () => {
    const failed = await failedNow()
    return failed.length > 0 ? failed.flatMap(({ title, reasons }) => [title, ...reasons]).join(' ') : undefined
  })

const askForRebuild = () => publisher.ask('POST', '/api/publishing/rebuild')

let edits = 0
/** Mends what was broken, and sees that the newest is live and nothing is told as failed. */
const allIsWell = async (): Promise<void> => {
  proxy.breaks(null)
  edits += 1
  const words = `Allt är väl, gång ${edits}.`
  const page = { title: `Väl ${edits}`, slug: `val-${edits}`, blocks: [textBlock(words)] }
  const { id } = await publisher.creates('pages', 'sv', page, 'published')
  await waitFor(
    'the newest to be live',
    async () => ((await visitor.opens(`/sv/val-${edits}/`)).text.includes(words) ? true : undefined),
    { seconds: 60 },
  )
  await untilNothingWaits(web)
  await waitFor('nothing to be told as failed', async () => ((await failedNow()).length === 0 ? true : undefined))
  await publisher.removes('pages', id)
  await untilNothingWaits(web)
}

/** Visitors see a release in full: every path as it is listed. */
const isServedInFull = async (id: string): Promise<void> => {
  expect(await liveId(web)).toBe(id)
  expect(await pathsThatDiffer(web, await readListed(web, id))).toEqual([])
}

interface Failure {
  breaking: Breaking
  says: RegExp
}

const unreachable = /Innehållet gick inte att hämta/

const failures: Record<string, Failure> = {
  'an error in the middle of a list': {
    breaking: async (asked) =>
      isPages(asked) && asked.url.searchParams.get('page') === '2' ? { status: 500, text: '{}' } : null,
    says: unreachable,
  },
  'the connection is cut in the middle of a list': {
    breaking: async (asked) => (isPages(asked) && asked.url.searchParams.get('page') === '2' ? 'cut' : null),
    says: unreachable,
  },
  'half a JSON': {
    breaking: async (asked, answer) => {
      if (!isPages(asked)) return null
      const { status, text } = await answer()
      return { status, text: text.slice(0, text.length / 2) }
    },
    says: unreachable,
  },
  'one page is missing in the list': {
    breaking: withPages(({ docs, ...rest }) => ({ ...rest, docs: docs.slice(1) })),
    says: unreachable,
  },
  'an empty list of pages': {
    breaking: withPages((list) => ({ ...list, docs: [], totalDocs: 0, hasNextPage: false })),
    says: /från \d+ sidor till \d+.*Publicera ändå/,
  },
  'pages have another form than they had': {
    breaking: withPages(({ docs, ...rest }) => ({ ...rest, docs: docs.map((page) => ({ ...page, slug: 7 })) })),
    says: /”[^”]+” kan inte visas, för fältet ”slug”/,
  },
}

for (const [name, { breaking, says }] of Object.entries(failures)) {
  drill(`R11 ${name}`, { minutes: 3 }, async ({ tell }) => {
    await untilNothingWaits(web)
    const before = await liveId(web)
    proxy.breaks(breaking)
    expect((await askForRebuild()).status).toBe(202)
    const told = await reasonTold()
    tell(`told: ${told.slice(0, 160)}`)
    expect(told).toMatch(says)
    await isServedInFull(before)
    await allIsWell()
  })
}

drill('R11 the CMS is down', { minutes: 3 }, async ({ tell }) => {
  const before = await liveId(web)
  proxy.breaks(async () => 'cut' as const)
  const page = { title: 'Under avbrottet', slug: 'under-avbrottet', blocks: [textBlock('Skrivet under avbrottet.')] }
  await publisher.creates('pages', 'sv', page, 'published')
  await waitFor('the site to have asked in vain', async () =>
    (await visitor.opens('/sv/under-avbrottet/')).status === 404 ? true : undefined,
  )
  await isServedInFull(before)
  const startedAt = performance.now()
  proxy.breaks(null)
  await visitor.sees('/sv/under-avbrottet/', 'Skrivet under avbrottet.')
  tell(`live ${Math.round(performance.now() - startedAt)} ms after the CMS was there again`)
  await allIsWell()
})

drill('R11 the CMS goes between the content and the pictures', { minutes: 3 }, async ({ tell }) => {
  const image = await uploadPicture(publisher, 'mellan.webp')
  await untilNothingWaits(web)
  const before = await liveId(web)
  proxy.breaks(async ({ url }) => (url.pathname.startsWith('/api/media/file/') ? 'cut' : null))
  const blocks = [textBlock('Med bild.'), { blockType: 'figure', image }]
  await publisher.creates('pages', 'sv', { title: 'Med bild', slug: 'med-bild', blocks }, 'published')
  const told = await reasonTold()
  tell(`told: ${told.slice(0, 160)}`)
  expect(told).toMatch(unreachable)
  await isServedInFull(before)
  proxy.breaks(null)
  await visitor.sees('/sv/med-bild/', 'Med bild.')
  await allIsWell()
})

drill('R11 a link that leads nowhere', { minutes: 2 }, async ({ tell }) => {
  const before = await liveId(web)
  const page = { title: 'Röd länk', slug: 'rod-lank', blocks: [callToAction('/sv/finns-inte-alls/')] }
  const { id } = await publisher.creates('pages', 'sv', page, 'published')
  const told = await reasonTold()
  tell(`told: ${told.slice(0, 160)}`)
  expect(told).toMatch(/”Röd länk”.*\/sv\/finns-inte-alls\//)
  expect((await visitor.opens('/sv/rod-lank/')).status).toBe(404)
  const { files } = await readListed(web, before)
  const now = await readListed(web, await liveId(web))
  expect(Object.keys(now.files)).toEqual(Object.keys(files))
  await publisher.removes('pages', id)
  await allIsWell()
})

drill('R11 the renderer is killed in the midst of a rebuild', { minutes: 3 }, async ({ tell }) => {
  await untilNothingWaits(web)
  const before = await liveId(web)
  const renderer = (await rendererOf(web.site().pid)) ?? 0
  let asked: () => void = () => {}
  const isAsked = new Promise<void>((resolve) => (asked = resolve))
  proxy.breaks(async (question) => {
    if (isPages(question)) asked()
    return null
  })
  await askForRebuild()
  await isAsked
  process.kill(renderer, 'SIGKILL')
  const told = await reasonTold()
  tell(`told: ${told.slice(0, 160)}`)
  expect(told).toMatch(/Arbetet avbröts/)
  await isServedInFull(before)
  await allIsWell()
})

drill('R11 the renderer runs out of memory', { minutes: 6, onlyLong: true }, async ({ tell }) => {
  await untilNothingWaits(web)
  const before = await liveId(web)
  const renderer = await rendererOf(web.site().pid)
  // Small arrays take many times their text once they are read.
  const bloated = `{"docs":[${'{"a":[{},{},{},{},{},{}]},'.repeat(5_000_000)}{}],"totalDocs":5000001,"hasNextPage":false}`
  proxy.breaks(async (question) => (isPages(question) ? { status: 200, text: bloated } : null))
  await askForRebuild()
  const told = await waitFor('the admin to say why', () => reasonTold().catch(() => undefined), { seconds: 120 })
  tell(`told: ${told.slice(0, 160)}`)
  expect(told).toMatch(/Arbetet avbröts/)
  expect(await rendererOf(web.site().pid)).not.toBe(renderer)
  await isServedInFull(before)
  await allIsWell()
})

drill('R11 the disk is full', { minutes: 3 }, async ({ tell, cannotRun }) => {
  const mounted: string[] = []
  let full: Web | undefined
  try {
    full = await startWeb({}, async ({ store }) => {
      const directory = join(store.dataDirectory, 'releases')
      await mkdir(directory, { recursive: true })
      await run('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', directory]).then(
        () => mounted.push(directory),
        () => null,
      )
      return {}
    })
    const [directory] = mounted
    if (!directory) return cannotRun('No disk of a size of its own may be mounted here.')
    const staff = await signIn(full.cms.url)
    const reader = createVisitor(full.url)
    const { bavail, bsize } = await statfs(directory)
    const filler = join(directory, 'filler')
    await writeFile(filler, Buffer.alloc(Math.max(bavail * bsize - 8 * 1024 * 1024, 0)))
    const before = await liveId(full)
    const page = { title: 'Full disk', slug: 'full-disk', blocks: [textBlock('Skrivet när disken var full.')] }
    const { id } = await staff.creates('pages', 'sv', page, 'published')
    const state = await waitFor('the admin to say why', async () => {
      const told = Object((await staff.ask('GET', `/api/publishing/state?collection=pages&id=${id}`)).body)
      return told.state === 'failed' ? told : undefined
    })
    tell(`told: ${state.problems.join(' ').slice(0, 160)}`)
    expect(state.problems.join(' ')).toMatch(/för lite ledigt utrymme: \d+ MB/)
    expect(await liveId(full)).toBe(before)
    expect(await pathsThatDiffer(full, await readListed(full, before))).toEqual([])
    const startedAt = performance.now()
    await rm(filler)
    await reader.sees('/sv/full-disk/', 'Skrivet när disken var full.')
    tell(`live ${Math.round(performance.now() - startedAt)} ms after there was room again`)
  } finally {
    await full?.site().stop()
    for (const directory of mounted) await run('umount', [directory])
    await full?.end()
  }
})

drill('R11 the check sees a release that is served otherwise than it is listed', { minutes: 1 }, async () => {
  const id = await liveId(web)
  const release = await readListed(web, id)
  const files = {
    ...release.files,
    '/sv/': { hash: '0'.repeat(64), kind: 'page' },
    '/sv/not-there/': { hash: '1'.repeat(64) },
  }
  expect(await pathsThatDiffer(web, { ...release, files })).toEqual(['/sv/', '/sv/not-there/'])
})
