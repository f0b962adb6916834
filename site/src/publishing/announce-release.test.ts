import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changeBetween, createAnnouncer, signatureOf } from './announce-release.ts'
import type { ContentFile, Release, ReleaseFile } from './release.ts'

interface Heard {
  request: IncomingMessage
  body: string
}

let heard: Heard[] = []
let answers: number[] = []
let server: Server
let url = ''

beforeEach(async () => {
  heard = []
  answers = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      heard.push({ request, body })
      response.writeHead(answers.shift() ?? 204, { location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  url = `http://127.0.0.1:${port}/hook?token=secret-in-the-address`
})
afterEach(async () => {
  vi.restoreAllMocks()
  await new Promise((resolve) => server.close(resolve))
})

const file = (letter: string): ContentFile => ({
  hash: letter.repeat(64),
  type: 'text/html',
  size: 1,
  compressed: false,
})

const releaseOf = (id: string, files: Record<string, ReleaseFile>): Release => ({
  id,
  createdAt: '2026-11-22T12:03:22.000Z',
  bundle: 'a',
  content: {},
  pages: 2,
  headers: [],
  files,
})
const before = releaseOf('20261122-120322-aaaa', {
  '/sv/': file('a'),
  '/sv/om/': file('b'),
  '/sv/bort/': file('c'),
  '/sv/borta/': file('c'),
})
const after = releaseOf('20261122-120323-bbbb', {
  '/sv/': file('a'),
  '/sv/om/': file('d'),
  '/sv/ny/': file('e'),
  '/sv/bortflyttad': { status: 301, location: '/sv/ny/' },
  '/sv/borta/': { status: 410, location: '/sv/410.html' },
})

const announcerTo = (urls: string[], secret?: string) =>
  createAnnouncer({
    siteUrl: 'https://www.example.org',
    releaseWebhookUrls: urls,
    releaseWebhookSecret: secret,
    pauses: [1, 1],
  })

test('whoever asked is told what changed and what is gone, signed', async () => {
  const announcer = announcerTo([url, url], 'a secret of the operator')
  announcer.announce(() => changeBetween(before, after))
  await announcer.settled()
  expect(heard).toHaveLength(2)
  const [{ request, body } = { request: undefined, body: '' }] = heard
  expect(JSON.parse(body)).toEqual({
    event: 'release',
    release: '20261122-120323-bbbb',
    createdAt: '2026-11-22T12:03:22.000Z',
    siteUrl: 'https://www.example.org',
    pages: 2,
    changed: ['/sv/bortflyttad', '/sv/ny/', '/sv/om/'],
    removed: ['/sv/bort/', '/sv/borta/'],
    complete: true,
  })
  expect(request?.headers['x-klusterwebb-signature']).toBe(signatureOf(body, 'a secret of the operator'))
  expect(request?.headers['content-type']).toBe('application/json')
})

test('without a secret there is no signature, and of very many paths a thousand are told', async () => {
  const many = Object.fromEntries(Array.from({ length: 1500 }, (_, place) => [`/sv/${place}/`, file('f')]))
  const announcer = announcerTo([url])
  announcer.announce(() => changeBetween(null, releaseOf('20261122-120323-bbbb', many)))
  await announcer.settled()
  const [{ request, body } = { request: undefined, body: '{}' }] = heard
  expect(request?.headers).not.toHaveProperty('x-klusterwebb-signature')
  expect(JSON.parse(body).changed).toHaveLength(1000)
  expect(JSON.parse(body).complete).toBe(false)
})

test('one that fails is told again, three times in all; the log names its host and nothing more', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  answers = [503, 500, 204]
  const announcer = announcerTo([url])
  announcer.announce(() => changeBetween(before, after))
  await announcer.settled()
  expect(heard).toHaveLength(3)
  expect(log).not.toHaveBeenCalled()

  answers = [500, 500, 500, 204]
  announcer.announce(() => changeBetween(before, after))
  await announcer.settled()
  expect(heard).toHaveLength(6)
  expect(log.mock.calls).toEqual([
    [`${new URL(url).host} could not be told that release 20261122-120323-bbbb is live (it answered 500).`],
  ])
})

test('what was refused, or led elsewhere, is not told again', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  answers = [404, 301]
  const announcer = announcerTo([url])
  announcer.announce(() => changeBetween(before, after))
  await announcer.settled()
  announcer.announce(() => changeBetween(before, after))
  await announcer.settled()
  expect(heard).toHaveLength(2)
  expect(log).toHaveBeenCalledTimes(2)
})

test('one that does not answer stops neither the others nor the end of the process', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const announcer = announcerTo(['http://127.0.0.1:9/', url])
  announcer.announce(() => changeBetween(before, after))
  await announcer.settled()
  expect(heard).toHaveLength(1)
  expect(String(log.mock.calls)).toContain('127.0.0.1:9 could not be told')

  const patient = createAnnouncer({
    siteUrl: 'https://www.example.org',
    releaseWebhookUrls: ['http://127.0.0.1:9/'],
    pauses: [60_000],
    releaseWebhookSecret: undefined,
  })
  patient.announce(() => changeBetween(before, after))
  patient.stop()
  await patient.settled()
})
