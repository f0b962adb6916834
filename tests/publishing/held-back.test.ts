import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from 'shared/languages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { uploadPicture } from '../support/pictures.ts'
import { callToAction, related, textBlock } from '../support/rich-text.ts'
import { waitFor } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

// What cannot be shown has a sentence that names the document and says what to do, and holds up nothing else.

let web: Web
let publisher: StaffMember
let visitor: Visitor

beforeAll(async () => {
  web = await startWeb()
  publisher = await signIn(web.cms.url)
  visitor = createVisitor(web.url)
})
afterAll(() => web.end())

interface NewPage {
  id: string
  title: string
  path: string
}

let pages = 0
/** A new page that is published in Swedish and that visitors see. */
const newPage = async (data: object = {}): Promise<NewPage> => {
  pages += 1
  const title = `Sida nummer ${pages}`
  const slug = `sida-nummer-${pages}`
  const page = { title, slug, blocks: [textBlock(`Så var det på ${title}.`)], ...data }
  const { id } = await publisher.creates('pages', 'sv', page, 'published')
  return { id, title, path: `/sv/${slug}/` }
}

const seenPage = async (): Promise<NewPage> => {
  const page = await newPage()
  await visitor.sees(page.path, `Så var det på ${page.title}.`)
  return page
}

const stateSchema = z.object({ state: z.string(), problems: z.array(z.string()).default([]) })
const stateOf = async (id: string, language: Language, collection = 'pages') => {
  const { body } = await publisher.ask(
    'GET',
    `/api/publishing/state?collection=${collection}&id=${id}`,
    undefined,
    language,
  )
  return stateSchema.parse(body)
}

/** What the admin says on a document that is not shown, in both languages. */
const toldAbout = async (id: string, collection = 'pages'): Promise<Record<Language, string>> => {
  await waitFor('the document to be told as held back', async () => {
    const { state } = await stateOf(id, 'sv', collection)
    return state === 'failed' ? state : undefined
  })
  const say = async (language: Language) => (await stateOf(id, language, collection)).problems.join(' ')
  return { sv: await say('sv'), en: await say('en') }
}

const untilLive = (id: string, collection = 'pages') =>
  waitFor('the document to be told as live', async () => {
    const { state } = await stateOf(id, 'sv', collection)
    return state === 'live' ? state : undefined
  })

const draftPage = () => publisher.creates('pages', 'sv', { title: 'Ett utkast', slug: `utkast-${pages}` })

/** Publishes another page and sees it. */
const somethingElseIsLive = async () => {
  await seenPage()
}

/** What may stand on a page and may not be shown. */
interface Fault {
  blocks: object[]
  says: Record<Language, string[]>
}

const faults: Record<string, Fault> = {
  'a link to nowhere': {
    blocks: [callToAction('/sv/finns-inte-alls/')],
    says: {
      sv: ['leder en länk till /sv/finns-inte-alls/', 'publicera igen'],
      en: ['a link leads to /sv/finns-inte-alls/', 'publish again'],
    },
  },
  'a personal identity number': {
    blocks: [textBlock('Ring Tolvan Tolvansson, 121212-1212.')],
    says: { sv: ['ett personnummer', 'Ta bort det'], en: ['personal identity number', 'Remove it'] },
  },
}

describe.each(Object.entries(faults))('%s', (_name, { blocks, says }) => {
  test('is told of, the page stays as it was, and everything else goes live; mended, the page does too', async () => {
    const page = await seenPage()
    await publisher.publishes('pages', page.id, 'sv', { blocks: [textBlock('Efter ändringen.'), ...blocks] })
    const told = await toldAbout(page.id)
    for (const language of ['sv', 'en'] as const)
      for (const words of [page.title, page.path, ...says[language]]) expect(told[language]).toContain(words)

    await somethingElseIsLive()
    expect((await visitor.opens(page.path)).text).toContain(`Så var det på ${page.title}.`)
    expect((await stateOf(page.id, 'sv')).state).toBe('failed')

    await publisher.publishes('pages', page.id, 'sv', { blocks: [textBlock('Rättat.')] })
    await visitor.sees(page.path, 'Rättat.')
    await untilLive(page.id)
  })

  test('on a new page keeps it away until it is mended', async () => {
    const page = await newPage({ blocks })
    await toldAbout(page.id)
    await somethingElseIsLive()
    expect((await visitor.opens(page.path)).status).toBe(404)
    await publisher.publishes('pages', page.id, 'sv', { blocks: [textBlock('Rättat.')] })
    await visitor.sees(page.path, 'Rättat.')
  })
})

