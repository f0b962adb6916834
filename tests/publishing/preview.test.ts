import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PreviewLink, signPreviewLink } from 'shared/publishing/preview-link'
import { translateTo } from 'shared/translations/translate'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { siteKey } from '../support/settings.ts'
import { anybody, hire, signIn, siteReader, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor, type SeenPage, type Visitor } from '../support/visitor.ts'

let web: Web
let publisher: StaffMember
let visitor: Visitor

beforeAll(async () => {
  web = await startWeb()
  publisher = await signIn(web.cms.url)
  visitor = createVisitor(web.url)
})
afterAll(() => web.end())

const soon = () => new Date(Date.now() + 60_000).toISOString()
const linkTo = async (link: Pick<PreviewLink, 'collection' | 'id'> & Partial<PreviewLink>) =>
  `/preview/?token=${await signPreviewLink({ language: 'sv', drafts: false, expiresAt: soon(), ...link }, siteKey)}`

const textBlock = (text: string) => ({
  blockType: 'text',
  body: { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text, format: 0 }] }] } },
})

const draftPage = (data: object = {}) =>
  publisher.creates('pages', 'sv', { title: 'Ett utkast', blocks: [textBlock('Orden i utkastet.')], ...data })

/** Shows a document as it stands in the editor's form. */
const types = async (path: string, data: object): Promise<SeenPage> => {
  const response = await fetch(web.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  })
  const html = await response.text()
  return { status: response.status, headers: response.headers, html, text: html.replace(/<[^>]+>/g, ' ') }
}

describe('a link to a draft', () => {
  test('shows a page that visitors do not see, in the components of the site', async () => {
    const { id } = await draftPage({ slug: 'bara-ett-utkast' })
    const page = await visitor.opens(await linkTo({ collection: 'pages', id }))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Orden i utkastet.')
    expect(page.html).toMatch(/<html[^>]+lang="sv"/)
    expect(page.html).toContain('block-text')
    expect((await visitor.opens('/sv/bara-ett-utkast/')).status).toBe(404)
  })

  test('is kept by nobody and found by nobody', async () => {
    const { id } = await draftPage()
    const page = await visitor.opens(await linkTo({ collection: 'pages', id }))
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('set-cookie')).toBeNull()
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("form-action 'none'")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/)
    expect(page.html).toContain('<meta name="robots" content="noindex"')
  })

  test('shows the same document in the other language, and says when there is nothing yet', async () => {
    const { id } = await draftPage()
    const path = await linkTo({ collection: 'pages', id })
    expect((await visitor.opens(path)).html).toContain(`${path.replaceAll('&', '&amp;')}&amp;language=en`)
    const empty = await visitor.opens(`${path}&language=en`)
    expect(empty.text).toContain(translateTo('en')('preview.unfinished.heading'))
    await publisher.savesDraft('pages', id, 'en', { title: 'A draft', blocks: [textBlock('Words of the draft.')] })
    const english = await visitor.opens(`${path}&language=en`)
    expect(english.html).toMatch(/<html[^>]+lang="en"/)
    expect(english.text).toContain('Words of the draft.')
    expect(english.text).not.toContain('Orden i utkastet.')
  })

  test('shows a page without an address, below one that is not published', async () => {
    const above = await draftPage({ title: 'Ovanför' })
    const { id } = await draftPage({ title: 'Under', parent: above.id })
    const page = await visitor.opens(await linkTo({ collection: 'pages', id }))
    expect(page.text).toContain('Under')
    expect(page.html).toContain(translateTo('sv')('preview.note.no-place'))
  })

  test('shows a quote, a fact box, a contact, a term, a form and news, none of which is a page', async () => {
    const definition = textBlock('Vad det betyder.').body
    const documents: [string, object, string][] = [
      ['news', { title: 'En kommande nyhet', publishedOn: '2026-11-22T00:00:00.000Z' }, 'En kommande nyhet'],
      ['quotes', { text: 'Så här sa hon.', attribution: 'Åsa Öberg' }, 'Så här sa hon.'],
      ['fact-boxes', { title: 'Fakta', facts: [{ text: 'företag är med', figure: '127' }] }, '127'],
      ['contacts', { name: 'Örjan Ek', jobTitle: 'Ekonom' }, 'Örjan Ek'],
      ['glossary-terms', { term: 'Kluster', definition }, 'Vad det betyder.'],
    ]
    for (const [collection, data, words] of documents) {
      const { id } = await publisher.creates(collection, 'sv', data)
      expect((await visitor.opens(await linkTo({ collection, id }))).text, collection).toContain(words)
    }
    const [form] = await publisher.lists('signup-forms', 'limit=1')
    const shown = await visitor.opens(await linkTo({ collection: 'signup-forms', id: String(form?.id) }))
    expect(shown.html).toContain('action="/api/signup"')
  })

  test('says that it is over, forged, or for something that is gone, in both languages', async () => {
    const { id } = await draftPage()
    const token = (path: string) => path.replace('/preview/?token=', '')
    const good = await linkTo({ collection: 'pages', id })
    const over = await linkTo({ collection: 'pages', id, expiresAt: '2026-01-01T00:00:00.000Z' })
    const forged = `/preview/?token=${token(good).replace(/^./, 'f')}`
    const wrongKind = await linkTo({ collection: 'signups', id })
    const gone = await linkTo({
      collection: 'pages',
      id: web.cms.store.settings['DATABASE_URL'] ? 'a'.repeat(24) : '999999',
    })
    const answers: [string, number, 'preview-expired' | 'preview-forged' | 'preview-gone'][] = [
      [over, 410, 'preview-expired'],
      [forged, 403, 'preview-forged'],
      ['/preview/', 403, 'preview-forged'],
      [wrongKind, 403, 'preview-forged'],
      [gone, 410, 'preview-gone'],
    ]
    for (const [path, status, subject] of answers) {
      const page = await visitor.opens(path)
      expect(page.status, subject).toBe(status)
      for (const language of ['sv', 'en'] as const) {
        expect(page.text).toContain(translateTo(language)(`front.${subject}.heading`))
      }
      expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow')
      expect(page.headers.get('cache-control')).toBe('no-store')
    }
    expect((await types(over, { title: 'Nytt' })).status).toBe(410)
  })
})

