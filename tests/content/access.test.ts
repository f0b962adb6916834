import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anybody, type Caller, hire, signIn, siteReader, type StaffMember } from '../support/staff.ts'
import { createCompany } from '../support/company.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

const roles = ['anybody', 'site', 'communicator', 'publisher', 'membershipOfficer', 'administrator'] as const
type Role = (typeof roles)[number]

let cms: Cms
let administrator: StaffMember
let communicator: StaffMember
const callers = new Map<Role, Caller>()
// A document of each collection to change. Of users each may change their own, so that is asked of all at once.
const someIds = new Map<string, string>()

beforeAll(async () => {
  cms = await startCms()
  administrator = await signIn(cms.url)
  communicator = await hire(cms.url, administrator, 'communicator')
  callers.set('anybody', anybody(cms.url))
  callers.set('site', siteReader(cms.url))
  callers.set('communicator', communicator)
  callers.set('publisher', await hire(cms.url, administrator, 'publisher'))
  callers.set('membershipOfficer', await hire(cms.url, administrator, 'membershipOfficer'))
  callers.set('administrator', administrator)
  const company = createCompany(cms.url)
  await company.sends(await company.fillsIn('sv'))
  for (const collection of Object.keys(rights)) {
    const [first] = await administrator.lists(collection, 'limit=1').catch(() => [])
    if (first && collection !== 'users') someIds.set(collection, first.id)
  }
})
afterAll(() => cms.end())

const staff: Role[] = ['communicator', 'publisher', 'membershipOfficer', 'administrator']
const editors: Role[] = ['communicator', 'publisher', 'administrator']
const publishers: Role[] = ['publisher', 'administrator']
const officers: Role[] = ['membershipOfficer', 'administrator']
const administrators: Role[] = ['administrator']
const nobody: Role[] = []

interface Rights {
  read: Role[]
  create: Role[]
  update: Role[]
  delete: Role[]
}
const content: Rights = { read: [...staff, 'site'], create: editors, update: editors, delete: publishers }

/** Who may do what. A collection that is missing here fails the test below it. */
const rights: Record<string, Rights> = {
  pages: content,
  news: content,
  quotes: content,
  'fact-boxes': content,
  contacts: content,
  'glossary-terms': content,
  media: { read: [...staff, 'site'], create: editors, update: editors, delete: publishers },
  redirects: { read: [...staff, 'site'], create: publishers, update: publishers, delete: publishers },
  'signup-forms': content,
  plans: { read: [...staff, 'site'], create: officers, update: officers, delete: officers },
  emails: { read: officers, create: nobody, update: nobody, delete: nobody },
  members: { read: [...officers, 'site'], create: officers, update: officers, delete: officers },
  'member-history': { read: officers, create: nobody, update: nobody, delete: nobody },
  signups: { read: officers, create: nobody, update: officers, delete: administrators },
  consents: { read: officers, create: nobody, update: nobody, delete: nobody },
  'audit-log': { read: administrators, create: nobody, update: nobody, delete: nobody },
  users: { read: staff, create: administrators, update: staff, delete: administrators },
  'release-requests': { read: staff, create: nobody, update: nobody, delete: nobody },
  'scheduled-changes': { read: staff, create: nobody, update: nobody, delete: nobody },
  'payload-kv': { read: nobody, create: nobody, update: nobody, delete: nobody },
  'payload-migrations': { read: nobody, create: nobody, update: nobody, delete: nobody },
}

const noSuchId = '0'.repeat(24) // reads as an id on either database
// A draft's save is what a communicator does, so it is what the table is about; publishing has its own tests.
const attempts: Record<keyof Rights, (caller: Caller, collection: string) => Promise<number>> = {
  read: async (caller, collection) => (await caller.ask('GET', `/api/${collection}?limit=1&depth=0`)).status,
  create: async (caller, collection) => (await caller.ask('POST', `/api/${collection}?draft=true`, {})).status,
  update: async (caller, collection) => {
    const id = someIds.get(collection)
    const which = id === undefined ? `?where[id][equals]=${noSuchId}&` : `/${id}?`
    return (await caller.ask('PATCH', `/api/${collection}${which}draft=true`, {})).status
  },
  delete: async (caller, collection) =>
    (await caller.ask('DELETE', `/api/${collection}?where[id][equals]=${noSuchId}`)).status,
}
const isRefused = (status: number) => status === 401 || status === 403
// Payload answers so for a collection of its own that has no address in the API, which is as shut as can be.
const hasNoAddress = (status: number) => status === 404 || status === 501

describe.each(Object.keys(rights))('%s', (collection) => {
  test.each(['read', 'create', 'update', 'delete'] as const)('only those who may can %s', async (operation) => {
    const allowed: Role[] = []
    for (const role of roles) {
      const caller = callers.get(role)
      if (!caller) throw new Error(`Nobody plays the ${role}.`)
      const status = await attempts[operation](caller, collection)
      expect(status >= 500 && status !== 501, `${role} ${operation}: ${status}`).toBe(false)
      const isMissing = operation !== 'delete' && hasNoAddress(status)
      if (!isRefused(status) && !isMissing && status !== 501) allowed.push(role)
    }
    expect(allowed.toSorted()).toEqual((rights[collection]?.[operation] ?? []).toSorted())
  })
})

test('every collection that the API has is in the table', async () => {
  const { body } = await administrator.ask('GET', '/api/access')
  const known =
    typeof body === 'object' && body !== null && 'collections' in body ? Object.keys(body.collections ?? {}) : []
  const ownRows = ['payload-locked-documents', 'payload-preferences'] // each sees only their own, and Payload keeps it so
  expect(known.filter((collection) => !(collection in rights) && !ownRows.includes(collection))).toEqual([])
})

