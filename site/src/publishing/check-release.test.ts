import type { SiteContent } from 'shared/content/site-content'
import { expect, test } from 'vitest'
import { checkRelease } from './check-release.ts'
import type { MadeRelease, PageFacts } from './make-release.ts'
import type { Release } from './release.ts'

const language = {
  settings: {
    name: 'Kluster',
    tagline: null,
    logo: null,
    colours: { primary: '#0b5d4e', accent: '#f2b84b' },
    startPage: '1',
    newsPage: null,
    email: null,
    phone: null,
    address: null,
    organisationNumber: null,
    footerText: null,
  },
  menus: { main: [], footer: [] },
  pages: [
    {
      id: '7',
      title: 'Om oss',
      slug: 'om-oss',
      parent: null,
      order: 0,
      introduction: null,
      hero: null,
      blocks: [],
      searchDescription: null,
      updatedAt: '',
    },
  ],
  news: [],
  quotes: [],
  factBoxes: [],
  contacts: [],
  glossaryTerms: [],
  media: [],
  redirects: [],
  signupForms: [],
  plans: [],
  members: [],
}
const content: SiteContent = { sv: language, en: { ...language, pages: [] } }

const releaseWith = (paths: string[], pages = paths.length): Release => ({
  id: '20261122-120322-aaaa',
  createdAt: '2026-11-22T12:03:22.000Z',
  bundle: 'a',
  content: '0'.repeat(64),
  pages,
  files: Object.fromEntries(
    paths.map((path) => [path, { hash: '0'.repeat(64), type: 'text/html', size: 1, compressed: false, kind: 'page' }]),
  ),
})

const aboutUs: PageFacts = {
  route: { kind: 'page', id: '7', path: '/sv/om-oss/', language: 'sv', alternates: {} },
  status: 200,
  hasMain: true,
  references: [],
  missing: [],
}
const made = (change: Partial<PageFacts> = {}, rest: Partial<MadeRelease> = {}): MadeRelease => ({
  release: releaseWith(['/sv/', '/sv/om-oss/']),
  pages: [{ ...aboutUs, ...change }],
  brokenResources: [],
  missingMedia: [],
  ...rest,
})
const checked = { content, live: null, force: false }

test('a whole release has nothing against it; links to the front and the CMS are no concern of its', () => {
  expect(checkRelease(made({ references: ['/sv/', '/sv/om-oss', '/', '/api/signup', '/admin'] }), checked)).toEqual([])
})

test('a page that failed is named with its document and language', () => {
  const where = { collection: 'pages', id: '7', title: 'Om oss', language: 'sv', values: { path: '/sv/om-oss/' } }
  expect(checkRelease(made({ status: 500 }), checked)).toEqual([{ ...where, code: 'publishing.problem.throws' }])
  expect(checkRelease(made({ hasMain: false }), checked)).toEqual([{ ...where, code: 'publishing.problem.empty' }])
})

test('links and pictures that lead nowhere are named with the page they are on', () => {
  const problems = checkRelease(
    made({ references: ['/sv/borta/', '/media/bild.png', '/admin-x'] }, { missingMedia: ['/media/bild.png'] }),
    checked,
  )
  expect(problems.map(({ code, values }) => [code, values?.['target'] ?? values?.['file']])).toEqual([
    ['publishing.problem.broken-link', '/sv/borta/'],
    ['publishing.problem.missing-picture', 'bild.png'],
    ['publishing.problem.broken-link', '/admin-x'],
  ])
})

test('a link that is broken on every page, and one to a page that failed, are not told many times', () => {
  const [page] = made({ references: ['/sv/borta/'] }).pages
  if (!page) throw new Error('There is no page.')
  const other: PageFacts = { ...page, route: { ...aboutUs.route, path: '/sv/' } }
  expect(checkRelease(made({}, { pages: [page, other] }), checked)).toHaveLength(1)
  expect(checkRelease(made({}, { pages: [page, { ...other, status: 500 }] }), checked)).toMatchObject([
    { code: 'publishing.problem.throws', values: { path: '/sv/' } },
  ])
})

test('a site that lost more than a tenth of its pages waits for a go-ahead', () => {
  const live = releaseWith(['/sv/'], 200)
  const withPages = (pages: number) => made({}, { release: releaseWith(['/sv/', '/sv/om-oss/'], pages) })
  expect(checkRelease(withPages(180), { ...checked, live })).toEqual([])
  expect(checkRelease(withPages(179), { ...checked, live })).toMatchObject([
    { code: 'publishing.problem.pages-fell', values: { before: 200, after: 179 } },
  ])
  expect(checkRelease(withPages(179), { ...checked, live, force: true })).toEqual([])
})

test('a start page that is gone waits for a go-ahead on a small site too', () => {
  const live = releaseWith(['/sv/', '/en/', '/sv/om-oss/'])
  expect(checkRelease(made(), { ...checked, live })).toMatchObject([{ code: 'publishing.problem.pages-fell' }])
})
