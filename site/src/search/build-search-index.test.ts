import MiniSearch from 'minisearch'
import { richTextSchema } from 'shared/content/rich-text'
import type { SiteContent } from 'shared/content/site-content'
import { listedMemberSchema } from 'shared/membership/member'
import { expect, test } from 'vitest'
import { madeUpContent, madeUpPage } from '../content/made-up-content.ts'
import { createSite } from '../content/site.ts'
import { buildSearchIndex } from './build-search-index.ts'
import { searchEntriesIn } from './search-entries.ts'
import { searchOptions } from './search-options.ts'

const text = (words: string) =>
  richTextSchema.parse({
    root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: words, format: 0 }] }] },
  })

const content: SiteContent = {
  sv: madeUpContent({
    pages: [
      madeUpPage('1', 'Välkommen', 'start'),
      madeUpPage('2', 'Så arbetar vi', 'sa-arbetar-vi', null, [
        { blockType: 'text', heading: 'Idéer', body: text('Testbädden står i Älvsbro.') },
        { blockType: 'quote', quote: 'opublicerat' },
        { blockType: 'term', term: 't' },
      ]),
      madeUpPage('3', 'Medlemmar', 'medlemmar', null, [{ blockType: 'memberList' }]),
    ],
    glossaryTerms: [
      { id: 't', term: 'Klusterinitiativ', slug: 'klusterinitiativ', definition: text('En gemensam satsning.') },
      { id: 'u', term: 'Hemlöst', slug: 'hemlost', definition: text('Finns inte på någon sida.') },
    ],
    members: [listedMemberSchema.parse({ id: '8', organisationName: 'Ödegårds Såg', city: 'Norrbruk' })],
  }),
  en: madeUpContent({ pages: [madeUpPage('1', 'Welcome', 'home')] }),
}

const finds = (language: 'sv' | 'en', question: string): string[] => {
  const index = buildSearchIndex(searchEntriesIn(createSite(content), language))
  return MiniSearch.loadJSON(index, searchOptions)
    .search(question)
    .map((found) => String(found['path']))
}

test('a visitor finds a page by its text, by the beginning of a word and with a slip of the finger', () => {
  expect(finds('sv', 'testbädden älvsbro')).toEqual(['/sv/sa-arbetar-vi/'])
  expect(finds('sv', 'testb')).toEqual(['/sv/sa-arbetar-vi/'])
  expect(finds('sv', 'tesbädden')).toEqual(['/sv/sa-arbetar-vi/'])
  expect(finds('sv', 'IDEER')).toEqual(['/sv/sa-arbetar-vi/'])
})

test('terms and members are found where they stand on a page', () => {
  expect(finds('sv', 'klusterinitiativ')).toEqual(['/sv/sa-arbetar-vi/#term-klusterinitiativ'])
  expect(finds('sv', 'ödegård')).toEqual(['/sv/medlemmar/#member-8'])
  expect(finds('sv', 'hemlöst')).toEqual([])
})

test('nothing of one language is found in the other', () => {
  expect(finds('en', 'välkommen')).toEqual([])
  expect(finds('en', 'welcome')).toEqual(['/en/'])
})
