import { languages } from 'shared/languages'
import { sayAdmin } from 'shared/translations/admin'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anybody, type Caller, hire, signIn, siteReader, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

// The CMS alone: what the site would be told and would tell is asked and told here, with the site's key.

let cms: Cms
let administrator: StaffMember
let publisher: StaffMember
let communicator: StaffMember
let officer: StaffMember
let site: Site

beforeAll(async () => {
  cms = await startCms()
  administrator = await signIn(cms.url)
  publisher = await hire(cms.url, administrator, 'publisher')
  communicator = await hire(cms.url, administrator, 'communicator')
  officer = await hire(cms.url, administrator, 'membershipOfficer')
  site = siteWithKey(siteReader(cms.url))
})
afterAll(() => cms.end())

// Every test begins with nothing waiting, as after a release that took everything along.
beforeEach(async () => {
  await site.showsAll()
})

const waitingSchema = z.object({
  waiting: z.array(
    z.object({
      id: z.string(),
      action: z.string(),
      collectionSlug: z.string(),
      documentId: z.string(),
      also: z.array(z.object({ collection: z.string(), id: z.string() })),
      release: z.string().optional(),
      force: z.boolean().optional(),
    }),
  ),
})
type Waiting = z.infer<typeof waitingSchema>['waiting'][number]

/** The site, as far as the CMS knows it. */
interface Site extends Caller {
  waits: () => Promise<Waiting[]>
  reports: (report: object) => Promise<void>
  /** Makes a release of all that waits, and tells so; the answer is its id. */
  showsAll: (report?: object) => Promise<string>
}

let releases = 0
const nextRelease = () => {
  releases += 1
  return `20261122-1203${String(releases).padStart(2, '0')}-ab12`
}

const siteWithKey = (caller: Caller): Site => {
  const waits = async () => waitingSchema.parse((await caller.ask('GET', '/api/publishing/waiting')).body).waiting
  const reports = async (report: object) => {
    const answer = await caller.ask('POST', '/api/publishing/report', report)
    if (answer.status !== 204) throw new Error(`The report was answered ${answer.status}: ${answer.text}`)
  }
  return {
    ...caller,
    waits,
    reports,
    showsAll: async (report = {}) => {
      const release = nextRelease()
      const requests = (await waits()).map(({ id }) => id)
      await reports({ requests, status: 'live', release, pages: 40, changed: 1, milliseconds: 120, ...report })
      return release
    },
  }
}

let pages = 0
const newPage = async (data: object = {}) => {
  pages += 1
  const title = `Sida ${pages}`
  const { id } = await publisher.creates('pages', 'sv', { title, slug: `cms-sida-${pages}`, ...data }, 'published')
  return { id, title, slug: `cms-sida-${pages}` }
}
/** An id as this database takes it in a relation: a number on SQLite. */
const related = (id: string): string | number => (/^\d{1,9}$/.test(id) ? Number(id) : id)
const stateOf = async (id: string, caller: Caller = publisher) =>
  Object((await caller.ask('GET', `/api/publishing/state?collection=pages&id=${id}`)).body)
const overview = async (caller: Caller = publisher) =>
  Object((await caller.ask('GET', '/api/publishing/overview')).body)
const problemOf = (id: string, title: string, code = 'broken-link') => ({
  collection: 'pages',
  id,
  title,
  language: 'sv',
  code: `publishing.problem.${code}`,
  values: { path: '/sv/x/', target: '/sv/finns-inte/', before: 40, after: 4 },
})

