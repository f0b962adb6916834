import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { waitFor } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

let web: Web
let publisher: StaffMember
let visitor: Visitor

beforeAll(async () => {
  web = await startWeb()
  publisher = await signIn(web.cms.url)
  visitor = createVisitor(web.url)
})
afterAll(() => web.end())

const textBlock = (text: string) => ({
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
          children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
        },
      ],
    },
  },
})

let pages = 0
const newPage = async (words: string) => {
  pages += 1
  const slug = `nyhet-om-test-${pages}`
  const { id } = await publisher.creates(
    'pages',
    'sv',
    { title: `Testsida ${pages}`, slug, blocks: [textBlock(words)] },
    'published',
  )
  return { id, path: `/sv/${slug}/` }
}
const liveRelease = async () => (await readFile(join(web.cms.store.dataDirectory, 'releases/live'), 'utf8')).trim()
const stateOf = async (id: string) =>
  Object((await publisher.ask('GET', `/api/publishing/state?collection=pages&id=${id}`)).body)

describe('what is published is live', () => {
  test('a new page, within seconds, in its language only, and the admin says so', async () => {
    const { id, path } = await newPage('Orden som alla ska läsa.')
    await visitor.sees(path, 'Orden som alla ska läsa.')
    expect(await visitor.sitemap()).toContain(path)
    await publisher.publishes('pages', id, 'en', {
      title: 'Test page',
      slug: `test-page-${pages}`,
      blocks: [textBlock('Words for all.')],
    })
    await visitor.sees(`/en/test-page-${pages}/`, 'Words for all.')
    const { state, since } = await waitFor('the admin to say that it is live', async () => {
      const told = await stateOf(id)
      return told.state === 'live' ? told : undefined
    })
    expect({ state, since }).toEqual({ state: 'live', since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) })
  })

  test('a change, also where other pages show it', async () => {
    const { id, path } = await newPage('Före.')
    await visitor.sees(path, 'Före.')
    await publisher.publishes('pages', id, 'sv', { blocks: [textBlock('Efter.')] })
    expect((await visitor.sees(path, 'Efter.')).text).not.toContain('Före.')
  })

  test('unpublishing one language takes away that language and leaves the other', async () => {
    const { id, path } = await newPage('Bara svenska blir kvar.')
    const slug = `soon-gone-${pages}`
    await publisher.publishes('pages', id, 'en', { title: 'Soon gone', slug, blocks: [textBlock('Soon gone.')] })
    await visitor.sees(`/en/${slug}/`, 'Soon gone.')
    await publisher.unpublishes('pages', id, 'en')
    await visitor.meets(`/en/${slug}/`, 404)
    expect((await visitor.opens(path)).text).toContain('Bara svenska blir kvar.')
    expect(await visitor.sitemap()).not.toContain(`/en/${slug}/`)
  })

  test('of many saves in a row the last words win, and there are no more releases than saves', async () => {
    const { id, path } = await newPage('Första.')
    await visitor.sees(path, 'Första.')
    const before = (await readdir(join(web.cms.store.dataDirectory, 'releases'))).length
    for (let save = 1; save <= 20; save += 1)
      await publisher.publishes('pages', id, 'sv', { blocks: [textBlock(`Version ${save}.`)] })
    await visitor.sees(path, 'Version 20.')
    const after = (await readdir(join(web.cms.store.dataDirectory, 'releases'))).length
    expect(after - before).toBeLessThanOrEqual(20) // fewer when a release takes longer than a save
  })
})

describe('what is not published is nowhere', () => {
  test('the words of a draft are in no file of the release', async () => {
    const canary = 'kanariefagel7431'
    const { id, path } = await newPage('Synligt.')
    await visitor.sees(path, 'Synligt.')
    await publisher.savesDraft('pages', id, 'sv', { title: canary, introduction: canary, blocks: [textBlock(canary)] })
    await publisher.creates('news', 'sv', {
      title: canary,
      slug: canary,
      publishedOn: new Date().toISOString(),
      introduction: canary,
    })
    await newPage('En senare utgåva.').then((later) => visitor.sees(later.path, 'En senare utgåva.'))
    const { files } = Object(
      JSON.parse(await readFile(join(web.cms.store.dataDirectory, `releases/${await liveRelease()}.json`), 'utf8')),
    )
    const contents = join(web.cms.store.dataDirectory, 'releases/files')
    const names = Object.keys(files)
    expect(names.length).toBeGreaterThan(20)
    for (const name of names) {
      expect(name).not.toContain(canary)
      const { hash } = files[name]
      if (typeof hash !== 'string') continue // a redirect has no content
      expect((await readFile(join(contents, hash))).includes(canary), name).toBe(false)
    }
  })
})

