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
import { contentsDirectory, writeRelease } from './release.ts'
import type { PublishOutcome } from './renderer-messages.ts'
import type { Renderer } from './renderer-process.ts'

const refused: PublishOutcome = {
  outcome: 'refused',
  milliseconds: 1,
  problems: [{ collection: 'pages', id: '7', title: 'Om oss', code: 'publishing.problem.throws' }],
}
const live: PublishOutcome = {
  outcome: 'live',
  release: '20261122-120322-aaaa',
  pages: 2,
  milliseconds: 1,
  problems: [],
}

let dataDir = ''
let cms: Server
let isCmsThere = true
let waiting: number[] = []
let reports: ReleaseReport[] = []
let publisher: Publisher
const publish = vi.fn<Renderer['publish']>()
const onLive = vi.fn<() => Promise<void>>(async () => {})

const renderer: Renderer = {
  publish,
  render: () => Promise.reject(new Error('No page is asked for here.')),
  bundle: () => 'code-1',
  ready: async () => 'code-1',
  processId: () => undefined,
  stop: async () => {},
}

/** A release of the same code is live already, so that nothing is made without being asked for. */
const withLiveRelease = async () => {
  await mkdir(contentsDirectory(dataDir), { recursive: true })
  const id = '20261122-120000-aaaa'
  const createdAt = '2026-11-22T12:00:00.000Z'
  await writeRelease(dataDir, { id, createdAt, bundle: 'code-1', content: '0'.repeat(64), pages: 2, files: {} })
  await makeLive(dataDir, id)
}

const start = () => {
  const { port } = cms.address() as AddressInfo
  publisher = startPublisher({ cms: { cmsUrl: `http://127.0.0.1:${port}`, siteKey: 'key' }, dataDir, renderer, onLive })
}

const told = () => reports.map(({ status, requests }) => `${status} ${requests.join(' ')}`)

beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
  dataDir = await mkdtemp(join(tmpdir(), 'publisher-'))
  isCmsThere = true
  waiting = []
  reports = []
  publish.mockReset().mockResolvedValue(live)
  onLive.mockClear()
  cms = createServer(async (req, res) => {
    if (!isCmsThere) return void res.writeHead(503).end()
    if (req.url === '/api/publishing/waiting') {
      return void res.end(JSON.stringify({ waiting: waiting.map((id) => ({ id })) }))
    }
    const report = releaseReportSchema.parse(await json(req))
    reports.push(report)
    if (report.status !== 'rendering') waiting = waiting.filter((id) => !report.requests.includes(String(id)))
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

test('what waits is joined into one release and reported', async () => {
  await withLiveRelease()
  waiting = [1, 2, 3]
  start()
  await vi.waitFor(() => expect(told()).toEqual(['rendering 1 2 3', 'live 1 2 3']))
  expect(publish).toHaveBeenCalledTimes(1)
  expect(onLive).toHaveBeenCalledTimes(1)
})

test('a request that was refused becomes live with the next release', async () => {
  await withLiveRelease()
  waiting = [1]
  publish.mockResolvedValueOnce(refused)
  start()
  await vi.waitFor(() => expect(told()).toEqual(['rendering 1', 'failed 1']))
  expect(onLive).not.toHaveBeenCalled()
  waiting = [2]
  publisher.poke()
  await vi.waitFor(() => expect(told().slice(2)).toEqual(['rendering 2', 'live 1 2']))
})

test('a poke during a release is not lost', async () => {
  await withLiveRelease()
  let finish = (_outcome: PublishOutcome) => {}
  publish.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)))
  waiting = [1]
  start()
  await vi.waitFor(() => expect(publish).toHaveBeenCalledTimes(1))
  waiting = [1, 2]
  publisher.poke()
  finish(live)
  await vi.waitFor(() => expect(told()).toEqual(['rendering 1', 'live 1', 'rendering 2', 'live 2']))
})

test('nothing is made when nothing waits; new code, or no release at all, is reason enough', async () => {
  await withLiveRelease()
  start()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(publish).not.toHaveBeenCalled()
  await publisher.stop()
  await rm(join(dataDir, 'releases'), { recursive: true })
  start()
  await vi.waitFor(() => expect(publish).toHaveBeenCalledTimes(1))
})

test('a CMS that is away is asked again until it answers', async () => {
  await withLiveRelease()
  isCmsThere = false
  waiting = [1]
  start()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(publish).not.toHaveBeenCalled()
  isCmsThere = true
  await vi.waitFor(() => expect(told()).toEqual(['rendering 1', 'live 1']), { timeout: 4000 })
})

test('a renderer that dies fails the request, which is tried again unasked', async () => {
  await withLiveRelease()
  publish.mockRejectedValueOnce(new Error('The renderer ended.'))
  waiting = [1]
  start()
  await vi.waitFor(() => expect(told()).toEqual(['rendering 1', 'failed 1', 'live 1']), { timeout: 4000 })
  expect(reports[1]?.problems?.[0]?.code).toBe('publishing.problem.renderer-stopped')
})
