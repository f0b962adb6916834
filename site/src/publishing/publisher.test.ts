import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { type ReleaseReport, releaseReportSchema } from 'shared/publishing/release-report'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeLive } from './make-live.ts'
import { type Publisher, startPublisher } from './publisher.ts'
import { contentsDirectory, type ReleaseChange, writeRelease } from './release.ts'
import type { Published } from './renderer-messages.ts'
import type { Renderer } from './renderer-process.ts'

const refused: Published = {
  outcome: {
    outcome: 'refused',
    milliseconds: 1,
    problems: [{ collection: 'pages', id: '7', title: 'Om oss', code: 'publishing.problem.throws' }],
  },
  change: null,
}
const liveRelease = (release: string): Published => ({
  outcome: {
    outcome: 'live',
    release,
    pages: 2,
    changed: 1,
    milliseconds: 1,
    problems: [],
    held: [],
    languages: { problems: [], total: 0 },
    kept: [release],
  },
  change: null,
})
const live = liveRelease('20261122-120322-aaaa')

let dataDir = ''
let cms: Server
let isCmsThere = true
interface WaitingRequest {
  id: number
  action: string
  collectionSlug: string
  documentId: string
  also?: { collection: string; id: number }[]
  release?: string
  words?: string[] | null
  force?: boolean
}
let waiting: WaitingRequest[] = []
let cmsStarted = ''
let processId: number | undefined
let reports: ReleaseReport[] = []
let publisher: Publisher
const publish = vi.fn<Renderer['publish']>()
const onLive = vi.fn<(change: ReleaseChange | null) => Promise<void>>(async () => {})

const forget = vi.fn<Renderer['forget']>()

const renderer: Renderer = {
  publish,
  forget,
  render: () => Promise.reject(new Error('No page is asked for here.')),
  preview: () => Promise.reject(new Error('No preview is asked for here.')),
  onCaughtUp: () => {},
  bundle: () => 'code-1',
  ready: async () => 'code-1',
  processId: () => processId,
  stop: async () => {},
}

/** A release of the same code is live already, so that nothing is made without being asked for. */
const withLiveRelease = async () => {
  await mkdir(contentsDirectory(dataDir), { recursive: true })
  const id = '20261122-120000-aaaa'
  const createdAt = '2026-11-22T12:00:00.000Z'
  await writeRelease(dataDir, { id, createdAt, bundle: 'code-1', content: {}, pages: 2, headers: [], files: {} })
  await makeLive(dataDir, id)
}

const start = () => {
  const { port } = cms.address() as AddressInfo
  publisher = startPublisher({ cms: { cmsUrl: `http://127.0.0.1:${port}`, siteKey: 'key' }, dataDir, renderer, onLive })
}

const request = (id: number, given: Partial<WaitingRequest> = {}): WaitingRequest => ({
  id,
  action: 'published',
  collectionSlug: 'pages',
  documentId: String(id),
  ...given,
})

const told = () => reports.map(({ status, requests }) => `${status} ${requests.join(' ')}`)

/** On a machine that does much else, soon may be seconds. */
const soon = (isSo: () => void) => vi.waitFor(isSo, { timeout: 20_000 })

beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
  dataDir = await mkdtemp(join(tmpdir(), 'publisher-'))
  isCmsThere = true
  waiting = []
  cmsStarted = ''
  processId = undefined
  reports = []
  publish.mockReset().mockResolvedValue(live)
  forget.mockReset().mockResolvedValue({ dropped: 3, isShown: false, kept: ['20261122-120000-aaaa'] })
  onLive.mockClear()
  cms = createServer(async (req, res) => {
    if (!isCmsThere) return void res.writeHead(503).end()
    if (req.url === '/api/publishing/waiting') {
      return void res.end(JSON.stringify({ waiting, ...(cmsStarted ? { started: cmsStarted } : {}) }))
    }
    const report = releaseReportSchema.parse(await json(req))
    reports.push(report)
    if (report.status !== 'rendering') waiting = waiting.filter(({ id }) => !report.requests.includes(String(id)))
    res.writeHead(204).end()
  })
  await new Promise<void>((resolve) => cms.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await publisher.stop()
  cms.closeAllConnections()
  await new Promise((resolve) => cms.close(resolve))
  await rm(dataDir, { recursive: true })
  vi.restoreAllMocks()
})