describe('what the site is told', () => {
  test('that a document was unpublished, also when a draft lies on top of it', async () => {
    const { id } = await publisher.creates('pages', 'sv', { title: 'Snart borta', slug: 'snart-borta' }, 'published')
    await publisher.savesDraft('pages', id, 'sv', { title: 'Ett utkast ovanpå' })
    await site.showsAll()
    await publisher.unpublishes('pages', id, 'sv')
    expect(await site.waits()).toMatchObject([{ action: 'unpublished', collectionSlug: 'pages', documentId: id }])
  })

  test('each change once, oldest first, until it is live', async () => {
    const one = await newPage()
    const other = await newPage()
    await publisher.publishes('pages', one.id, 'sv', { title: 'Ändrad' })
    await publisher.savesDraft('pages', other.id, 'sv', { title: 'Bara ett utkast' })
    const told = (await site.waits()).map(({ action, collectionSlug, documentId }) => [
      action,
      collectionSlug,
      documentId,
    ])
    expect(told).toEqual([
      ['published', 'pages', one.id],
      ['published', 'pages', other.id],
      ['published', 'pages', one.id],
    ])
    await site.showsAll()
    expect(await site.waits()).toEqual([])
  })

  test('unpublishing, deleting, menus and settings too', async () => {
    const { id } = await newPage()
    await publisher.unpublishes('pages', id, 'sv')
    await publisher.removes('pages', id)
    const settings = await publisher.ask('GET', '/api/globals/site-settings?locale=sv&depth=0')
    await publisher.ask('POST', '/api/globals/site-settings?locale=sv', {
      ...Object(settings.body),
      tagline: 'En ny rad',
    })
    const told = await site.waits()
    expect(told.slice(1).map(({ action, collectionSlug, documentId }) => [action, collectionSlug, documentId])).toEqual(
      [
        ['unpublished', 'pages', id],
        ['deleted', 'pages', id],
        ['changed', 'site-settings', 'site-settings'],
      ],
    )
  })

  test('a page that moves tells of the redirects it leaves, for itself and what lies below, in both languages', async () => {
    const parent = await newPage()
    const child = await newPage({ parent: related(parent.id) })
    await publisher.publishes('pages', parent.id, 'en', { title: 'Parent', slug: `cms-parent-${pages}` })
    await publisher.publishes('pages', child.id, 'en', { title: 'Child', slug: `cms-child-${pages}` })
    await site.showsAll()

    await publisher.publishes('pages', parent.id, 'sv', { slug: `flyttad-${pages}` })
    const [swedish] = await site.waits()
    expect(swedish).toMatchObject({ action: 'published', collectionSlug: 'pages', documentId: parent.id })
    const redirects = await publisher.lists('redirects', 'limit=100&sort=-id')
    const from = (path: string) => redirects.find((redirect) => redirect['from'] === path)
    const left = [from(`/sv/${parent.slug}/`), from(`/sv/${parent.slug}/${child.slug}/`)]
    expect(left.map((redirect) => Object(redirect?.['document']).relationTo)).toEqual(['pages', 'pages'])
    expect(swedish?.also.map(({ id }) => id).toSorted()).toEqual(left.map((redirect) => redirect?.id).toSorted())
    await site.showsAll()

    const elsewhere = await newPage()
    await publisher.publishes('pages', elsewhere.id, 'en', { title: 'Elsewhere', slug: `cms-elsewhere-${pages}` })
    await site.showsAll()
    await publisher.publishes('pages', child.id, 'sv', { parent: related(elsewhere.id) })
    const [moved] = await site.waits()
    expect(moved?.also).toHaveLength(2) // one in each language
    await site.showsAll()

    // Back again: the redirect from the address that is in use once more is gone, and told of.
    const before = await publisher.lists('redirects', 'limit=100&sort=-id')
    await publisher.publishes('pages', child.id, 'sv', { parent: related(parent.id) })
    const [back] = await site.waits()
    const kept = new Set((await publisher.lists('redirects', 'limit=100&sort=-id')).map(({ id }) => id))
    const gone = before.map(({ id }) => id).filter((id) => !kept.has(id))
    expect(gone).toHaveLength(2)
    expect(back?.also.map(({ id }) => id)).toEqual(expect.arrayContaining(gone))
  })

  test('a page that is deleted leaves word that it is gone, where it was last and where it was before', async () => {
    const page = await newPage()
    await publisher.publishes('pages', page.id, 'sv', { slug: `tillfallig-${pages}` })
    await site.showsAll()
    await publisher.removes('pages', page.id)
    const left = [
      ...(await publisher.lists('redirects', `where[from][equals]=/sv/${page.slug}/&limit=1`)),
      ...(await publisher.lists('redirects', `where[from][equals]=/sv/tillfallig-${pages}/&limit=1`)),
    ]
    expect(left).toMatchObject([{ gone: true }, { gone: true }])
    const [deleted] = await site.waits()
    expect(deleted).toMatchObject({ action: 'deleted', documentId: page.id })
    expect(deleted?.also.map(({ id }) => id).toSorted()).toEqual(left.map(({ id }) => id).toSorted())

    // Where something new is, nothing is gone any more, and what moves away from there leads on.
    const next = await newPage({ slug: page.slug })
    await publisher.publishes('pages', next.id, 'sv', { slug: `vidare-${pages}` })
    const [redirect] = await publisher.lists('redirects', `where[from][equals]=/sv/${page.slug}/&limit=1`)
    expect(redirect).toMatchObject({ gone: false })
  })

  test('an older version that is published again is told of', async () => {
    const { id } = await newPage()
    await publisher.publishes('pages', id, 'sv', { title: 'Nyare' })
    await site.showsAll()
    const versions = await publisher.lists('pages/versions', `where[parent][equals]=${id}&limit=10&sort=createdAt`)
    expect((await publisher.ask('POST', `/api/pages/versions/${versions[0]?.id}`)).status).toBe(200)
    expect(await site.waits()).toMatchObject([{ collectionSlug: 'pages', documentId: id }])
  })
})