test('a page on which there is nothing is not shown, and told of', async () => {
  const page = await newPage({
    title: ' \u200b ',
    blocks: [callToAction({ relationTo: 'pages', id: (await draftPage()).id })],
  })
  const told = await toldAbout(page.id)
  for (const words of [page.path, 'blev tom', 'minst ett block']) expect(told.sv).toContain(words)
  for (const words of [page.path, 'empty', 'at least one block']) expect(told.en).toContain(words)
  await somethingElseIsLive()
  expect((await visitor.opens(page.path)).status).toBe(404)
})

test('two faulty pages, a good one and a faulty menu at once: the good one is live, and each of the others is told of', async () => {
  const menusBefore = Object((await publisher.ask('GET', '/api/globals/menus?locale=sv&depth=0')).body)
  const good = await seenPage()
  const link = { kind: 'address', label: 'Hit', address: '/sv/ingenstans-alls/' }
  const [first, second] = await Promise.all([
    newPage({ blocks: faults['a link to nowhere']?.blocks }),
    newPage({ blocks: faults['a personal identity number']?.blocks }),
    publisher.publishes('pages', good.id, 'sv', { blocks: [textBlock('Den goda sidan.')] }),
    publisher.ask('POST', '/api/globals/menus?locale=sv&depth=0', { main: [{ link }] }),
  ])
  await visitor.sees(good.path, 'Den goda sidan.')
  expect((await toldAbout(first.id)).sv).toContain(first.title)
  expect((await toldAbout(second.id)).sv).toContain(second.title)
  expect((await toldAbout('menus', 'menus')).sv).toContain('/sv/ingenstans-alls/')
  expect((await visitor.opens('/sv/')).html).not.toContain('ingenstans-alls')
  expect((await stateOf(good.id, 'sv')).state).toBe('live')

  await publisher.ask('POST', '/api/globals/menus?locale=sv&depth=0', { main: menusBefore.main })
  for (const { id } of [first, second]) await publisher.removes('pages', id)
  await untilLive('menus', 'menus')
})

describe('what is large', () => {
  test('two hundred blocks are shown, and so is a text of 200,000 characters', async () => {
    const blocks = Array.from({ length: 200 }, (_, place) => textBlock(`Stycke ${place + 1}.`))
    const many = await newPage({ blocks })
    expect((await visitor.sees(many.path, 'Stycke 200.')).text).toContain('Stycke 1.')
    const words = 'Kluster växer där människor möts. '.repeat(5880)
    const long = await newPage({ blocks: [textBlock(`${words} Slut.`)] })
    await visitor.sees(long.path, 'Slut.')
  })

  test.each([
    ['sv', ['201', '200']],
    ['en', ['201', '200']],
  ] as const)('more blocks are refused when they are saved, in words (%s)', async (language, words) => {
    const blocks = Array.from({ length: 201 }, () => textBlock('Ett stycke.'))
    const page = { title: 'Lång', slug: `lang-${language}`, blocks, _status: 'published' }
    const answer = await publisher.ask('POST', '/api/pages?locale=sv&depth=0', page, language)
    expect(answer.status).toBe(400)
    for (const word of words) expect(answer.text).toContain(word)
  })

  test('a text of 5 MB is refused when it is saved, and nothing is held up', async () => {
    const blocks = [textBlock('Ord. '.repeat(1_000_000))]
    const page = { title: 'För lång', slug: 'for-lang', blocks, _status: 'published' }
    for (const [language, words] of [
      ['sv', 'tecken'],
      ['en', 'characters'],
    ] as const) {
      const answer = await publisher.ask('POST', '/api/pages?locale=sv&depth=0', page, language)
      expect(answer.status).toBe(400)
      expect(answer.text).toContain(words)
    }
    await somethingElseIsLive()
  })
})

