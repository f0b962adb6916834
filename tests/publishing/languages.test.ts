import type { Language } from 'shared/languages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { textBlock } from '../support/rich-text.ts'
import { waitFor } from '../support/server-process.ts'
import { hire, signIn, type StaffMember } from '../support/staff.ts'
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

const reportSchema = z.object({
  documents: z.array(
    z.object({ title: z.string(), document: z.object({ id: z.string() }).nullable(), sentences: z.array(z.string()) }),
  ),
  total: z.number(),
  holds: z.boolean(),
})
/** What the dashboard tells of a document's languages, and how much it tells of in all. */
const toldOf = async (id: string, language: Language = 'sv') => {
  const { body } = await publisher.ask('GET', '/api/publishing/languages', undefined, language)
  const { documents, total } = reportSchema.parse(body)
  const own = documents.filter(({ document }) => document?.id === id).flatMap(({ sentences }) => sentences)
  return { told: own.join(' '), total, listed: documents.flatMap(({ sentences }) => sentences).length }
}

const untilTold = (id: string, words: string, language: Language = 'sv') =>
  waitFor(`the dashboard to tell of “${words}”`, async () => {
    const { told } = await toldOf(id, language)
    return told.includes(words) ? told : undefined
  })

const untilNothingIsTold = async (id: string) => {
  const told = await waitFor('the dashboard to tell nothing of it', async () => {
    const { told } = await toldOf(id)
    return told === '' ? { told } : undefined
  })
  expect(told).toEqual({ told: '' })
}

const stateSchema = z.object({
  state: z.string(),
  problems: z.array(z.string()).default([]),
  languages: z.array(z.string()).default([]),
})
const stateOf = async (id: string, language: Language = 'sv') => {
  const { body } = await publisher.ask('GET', `/api/publishing/state?collection=pages&id=${id}`, undefined, language)
  return stateSchema.parse(body)
}

let pages = 0
const swedish = () => ({ title: `Sida ${pages}`, slug: `spraksida-${pages}`, blocks: [textBlock('Så var det.')] })
const english = () => ({ title: `Page ${pages}`, slug: `language-page-${pages}`, blocks: [textBlock('It was so.')] })

const swedishPage = async () => {
  pages += 1
  const { id } = await publisher.creates('pages', 'sv', swedish(), 'published')
  return { id, sv: `/sv/spraksida-${pages}/`, en: `/en/language-page-${pages}/` }
}
const pageInBoth = async () => {
  const page = await swedishPage()
  await publisher.publishes('pages', page.id, 'en', english())
  await visitor.sees(page.en, 'It was so.')
  return page
}

test('nothing differs between the languages of the example but the one page that is meant to be in Swedish only', async () => {
  const answer = await publisher.ask('GET', '/api/publishing/languages')
  const { documents } = reportSchema.parse(answer.body)
  expect(documents.flatMap(({ sentences }) => sentences)).toEqual([
    '”Stadgar och årsmöte” finns på svenska men inte på engelska. Översätt och publicera också på engelska.',
  ])
})

test('a page in one language only is told, on the dashboard and on the page, until the other is published', async () => {
  const { id, sv } = await swedishPage()
  await visitor.sees(sv, 'Så var det.')
  expect(await untilTold(id, 'finns på svenska men inte på engelska')).toContain(`Sida ${pages}`)
  expect(await untilTold(id, 'exists in Swedish but not in English', 'en')).toContain(`Sida ${pages}`)
  expect((await stateOf(id)).languages.join()).toContain('inte på engelska')

  await publisher.publishes('pages', id, 'en', { ...english(), blocks: [] })
  await untilTold(id, 'färre av ”Text” på engelska (0) än på svenska (1)')
  await publisher.publishes('pages', id, 'en', { blocks: [textBlock('Det här har ingen översatt ännu.')] })
  await untilTold(id, 'Det här har ingen översatt ännu.')
  await publisher.publishes('pages', id, 'en', english())
  await publisher.publishes('pages', id, 'sv') // it is right as it is, whatever was done about the English
  await untilNothingIsTold(id)
})