test('what waits is joined into one release of the documents that changed, and reported', async () => {
  await withLiveRelease()
  waiting = [request(1), request(2, { also: [{ collection: 'redirects', id: 9 }] }), request(3, { force: true })]
  start()
  await soon(() => expect(told()).toEqual(['live 1 2 3']))
  const page = (id: string) => ({ collection: 'pages', id })
  const changes = [page('1'), page('2'), { collection: 'redirects', id: '9' }, page('3')]
  expect(publish.mock.calls.map(([order]) => order)).toEqual([{ changes, anew: false, force: true }])
  expect(onLive).toHaveBeenCalledTimes(1)
})

test('a rebuild is of everything, and anew', async () => {
  await withLiveRelease()
  waiting = [request(1), request(2, { action: 'rebuild', collectionSlug: '', documentId: '' })]
  start()
  await soon(() => expect(told()).toEqual(['live 1 2']))
  expect(publish.mock.calls[0]?.[0]).toEqual({ changes: 'everything', anew: true, force: false })
})

test('long work is told while it goes on, with how far it has come', async () => {
  await withLiveRelease()
  let finish: (published: Published) => void = () => {}
  publish.mockImplementationOnce((_order, tell) => {
    tell?.({ done: 30, total: 100 })
    return new Promise((resolve) => (finish = resolve))
  })
  waiting = [request(1)]
  start()
  await soon(() => expect(told()).toEqual(['rendering 1']))
  expect(reports[0]?.progress).toEqual({ done: 30, total: 100 })
  finish(live)
  await soon(() => expect(told()).toEqual(['rendering 1', 'live 1']))
})

test('a request that was refused is told as failed, and the next release is made of what is new', async () => {
  await withLiveRelease()
  waiting = [request(1)]
  publish.mockResolvedValueOnce(refused)
  start()
  await soon(() => expect(told()).toEqual(['failed 1']))
  expect(onLive).not.toHaveBeenCalled()
  waiting = [request(2)]
  publisher.poke()
  await soon(() => expect(told().slice(1)).toEqual(['live 2']))
})

test('a poke during a release is not lost', async () => {
  await withLiveRelease()
  let finish: (published: Published) => void = () => {}
  publish.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)))
  waiting = [request(1)]
  start()
  await soon(() => expect(publish).toHaveBeenCalledTimes(1))
  waiting = [request(1), request(2)]
  publisher.poke()
  finish(live)
  await soon(() => expect(told()).toEqual(['live 1', 'live 2']))
})

test('a renderer that has just been started gets ready, once; nothing is reported when nothing is new', async () => {
  await withLiveRelease()
  publish.mockResolvedValue(liveRelease('20261122-120000-aaaa'))
  processId = 1
  start()
  await soon(() => expect(publish).toHaveBeenCalledTimes(1))
  expect(publish.mock.calls[0]?.[0]).toMatchObject({ changes: 'everything', onlyPrepare: true })
  publisher.poke()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(publish).toHaveBeenCalledTimes(1)
  processId = 2
  publisher.poke()
  await soon(() => expect(publish).toHaveBeenCalledTimes(2))
  expect(told()).toEqual([])
  expect(onLive).not.toHaveBeenCalled()
})

test('a CMS that is away is asked again until it answers', async () => {
  await withLiveRelease()
  isCmsThere = false
  waiting = [request(1)]
  start()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(publish).not.toHaveBeenCalled()
  isCmsThere = true
  await soon(() => expect(told()).toEqual(['live 1']))
})

test('a renderer that dies fails the request, which is tried again unasked and told as live, also if it was live already', async () => {
  await withLiveRelease()
  publish.mockRejectedValueOnce(new Error('The renderer ended.'))
  publish.mockResolvedValueOnce(liveRelease('20261122-120000-aaaa'))
  waiting = [request(1)]
  start()
  await soon(() => expect(told()).toEqual(['failed 1', 'live 1']))
  expect(reports[0]?.problems?.[0]?.code).toBe('publishing.problem.renderer-stopped')
})

test('what is tried again is all of what was asked for: the loss of pages stays intended, and it is not only a start', async () => {
  await withLiveRelease()
  publish.mockRejectedValueOnce(new Error('The renderer ended.'))
  waiting = [request(1, { force: true })]
  start()
  await soon(() => expect(told()).toEqual(['failed 1', 'live 1']))
  expect(publish.mock.lastCall?.[0]).toEqual({ changes: 'everything', anew: false, force: true, onlyPrepare: false })
})