describe('addresses', () => {
  test.each([
    ['..', 'sv'],
    ['../admin', 'en'],
    ['sok', 'sv'],
    ['api', 'en'],
  ] as const)('“%s” is refused when it is saved, in words (%s)', async (slug, language) => {
    const page = { title: 'Sidan', slug, blocks: [textBlock('Text.')], _status: 'published' }
    const answer = await publisher.ask('POST', '/api/pages?locale=sv&depth=0', page, language)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('slug')
  })

  test('two pages that want one address: one has it, and the other one is refused, or told of', async () => {
    const page = (title: string) => ({
      title,
      slug: 'samma-adress',
      blocks: [textBlock(`Här är ${title}.`)],
      _status: 'published',
    })
    const answers = await Promise.all(
      ['Etta', 'Tvåa'].map((title) => publisher.ask('POST', '/api/pages?locale=sv&depth=0', page(title))),
    )
    const shown = await visitor.meets('/sv/samma-adress/', 200)
    const [holder, other] = shown.text.includes('Här är Etta.') ? ['Etta', 'Tvåa'] : ['Tvåa', 'Etta']
    expect(shown.text).toContain(`Här är ${holder}.`)
    // On SQLite the second one is refused; on MongoDB both may be saved in the same moment.
    const refused = answers.find(({ status }) => status !== 201)
    const otherId = String(Object(answers[holder === 'Etta' ? 1 : 0]?.body).doc?.id)
    const said = refused ? [refused.text] : Object.values(await toldAbout(otherId))
    const words = refused ? [holder] : [other, holder, '/sv/samma-adress/']
    for (const text of said) for (const word of words) expect(text).toContain(word)
    await somethingElseIsLive()
  })
})

test('a page that the menu leads to cannot be deleted; when it is unpublished, the menu does without it', async () => {
  const menusBefore = Object((await publisher.ask('GET', '/api/globals/menus?locale=sv&depth=0')).body)
  const page = await seenPage()
  const link = { kind: 'document', document: { relationTo: 'pages', value: related(page.id) } }
  await publisher.ask('POST', '/api/globals/menus?locale=sv&depth=0', { main: [...menusBefore.main, { link }] })
  await waitFor('the menu to lead there', async () =>
    (await visitor.opens('/sv/')).html.includes(`href="${page.path}"`) ? true : undefined,
  )
  for (const [language, words] of [
    ['sv', 'Menyer'],
    ['en', 'Menus'],
  ] as const) {
    const answer = await publisher.ask('DELETE', `/api/pages/${page.id}`, undefined, language)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(page.title)
    expect(answer.text).toContain(words)
  }
  await publisher.unpublishes('pages', page.id, 'sv')
  await visitor.meets(page.path, 404)
  expect((await visitor.opens('/sv/')).html).not.toContain(`href="${page.path}"`)
  await publisher.ask('POST', '/api/globals/menus?locale=sv&depth=0', { main: menusBefore.main })
  await somethingElseIsLive()
})

test('a picture that is missing on the disk', async () => {
  const image = await uploadPicture(publisher, 'borta.webp')
  const directory = join(web.cms.store.dataDirectory, 'media')
  const files = (await readdir(directory)).filter((name) => name.startsWith('borta'))
  expect(files.length).toBeGreaterThan(1)
  for (const name of files) await rm(join(directory, name))

  const page = await seenPage()
  await publisher.publishes('pages', page.id, 'sv', { blocks: [{ blockType: 'figure', image }] })
  const told = await toldAbout(page.id)
  for (const words of [page.title, 'borta', 'Ladda upp bilden på nytt']) expect(told.sv).toContain(words)
  for (const words of [page.title, 'borta', 'Upload it again']) expect(told.en).toContain(words)
  await somethingElseIsLive()
  expect((await visitor.opens(page.path)).text).toContain(`Så var det på ${page.title}.`)
  await publisher.publishes('pages', page.id, 'sv', { blocks: [textBlock('Utan bild.')] })
  await visitor.sees(page.path, 'Utan bild.')
})

test('more than a tenth of the pages deleted at once stay until somebody says that it is intended', async () => {
  const many: NewPage[] = []
  for (let number = 0; number < 12; number += 1) many.push(await newPage())
  const last = many.at(-1)
  if (last) await visitor.sees(last.path, last.title)
  for (const page of many) await untilLive(page.id)

  await web.site().stop() // so that what waits is joined
  for (const { id } of many) await publisher.removes('pages', id)
  await web.restartSite()
  const [, deleted] = many
  const told = await toldAbout(deleted?.id ?? '')
  expect(told.sv).toMatch(/från \d+ sidor till \d+.*Publicera ändå/)
  expect(told.en).toMatch(/from \d+ pages to \d+.*Publish anyway/)
  await somethingElseIsLive()
  expect((await visitor.opens(deleted?.path ?? '')).status).toBe(200)

  expect((await publisher.ask('POST', '/api/publishing/force')).status).toBe(202)
  for (const { path } of many) await visitor.meets(path, 410)
  await somethingElseIsLive()
})
