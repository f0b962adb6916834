import { languages, otherLanguage } from 'shared/languages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SiteReader, type StaffMember, signIn, siteReader } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let editor: StaffMember
let site: SiteReader

beforeAll(async () => {
  cms = await startCms()
  editor = await signIn(cms.url)
  site = siteReader(cms.url)
})
afterAll(() => cms.end())

let pages = 0
const newPage = async (status: 'draft' | 'published' = 'draft') => {
  pages += 1
  return editor.creates('pages', 'sv', { title: `Sida ${pages}`, slug: `sida-${pages}` }, status)
}
const inEnglish = () => ({ title: `Page ${pages}`, slug: `page-${pages}` })
const titleFor = async (id: string, language: 'sv' | 'en') =>
  (await site.published('pages', language)).find((page) => page.id === id)?.['title']

describe('each language is published by itself', () => {
  test('publishing Swedish leaves an unfinished English alone', async () => {
    const { id } = await newPage()
    await editor.savesDraft('pages', id, 'en', inEnglish())
    await editor.publishes('pages', id, 'sv', { title: 'Klar på svenska' })
    expect(await titleFor(id, 'sv')).toBe('Klar på svenska')
    expect(await titleFor(id, 'en')).toBeUndefined()
  })

  test('a page without any English is not given to English readers with empty words', async () => {
    const { id } = await newPage('published')
    expect(await titleFor(id, 'sv')).toBe(`Sida ${pages}`)
    expect(await titleFor(id, 'en')).toBeUndefined()
    expect(await editor.reads('pages', id, 'en')).not.toHaveProperty('title', `Sida ${pages}`)
  })

  test('unpublishing English leaves Swedish live, and the English words can be published again', async () => {
    const { id } = await newPage('published')
    await editor.publishes('pages', id, 'en', inEnglish())
    expect(await titleFor(id, 'en')).toBe(`Page ${pages}`)
    await editor.unpublishes('pages', id, 'en')
    expect(await titleFor(id, 'en')).toBeUndefined()
    expect(await titleFor(id, 'sv')).toBe(`Sida ${pages}`)
    await editor.publishes('pages', id, 'en')
    expect(await titleFor(id, 'en')).toBe(`Page ${pages}`)
  })

  test('a draft on top of a published page shows nobody the draft', async () => {
    const { id } = await newPage('published')
    await editor.savesDraft('pages', id, 'sv', { title: 'Ett utkast' })
    expect(await titleFor(id, 'sv')).toBe(`Sida ${pages}`)
    expect(await editor.reads('pages', id, 'sv')).toMatchObject({ title: 'Ett utkast' })
    await editor.publishes('pages', id, 'sv')
    expect(await titleFor(id, 'sv')).toBe('Ett utkast')
  })
})

describe('two people at work on one page, one in each language', () => {
  test('saving drafts at the same moment loses neither language', async () => {
    const { id } = await newPage()
    for (let round = 1; round <= 10; round += 1) {
      await Promise.all([
        editor.savesDraft('pages', id, 'sv', { title: `Svenska ${round}` }),
        editor.savesDraft('pages', id, 'en', { ...inEnglish(), title: `English ${round}` }),
      ])
      expect(await editor.reads('pages', id, 'sv')).toMatchObject({ title: `Svenska ${round}` })
      expect(await editor.reads('pages', id, 'en')).toMatchObject({ title: `English ${round}` })
    }
  })

  test('publishing at the same moment succeeds for both', async () => {
    const { id } = await newPage()
    await editor.savesDraft('pages', id, 'en', inEnglish())
    for (let round = 1; round <= 5; round += 1) {
      await Promise.all([
        editor.publishes('pages', id, 'sv', { title: `Svenska ${round}` }),
        editor.publishes('pages', id, 'en', { title: `English ${round}` }),
      ])
      expect([await titleFor(id, 'sv'), await titleFor(id, 'en')]).toEqual([`Svenska ${round}`, `English ${round}`])
    }
  })

  test('twenty pages saved at once are all there', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => newPage()))
    const kept = new Set((await editor.lists('pages', 'limit=100&draft=true')).map(({ id }) => id))
    expect(made.filter(({ id }) => !kept.has(id))).toEqual([])
  })
})

test('the example organisation is there in both languages', async () => {
  for (const language of languages) {
    for (const collection of ['pages', 'news', 'quotes', 'fact-boxes', 'contacts', 'signup-forms']) {
      expect(await site.published(collection, language), `${collection} in ${language}`).not.toEqual([])
    }
    const titles = (await site.published('pages', language)).map((page) => page['title'])
    const others = (await site.published('pages', otherLanguage(language))).map((page) => page['title'])
    expect(titles.filter((title) => others.includes(title))).toEqual([])
  }
})
