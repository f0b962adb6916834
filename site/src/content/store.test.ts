import type { SiteContent } from 'shared/content/site-content'
import { expect, test } from 'vitest'
import { madeUpContent, madeUpPage } from './made-up-content.ts'
import { createStore } from './store.ts'

const quote = { id: '4', text: 'Det går.', attribution: 'Märta', role: null, source: null, sourceAddress: null }
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
  const store = createStore(content, 'en')
  expect(store.quote('4')).toBeNull()
  expect(store.quote('4')).toBeNull()
  expect(store.link(linkTo('3'))).toBeNull()
  expect(store.missing).toEqual([
    { collection: 'quotes', id: '4' },
    { collection: 'pages', id: '3' },
  ])
})

test('a link bears its own label, or else the title of its document', () => {
  const store = createStore(content, 'sv')
  expect(store.link(linkTo('3'))).toEqual({ href: '/sv/om/modellen/', label: 'Modellen' })
  expect(store.link(linkTo('3', 'Läs mer'))).toEqual({ href: '/sv/om/modellen/', label: 'Läs mer' })
  expect(store.link({ kind: 'address', label: null, document: null, address: 'mailto:a@example.org' })).toEqual({
    href: 'mailto:a@example.org',
    label: 'mailto:a@example.org',
  })
  expect(store.missing).toEqual([])
})

test('a page remembers every document that could change it: a link depends on the pages above its target too', () => {
  const store = createStore(content, 'sv')
  store.link(linkTo('3'))
  store.quote('4')
  store.news()
  expect([...store.asked].toSorted()).toEqual(['news:*:sv', 'pages:1:sv', 'pages:2:sv', 'pages:3:sv', 'quotes:4:sv'])
})
