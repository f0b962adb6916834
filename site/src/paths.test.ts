import type { NewsItem } from 'shared/content/news-item'
import type { Page } from 'shared/content/page'
import type { LanguageContent, SiteContent } from 'shared/content/site-content'
import { signupFormSchema } from 'shared/membership/signup-form'
import { describe, expect, test } from 'vitest'
import { madeUpContent, madeUpPage } from './content/made-up-content.ts'
import {
  hreflangsOf,
  notFoundRoute,
  otherLanguagePage,
  pageTreeOf,
  pathOf,
  problemsOf,
  routeAt,
  routesOf,
} from './paths.ts'

const pageOf = (id: string, slug: string, parent: string | null = null, blocks: unknown[] = []) =>
  madeUpPage(id, `Sida ${slug}`, slug, parent, blocks)

const newsOf = (id: string, slug: string): NewsItem => ({
  id,
  title: slug,
  slug,
  publishedOn: '2026-11-01',
  introduction: null,
  image: null,
  body: null,
  searchDescription: null,
  updatedAt: '2026-11-01T00:00:00Z',
  event: null,
})

const form = signupFormSchema.parse({
  id: 'f',
  slug: 'bli-medlem',
  version: 1,
  title: 'Ansökan',
  items: [],
  receiptHeading: 'Tack',
})
const formBlock = { blockType: 'signupForm', form: 'f' }
const termBlock = { blockType: 'term', term: 't' }

const contentOf = (pages: Page[], more: Partial<LanguageContent> = {}) =>
  madeUpContent({ pages, signupForms: [form], ...more })

const site = (sv: LanguageContent, en: LanguageContent = contentOf([])): SiteContent => ({ sv, en })
const toPage = (value: string) => ({ relationTo: 'pages', value }) as const

const bilingual = site(
  contentOf(
    [
      pageOf('1', 'start'),
      pageOf('2', 'om-oss'),
      pageOf('3', 'modellen', '2', [termBlock]),
      pageOf('4', 'bli-medlem', '1', [formBlock]),
      pageOf('7', 'nyheter'),
    ],
    {
      news: [newsOf('1', 'ny-testbadd')],
      glossaryTerms: [{ id: 't', term: 'Kluster', slug: 'kluster', definition: { root: { children: [] } } }],
    },
  ),
  contentOf([pageOf('1', 'home'), pageOf('2', 'about-us'), pageOf('4', 'join', '1', [formBlock]), pageOf('7', 'news')]),
)

describe('a page’s address', () => {
  test('is made of its ancestors’ slugs in the same language; the start page adds nothing', () => {
    expect(pathOf(bilingual, 'sv', toPage('1'))).toBe('/sv/')
    expect(pathOf(bilingual, 'en', toPage('1'))).toBe('/en/')
    expect(pathOf(bilingual, 'sv', toPage('3'))).toBe('/sv/om-oss/modellen/')
    expect(pathOf(bilingual, 'en', toPage('2'))).toBe('/en/about-us/')
    expect(pathOf(bilingual, 'en', toPage('4'))).toBe('/en/join/')
    expect(pathOf(bilingual, 'en', toPage('3'))).toBeNull()
  })

  test('leads back to the page, with or without the last slash', () => {
    for (const route of routesOf(bilingual)) expect(routeAt(bilingual, route.path)).toEqual(route)
    expect(routeAt(bilingual, '/sv/om-oss')).toMatchObject({ kind: 'page', id: '2' })
    expect(routeAt(bilingual, '/sv/404/')).toMatchObject({ kind: 'not-found', path: '/sv/404.html' })
    expect(routeAt(bilingual, '/sv/finns-inte/')).toBeNull()
  })

  test('is refused when a page above it is not published, and it is said which page it is about', () => {
    const content = site(contentOf([pageOf('1', 'start'), pageOf('3', 'modellen', '2')]))
    expect(pathOf(content, 'sv', toPage('3'))).toBeNull()
    expect(problemsOf(content)).toMatchObject([
      { collection: 'pages', id: '3', language: 'sv', code: 'parent-not-published' },
    ])
  })

  test('is refused to pages that are each other’s parents', () => {
    const content = site(contentOf([pageOf('1', 'start'), pageOf('2', 'a', '3'), pageOf('3', 'b', '2')]))
    expect(problemsOf(content).map(({ id, code }) => [id, code])).toEqual([
      ['2', 'parent-loop'],
      ['3', 'parent-loop'],
    ])
  })

  test('belongs to the older of two pages that want it, and never to one that wants the search page’s', () => {
    const content = site(
      contentOf([pageOf('1', 'start'), pageOf('10', 'samma'), pageOf('9', 'samma'), pageOf('11', 'sok')]),
    )
    expect(routeAt(content, '/sv/samma/')).toMatchObject({ id: '9' })
    expect(routeAt(content, '/sv/sok/')).toMatchObject({ kind: 'search' })
    expect(problemsOf(content)).toMatchObject([
      { id: '10', code: 'duplicate-path', values: { path: '/sv/samma/', holder: 'Sida samma' } },
      { id: '11', code: 'duplicate-path', values: { path: '/sv/sok/' } },
    ])
  })
})