describe('what the editor sees on the document', () => {
  test('publishing, how far it has come, and then live since when and where', async () => {
    const { id, slug } = await newPage()
    expect(await stateOf(id)).toMatchObject({ state: 'waiting' })
    const requests = (await site.waits()).map((request) => request.id)
    await site.reports({ requests, status: 'rendering' })
    expect(await stateOf(id)).toMatchObject({ state: 'rendering' })
    await site.reports({ requests, status: 'rendering', progress: { done: 1200, total: 10_000 } })
    expect(await stateOf(id)).toMatchObject({ state: 'rendering', progress: { done: 1200, total: 10_000 } })
    expect(await overview()).toMatchObject({ progress: { done: 1200, total: 10_000 } })
    await site.showsAll()
    const state = await stateOf(id)
    expect(state).toMatchObject({ state: 'live', since: expect.stringMatching(/^\d{4}-/) })
    expect(state.addresses.sv).toMatch(new RegExp(`/sv/${slug}/$`))
    expect(state.progress).toBeUndefined()
    expect((await overview()).progress).toBeNull()
  })

  test('a change that is held back failed, with the reason in their language, though all else went live', async () => {
    const good = await newPage()
    const bad = await newPage()
    await site.showsAll({ held: [{ collection: 'pages', id: bad.id, problems: [problemOf(bad.id, bad.title)] }] })
    expect(await stateOf(good.id)).toMatchObject({ state: 'live' })
    const state = await stateOf(bad.id)
    expect(state).toMatchObject({ state: 'failed', earlierLive: false, addresses: {} })
    expect(state.problems).toEqual([expect.stringMatching(new RegExp(`${bad.title}.*/sv/finns-inte/.*Rätta`))])

    // It stays so while it is held, whatever else goes live, and is live when it no longer is.
    await newPage()
    await site.showsAll({ held: [{ collection: 'pages', id: bad.id, problems: [problemOf(bad.id, bad.title)] }] })
    expect(await stateOf(bad.id)).toMatchObject({ state: 'failed' })
    await newPage()
    await site.showsAll()
    expect(await stateOf(bad.id)).toMatchObject({ state: 'live' })
  })

  test('a live page that is held because of another change says so too', async () => {
    const { id, title } = await newPage()
    await site.showsAll()
    await newPage()
    await site.showsAll({ held: [{ collection: 'pages', id, problems: [problemOf(id, title)] }] })
    expect(await stateOf(id)).toMatchObject({ state: 'failed', earlierLive: true })
    const { failed } = await overview()
    expect(failed).toMatchObject([{ title, document: { collection: 'pages', id } }])
    expect(failed[0].reasons[0]).toContain(title)
  })

  test('when a whole release is refused, all that waited failed and the earlier one stays', async () => {
    const before = (await overview()).live
    const { id } = await newPage()
    const requests = (await site.waits()).map((request) => request.id)
    await site.reports({ requests, status: 'failed', problems: [problemOf('', '', 'content-unreachable')] })
    expect(await stateOf(id)).toMatchObject({ state: 'failed' })
    expect((await overview()).live).toEqual(before)
  })
})