describe('a document that cannot be shown', () => {
  test('is named with a reason, and the live release is left as it is', async () => {
    const taken = await newPage('Den som var först.')
    await visitor.sees(taken.path, 'Den som var först.')
    const before = await liveRelease()
    const broken = await publisher.creates(
      'pages',
      'sv',
      {
        title: 'Sidan med den trasiga länken',
        slug: 'trasig-lank',
        blocks: [
          {
            blockType: 'callToAction',
            heading: 'Hit',
            link: { kind: 'address', label: 'Ingenstans', address: '/sv/finns-inte-alls/' },
          },
        ],
      },
      'published',
    )
    const told = await waitFor('the admin to say that it failed', async () => {
      const state = await stateOf(broken.id)
      return state.state === 'failed' ? state : undefined
    })
    expect(told.problems.join(' ')).toContain('Sidan med den trasiga länken')
    expect(told.problems.join(' ')).toContain('/sv/finns-inte-alls/')
    expect(await liveRelease()).toBe(before)
    expect((await visitor.opens(taken.path)).text).toContain('Den som var först.')
    await publisher.removes('pages', broken.id)
    const later = await newPage('Allt är som vanligt igen.')
    await visitor.sees(later.path, 'Allt är som vanligt igen.')
  })
})

describe('the CMS is away', () => {
  afterEach(async () => {
    if (!web.cms.process().isRunning()) await web.cms.restart()
  })

  test('every page is answered, the form and the admin say so, and all is well when it is back', async () => {
    const paths = await visitor.sitemap()
    expect(paths.length).toBeGreaterThan(10)
    await web.cms.process().kill()
    for (const path of paths) expect((await visitor.opens(path)).status, path).toBe(200)

    const admin = await visitor.opens('/admin')
    expect(admin.status).toBe(503)
    expect(admin.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(admin.text).toMatch(/Redigeringen är inte tillgänglig just nu|Editing is not available/)

    const answer = await fetch(new URL('/api/signup', web.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-a-company-1' },
      body: '{}',
    })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)

    await web.cms.restart()
    const { path } = await newPage('Tillbaka.')
    await visitor.sees(path, 'Tillbaka.')
  })

  test('a site that starts without it shows what was live', async () => {
    const { path } = await newPage('Finns kvar på disken.')
    await visitor.sees(path, 'Finns kvar på disken.')
    await web.cms.process().stop()
    await web.restartSite()
    expect((await visitor.opens(path)).text).toContain('Finns kvar på disken.')
    await web.cms.restart()
  })
})

describe('how pages come over the wire', () => {
  test('compressed, with a strict policy, without a cookie, and told when they have not changed', async () => {
    const page = await visitor.opens('/sv/')
    expect(page.headers.get('content-encoding')).toMatch(/br|gzip/)
    expect(page.headers.get('set-cookie')).toBeNull()
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'|default-src 'self'/)
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe-inline|unsafe-eval/)
    expect(page.html).not.toMatch(/<[^>]+ style="/)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const etag = page.headers.get('etag') ?? ''
    const again = await fetch(new URL('/sv/', web.url), { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  test('an address of its own for each language, tied together', async () => {
    const page = await visitor.opens('/sv/')
    expect(page.html).toMatch(/<html[^>]+lang="sv"/)
    for (const language of ['sv', 'en', 'x-default']) expect(page.html).toMatch(new RegExp(`hreflang="${language}"`))
    expect((await visitor.opens('/en/')).html).toMatch(/<html[^>]+lang="en"/)
    expect((await visitor.opens('/')).headers.get('location')).toMatch(/\/sv\/$/)
  })

  test('an address that leads nowhere is 404, in the language of the address', async () => {
    const swedish = await visitor.opens('/sv/finns-inte/')
    const english = await visitor.opens('/en/not-there/')
    expect([swedish.status, english.status]).toEqual([404, 404])
    expect(swedish.html).toMatch(/<html[^>]+lang="sv"/)
    expect(english.html).toMatch(/<html[^>]+lang="en"/)
    for (const path of [
      '/sv/../../etc/passwd',
      '/sv/%2e%2e/%2e%2e/etc/passwd',
      '/%00',
      '/sv/%E0%A4%A',
      '//evil.example.org/',
    ]) {
      const response = await visitor.opens(path)
      expect(response.status, path).toBeGreaterThanOrEqual(300)
      expect(response.status, path).toBeLessThan(500)
      expect(response.headers.get('location') ?? '', path).not.toMatch(/^(https?:)?\/\/evil/)
    }
  })

  test('feeds, sitemap and robots are there and lead to pages that are there', async () => {
    expect((await visitor.opens('/robots.txt')).html).toMatch(/Sitemap: .*\/sitemap-index\.xml/)
    for (const language of ['sv', 'en']) {
      const feed = await visitor.opens(`/${language}/feed.xml`)
      expect(feed.status).toBe(200)
      const links = [...feed.html.matchAll(/<link[^>]+href="([^"]+)"/g)].map(
        ([, address = '']) => new URL(address).pathname,
      )
      expect(links.length).toBeGreaterThan(1)
      for (const link of links) expect((await visitor.opens(link)).status, link).toBe(200)
    }
    for (const path of await visitor.sitemap()) expect((await visitor.opens(path)).status, path).toBe(200)
  })
})
