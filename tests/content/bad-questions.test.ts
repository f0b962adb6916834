import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody, signIn, siteReader, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let administrator: StaffMember

beforeAll(async () => {
  cms = await startCms()
  administrator = await signIn(cms.url)
})
afterAll(() => cms.end())

test.each([
  ['a filter that is no JSON', '/api/pages?where={'],
  ['a filter that is a word', '/api/pages?where=true'],
  ['all documents at once', '/api/pages?limit=0'],
  ['a million documents', '/api/pages?limit=1000000'],
  ['less than none', '/api/pages?limit=-1'],
  ['a limit in words', '/api/pages?limit=many'],
  ['the whole database at once', '/api/pages?depth=10'],
  ['page nought', '/api/pages?page=0'],
  ['a field that is not there', '/api/pages?where[nowhere][equals]=1'],
  ['an operator that is not there', '/api/pages?where[title][$where]=1'],
])('%s is refused with 400 and a reason', async (_what, path) => {
  for (const caller of [administrator, siteReader(cms.url)]) {
    const { status, body } = await caller.ask('GET', path)
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ message: expect.any(String) }] })
  }
})

test.each([
  ['quotes in a filter', "/api/pages?where[title][equals]=' OR 1=1 --"],
  ['a sort by a hidden field', '/api/pages?sort=password'],
  ['a language that is not ours', '/api/pages?locale=xx'],
  ['a name that is code', '/api/pages?where[title][like]=%25%00'],
  ['an id that is none', '/api/pages/not-an-id'],
  ['an id of another kind', '/api/pages/%7B%22%24ne%22%3Anull%7D'],
  ['a list where a word belongs', '/api/pages?where[title][equals][]=a&where[title][equals][]=b'],
])('%s never makes the CMS fall over', async (_what, path) => {
  for (const caller of [administrator, siteReader(cms.url), anybody(cms.url)]) {
    const { status, text } = await caller.ask('GET', path)
    expect(status, text).toBeLessThan(500)
  }
})

test.each(['PATCH', 'DELETE'])('%s of a document whose id is none is refused', async (method) => {
  for (const id of ['not-an-id', 'NaN', '1e999', '%7B%22%24ne%22%3Anull%7D', '-1', '99999999999999999999']) {
    const { status, text } = await administrator.ask(method, `/api/pages/${id}`, {})
    expect(status, text).toBeGreaterThanOrEqual(400)
    expect(status, text).toBeLessThan(500)
  }
})

test('a body that is no JSON is refused, and nothing is stored', async () => {
  const before = (await administrator.lists('pages', 'limit=100&draft=true')).length
  const response = await fetch(`${cms.url}/api/pages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"title": ',
  })
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status).toBeLessThan(500)
  expect((await administrator.lists('pages', 'limit=100&draft=true')).length).toBe(before)
})

test.each(['/api/graphql', '/api/graphql-playground', '/graphql'])('there is no GraphQL at %s', async (path) => {
  expect((await anybody(cms.url).ask('POST', path, { query: '{ __schema { types { name } } }' })).status).toBe(404)
})

test('nobody can make themselves the first administrator', async () => {
  const { status } = await anybody(cms.url).ask('POST', '/api/users/first-register', {
    email: 'mallory@example.org',
    password: 'a password of mallory',
    name: 'Mallory',
  })
  expect(status).toBe(404)
  expect(await administrator.lists('users', 'limit=10')).toHaveLength(1)
})

test('a filter on secrets tells nothing', async () => {
  for (const field of ['hash', 'salt', 'resetPasswordToken', 'sessions.id']) {
    const { status, text } = await siteReader(cms.url).ask('GET', `/api/users?where[${field}][exists]=true`)
    expect([400, 403], text).toContain(status)
  }
  const { text } = await administrator.ask('GET', '/api/users?limit=10')
  expect(text).not.toMatch(/"(hash|salt|resetPasswordToken)"/)
})

test('the answers say nothing of what the server is made of', async () => {
  const { headers } = await anybody(cms.url).ask('GET', '/api/pages')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})
