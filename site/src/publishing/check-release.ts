import { type Language, languages } from 'shared/languages'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import { keyOfChange } from '../content/kinds.ts'
import type { LanguageGap } from '../content/language-gaps.ts'
import type { Site } from '../content/site.ts'
import type { Route } from '../paths.ts'
import type { RenderedPath, RenderedPaths } from './rendered-paths.ts'

/** The beginnings of addresses that are answered by the front or the CMS and are in no release. */
const answeredElsewhere = /^\/(?:$|api(?:\/|$)|admin(?:\/|$)|_next\/)/

const shareOfPagesThatMayGo = 0.1
const pagesThatMayGoOnASmallSite = 10
const mostProblemsTold = 100

/** Something that speaks against a release, and where it was seen. */
export interface Finding {
  problem: ReleaseProblem
  page: RenderedPath | null // null: the site as a whole
  target: string | null // what a link or picture leads to and that is not there
  causes?: string[] // the changes to which it is due, by `keyOfChange`, where that is known
}

/** What visitors have now: how many pages, and the start pages. */
export interface LiveFacts {
  pages: number
  startPages: string[]
}

interface Checked {
  site: Site
  rendered: RenderedPaths
  before: ReadonlyMap<string, unknown> // the documents that changed and can be held back, by `keyOfChange`
  isThere: (path: string) => boolean // in the release
  missingMedia: ReadonlySet<string>
  live: LiveFacts | null
  force: boolean // the loss of pages is intended
  languageGaps?: () => LanguageGap[] // given where nothing shall go live in one language alone
}

/**
 * Everything that speaks against letting visitors see a release: pages that failed, came out empty or bear a personal
 * number, links and pictures that lead nowhere, changes that leave a language behind where that is not allowed, and a site that
 * lost more than a tenth of its pages.
 */
export const checkRelease = (checked: Checked): Finding[] => {
  const failures = findFailures(checked)
  // A link to a page that failed is broken because of it, so links are looked at when all pages are there.
  const findings = failures.length > 0 ? failures : findBrokenReferences(checked)
  if (findings.length > 0) return findings
  const leftBehind = findLeftBehind(checked)
  // A page that failed is none, so how many there are is known when none does.
  return leftBehind.length > 0 || checked.force ? leftBehind : findLossOfPages(checked)
}

const findFailures = ({ rendered, site }: Checked): Finding[] => {
  const failing = rendered.failing()
  const pages = failing.filter(({ route }) => route !== null)
  // A feed fails for the same reason as the page it tells of.
  return (pages.length > 0 ? pages : failing).map((page) => ({
    page,
    target: null,
    problem: {
      ...subjectOf(page, site),
      code: `publishing.problem.${page.problem ?? 'throws'}`,
      values: { path: page.path },
    },
  }))
}

/**
 * Every target that is not there, told once: a link in the menu is on every page. Where a page that did not change has it, it
 * is told of that one, as the link then is not the doing of one that did.
 */
const findBrokenReferences = ({ rendered, before, isThere, missingMedia, site }: Checked): Finding[] => {
  const broken = new Set<string>()
  for (const target of rendered.targets()) {
    if (!leadsSomewhere(target, isThere) && !answeredElsewhere.test(target)) broken.add(target)
  }
  const pages = new Map<string, RenderedPath>()
  for (const page of broken.size > 0 ? rendered.all() : []) {
    for (const target of page.references) {
      if (!broken.has(target)) continue
      const known = pages.get(target)
      if (!known || (isChanged(known, before) && !isChanged(page, before))) pages.set(target, page)
    }
  }
  return [...pages].map(([target, page]) => {
    const about: Pick<ReleaseProblem, 'code' | 'values'> = missingMedia.has(target)
      ? {
          code: 'publishing.problem.missing-picture',
          values: { path: page.path, file: target.slice('/media/'.length) },
        }
      : { code: 'publishing.problem.broken-link', values: { path: page.path, target } }
    return { page, target, problem: { ...subjectOf(page, site), ...about } }
  })
}