test('when the CMS was started anew, everything is compared once, as it may have died in the midst of a save', async () => {
  await withLiveRelease()
  publish.mockResolvedValue(liveRelease('20261122-120000-aaaa'))
  cmsStarted = '2026-11-22T12:00:00Z'
  start()
  await soon(() => expect(publish).toHaveBeenCalledTimes(1))
  cmsStarted = '2026-11-22T12:03:00Z'
  publisher.poke()
  await soon(() => expect(publish).toHaveBeenCalledTimes(2))
  expect(publish.mock.lastCall?.[0]).toMatchObject({ changes: 'everything', onlyPrepare: true })
  publisher.poke()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(publish).toHaveBeenCalledTimes(2)
})

test('a release is restored in its turn; one that is gone is told as failed, and nothing changes', async () => {
  await withLiveRelease()
  waiting = [request(1, { action: 'restored', release: '20261122-120000-aaaa' })]
  start()
  await soon(() => expect(told()).toEqual(['live 1']))
  expect(reports[0]?.release).toBe('20261122-120000-aaaa')
  waiting = [request(2, { action: 'restored', release: '20261122-110000-bbbb' })]
  publisher.poke()
  await soon(() => expect(told()).toEqual(['live 1', 'failed 2']))
  expect(reports[1]?.problems?.[0]?.code).toBe('publishing.problem.release-gone')
  expect(publish).not.toHaveBeenCalled()
})

test('a person who was erased is taken out of what is kept, once what changed before is live', async () => {
  await withLiveRelease()
  waiting = [
    request(1),
    request(2, { action: 'erased', collectionSlug: '', documentId: '', words: ['siv@example.com'] }),
  ]
  start()
  await soon(() => expect(told()).toEqual(['live 1', 'live 2']))
  expect(forget).toHaveBeenCalledExactlyOnceWith(['siv@example.com'])
  expect(publish.mock.invocationCallOrder[0]).toBeLessThan(forget.mock.invocationCallOrder[0] ?? 0)
  expect(reports[1]).toMatchObject({ dropped: 3, kept: ['20261122-120000-aaaa'], release: '20261122-120000-aaaa' })
  expect(reports[1]?.problems).toBeUndefined()
})

test('who is still shown is told, and whom nobody remembers is looked for no further', async () => {
  await withLiveRelease()
  forget.mockResolvedValue({ dropped: 0, isShown: true, kept: [] })
  waiting = [request(1, { action: 'erased', words: null })]
  start()
  await soon(() => expect(told()).toEqual(['live 1']))
  expect(forget).toHaveBeenCalledWith(null)
  expect(publish).not.toHaveBeenCalled()
  expect(reports[0]?.problems?.[0]?.code).toBe('publishing.problem.person-still-shown')
})

test('when somebody went back to a release with the person, what is published now goes live first', async () => {
  await withLiveRelease()
  const newer = { id: '20261122-130000-aaaa', createdAt: '2026-11-22T13:00:00.000Z', bundle: 'code-1' }
  await writeRelease(dataDir, { ...newer, content: {}, pages: 2, headers: [], files: {} })
  forget.mockResolvedValueOnce({ dropped: 1, isShown: true, kept: [] })
  forget.mockResolvedValueOnce({ dropped: 1, isShown: false, kept: [] })
  waiting = [request(1, { action: 'erased', words: ['siv@example.com'] })]
  start()
  await soon(() => expect(told().at(-1)).toBe('live 1'))
  expect(publish.mock.calls[0]?.[0]).toMatchObject({ changes: 'everything' })
  expect(reports.at(-1)).toMatchObject({ requests: ['1'], dropped: 2 })
  expect(reports.at(-1)?.problems).toBeUndefined()
})

test('what could not be taken away is tried again', async () => {
  await withLiveRelease()
  forget.mockRejectedValueOnce(new Error('The renderer ended.'))
  waiting = [request(1, { action: 'erased', words: ['siv@example.com'] })]
  start()
  await soon(() => expect(told()).toEqual(['live 1']))
  expect(forget).toHaveBeenCalledTimes(2)
})