describe('a text that was left behind', () => {
  test('is told when the other language is published with other words, and no draft does that', async () => {
    const { id } = await pageInBoth()
    await publisher.savesDraft('pages', id, 'sv', { blocks: [textBlock('Ett utkast.')] })
    expect((await toldOf(id)).told).toBe('')
    await publisher.publishes('pages', id, 'sv', { blocks: [textBlock('Nu är det annorlunda.')] })
    expect((await toldOf(id)).told).toContain('ändrades på svenska den ')
    expect((await toldOf(id, 'en')).told).toContain('was changed in Swedish on ')
    await waitFor('the page to tell it', async () =>
      (await stateOf(id)).languages.join().includes('inte ändrats på engelska') ? true : undefined,
    )
  })

  test('catches up when it is changed, and the one it followed is not behind then', async () => {
    const { id } = await pageInBoth()
    await publisher.publishes('pages', id, 'sv', { introduction: 'Ny ingress.' })
    expect((await toldOf(id)).told).toContain('ändrades på svenska')
    await publisher.publishes('pages', id, 'en', { introduction: 'A new introduction.' })
    await untilNothingIsTold(id)
  })

  test('is right as it is when a publisher says so; a communicator may not', async () => {
    const { id } = await pageInBoth()
    await publisher.publishes('pages', id, 'sv', { introduction: 'Ny ingress.' })
    await publisher.publishes('pages', id, 'en', { introduction: 'A new introduction.' })
    await publisher.publishes('pages', id, 'sv', { introduction: 'En ny ingress, utan skrivfel.' })
    expect((await toldOf(id)).told).toContain('ändrades på svenska')
    const communicator = await hire(web.cms.url, publisher, 'communicator')
    const document = { collection: 'pages', id }
    expect((await communicator.ask('POST', '/api/publishing/in-step', document)).status).toBe(403)
    expect((await publisher.ask('POST', '/api/publishing/in-step', document)).status).toBe(202)
    await untilNothingIsTold(id)
  })

  test('is right as it is when it is published again unchanged', async () => {
    const { id } = await pageInBoth()
    await publisher.publishes('pages', id, 'en', { blocks: [textBlock('It was so, without a typo.')] })
    expect((await toldOf(id)).told).toContain('ändrades på engelska')
    await publisher.publishes('pages', id, 'sv')
    await untilNothingIsTold(id)
  })

  test('is told of menus and of letters too, to whom they concern, until they say that it is right as it is', async () => {
    const saves = async (global: string, language: Language, data: object) => {
      const answer = await publisher.ask('POST', `/api/globals/${global}?locale=${language}&depth=0`, data)
      expect(answer.status, answer.text).toBe(200)
    }
    const link = (label: string) => ({ link: { kind: 'address', address: '/sv/sok/', label } })
    await saves('menus', 'sv', { main: [link('Sök'), link('Sök mer')] })
    expect((await toldOf('menus')).told).toContain('ändrades på svenska')
    await saves('menus', 'en', { main: [link('Search'), link('Search more')] })
    expect((await toldOf('menus')).told).not.toContain('ändrades')

    await saves('email-texts', 'sv', { withdrawn: { subject: 'Återtagen' } })
    await saves('email-texts', 'en', { withdrawn: { subject: 'Withdrawn' } })
    expect((await toldOf('email-texts')).told).toBe('')
    await saves('email-texts', 'sv', { withdrawn: { subject: 'Ansökan är återtagen' } })
    expect((await toldOf('email-texts')).told).toContain('ändrades på svenska')
    const another = await hire(web.cms.url, publisher, 'publisher')
    const { body } = await another.ask('GET', '/api/publishing/languages')
    expect(reportSchema.parse(body).documents.map(({ document }) => document?.id)).not.toContain('email-texts')
    const letters = { collection: 'email-texts', id: 'email-texts' }
    expect((await another.ask('POST', '/api/publishing/in-step', letters)).status).toBe(403)
    const officer = await hire(web.cms.url, publisher, 'membershipOfficer')
    expect((await officer.ask('POST', '/api/publishing/in-step', letters)).status).toBe(202)
    expect((await toldOf('email-texts')).told).toBe('')
  })

  test('is forgotten with its document', async () => {
    const { id } = await pageInBoth()
    await publisher.publishes('pages', id, 'sv', { introduction: 'Ny ingress.' })
    expect((await toldOf(id)).told).toContain('ändrades på svenska')
    await publisher.removes('pages', id)
    await untilNothingIsTold(id)
    const { total, listed } = await toldOf(id)
    expect(total).toBe(listed) // nor is it counted any more
  })
})

describe('where nothing shall go live in one language alone', () => {
  const setRule = (languageRule: 'report' | 'hold') =>
    publisher.ask('POST', '/api/globals/site-settings?locale=sv&depth=0', { languageRule })

  test('a new page waits for its translation, with the reason, and what was there before stays', async () => {
    const before = await swedishPage()
    await visitor.sees(before.sv, 'Så var det.')
    expect((await setRule('hold')).status).toBe(200)

    const { id, sv, en } = await swedishPage()
    const { problems } = await waitFor('the page to be told as held', async () => {
      const state = await stateOf(id)
      return state.state === 'failed' ? state : undefined
    })
    expect(problems.join(' ')).toMatch(/finns på svenska men inte på engelska.*inget går ut på bara ett av språken/)
    expect((await visitor.opens(sv)).status).toBe(404)
    expect((await visitor.opens(before.sv)).status).toBe(200)

    await publisher.publishes('pages', id, 'en', english())
    await visitor.sees(sv, 'Så var det.')
    await visitor.sees(en, 'It was so.')
  })

  test('a change waits for the other language, and both go live together', async () => {
    const { id, sv, en } = await pageInBoth()
    await publisher.publishes('pages', id, 'sv', { blocks: [textBlock('Nu är det annorlunda.')] })
    await waitFor('the change to be told as held', async () => {
      const { state, problems } = await stateOf(id, 'en')
      return state === 'failed' && problems.join().includes('was changed in Swedish') ? true : undefined
    })
    expect((await visitor.opens(sv)).text).toContain('Så var det.')
    await publisher.publishes('pages', id, 'en', { blocks: [textBlock('Now it is different.')] })
    await visitor.sees(en, 'Now it is different.')
    await visitor.sees(sv, 'Nu är det annorlunda.')

    await publisher.publishes('pages', id, 'sv', { blocks: [textBlock('Nu är det annorlunda!')] })
    await waitFor('the change to be told as held', async () =>
      (await stateOf(id)).state === 'failed' ? true : undefined,
    )
    await publisher.ask('POST', '/api/publishing/in-step', { collection: 'pages', id })
    await visitor.sees(sv, 'Nu är det annorlunda!')
    expect((await setRule('report')).status).toBe(200)
  })
})
