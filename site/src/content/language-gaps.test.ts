import { contactSchema } from 'shared/content/contact'
import { factBoxSchema } from 'shared/content/fact-box'
import { mediaSchema } from 'shared/content/media'
import { menusSchema } from 'shared/content/menu'
import { quoteSchema } from 'shared/content/quote'
import type { LanguageContent } from 'shared/content/site-content'
import { signupFormSchema } from 'shared/membership/signup-form'
import { expect, test } from 'vitest'
import { languageGapsOf } from './language-gaps.ts'
import { madeUpContent, madeUpPage } from './made-up-content.ts'

/** What one language lacks, briefly: which document, in which language, and how it is said. */
const gapsOf = (sv: Partial<LanguageContent>, en: Partial<LanguageContent>) =>
  languageGapsOf({ sv: madeUpContent(sv), en: madeUpContent(en) }).map(({ problem }) => ({
    ...problem,
    code: problem.code.replace('publishing.problem.language-', ''),
  }))

const paragraph = (text: string, lang?: string) => ({
  root: {
    children: [{ type: 'paragraph', children: [{ type: 'text', text, format: 0, ...(lang ? { $: { lang } } : {}) }] }],
  },
})

test('two languages that say the same have nothing to be told of', () => {
  const blocks = (text: string) => [{ blockType: 'text', body: paragraph(text) }]
  const sv = [madeUpPage('1', 'Start', 'start', null, blocks('Ett kluster är ett nätverk av företag.'))]
  const en = [madeUpPage('1', 'Start', 'start', null, blocks('A cluster is a network of companies.'))]
  expect(gapsOf({ pages: sv }, { pages: en })).toEqual([])
})

test('a page that is there in one language only is told as missing in the other', () => {
  expect(gapsOf({ pages: [madeUpPage('4', 'Om oss', 'om-oss')] }, {})).toEqual([
    { collection: 'pages', id: '4', title: 'Om oss', language: 'en', code: 'missing', values: {} },
  ])
  expect(gapsOf({}, { pages: [madeUpPage('4', 'About us', 'about-us')] })).toMatchObject([
    { language: 'sv', title: 'About us', code: 'missing' },
  ])
})

test('blocks are counted by their kind', () => {
  const quote = { blockType: 'quote', quote: '3' }
  const sv = [madeUpPage('1', 'Start', 'start', null, [quote, quote, { blockType: 'newsList' }])]
  const en = [madeUpPage('1', 'Start', 'start', null, [quote, { blockType: 'newsList' }])]
  expect(gapsOf({ pages: sv }, { pages: en })).toMatchObject([
    { language: 'en', code: 'fewer', values: { label: 'blocks.quote.singular', here: 1, there: 2 } },
  ])
})

test('an empty field is told where the other language has it filled in', () => {
  const sv = [{ ...madeUpPage('1', 'Start', 'start'), introduction: 'Välkommen hit.' }]
  const en = [{ ...madeUpPage('1', 'Start', 'start'), searchDescription: 'A cluster.' }]
  expect(gapsOf({ pages: sv }, { pages: en })).toMatchObject([
    { language: 'sv', code: 'field', values: { label: 'searchDescription.label' } },
    { language: 'en', code: 'field', values: { label: 'pages.introduction' } },
  ])
})

test('a picture that is shown needs words in the language of the page; one that nobody shows, or that is decoration, does not', () => {
  const picture = (id: string, alt: string | null, decorative = false) =>
    mediaSchema.parse({ id, filename: `bild-${id}.png`, mimeType: 'image/png', alt, decorative })
  const page = madeUpPage('1', 'Start', 'start', null, [
    { blockType: 'figure', image: '5' },
    { blockType: 'figure', image: '6' },
  ])
  const sv = { pages: [page], media: [picture('5', 'Ett bord'), picture('6', null, true), picture('7', 'Dold')] }
  const en = { pages: [page], media: [picture('5', null), picture('6', null, true), picture('7', null)] }
  expect(gapsOf(sv, en)).toMatchObject([
    { collection: 'media', id: '5', title: 'bild-5.png', language: 'en', code: 'alt', values: { page: 'Start' } },
  ])
})

