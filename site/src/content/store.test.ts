import type { SiteContent } from 'shared/content/site-content'
import { describe, expect, test } from 'vitest'
import { madeUpContent, madeUpPage } from './made-up-content.ts'
import { changeOf, type ContentChange } from './kinds.ts'
import { createSite } from './site.ts'
import type { Store } from './store.ts'

const quote = {
  id: '4',
  text: 'Det går.',
  attribution: 'Märta',
  role: null,
  source: null,
  sourceAddress: null,
  language: null,
}
const content: SiteContent = {
  sv: madeUpContent({
    pages: [
      madeUpPage('1', 'Start', 'start'),
      madeUpPage('2', 'Om', 'om'),
      madeUpPage('3', 'Modellen', 'modellen', '2'),
    ],
    quotes: [quote],
  }),
  en: madeUpContent({ pages: [madeUpPage('1', 'Home', 'home'), madeUpPage('2', 'About', 'about')] }),
}
const linkTo = (id: string, label: string | null = null) =>
  ({ kind: 'document', label, document: { relationTo: 'pages', value: id }, address: null }) as const

test('what is not published in the page’s language is missing, and is never taken from the other language', () => {
  const store = createSite(content).storeFor('en')
  expect(store.quote('4')).toBeNull()
  expect(store.quote('4')).toBeNull()
  expect(store.link(linkTo('3'))).toBeNull()
  expect(store.missing).toEqual([
    { collection: 'quotes', id: '4' },
    { collection: 'pages', id: '3' },
  ])
})

test('a link bears its own label, or else the title of its document', () => {
  const store = createSite(content).storeFor('sv')
  expect(store.link(linkTo('3'))).toEqual({ href: '/sv/om/modellen/', label: 'Modellen' })
  expect(store.link(linkTo('3', 'Läs mer'))).toEqual({ href: '/sv/om/modellen/', label: 'Läs mer' })
  expect(store.link({ kind: 'address', label: null, document: null, address: 'mailto:a@example.org' })).toEqual({
    href: 'mailto:a@example.org',
    label: 'mailto:a@example.org',
  })
  expect(store.missing).toEqual([])
})

describe('an answer is another one', () => {
  const edited = (id: string, title: string, slug: string, parent: string | null = null): ContentChange =>
    changeOf('pages', 'sv', id, { ...madeUpPage(id, title, slug, parent), introduction: 'Nytt.' })
  /** Which of these questions have another answer after the change. */
  const othersAfter = (change: ContentChange): string[] => {
    const site = createSite(content)
    const asked = {
      text: (store: Store) => store.page('3'),
      title: (store: Store) => store.titleOf({ relationTo: 'pages', value: '3' }),
      address: (store: Store) => store.pathTo({ relationTo: 'pages', value: '3' }),
      above: (store: Store) => store.ancestors('3'),
      tree: (store: Store) => store.pageTree(),
      news: (store: Store) => store.latestNews(3),
      quote: (store: Store) => store.quote('4'),
      translation: (store: Store) => store.inOtherLanguage(site.open('/sv/om/').route),
    }
    const stores = Object.entries(asked).map(([name, ask]) => {
      const store = site.storeFor('sv')
      ask(store)
      return { name, store }
    })
    const { answers } = site.change([change])
    return stores.filter(({ store }) => answers.some((question) => store.asked.has(question))).map(({ name }) => name)
  }

  test.each([
    ['the text of a page: only where the page itself is shown', edited('3', 'Modellen', 'modellen', '2'), ['text']],
    ['its title: where it is linked to, too', edited('3', 'Vår modell', 'modellen', '2'), ['text', 'title', 'tree']],
    ['its slug: where its address is shown', edited('3', 'Modellen', 'vi', '2'), ['text', 'address', 'tree']],
    ['its parent: who is above it, too', edited('3', 'Modellen', 'modellen'), ['text', 'address', 'above', 'tree']],
    ['the slug of the page above it', edited('2', 'Om', 'om-oss'), ['address', 'tree', 'translation']],
    ['a page that is gone', changeOf('pages', 'sv', '3', null), ['text', 'title', 'address', 'above', 'tree']],
    ['the same page in the other language', changeOf('pages', 'en', '2', null), ['translation']],
    ['a quote', changeOf('quotes', 'sv', '4', { ...quote, text: 'Det gick.' }), ['quote']],
    ['the same text once more', changeOf('quotes', 'sv', '4', { ...quote }), []],
  ])('%s', (_what, change, questions) => expect(othersAfter(change)).toEqual(questions))
})

test('an overlay shows other documents, and nothing of it comes back', () => {
  const site = createSite(content)
  const draft = changeOf('pages', 'sv', '9', madeUpPage('9', 'Utkast', 'utkast', '2'))
  const overlay = site.overlay([draft])
  expect(overlay.routeOf({ relationTo: 'pages', value: '9' }, 'sv')?.path).toBe('/sv/om/utkast/')
  expect(site.routeOf({ relationTo: 'pages', value: '9' }, 'sv')).toBeNull()
  expect(site.storeFor('sv').page('9')).toBeNull()
})
