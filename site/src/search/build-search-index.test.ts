import { richTextSchema } from 'shared/content/rich-text'
import type { SiteContent } from 'shared/content/site-content'
import { listedMemberSchema } from 'shared/membership/member'
import { expect, test } from 'vitest'
import { madeUpContent, madeUpPage } from '../content/made-up-content.ts'
import { createSite } from '../content/site.ts'
import { searchIndexPath } from './index-paths.ts'
import { buildSearchIndex, type SearchFiles } from './build-search-index.ts'
import { type SearchEntry, searchEntriesIn } from './search-entries.ts'
import { MissingFileError, openSearch } from './search-index.ts'

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
      madeUpPage('4', 'Vår skogsindustri', 'skogsindustri', null, [
        { blockType: 'text', heading: null, body: text('Företagen i dalen förädlar virke och forskar om fibrer.') },
      ]),
      madeUpPage('5', 'Om oss', 'om-oss'),
    ],
    glossaryTerms: [
      { id: 't', term: 'Klusterinitiativ', slug: 'klusterinitiativ', definition: text('En gemensam satsning.') },
      { id: 'u', term: 'Hemlöst', slug: 'hemlost', definition: text('Finns inte på någon sida.') },
    ],
    members: [listedMemberSchema.parse({ id: '8', organisationName: 'Ödegårds Såg', city: 'Norrbruk' })],
  }),
  en: madeUpContent({
    pages: [
      madeUpPage('1', 'Welcome', 'home'),
      madeUpPage('4', 'Our forest companies', 'forest', null, [
        { blockType: 'text', heading: null, body: text('They have been innovating for generations.') },
      ]),
    ],
  }),
}

const fetchFrom =
  (files: () => SearchFiles) =>
  async (path: string): Promise<unknown> => {
    const file = files().get(path)
    if (file === undefined) throw new MissingFileError(path)
    return JSON.parse(file)
  }

const indexOf = (language: 'sv' | 'en', entries: SearchEntry[]) => {
  const files = buildSearchIndex(language, entries)
  return openSearch(
    language,
    fetchFrom(() => files),
  )
}
const indexes = {
  sv: indexOf('sv', searchEntriesIn(createSite(content), 'sv')),
  en: indexOf('en', searchEntriesIn(createSite(content), 'en')),
}

const finds = async (language: 'sv' | 'en', question: string): Promise<string[]> => {
  const { documents } = await indexes[language].find(question)
  return (await documents(0, 50)).map(({ path }) => path)
}

test('a visitor finds a page by its text, by the beginning of a word and with a slip of the finger', async () => {
  expect(await finds('sv', 'testbädden älvsbro')).toEqual(['/sv/sa-arbetar-vi/'])
  expect(await finds('sv', 'testb')).toEqual(['/sv/sa-arbetar-vi/'])
  expect(await finds('sv', 'tesbädden')).toEqual(['/sv/sa-arbetar-vi/'])
  expect(await finds('sv', 'IDEER')).toEqual(['/sv/sa-arbetar-vi/'])
  expect(await finds('sv', 'foretag')).toEqual(['/sv/skogsindustri/'])
  expect((await indexes.sv.find('foretag')).how).toBe('similar')
  expect(await finds('en', 'innovaiton')).toEqual(['/en/forest/'])
  expect(await finds('en', 'generatoins')).toEqual(['/en/forest/'])
})

test('a compound is found by each of its words', async () => {
  for (const question of ['skog', 'skogen', 'industri', 'industrin', 'industrier', 'skogs industri', 'skogsindustrins'])
    expect(await finds('sv', question), question).toEqual(['/sv/skogsindustri/'])
  expect(await finds('sv', 'bädd')).toEqual(['/sv/sa-arbetar-vi/'])
  expect(await finds('sv', 'initiativ')).toEqual(['/sv/sa-arbetar-vi/#term-klusterinitiativ'])
})

test('every form of a word finds every other', async () => {
  for (const question of ['företag', 'företaget', 'företagens', 'fiber', 'forskare'])
    expect(await finds('sv', question), question).toContain('/sv/skogsindustri/')
  for (const question of ['company', 'companies', 'innovation', 'innovative', 'generation', 'forests'])
    expect(await finds('en', question), question).toEqual(['/en/forest/'])
})

test('small words are searched for when there are no others', async () => {
  expect(await finds('sv', 'om oss')).toEqual(['/sv/om-oss/'])
  expect(await finds('sv', 'företag i dalen')).toEqual(['/sv/skogsindustri/'])
})

test('when nothing has all words, what has most of them is shown, and said to be that', async () => {
  const found = await indexes.sv.find('virke ångmaskin')
  expect(found.how).toBe('some')
  expect((await found.documents(0, 5)).map(({ path }) => path)).toEqual(['/sv/skogsindustri/'])
  expect((await indexes.sv.find('ångmaskin')).total).toBe(0)
})

test('terms and members are found where they stand on a page', async () => {
  expect(await finds('sv', 'klusterinitiativ')).toEqual(['/sv/sa-arbetar-vi/#term-klusterinitiativ'])
  expect(await finds('sv', 'ödegård')).toEqual(['/sv/medlemmar/#member-8'])
  expect(await finds('sv', 'hemlöst')).toEqual([])
})

test('nothing of one language is found in the other', async () => {
  expect(await finds('en', 'välkommen')).toEqual([])
  expect(await finds('en', 'welcome')).toEqual(['/en/'])
})

const syllables = ['skog', 'stål', 'vatten', 'bro', 'fiber', 'dal', 'kraft', 'ljus', 'mark', 'sten', 'väg', 'land']
const manyEntries = (amount: number): SearchEntry[] =>
  Array.from({ length: amount }, (_, place): SearchEntry => {
    const word = (at: number) =>
      [at, at >> 2, at >> 4].map((part) => syllables[Math.abs(part * 7 + place) % syllables.length]).join('')
    const words = Array.from({ length: 60 }, (_each, at) => word(place * 13 + at * 5)).join(' ')
    const id = `pages:${place}`
    return { id, kind: 'page', title: `Sida ${place}`, path: `/sv/sida-${place}/`, trail: 'Start', text: words, words }
  })

test('the order of the entries makes no difference, and one more changes few files', () => {
  const entries = manyEntries(600)
  const files = buildSearchIndex('sv', entries)
  expect(buildSearchIndex('sv', entries.toReversed())).toEqual(files)
  const [added] = manyEntries(1)
  if (!added) throw new Error('There is nothing to add.')
  const more = buildSearchIndex('sv', [...entries, { ...added, id: 'news:1', words: 'Alldeles enastående' }])
  const changed = [...more.keys()].filter((path) => path !== searchIndexPath('sv') && !files.has(path))
  expect(files.size).toBeGreaterThan(60)
  expect(changed.length).toBeLessThan(9)
})

test('a search that was open while a release went live goes on in the new index', async () => {
  const entries = manyEntries(300)
  let files = buildSearchIndex('sv', entries)
  const index = openSearch(
    'sv',
    fetchFrom(() => files),
  )
  const before = await index.find('stålskog')
  const [one] = manyEntries(1)
  if (!one) throw new Error('There is nothing to change.')
  files = buildSearchIndex(
    'sv',
    entries.map((entry) => ({ ...entry, text: 'Omskriven.', words: `Omskriven ${entry.words}` })),
  )
  expect((await before.documents(0, 3)).map(({ text: shown }) => shown)).toEqual([
    'Omskriven.',
    'Omskriven.',
    'Omskriven.',
  ])
  expect((await index.find('omskriven')).total).toBe(300)
})