test('menus are compared by the links that visitors see', () => {
  const menus = menusSchema.parse({
    main: ['1', '2'].map((value) => ({ link: { kind: 'document', document: { relationTo: 'pages', value } } })),
  })
  const both = [madeUpPage('1', 'A', 'a'), madeUpPage('2', 'B', 'b')]
  expect(gapsOf({ menus, pages: both }, { menus, pages: both })).toEqual([])
  const gaps = gapsOf({ menus, pages: both }, { menus, pages: both.slice(0, 1) })
  expect(gaps).toContainEqual(
    expect.objectContaining({ language: 'en', code: 'menu', values: { label: 'menus.main', here: 1, there: 2 } }),
  )
})

test('a form asks the same in both languages', () => {
  const form = (items: object[], consents: object[] = []) =>
    signupFormSchema.parse({ id: '1', slug: 'f', version: 1, title: 'Form', items, consents, receiptHeading: 'OK' })
  const asked = { blockType: 'question', key: 'why', type: 'text', label: 'Varför?', help: 'Skriv kort.' }
  const terms = { name: 'terms', text: paragraph('Ja') }
  const sv = [form([{ blockType: 'field', name: 'city' }, asked], [terms])]
  const en = [form([{ ...asked, label: 'Why?', help: null }])]
  expect(gapsOf({ signupForms: sv }, { signupForms: en })).toMatchObject([
    { language: 'en', code: 'question', values: { name: 'city' } },
    { language: 'en', code: 'help', values: { name: 'why' } },
    { language: 'en', code: 'consent', values: { name: 'terms' } },
  ])
})

test('facts and the words about a contact are compared too', () => {
  const box = (facts: object[]) => [factBoxSchema.parse({ id: '1', title: 'Fakta', facts })]
  const person = (jobTitle: string | null) => [contactSchema.parse({ id: '2', name: 'Anna Ek', jobTitle })]
  const sv = { factBoxes: box([{ text: 'ett' }, { text: 'två' }]), contacts: person('Klusterledare') }
  expect(gapsOf(sv, { factBoxes: box([{ text: 'one' }]), contacts: person(null) })).toMatchObject([
    { collection: 'fact-boxes', language: 'en', code: 'fewer', values: { here: 1, there: 2 } },
    { collection: 'contacts', title: 'Anna Ek', language: 'en', code: 'field' },
  ])
})

test('a sentence in the other language is quoted, unless it is marked as being in it', () => {
  const swedish = 'Det här är en mening som ingen har översatt.'
  const page = (lang?: string) => [
    madeUpPage('1', 'Start', 'start', null, [
      { blockType: 'text', body: paragraph(`We call it a network. ${swedish}`) },
      { blockType: 'text', body: paragraph(swedish, lang) },
    ]),
  ]
  const here = [madeUpPage('1', 'Start', 'start', null, [{ blockType: 'term', term: '1' }])]
  const mixed = (lang?: string) => gapsOf({ pages: here }, { pages: page(lang) }).filter(({ code }) => code === 'mixed')
  expect(mixed()).toMatchObject([
    { language: 'en', title: 'Start', values: { sentence: swedish } },
    { language: 'en', title: 'Start', values: { sentence: swedish } },
  ])
  expect(mixed('sv')).toHaveLength(1)
})

test('a quote in its own language is as it should be', () => {
  const words = { id: '3', text: 'Vi är starkare tillsammans än var för sig.', attribution: 'Anna Ek' }
  const here = [quoteSchema.parse(words)]
  expect(gapsOf({ quotes: here }, { quotes: here })).toMatchObject([{ language: 'en', code: 'mixed' }])
  expect(gapsOf({ quotes: here }, { quotes: [quoteSchema.parse({ ...words, language: 'sv' })] })).toEqual([])
})