/** Changes after which one language lacks what the other has. What was so before stays live, and is told. */
const findLeftBehind = ({ before, languageGaps }: Checked): Finding[] =>
  (languageGaps?.() ?? []).flatMap(({ problem, causes, isGuess }) => {
    const changed = isGuess ? [] : causes.filter((key) => before.has(key))
    if (changed.length === 0) return []
    const held: ReleaseProblem = { ...problem, code: 'publishing.problem.language-held', values: {} }
    return [problem, held].map((each) => ({ page: null, target: null, problem: each, causes: changed }))
  })

const isChanged = ({ route }: RenderedPath, before: Checked['before']): boolean => {
  const key = keyOfRoute(route)
  return key !== null && before.has(key)
}

const leadsSomewhere = (path: string, isThere: (path: string) => boolean): boolean =>
  isThere(path) || isThere(`${path}/`) || isThere(path.replace(/\/$/, ''))

const findLossOfPages = ({ rendered, live }: Checked): Finding[] => {
  if (!live) return []
  const pages = rendered.pages()
  const mayGo = Math.max(live.pages * shareOfPagesThatMayGo, pagesThatMayGoOnASmallSite)
  if (live.pages - pages <= mayGo && live.startPages.every((path) => rendered.has(path))) return []
  const problem = { collection: 'site', id: '', title: '', code: 'publishing.problem.pages-fell' } as const
  return [{ page: null, target: null, problem: { ...problem, values: { before: live.pages, after: pages } } }]
}

/** What the checks need to know of the release that visitors have. */
export const liveFactsOf = (pages: number, isThere: (path: string) => boolean): LiveFacts => ({
  pages,
  startPages: languages.map((language) => `/${language}/`).filter(isThere),
})

/** Documents that pages refer to and that are not published in their language: told once each, and no reason to refuse. */
export const noticesOnMissing = (rendered: RenderedPaths, site: Site): ReleaseProblem[] => {
  const told = new Map<string, ReleaseProblem>()
  for (const page of rendered.lacking()) {
    for (const { collection, id } of page.missing) {
      const key = `${collection}:${id}:${page.route?.language}`
      if (told.has(key)) continue
      if (told.size >= mostProblemsTold) return [...told.values()]
      const values = { path: page.path, document: `${collection} ${id}` }
      told.set(key, { ...subjectOf(page, site), code: 'publishing.problem.missing-document', values })
    }
  }
  return [...told.values()]
}

/** The kind and id of the document that a page is of; null for a page that is of none, such as the search page. */
export const documentOfRoute = (route: Route | null): { name: 'pages' | 'news' | 'members'; id: string } | null =>
  route && 'id' in route ? { name: namesByKind[route.kind], id: route.id } : null

const namesByKind = { page: 'pages', receipt: 'pages', 'news-item': 'news', member: 'members' } as const

/** The same as `keyOfChange` names it. */
export const keyOfRoute = (route: Route | null): string | null => {
  const document = documentOfRoute(route)
  return route && document ? keyOfChange({ ...document, language: route.language }) : null
}

/** The document that an editor has to open when something is wrong with a page. */
const subjectOf = ({ route, path }: RenderedPath, site: Site): Omit<ReleaseProblem, 'code'> => {
  const document = documentOfRoute(route)
  if (!route || !document)
    return { collection: 'site', id: '', title: path, ...(route ? { language: route.language } : {}) }
  const { name, id } = document
  return {
    collection: name,
    id,
    title: titleOf(site, { name, language: route.language, id }) ?? path,
    language: route.language,
  }
}

const titleOf = (
  site: Site,
  { name, language, id }: { name: 'pages' | 'news' | 'members'; language: Language; id: string },
): string | undefined =>
  name === 'members' ? site.document(name, language, id)?.organisationName : site.document(name, language, id)?.title