describe('while somebody types', () => {
  test('the unsaved words are shown, and saved nowhere', async () => {
    const { id } = await draftPage()
    const path = await linkTo({ collection: 'pages', id })
    const page = await types(path, { title: 'Osparad rubrik', blocks: [textBlock('Osparade ord.')] })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Osparade ord.')
    expect(await publisher.reads('pages', id, 'sv')).toMatchObject({ title: 'Ett utkast' })
  })

  test('a block that is not finished is left out and named; a page without a title is not shown', async () => {
    const { id } = await draftPage()
    const path = await linkTo({ collection: 'pages', id })
    const blocks = [textBlock('Klart.'), { blockType: 'figure', image: null }, { blockType: 'factBox', facts: 0 }]
    const page = await types(path, { title: 'Halvfärdig', blocks })
    expect(page.text).toContain('Klart.')
    const named = translateTo('sv')('preview.note.block', { number: 2, kind: 'Bild eller diagram', field: 'Bild' })
    expect(page.html).toContain(named)
    const untitled = await types(path, { title: ' ', blocks })
    expect(untitled.status).toBe(422)
    expect(JSON.parse(untitled.html)).toMatchObject({
      note: translateTo('sv')('preview.unfinished.note', { field: 'Rubrik' }),
    })
  })

  test('another document, a form post, or too large a text is refused', async () => {
    const { id } = await draftPage()
    const path = await linkTo({ collection: 'pages', id })
    expect((await types(path, { id: `${id}0`, title: 'Någon annan' })).status).toBe(403)
    expect((await types(path, { title: 'x'.repeat(600_000) })).status).toBe(413)
    const posted = await fetch(web.url + path, { method: 'POST', body: new URLSearchParams({ data: '{}' }) })
    expect(posted.status).toBe(415)
    expect((await fetch(web.url + path, { method: 'PUT' })).status).toBe(405)
  })

  test('words in the draft are words, whatever they look like', async () => {
    const { id } = await draftPage()
    const path = await linkTo({ collection: 'pages', id })
    const page = await types(path, {
      title: '<script>alert(1)</script>',
      blocks: [textBlock('"><img src=x onerror=1>')],
    })
    expect(page.html.replace(/"[^"]*"/g, '')).not.toMatch(/<script>alert|<img src=x/) // in a value they are only words
  })
})

describe('other drafts', () => {
  const pageWithOthers = async () => {
    const quote = await publisher.creates('quotes', 'sv', { text: 'Ett hemligt citat.', attribution: 'Åsa Öberg' })
    const contact = await publisher.creates('contacts', 'sv', { name: 'Publicerad Persson' }, 'published')
    await publisher.savesDraft('contacts', contact.id, 'sv', { name: 'Ändrad Persson' })
    const { id } = await draftPage({
      blocks: [
        { blockType: 'quote', quote: quote.id },
        { blockType: 'contactCard', contacts: [contact.id] },
      ],
    })
    return id
  }

  test('stay out of a preview, which says that they do', async () => {
    const id = await pageWithOthers()
    const page = await visitor.opens(await linkTo({ collection: 'pages', id }))
    expect(page.html).not.toContain('Ett hemligt citat.')
    expect(page.html).not.toContain('Ändrad Persson')
    expect(page.html).toMatch(/opublicera\w+ dokument visas inte/)
  })

  test('are shown when they are asked for', async () => {
    const id = await pageWithOthers()
    const page = await visitor.opens(await linkTo({ collection: 'pages', id, drafts: true }))
    expect(page.text).toContain('Ett hemligt citat.')
    expect(page.text).toContain('Ändrad Persson')
    expect(page.html).toContain(translateTo('sv')('preview.note.drafts'))
  })

  test('are not given away by the API for a link that did not ask', async () => {
    const own = await draftPage()
    const other = await draftPage({ title: 'Något annat' })
    const ask = async (drafts: boolean, documents: string, authorization = `Site-Key ${siteKey}`) => {
      const path = await linkTo({ collection: 'pages', id: own.id, drafts })
      const response = await fetch(`${web.cms.url}/api/publishing/draft?language=sv&documents=${documents}`, {
        headers: { authorization, 'x-preview-token': path.replace('/preview/?token=', '') },
      })
      return { status: response.status, text: await response.text() }
    }
    expect((await ask(false, `pages:${own.id}`)).status).toBe(200)
    expect((await ask(false, `pages:${own.id},pages:${other.id}`)).status).toBe(403)
    expect((await ask(true, `pages:${own.id},pages:${other.id}`)).status).toBe(200)
    expect((await ask(true, 'users:1')).text).not.toContain('@')
    expect((await ask(false, `pages:${own.id}`, 'Site-Key of somebody else')).status).toBe(403)
    const bare = await siteReader(web.cms.url).ask('GET', `/api/publishing/draft?language=sv&documents=pages:${own.id}`)
    expect(bare.status).toBe(403)
  })
})

describe('who makes links', () => {
  const address = (id: string, shared: boolean) =>
    `/api/publishing/preview-link?collection=pages&id=${id}&language=sv&drafts=false&shared=${shared}`
  const answerSchema = z.object({ path: z.string(), address: z.string(), expiresAt: z.string() })

  test('whoever may edit; a link for others works a week, and opens without signing in', async () => {
    const { id } = await draftPage()
    const communicator = await hire(web.cms.url, publisher, 'communicator')
    const answer = await communicator.ask('GET', address(id, true))
    const link = answerSchema.parse(answer.body)
    expect(link.address).toBe(web.url + link.path)
    expect((Date.parse(link.expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(7, 2)
    expect((await visitor.opens(link.path)).text).toContain('Orden i utkastet.')

    const own = answerSchema.parse((await communicator.ask('GET', address(id, false))).body)
    const hours = (Date.parse(own.expiresAt) - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThanOrEqual(2)
    expect(hours).toBeLessThanOrEqual(2.5)
  })

  test('nobody else', async () => {
    const { id } = await draftPage()
    const officer = await hire(web.cms.url, publisher, 'membershipOfficer')
    for (const caller of [officer, anybody(web.cms.url), siteReader(web.cms.url)]) {
      expect((await caller.ask('GET', address(id, true))).status).toBe(403)
    }
    expect((await publisher.ask('GET', address('999999', true))).status).toBe(404)
  })
})

describe('pictures that are not public yet', () => {
  test('are shown in the preview, and nowhere else', async () => {
    const colour = { create: { width: 40, height: 30, channels: 3 as const, background: '#0b5d4e' } }
    const bytes = new Uint8Array(await sharp(colour).png().toBuffer())
    const form = new FormData()
    form.set('file', new Blob([bytes], { type: 'image/png' }), 'hemlig-bild.png')
    form.set('_payload', JSON.stringify({ alt: 'En hemlig bild' }))
    const answer = await publisher.ask('POST', '/api/media?locale=sv', form)
    const { doc } = z
      .object({ doc: z.looseObject({ id: z.union([z.string(), z.number()]), filename: z.string() }) })
      .parse(answer.body)
    const { id } = await draftPage({ blocks: [{ blockType: 'figure', image: doc.id }] })
    const page = await visitor.opens(await linkTo({ collection: 'pages', id }))
    expect(page.html).toContain('En hemlig bild')
    const [, src = ''] = /<img[^>]+src="(\/preview\/media\/\?token=[^"]+)"/.exec(page.html) ?? []
    const picture = await fetch(web.url + src)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(picture.headers.get('cache-control')).toBe('no-store')
    expect((await visitor.opens(`/media/${doc.filename}`)).status).toBe(404)
    // The link to a picture opens nothing else, and the link to a page is none to a picture.
    expect((await visitor.opens(src.replace('/media', ''))).status).toBe(403)
    const other = (await linkTo({ collection: 'pages', id })).replace('/preview/', '/preview/media/')
    expect((await visitor.opens(other)).status).toBe(403)
  })
})

describe('what is live', () => {
  const releases = () => join(web.cms.store.dataDirectory, 'releases')
  const contents = async (directory: string): Promise<string> => {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n')
  }

  test('is never changed by a preview, and no word of a draft gets into it', async () => {
    const canary = 'kanariefagel9182'
    const { id } = await draftPage({ title: canary, introduction: canary, slug: canary })
    const live = await readFile(join(releases(), 'live'), 'utf8')
    const path = await linkTo({ collection: 'pages', id, drafts: true })
    expect((await visitor.opens(path)).text).toContain(canary)
    expect((await types(path, { title: `${canary} igen` })).text).toContain(canary)
    expect(await readFile(join(releases(), 'live'), 'utf8')).toBe(live)
    await publisher.creates('pages', 'sv', { title: 'En ny utgåva', slug: 'en-ny-utgava' }, 'published')
    const { html } = await visitor.sees('/sv/en-ny-utgava/', 'En ny utgåva')
    expect(html).not.toContain('preview') // nor does a page carry anything that only a preview needs
    expect(await contents(releases())).not.toContain(canary)
  })
})

describe('the CMS is away', () => {
  afterEach(async () => {
    if (!web.cms.process().isRunning()) await web.cms.restart()
  })

  test('a preview says so and when to try again; what is typed is shown still', async () => {
    const { id } = await draftPage()
    const path = await linkTo({ collection: 'pages', id })
    await web.cms.process().kill()
    const page = await visitor.opens(path)
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).toMatch(/^\d+$/)
    for (const language of ['sv', 'en'] as const) {
      expect(page.text).toContain(translateTo(language)('front.preview-away.heading'))
    }
    expect((await types(path, { title: 'Skrivs vidare' })).text).toContain('Skrivs vidare')
  })
})
