import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import { fetchDocuments, fetchEverything } from './from-cms.ts'
import { createSite, noContent } from './site.ts'

interface Answer {
  docs?: unknown[]
  totalDocs?: number
  status?: number
  text?: string
}

let cms: Server
let asked: URL[] = []
let answers: Record<string, Answer | ((query: URLSearchParams) => Answer)> = {}

const settings = { name: 'Kluster' }
const page = (id: number) => ({ id, title: `Sida ${id}`, slug: `sida-${id}`, updatedAt: '2026-11-22T12:00:00Z' })

beforeEach(async () => {
  asked = []
  answers = {}
  cms = createServer((req, res) => {
    const url = new URL(req.url ?? '', 'http://cms')
    asked.push(url)
    if (req.headers.authorization !== 'Site-Key key') return void res.writeHead(403).end('{}')
    const name = url.pathname.split('/').at(-1) ?? ''
    const given = answers[name] ?? {}
    const { docs = [], totalDocs, status = 200, text } = typeof given === 'function' ? given(url.searchParams) : given
    if (text !== undefined || status !== 200) return void res.writeHead(status).end(text ?? '{}')
    if (url.pathname.startsWith('/api/globals/')) return void res.end(JSON.stringify(name === 'menus' ? {} : settings))
    const from = (Number(url.searchParams.get('page')) - 1) * 100
    const hasNextPage = from + 100 < docs.length
    res.end(JSON.stringify({ docs: docs.slice(from, from + 100), totalDocs: totalDocs ?? docs.length, hasNextPage }))
  })
  await new Promise<void>((resolve) => cms.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  cms.closeAllConnections()
  await new Promise((resolve) => cms.close(resolve))
})

const source = (siteKey = 'key') => ({ cmsUrl: `http://127.0.0.1:${(cms.address() as AddressInfo).port}`, siteKey })

const fetchAll = async (from = source()) => {
  const site = createSite(noContent())
  const found: ReleaseProblem[] = []
  for await (const { changes, problems } of fetchEverything(from)) {
    site.change(changes)
    found.push(...problems)
  }
  return { content: site.content(), problems: found }
}

test('every page of a long list is fetched, in each language what that language has published', async () => {
  const all = Array.from({ length: 250 }, (_, place) => page(place + 1))
  answers = { pages: (query) => ({ docs: query.get('locale') === 'sv' ? all : all.slice(0, 3) }) }
  const { content, problems } = await fetchAll()
  expect([content.sv.pages.length, content.en.pages.length, problems]).toEqual([250, 3, []])
  const queries = asked.filter(({ pathname }) => pathname === '/api/pages').map(({ searchParams }) => searchParams)
  expect(queries.every((query) => query.get('where[_status][equals]') === 'published')).toBe(true)
})

test('one document of the wrong shape is set aside and named; the rest is there', async () => {
  answers = { pages: { docs: [page(1), { ...page(2), blocks: [{ blockType: 'figure' }] }] } }
  const { content, problems } = await fetchAll()
  expect(content.sv.pages.map(({ id }) => id)).toEqual(['1'])
  expect(problems).toContainEqual({
    collection: 'pages',
    id: '2',
    title: 'Sida 2',
    language: 'sv',
    code: 'publishing.problem.invalid',
    values: { field: 'blocks.0.image' },
  })
})

test.each([
  ['a refusal', { status: 500 }, 'answered 500'],
  ['something else than JSON', { text: '<html>' }, 'something else than JSON'],
  ['something else than a list', { text: '{"errors":[]}' }, 'not a list of documents'],
  ['fewer documents than were counted', { docs: [page(1)], totalDocs: 2 }, 'counted 2 documents in pages but gave 1'],
])('%s is an error that says so, never half a content', async (_name, answer, message) => {
  answers = { pages: answer }
  await expect(fetchAll()).rejects.toThrow(message)
})

test('a document that is unpublished while the list is read does not take another one with it', async () => {
  const all = Array.from({ length: 250 }, (_, place) => page(place + 1))
  answers = { pages: (query) => ({ docs: query.get('page') === '1' ? all : all.slice(1) }) }
  await expect(fetchAll()).rejects.toThrow('some changed meanwhile')
})

test('a wrong key and a CMS that is not there are told apart', async () => {
  await expect(fetchAll(source('other'))).rejects.toThrow('answered 403')
  await expect(fetchAll({ cmsUrl: 'http://127.0.0.1:9', siteKey: 'key' })).rejects.toThrow('did not answer')
})

test('settings that lack what a site cannot do without are named by their field', async () => {
  answers = { 'site-settings': { text: '{}' } }
  const { problems } = await fetchAll()
  expect(problems[0]).toMatchObject({
    collection: 'site-settings',
    code: 'publishing.problem.invalid',
    values: { field: 'name' },
  })
})

test('of some documents only these are fetched, and those that are not published any more are gone', async () => {
  answers = { pages: (query) => ({ docs: query.get('locale') === 'sv' ? [page(2)] : [] }) }
  const named = [2, 3].map((id) => ({ collection: 'pages', id: String(id) }))
  const { changes } = await fetchDocuments(source(), [...named, { collection: 'users', id: '1' }])
  expect(changes.map(({ language, id, document }) => [language, id, document !== null])).toEqual([
    ['sv', '2', true],
    ['sv', '3', false],
    ['en', '2', false],
    ['en', '3', false],
  ])
  expect(asked.every(({ searchParams }) => searchParams.get('where[id][in]') === '2,3')).toBe(true)
})

test('a draft that comes along is kept out and told', async () => {
  answers = { pages: { docs: [{ ...page(1), _status: 'draft' }] } }
  const { content, problems } = await fetchAll()
  expect(content.sv.pages).toEqual([])
  expect(problems[0]?.code).toBe('publishing.problem.draft-inside')
})