describe('a communicator writes, a publisher publishes', () => {
  test('a communicator cannot publish, neither a new page nor a draft', async () => {
    const { id } = await communicator.creates('pages', 'sv', { title: 'Utkast', slug: 'utkast' })
    const attemptsToPublish = [
      await communicator.ask('PATCH', `/api/pages/${id}?locale=sv`, { _status: 'published' }),
      await communicator.ask('PATCH', `/api/pages/${id}?locale=sv&draft=true`, { _status: 'published' }),
      await communicator.ask('PATCH', `/api/pages/${id}?locale=sv&publishAllLocales=true&draft=true`, {}),
      await communicator.ask('PATCH', `/api/pages/${id}?locale=sv`, { title: 'Utan status' }),
      await communicator.ask('POST', '/api/pages?locale=sv', { title: 'Ny', slug: 'ny', _status: 'published' }),
      await communicator.ask('POST', '/api/pages?locale=sv&draft=true', {
        title: 'Ny',
        slug: 'ny',
        _status: 'published',
      }),
      await communicator.ask('PATCH', `/api/pages?where[id][equals]=${id}&locale=sv`, { _status: 'published' }),
      await communicator.ask('POST', `/api/pages/${id}/duplicate?locale=sv`, { _status: 'published' }),
    ]
    const published = await siteReader(cms.url).published('pages', 'sv')
    expect(published.filter(({ slug }) => ['utkast', 'ny'].includes(String(slug)))).toEqual([])
    expect(attemptsToPublish.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
  })

  test('a communicator cannot take a published page away', async () => {
    const { id } = await administrator.creates('pages', 'sv', { title: 'Publicerad', slug: 'publicerad' }, 'published')
    await communicator.ask('PATCH', `/api/pages/${id}?locale=sv`, { _status: 'draft' })
    await communicator.ask('PATCH', `/api/pages/${id}?locale=sv&unpublishAllLocales=true`, { _status: 'draft' })
    await communicator.ask('PATCH', `/api/pages/${id}?locale=sv&unpublishAllLocales=true&draft=true`, {
      _status: 'draft',
    })
    await communicator.ask('PATCH', `/api/pages?where[id][equals]=${id}&locale=sv`, {
      _status: 'draft',
      title: 'Borta',
    })
    await communicator.ask('DELETE', `/api/pages/${id}`)
    const published = await siteReader(cms.url).published('pages', 'sv')
    expect(published.find((page) => page.id === id)).toMatchObject({ title: 'Publicerad' })
  })

  test('an old version that a communicator restores is not thereby published', async () => {
    const { id } = await administrator.creates('pages', 'sv', { title: 'Första', slug: 'forsta' }, 'published')
    await administrator.publishes('pages', id, 'sv', { title: 'Andra' })
    const versions = await administrator.lists('pages/versions', `where[parent][equals]=${id}&limit=10&sort=createdAt`)
    const oldest = versions[0]?.id
    await communicator.ask('POST', `/api/pages/versions/${oldest}`)
    await communicator.ask('POST', `/api/pages/versions/${oldest}?draft=true`)
    const published = await siteReader(cms.url).published('pages', 'sv')
    expect(published.find((page) => page.id === id)).toMatchObject({ title: 'Andra' })
  })

  test('nobody can give themselves another role', async () => {
    const me = await communicator.ask('GET', '/api/users/me')
    const { id } = Object(Object(me.body).user)
    await communicator.ask('PATCH', `/api/users/${id}`, { role: 'administrator' })
    const [user] = await administrator.lists('users', `where[id][equals]=${id}&limit=1`)
    expect(user).toMatchObject({ role: 'communicator' })
  })
})

describe('the site sees what is public and no more', () => {
  test('drafts are not there for the site, however it asks', async () => {
    const { id } = await communicator.creates('pages', 'sv', { title: 'Hemligt utkast', slug: 'hemligt-utkast' })
    const site = siteReader(cms.url)
    const answers = [
      await site.ask('GET', '/api/pages?locale=sv&depth=0&limit=100&draft=true'),
      await site.ask('GET', `/api/pages/${id}?locale=sv&draft=true`),
      await site.ask('GET', `/api/pages?where[_status][equals]=draft&limit=100&locale=sv`),
      await site.ask('GET', '/api/pages/versions?limit=100&locale=sv'),
      await site.ask('GET', '/api/pages?limit=100&locale=all'),
    ]
    for (const answer of answers) expect(answer.text).not.toContain('Hemligt utkast')
  })

  test('of members it learns only what may be listed', async () => {
    const member = {
      organisationName: 'Exempel AB',
      organisationNumber: '5560269986',
      contactName: 'Åsa Öberg',
      contactEmail: 'asa@example.com',
    }
    for (const listed of [true, false]) {
      const answer = await administrator.ask('POST', '/api/members', {
        ...member,
        organisationName: `Exempel ${listed}`,
        listed,
      })
      expect(answer.status, answer.text).toBe(201)
    }
    const { status, text } = await siteReader(cms.url).ask('GET', '/api/members?locale=sv&depth=0&limit=100')
    expect(status).toBe(200)
    expect(text).toContain('Exempel true')
    expect(text).not.toContain('Exempel false')
    expect(text).not.toMatch(/Åsa Öberg|asa@example\.com|5560269986/)
    const probe = await siteReader(cms.url).ask('GET', '/api/members?where[contactEmail][like]=asa&limit=100')
    expect(probe.status === 400 || probe.status === 403 || !probe.text.includes('Exempel')).toBe(true)
  })
})