test('a news item lives below the news page, and has no address without one', () => {
  expect(pathOf(bilingual, 'sv', { relationTo: 'news', value: '1' })).toBe('/sv/nyheter/ny-testbadd/')
  const homeless = site(contentOf([pageOf('1', 'start')], { news: [newsOf('1', 'ny-testbadd')] }))
  expect(pathOf(homeless, 'sv', { relationTo: 'news', value: '1' })).toBeNull()
  expect(problemsOf(homeless)).toMatchObject([{ collection: 'news', id: '1', code: 'no-news-page' }])
})

test('a glossary term lives on the page that explains it', () => {
  expect(pathOf(bilingual, 'sv', { relationTo: 'glossary-terms', value: 't' })).toBe(
    '/sv/om-oss/modellen/#term-kluster',
  )
  expect(pathOf(bilingual, 'en', { relationTo: 'glossary-terms', value: 't' })).toBeNull()
})

test('a page with a form has a receipt, which no child page can take the address of', () => {
  expect(routeAt(bilingual, '/sv/bli-medlem/tack/')).toMatchObject({
    kind: 'receipt',
    id: '4',
    form: 'f',
    alternates: { sv: '/sv/bli-medlem/tack/', en: '/en/join/thanks/' },
  })
  const content = site(
    contentOf([pageOf('1', 'start'), pageOf('2', 'tack', '3'), pageOf('3', 'bli-medlem', null, [formBlock])]),
  )
  expect(routeAt(content, '/sv/bli-medlem/tack/')).toMatchObject({ kind: 'receipt' })
  expect(problemsOf(content)).toMatchObject([{ id: '2', code: 'duplicate-path' }])
})

test('a form that is not published gives no receipt', () => {
  const content = site(
    contentOf([pageOf('1', 'start'), pageOf('3', 'bli-medlem', null, [formBlock])], { signupForms: [] }),
  )
  expect(routesOf(content).some(({ kind }) => kind === 'receipt')).toBe(false)
})

describe('the other language', () => {
  const at = (path: string) => routeAt(bilingual, path) ?? notFoundRoute(bilingual, path)

  test('is reached on the same page where there is one', () => {
    expect(otherLanguagePage(bilingual, at('/sv/om-oss/'))).toEqual({ path: '/en/about-us/', title: null })
    expect(otherLanguagePage(bilingual, at('/en/search/'))).toEqual({ path: '/sv/sok/', title: null })
    expect(hreflangsOf(at('/en/about-us/'))).toEqual([
      { hreflang: 'sv', path: '/sv/om-oss/' },
      { hreflang: 'en', path: '/en/about-us/' },
      { hreflang: 'x-default', path: '/sv/om-oss/' },
    ])
  })

  test('is otherwise reached on the nearest page above, by name', () => {
    expect(otherLanguagePage(bilingual, at('/sv/om-oss/modellen/'))).toEqual({
      path: '/en/about-us/',
      title: 'Sida about-us',
    })
    expect(otherLanguagePage(bilingual, at('/sv/nyheter/ny-testbadd/'))).toEqual({
      path: '/en/news/',
      title: 'Sida news',
    })
  })

  test('is nowhere when nothing is published in it', () => {
    const content = site(contentOf([pageOf('1', 'start')]))
    const start = routeAt(content, '/sv/')
    expect(start && otherLanguagePage(content, start)).toBeNull()
    expect(problemsOf(content)).toEqual([])
  })
})

test('an address without a page is answered in the language of the address', () => {
  expect(notFoundRoute(bilingual, '/en/nowhere/').language).toBe('en')
  expect(notFoundRoute(bilingual, '/gammal-sida.html').language).toBe('sv')
})

test('the page tree follows the editors’ order, then the alphabet, and starts below the start page', () => {
  const ordered = { ...pageOf('2', 'sist'), order: 2 }
  const content = site(
    contentOf([pageOf('1', 'start'), ordered, pageOf('3', 'b', '1'), pageOf('4', 'a'), pageOf('5', 'c', '4')]),
  )
  expect(pageTreeOf(content, 'sv').map(({ id, children }) => [id, children.map((child) => child.id)])).toEqual([
    ['4', ['5']],
    ['3', []],
    ['2', []],
  ])
})