describe('the dashboard', () => {
  test('lists who published what, how long it took and how many pages changed', async () => {
    const one = await newPage()
    const other = await newPage()
    const release = await site.showsAll({ pages: 1234, changed: 7, milliseconds: 321 })
    const { live, releases: listed } = await overview()
    expect(live).toMatchObject({ pages: 1234, restoredFrom: null })
    expect(listed[0]).toMatchObject({
      release,
      action: 'published',
      by: ['publisher i test'],
      pages: 1234,
      changed: 7,
      milliseconds: 321,
      isLive: true,
    })
    expect(listed[0].titles.toSorted()).toEqual([one.title, other.title].toSorted())
    expect(listed.length).toBeLessThanOrEqual(10)
  })

  test('a release that nobody asked for is a rebuild of everything', async () => {
    await site.reports({ requests: [], status: 'live', release: nextRelease(), pages: 40, milliseconds: 9 })
    expect((await overview()).releases[0]).toMatchObject({ action: 'rebuild', titles: [] })
  })

  test('everybody on the staff sees it, and only those who may are offered to act', async () => {
    const older = await site.showsAll()
    const newer = await site.showsAll()
    await site.showsAll({ kept: [newer, older] })
    const offered = async (caller: Caller) => {
      const { releases: listed, mayRebuild } = await overview(caller)
      return { mayRebuild, mayRestore: listed.filter((each: { mayRestore: boolean }) => each.mayRestore).length }
    }
    expect(await offered(administrator)).toEqual({ mayRebuild: true, mayRestore: 2 })
    expect(await offered(publisher)).toEqual({ mayRebuild: false, mayRestore: 2 })
    expect(await offered(communicator)).toEqual({ mayRebuild: false, mayRestore: 0 })
    expect(await offered(officer)).toEqual({ mayRebuild: false, mayRestore: 0 })
  })

  test('only those who may can restore, force, rebuild, or speak for the site', async () => {
    const callers = { anybody: anybody(cms.url), communicator, officer, publisher, administrator, site }
    const allowed: Record<string, string[]> = {
      'POST /api/publishing/restore': ['publisher', 'administrator'],
      'POST /api/publishing/force': ['publisher', 'administrator'],
      'POST /api/publishing/rebuild': ['administrator'],
      'POST /api/publishing/report': ['site'],
      'GET /api/publishing/waiting': ['site'],
      'GET /api/publishing/overview': ['communicator', 'officer', 'publisher', 'administrator'],
      'GET /api/publishing/state?collection=pages&id=1': ['communicator', 'officer', 'publisher', 'administrator'],
    }
    for (const [door, expected] of Object.entries(allowed)) {
      const [method = '', path = ''] = door.split(' ')
      const entered: string[] = []
      for (const [name, caller] of Object.entries(callers)) {
        const { status } = await caller.ask(method, path, method === 'POST' ? {} : undefined)
        expect(status, `${name} ${door}`).toBeLessThan(500)
        if (status !== 401 && status !== 403) entered.push(name)
      }
      expect(entered, door).toEqual(expected)
    }
  })
})

