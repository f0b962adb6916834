import { expect, test } from 'vitest'
import { madeUpContent, madeUpPage } from '../content/made-up-content.ts'
import type { LanguageGap } from '../content/language-gaps.ts'
import { createSite } from '../content/site.ts'
import { checkRelease, type LiveFacts } from './check-release.ts'
import { createRenderedPaths, type RenderedPath } from './rendered-paths.ts'

const site = createSite({ sv: madeUpContent({ pages: [madeUpPage('7', 'Om oss', 'om-oss')] }), en: madeUpContent({}) })

const aboutUs: RenderedPath = {
  path: '/sv/om-oss/',
  route: { kind: 'page', id: '7', path: '/sv/om-oss/', language: 'sv', alternates: {} },
  file: { hash: '0'.repeat(64), type: 'text/html', size: 1, compressed: false, kind: 'page' },
  headers: {},
  problem: null,
  asked: [],
  references: [],
  missing: [],
}
const pageAt = (path: string, change: Partial<RenderedPath> = {}): RenderedPath => ({
  ...aboutUs,
  path,
  route: { kind: 'page', id: path, path, language: 'sv', alternates: {} },
  ...change,
})

interface Given {
  missingMedia?: string[]
  live?: LiveFacts
  force?: boolean
  changed?: string[]
  languageGaps?: () => LanguageGap[]
}

const check = (
  pages: RenderedPath[],
  { missingMedia = [], live, force = false, changed = [], languageGaps }: Given = {},
) => {
  const rendered = createRenderedPaths()
  for (const page of [pageAt('/sv/'), ...pages]) rendered.put(page)
  const checked = {
    site,
    rendered,
    before: new Map<string, unknown>(changed.map((key) => [key, null])),
    missingMedia: new Set(missingMedia),
    live: live ?? null,
    force,
    ...(languageGaps ? { languageGaps } : {}),
  }
  return checkRelease({ ...checked, isThere: rendered.has }).map(({ problem }) => problem)
}

test('a whole release has nothing against it; links to the front and the CMS are no concern of its', () => {
  const references = ['/sv/', '/sv/om-oss', '/', '/api/signup', '/admin']
  expect(check([{ ...aboutUs, references }])).toEqual([])
})

test.each(['throws', 'empty', 'personal-number'] as const)(
  'a page that is “%s” is named with its document',
  (problem) => {
    const where = { collection: 'pages', id: '7', title: 'Om oss', language: 'sv', values: { path: '/sv/om-oss/' } }
    expect(check([{ ...aboutUs, problem }])).toEqual([{ ...where, code: `publishing.problem.${problem}` }])
  },
)

test('links and pictures that lead nowhere are named with the page they are on', () => {
  const references = ['/sv/borta/', '/media/bild.png', '/admin-x']
  const problems = check([{ ...aboutUs, references }], { missingMedia: ['/media/bild.png'] })
  expect(problems.map(({ code, values }) => [code, values?.['target'] ?? values?.['file']])).toEqual([
    ['publishing.problem.broken-link', '/sv/borta/'],
    ['publishing.problem.missing-picture', 'bild.png'],
    ['publishing.problem.broken-link', '/admin-x'],
  ])
})

test('a link that is broken on every page, and one to a page that failed, are not told many times', () => {
  const references = ['/sv/borta/']
  const page = { ...aboutUs, references }
  expect(check([page, pageAt('/sv/annan/', { references })])).toHaveLength(1)
  expect(check([page, pageAt('/sv/borta/', { problem: 'throws', file: null })])).toMatchObject([
    { code: 'publishing.problem.throws', values: { path: '/sv/borta/' } },
  ])
})

test('a site that lost more than a tenth of its pages waits for a go-ahead', () => {
  const pages = (count: number) => Array.from({ length: count - 1 }, (_, place) => pageAt(`/sv/sida-${place}/`))
  const live = { pages: 200, startPages: ['/sv/'] }
  expect(check(pages(180), { live })).toEqual([])
  expect(check(pages(179), { live })).toMatchObject([
    { code: 'publishing.problem.pages-fell', values: { before: 200, after: 179 } },
  ])
  expect(check(pages(179), { live, force: true })).toEqual([])
})

test('a start page that is gone waits for a go-ahead on a small site too', () => {
  const live = { pages: 3, startPages: ['/sv/', '/en/'] }
  expect(check([aboutUs], { live })).toMatchObject([{ code: 'publishing.problem.pages-fell' }])
})

test('where nothing shall go live in one language alone, a change that leaves the other behind is held, and what was so is not', () => {
  const problem = { collection: 'pages', id: '7', title: 'Om oss', language: 'en' } as const
  const missing: LanguageGap = {
    problem: { ...problem, code: 'publishing.problem.language-missing' },
    causes: ['pages:7:sv', 'pages:7:en'],
  }
  const guess: LanguageGap = { ...missing, isGuess: true }
  const languageGaps = () => [missing, guess]
  expect(check([aboutUs], { languageGaps, changed: ['pages:7:sv'] })).toMatchObject([
    { ...problem, code: 'publishing.problem.language-missing' },
    { ...problem, code: 'publishing.problem.language-held' },
  ])
  expect(check([aboutUs], { languageGaps, changed: ['pages:8:sv'] })).toEqual([])
  expect(check([aboutUs], { languageGaps: () => [guess], changed: ['pages:7:sv'] })).toEqual([])
})
