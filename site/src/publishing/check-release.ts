import type { SiteContent } from 'shared/content/site-content'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import type { Route } from '../paths.ts'
import type { MadeRelease, PageFacts } from './make-release.ts'
import type { Release } from './release.ts'

/** The beginnings of addresses that are answered by the front or the CMS and are in no release. */
const answeredElsewhere = /^\/(?:$|api(?:\/|$)|admin(?:\/|$)|_next\/)/

const shareOfPagesThatMayGo = 0.1
const pagesThatMayGoOnASmallSite = 10
const mostProblemsTold = 100

/**
 * Everything that speaks against letting visitors see a release: pages that failed or came out empty, links and pictures that
 * lead nowhere, and a site that lost more than a tenth of its pages. Empty when it may go live.
 * @param force the loss of pages is intended
 */
export const checkRelease = (
  made: MadeRelease,
  { content, live, force }: { content: SiteContent; live: Release | null; force: boolean },
): ReleaseProblem[] => {
  const failures = problemsOfFailures(made, content)
  // A link to a page that failed is broken because of it, so links are looked at when all pages are there.
  const problems = failures.length > 0 ? failures : problemsOfReferences(made, content)
  return [...problems, ...(force ? [] : problemsOfPageCount(made.release, live))].slice(0, mostProblemsTold)
}

const problemsOfFailures = (made: MadeRelease, content: SiteContent): ReleaseProblem[] => {
  const ofPages = made.pages.flatMap(({ route, status, hasMain }): ReleaseProblem[] => {
    const values = { path: route.path }
    const expected = route.kind === 'not-found' ? 404 : 200
    if (status !== expected) return [{ ...subjectOf(route, content), code: 'publishing.problem.throws', values }]
    return hasMain ? [] : [{ ...subjectOf(route, content), code: 'publishing.problem.empty', values }]
  })
  if (ofPages.length > 0) return ofPages // a feed fails for the same reason as the page it tells of
  return made.brokenResources.map((path) => problemOnSite('publishing.problem.throws', { title: path, path }))
}

/** Every target that is not there, told once: a link in the menu is on every page. */
const problemsOfReferences = (made: MadeRelease, content: SiteContent): ReleaseProblem[] => {
  const told = new Map<string, ReleaseProblem>()
  for (const { route, references } of made.pages) {
    for (const target of references) {
      if (told.has(target) || answeredElsewhere.test(target) || leadsSomewhere(target, made.release)) continue
      const { path } = route
      const about: Pick<ReleaseProblem, 'code' | 'values'> = made.missingMedia.includes(target)
        ? { code: 'publishing.problem.missing-picture', values: { path, file: target.slice('/media/'.length) } }
        : { code: 'publishing.problem.broken-link', values: { path, target } }
      told.set(target, { ...subjectOf(route, content), ...about })
    }
  }
  return [...told.values()]
}

const leadsSomewhere = (path: string, { files }: Release): boolean =>
  path in files || `${path}/` in files || path.replace(/\/$/, '') in files

const problemsOfPageCount = (release: Release, live: Release | null): ReleaseProblem[] => {
  if (!live) return []
  const gone = live.pages - release.pages
  const mayGo = Math.max(live.pages * shareOfPagesThatMayGo, pagesThatMayGoOnASmallSite)
  const startPageIsGone = Object.entries(live.files).some(
    ([path, file]) => 'kind' in file && file.kind === 'page' && /^\/[a-z]+\/$/.test(path) && !(path in release.files),
  )
  if (gone <= mayGo && !startPageIsGone) return []
  return [problemOnSite('publishing.problem.pages-fell', { before: live.pages, after: release.pages })]
}

/** Documents that pages refer to and that are not published in their language: told once each, and no reason to refuse. */
export const noticesOnMissing = (pages: PageFacts[], content: SiteContent): ReleaseProblem[] => {
  const told = new Map<string, ReleaseProblem>()
  for (const { route, missing } of pages) {
    for (const { collection, id } of missing) {
      const key = `${collection}:${id}:${route.language}`
      if (told.has(key)) continue
      const values = { path: route.path, document: `${collection} ${id}` }
      told.set(key, { ...subjectOf(route, content), code: 'publishing.problem.missing-document', values })
    }
  }
  return [...told.values()].slice(0, mostProblemsTold)
}

const problemOnSite = (code: ReleaseProblem['code'], values: ReleaseProblem['values']): ReleaseProblem => ({
  collection: 'site',
  id: '',
  title: '',
  code,
  values,
})

/** The document that an editor has to open when something is wrong with a page. */
const subjectOf = (route: Route, content: SiteContent): Omit<ReleaseProblem, 'code'> => {
  const { language, path } = route
  if (!('id' in route)) return { collection: 'site', id: '', title: path, language }
  const collection = route.kind === 'news-item' ? 'news' : 'pages'
  const document = content[language][collection].find(({ id }) => id === route.id)
  return { collection, id: route.id, title: document?.title ?? path, language }
}