describe('going back to an earlier release', () => {
  test('is asked for with one click, told on the dashboard and the documents, and undone by the next publishing', async () => {
    const older = await site.showsAll()
    const { id } = await newPage()
    const newer = await site.showsAll({ kept: [older] })
    expect((await publisher.ask('POST', '/api/publishing/restore', { release: older })).status).toBe(202)
    const [request] = await site.waits()
    expect(request).toMatchObject({ action: 'restored', release: older })
    await site.reports({ requests: [request?.id], status: 'live', release: older, pages: 39, kept: [newer, older] })

    const told = await overview()
    expect(told.live).toMatchObject({ pages: 39, restoredFrom: expect.stringMatching(/^2026-11-22T12:03:/) })
    expect(told.releases[0]).toMatchObject({ action: 'restored', release: older, isLive: true, mayRestore: false })
    expect(told.releases[1]).toMatchObject({ release: newer, mayRestore: true })
    expect(await stateOf(id)).toMatchObject({ state: 'replaced', addresses: {} })

    await newPage()
    await site.showsAll()
    expect(await stateOf(id)).toMatchObject({ state: 'live' })
    expect((await overview()).live.restoredFrom).toBeNull()
  })

  test('what failed stays failed', async () => {
    const older = await site.showsAll()
    const { id, title } = await newPage()
    await site.showsAll({ kept: [older], held: [{ collection: 'pages', id, problems: [problemOf(id, title)] }] })
    await publisher.ask('POST', '/api/publishing/restore', { release: older })
    const [request] = await site.waits()
    const held = [{ collection: 'pages', id, problems: [problemOf(id, title)] }]
    await site.reports({ requests: [request?.id], status: 'live', release: older, held })
    expect(await stateOf(id)).toMatchObject({ state: 'failed' })
    expect(await publisher.lists('release-requests', `where[documentId][equals]=${id}&limit=10`)).toHaveLength(1)
  })

  test('a release that is not kept is refused in words', async () => {
    await site.showsAll({ kept: [] })
    const answer = await publisher.ask('POST', '/api/publishing/restore', { release: '20200101-000000-0000' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(sayAdmin('sv', 'refusal.release.gone'))
  })

  test('a roll-back on the command line is told as what it is', async () => {
    const older = await site.showsAll()
    await site.showsAll()
    await site.reports({ requests: [], status: 'live', release: older, pages: 40 })
    expect((await overview()).releases[0]).toMatchObject({ action: 'restored', release: older, isLive: true })
  })
})

test('what was held because many pages would go is published when somebody says that it is meant', async () => {
  const { id, title } = await newPage()
  await site.showsAll({ held: [{ collection: 'pages', id, problems: [problemOf(id, title, 'pages-fell')] }] })
  expect((await overview()).mayForce).toBe(true)
  expect((await overview(communicator)).mayForce).toBe(false)
  expect((await publisher.ask('POST', '/api/publishing/force', {})).status).toBe(202)
  expect(await site.waits()).toMatchObject([{ documentId: id, action: 'published', force: true }])
  await site.showsAll()
  expect(await stateOf(id)).toMatchObject({ state: 'live' })
  const again = await publisher.ask('POST', '/api/publishing/force', {})
  expect([again.status, again.text]).toEqual([
    409,
    expect.stringContaining(sayAdmin('sv', 'refusal.release.nothing-held')),
  ])
})

describe('what is in use cannot be deleted', () => {
  const inText = (id: string) => ({
    blockType: 'text',
    body: {
      root: {
        type: 'root',
        direction: 'ltr',
        format: '',
        indent: 0,
        version: 1,
        children: [
          {
            type: 'paragraph',
            direction: 'ltr',
            format: '',
            indent: 0,
            version: 1,
            textFormat: 0,
            children: [
              {
                type: 'link',
                direction: 'ltr',
                format: '',
                indent: 0,
                version: 3,
                fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'pages', value: related(id) } },
                children: [{ type: 'text', text: 'dit', detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
              },
            ],
          },
        ],
      },
    },
  })
  const byLink = (id: string) => ({
    blockType: 'callToAction',
    heading: 'Dit',
    link: { kind: 'document', label: 'Dit', document: { relationTo: 'pages', value: related(id) } },
  })

  test('wherever it is mentioned, in either language, in a draft too; and it can be when nothing mentions it', async () => {
    const mentions: Record<string, (id: string) => Promise<{ id: string }>> = {
      'in running text': (id) => newPage({ blocks: [inText(id)] }),
      'in a block': (id) => newPage({ blocks: [byLink(id)] }),
      'as the page above': (id) => newPage({ parent: related(id) }),
      'in a draft': async (id) => {
        const page = await newPage()
        await publisher.savesDraft('pages', page.id, 'sv', { blocks: [inText(id)] })
        return page
      },
      'in English': async (id) => {
        const page = await newPage()
        const english = { title: 'English', slug: `used-${pages}`, blocks: [byLink(id)] }
        await publisher.publishes('pages', page.id, 'en', english)
        return page
      },
    }
    for (const [where, mention] of Object.entries(mentions)) {
      const used = await newPage()
      const user = await mention(used.id)
      const answer = await publisher.ask('DELETE', `/api/pages/${used.id}`)
      expect(answer.status, where).toBe(409)
      expect(answer.text, where).toContain(`”${used.title}” används`)
      await publisher.removes('pages', user.id)
      await publisher.removes('pages', used.id)
    }
  })
})

describe('what no page can bear is refused when it is saved', () => {
  const paragraph = (text: string) => ({
    type: 'paragraph',
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
    textFormat: 0,
    children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
  })
  const textBlock = (...paragraphs: string[]) => ({
    blockType: 'text',
    body: {
      root: {
        type: 'root',
        direction: 'ltr',
        format: '',
        indent: 0,
        version: 1,
        children: paragraphs.map(paragraph),
      },
    },
  })
  /** What a publisher is told in both languages, on saving a page as a draft and published. */
  const refusals = async (data: object, saves: ('draft' | 'published')[] = ['draft', 'published']) => {
    const texts: string[] = []
    for (const status of saves) {
      for (const language of languages) {
        const query = `locale=sv&depth=0${status === 'draft' ? '&draft=true' : ''}`
        const response = await fetch(new URL(`/api/pages?${query}`, cms.url), {
          method: 'POST',
          headers: {
            authorization: await tokenOfPublisher(),
            'content-type': 'application/json',
            'accept-language': language,
          },
          body: JSON.stringify({ title: 'För stor', slug: `for-stor-${(pages += 1)}`, ...data, _status: status }),
        })
        expect(response.status).toBe(400)
        texts.push(await response.text())
      }
    }
    return texts
  }
  let token: string | undefined
  const tokenOfPublisher = async () => {
    const [user] = await administrator.lists('users', 'where[role][equals]=publisher&limit=1')
    const login = await anybody(cms.url).ask('POST', '/api/users/login', {
      email: user?.['email'],
      password: 'a long password for tests',
    })
    token ??= `JWT ${Object(login.body).token}`
    return token
  }

  test('a text of five million characters, in a field or in running text', async () => {
    const long = 'å'.repeat(200_001)
    for (const data of [
      { introduction: 'x'.repeat(5_000_000) },
      { blocks: [textBlock(long)] },
      { blocks: [textBlock('x'.repeat(150_000), 'y'.repeat(60_000))] },
    ]) {
      const texts = await refusals(data)
      expect(texts[0]).toContain('Dela upp den på flera sidor')
      expect(texts[1]).toContain('Split it across several pages')
    }
    const { id } = await newPage({ blocks: [textBlock('x'.repeat(200_000))] })
    expect(id).toBeTruthy()
  })

  test('more than two hundred blocks, while two hundred are fine', async () => {
    const blocks = Array.from({ length: 200 }, (_, place) => textBlock(`Stycke ${place}`))
    expect((await newPage({ blocks })).id).toBeTruthy()
    const [sv, en] = await refusals({ blocks: [...blocks, textBlock('Ett för mycket')] })
    expect(sv).toContain('201 block')
    expect(en).toContain('201 blocks')
  })

  test('a slug that leads elsewhere, or that the site uses itself', async () => {
    for (const slug of ['..', '../admin', 'a/../b', 'feed.xml', '404.html', 'å']) {
      const [sv, en] = await refusals({ slug }, ['published'])
      expect(sv, slug).toContain('Använd bara små bokstäver')
      expect(en, slug).toContain('Use only small letters')
    }
    const own = ['sok', 'search', 'tack', 'thanks', '404', 'api', 'admin', 'media', 'preview', 'sv', 'en']
    for (const slug of own) {
      const [sv, en] = await refusals({ slug }, ['published'])
      expect(sv, slug).toContain(`”${slug}” används av webbplatsen själv`)
      expect(en, slug).toContain(`The site itself uses “${slug}”`)
    }
  })

  test('an address that another page has, in a draft too', async () => {
    const { slug, title } = await newPage()
    const [sv, en] = await refusals({ slug })
    expect(sv).toContain(`”${title}” har redan adressdelen ”${slug}”`)
    expect(en).toContain(`“${title}” already has “${slug}”`)
  })

  test('a move that would give the other language an address that is taken there', async () => {
    const target = await newPage()
    const taken = await newPage({ parent: related(target.id) })
    await publisher.publishes('pages', taken.id, 'en', { title: 'Contact us', slug: 'contact-us' })
    const mover = await newPage()
    await publisher.publishes('pages', mover.id, 'en', { title: 'Contact us', slug: 'contact-us' })
    const answer = await publisher.ask('PATCH', `/api/pages/${mover.id}?locale=sv`, {
      parent: related(target.id),
      _status: 'published',
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('på ett annat språk')
  })
})
