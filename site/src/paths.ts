import type { LinkableCollection } from 'shared/content/link'
import type { Page } from 'shared/content/page'
import type { LanguageContent, SiteContent } from 'shared/content/site-content'
import { defaultLanguage, type Language, languageLocales, languages, otherLanguage } from 'shared/languages'
import { confirmPath } from 'shared/membership/confirm-path'
import { hasOwnPage } from 'shared/membership/member'
import { personalPaths } from 'shared/membership/personal-page'
import { sheetPath } from './styles/sheet-path.ts'

/** The addresses that no editor chooses, in each language. */
const searchSlugs: Record<Language, string> = { sv: 'sok', en: 'search' }
export const receiptSlugs: Record<Language, string> = { sv: 'tack', en: 'thanks' }

/** One HTML page of the site. `alternates` has its address in every language where the same page exists, its own too. */
export type Route = { path: string; language: Language; alternates: Partial<Record<Language, string>> } & (
  | { kind: 'page' | 'news-item'; id: string }
  | { kind: 'member'; id: string }
  | { kind: 'receipt'; id: string; form: string } // of the page `id` that holds the form
  | { kind: 'search' }
  | { kind: 'confirm' }
  | { kind: 'personal' }
  | { kind: 'not-found' }
  | { kind: 'gone' }
)

/** A document that may have an address. */
export interface Addressed {
  relationTo: LinkableCollection | 'members'
  value: string
}

/** What keeps a document from having an address. An editor is told so as `publishing.problem.<code>`. */
export interface PathProblem {
  collection: 'pages' | 'news' | 'members' | 'site-settings'
  id: string
  title: string
  language: Language
  code: 'parent-not-published' | 'parent-loop' | 'duplicate-path' | 'no-news-page' | 'no-start-page'
  values: Record<string, string>
}

/** Every HTML page of the site: all languages, in a fixed order. */
export const routesOf = (content: SiteContent): Route[] => siteMapOf(content).routes

/** The files beside the pages that are rendered as pages are: feeds, site maps, the style sheet. */
export const resourcePathsOf = (siteMapParts: number): string[] => [
  sheetPath,
  '/icon.svg',
  '/robots.txt',
  '/sitemap-index.xml',
  ...Array.from({ length: siteMapParts }, (_, place) => siteMapPath(place + 1)),
  '/.well-known/security.txt',
  ...languages.flatMap((language) => [`/${language}/feed.xml`, `/${language}/manifest.webmanifest`]),
]

/** What takes place at a certain time, in one language: its news item, and the last part of the address of its calendar file. */
interface Calendar {
  language: Language
  id: string
  slug: string
}

/** Where the calendar file of a news item is: `/sv/event/varmote.ics`. */
export const calendarPath = ({ language, slug }: Omit<Calendar, 'id'>): string => `/${language}/event/${slug}.ics`

/** Everything that has a calendar file. */
export const calendarsOf = (content: SiteContent): Calendar[] =>
  languages.flatMap((language) =>
    content[language].news
      .filter(({ id, event }) => event && siteMapOf(content).maps[language].addresses.has(newsKey(id)))
      .map(({ id, slug }) => ({ language, id, slug })),
  )

/** A page that search engines should know: no receipt, no search page, none for whoever has a link, no error page. */
export type ListedRoute = Extract<Route, { kind: 'page' | 'news-item' | 'member' }>

/** Should search engines know it? */
export const isListed = (route: Route): route is ListedRoute =>
  route.kind === 'page' || route.kind === 'news-item' || route.kind === 'member'

/** The pages that search engines should know, in a fixed order. */
export const listedRoutesOf = (content: SiteContent): ListedRoute[] => siteMapOf(content).listed

/** Where a part of the site map for search engines is; the first is 1. */
export const siteMapPath = (part: number): string => (part === 1 ? '/sitemap.xml' : `/sitemap-${part}.xml`)

/**
 * The page at an address, or null. `/sv/om-oss` and `/sv/om-oss/` are the same.
 * @example routeAt(content, '/en/about-us/') // { kind: 'page', language: 'en', id: '4', … }
 */
export const routeAt = (content: SiteContent, path: string): Route | null =>
  siteMapOf(content).byPath.get(withSlash(path)) ?? null

/**
 * What to answer with where nothing is: the 404 page in the language of the address.
 * @example notFoundRoute(content, '/en/nowhere/').path // '/en/404.html'
 */
export const notFoundRoute = (content: SiteContent, path: string): Route => {
  const language = languages.find((each) => path.startsWith(`/${each}/`)) ?? defaultLanguage
  const route = routeAt(content, notFoundPath(language))
  if (!route) throw new Error(`The site has no page at ${notFoundPath(language)}.`)
  return route
}

/** The page of a document in one language, or null when it has none there. */
export const routeOf = (content: SiteContent, language: Language, reference: Addressed): Route | null => {
  const path = pathOf(content, language, reference)
  return path === null ? null : routeAt(content, path.replace(/#.*$/, ''))
}

/** Documents that cannot be given an address, each with the reason. */
export const problemsOf = (content: SiteContent): PathProblem[] => siteMapOf(content).problems

/**
 * The address of a document in one language, or null when it has none there. A glossary term lives on the page that
 * has its block.
 * @example pathOf(content, 'sv', { relationTo: 'glossary-terms', value: '2' }) // '/sv/klustermodellen/#term-kluster'
 */
export const pathOf = (content: SiteContent, language: Language, reference: Addressed): string | null =>
  siteMapOf(content).maps[language].addresses.get(keyOf(reference)) ?? null

/** The id of the page on which a glossary term is explained, or null. */
export const pageOfTerm = (content: SiteContent, language: Language, termId: string): string | null =>
  siteMapOf(content).maps[language].termPages.get(termId) ?? null

/** A page's ancestors, outermost first: the start page and then the parents. The start page has none. */
export const ancestorsOf = (content: LanguageContent, id: string): Page[] => {
  const { startPage } = content.settings
  if (id === startPage) return []
  const chain = chainOf(content, id).pages.slice(0, -1)
  const start = startPage ? pagesById(content).get(startPage) : undefined
  return start ? [start, ...chain.filter((page) => page !== start)] : chain
}

/** A page as the site map for people shows it, with the pages below it. */
export interface PageTree {
  id: string
  title: string
  path: string
  children: PageTree[]
}

/** The pages that have an address, as a tree in the editors' order; the start page is left out, its children are not. */
export const pageTreeOf = (content: SiteContent, language: Language): PageTree[] => {
  const { pages, settings } = content[language]
  const { addresses } = siteMapOf(content).maps[language]
  const alphabet = new Intl.Collator(languageLocales[language])
  const onMap = pages
    .filter((page) => page.id !== settings.startPage && addresses.has(keyOf({ relationTo: 'pages', value: page.id })))
    .toSorted((one, other) => one.order - other.order || alphabet.compare(one.title, other.title))
  const ids = new Set(onMap.map((page) => page.id))
  const childrenOf = Map.groupBy(onMap, ({ parent }) => (parent && ids.has(parent) ? parent : null))
  const below = (parent: string | null): PageTree[] =>
    (childrenOf.get(parent) ?? []).map(({ id, title }) => ({
      id,
      title,
      path: addresses.get(keyOf({ relationTo: 'pages', value: id })) ?? '',
      children: below(id),
    }))
  return below(null)
}

/** The same page in each language that has it, and for everybody else (`x-default`): the default language's, or its only one. */
export const hreflangsOf = ({ alternates, path }: Route): { hreflang: string; path: string }[] => [
  ...languages.flatMap((language) => {
    const alternate = alternates[language]
    return alternate ? [{ hreflang: language, path: alternate }] : []
  }),
  { hreflang: 'x-default', path: alternates[defaultLanguage] ?? path },
]

/** Where the search page of a language is. */
export const searchPath = (language: Language): string => `/${language}/${searchSlugs[language]}/`

const notFoundPath = (language: Language): string => `/${language}/404.html`

/** What stands where something was deleted for good. */
export const gonePath = (language: Language): string => `/${language}/410.html`

interface Titled {
  id: string
  title: string
}

interface LanguageMap {
  addresses: Map<string, string> // by `pages:7`
  termPages: Map<string, string> // ids of pages, by the term's
  problems: PathProblem[]
}

interface SiteMap {
  maps: Record<Language, LanguageMap>
  routes: Route[]
  listed: ListedRoute[]
  byPath: Map<string, Route>
  problems: PathProblem[]
}

const siteMaps = new WeakMap<SiteContent, SiteMap>()

const siteMapOf = (content: SiteContent, before?: SiteMap): SiteMap => {
  const known = siteMaps.get(content)
  if (known) return known
  const maps = { sv: mapLanguage(content.sv, 'sv'), en: mapLanguage(content.en, 'en') }
  const routes = languages.flatMap((language) =>
    routesIn(content, language, maps).map((route) => sameAsBefore(route, before?.byPath.get(withSlash(route.path)))),
  )
  const siteMap: SiteMap = {
    maps,
    routes,
    listed: routes.filter(isListed),
    byPath: new Map(routes.map((route) => [withSlash(route.path), route])),
    problems: languages.flatMap((language) => maps[language].problems),
  }
  siteMaps.set(content, siteMap)
  return siteMap
}

/** A route that stayed as it was is the very same object, so that finding that out costs nothing. */
const sameAsBefore = (route: Route, before: Route | undefined): Route =>
  before !== undefined && JSON.stringify(route) === JSON.stringify(before) ? before : route

/** Says that some addresses of a content are others than those of the content before it. */
export const followSiteMap = (from: SiteContent, to: SiteContent): void => {
  siteMapOf(to, siteMapOf(from))
}

/** Says that a content whose documents changed has the addresses that it had before. */
export const shareSiteMap = (from: SiteContent, to: SiteContent): void => {
  siteMaps.set(to, siteMapOf(from))
}

const mapLanguage = (content: LanguageContent, language: Language): LanguageMap => {
  const addresses = new Map<string, string>()
  const termPages = new Map<string, string>()
  const problems: PathProblem[] = []
  const report = (
    collection: PathProblem['collection'],
    { id, title }: Titled,
    code: PathProblem['code'],
    values: PathProblem['values'] = {},
  ) => problems.push({ collection, id, title, language, code, values })

  const taken = new Map(
    [
      searchPath(language),
      confirmPath(language),
      personalPaths[language],
      `/${language}/404/`,
      `/${language}/410/`,
    ].map((path) => [path, path]),
  )
  /** Gives the document the address, unless another one has it. */
  const take = (collection: 'pages' | 'news' | 'members', document: Titled, path: string): void => {
    const holder = taken.get(path)
    if (holder !== undefined) return void report(collection, document, 'duplicate-path', { path, holder })
    taken.set(path, document.title)
    addresses.set(keyOf({ relationTo: collection, value: document.id }), path)
  }

  const placed: { page: Page; path: string }[] = []
  for (const page of inFixedOrder(content.pages)) {
    const chain = chainOf(content, page.id)
    if (chain.problem) report('pages', page, chain.problem)
    else placed.push({ page, path: pathOfChain(content, language, chain.pages) })
  }
  for (const { page, path } of placed) if (formOn(page, content)) taken.set(receiptPath(path, language), page.title)
  for (const { page, path } of placed) take('pages', page, path)

  const { newsPage, startPage } = content.settings
  const newsPath = newsPage && addresses.get(keyOf({ relationTo: 'pages', value: newsPage }))
  for (const item of inFixedOrder(content.news)) {
    if (newsPath) take('news', item, `${newsPath}${item.slug}/`)
    else report('news', item, 'no-news-page')
  }

  const memberHome = memberHomeOf(content)
  const membersPath = memberHome && addresses.get(keyOf({ relationTo: 'pages', value: memberHome }))
  for (const member of membersPath ? inFixedOrder(content.members) : []) {
    if (!hasOwnPage(member)) continue
    take('members', { id: member.id, title: member.organisationName }, `${membersPath}${member.slug}/`)
  }

  const homes = new Map<string, { page: Page; path: string }>()
  for (const home of placed) {
    for (const block of home.page.blocks) {
      if (block.blockType === 'term' && !homes.has(block.term)) homes.set(block.term, home)
    }
  }
  for (const term of content.glossaryTerms) {
    const home = homes.get(term.id)
    if (!home) continue
    termPages.set(term.id, home.page.id)
    addresses.set(keyOf({ relationTo: 'glossary-terms', value: term.id }), `${home.path}#${termAnchor(term.slug)}`)
  }

  if (content.pages.length > 0 && !content.pages.some((page) => page.id === startPage)) {
    report('site-settings', { id: '', title: content.settings.name }, 'no-start-page')
  }
  return { addresses, termPages, problems }
}

const routesIn = (content: SiteContent, language: Language, maps: Record<Language, LanguageMap>): Route[] => {
  const own = content[language]
  const inEveryLanguage = (path: (language: Language) => string | null | undefined): Route['alternates'] =>
    Object.fromEntries(languages.flatMap((each) => (path(each) ? [[each, path(each)]] : [])))
  const addressesOf = (collection: 'pages' | 'news' | 'members', id: string): Route['alternates'] =>
    inEveryLanguage((each) => maps[each].addresses.get(keyOf({ relationTo: collection, value: id })))

  const pages = inFixedOrder(own.pages).flatMap((page): Route[] => {
    const alternates = addressesOf('pages', page.id)
    const path = alternates[language]
    if (!path) return []
    const route: Route = { kind: 'page', id: page.id, path, language, alternates }
    const form = formOn(page, own)
    if (!form) return [route]
    const receipts = inEveryLanguage((each) => {
      const twin = pagesById(content[each]).get(page.id)
      const address = alternates[each]
      return address && twin && formOn(twin, content[each]) ? receiptPath(address, each) : null
    })
    return [
      route,
      { kind: 'receipt', id: page.id, form, path: receiptPath(path, language), language, alternates: receipts },
    ]
  })
  const news = inFixedOrder(own.news).flatMap((item): Route[] => {
    const alternates = addressesOf('news', item.id)
    const path = alternates[language]
    return path ? [{ kind: 'news-item', id: item.id, path, language, alternates }] : []
  })
  const members = inFixedOrder(own.members).flatMap((member): Route[] => {
    const alternates = addressesOf('members', member.id)
    const path = alternates[language]
    return path ? [{ kind: 'member', id: member.id, path, language, alternates }] : []
  })
  return [
    ...pages,
    ...news,
    ...members,
    { kind: 'search', path: searchPath(language), language, alternates: inEveryLanguage(searchPath) },
    { kind: 'personal', path: personalPaths[language], language, alternates: { ...personalPaths } },
    { kind: 'confirm', path: confirmPath(language), language, alternates: inEveryLanguage(confirmPath) },
    { kind: 'not-found', path: notFoundPath(language), language, alternates: inEveryLanguage(notFoundPath) },
    { kind: 'gone', path: gonePath(language), language, alternates: inEveryLanguage(gonePath) },
  ]
}

/** The place of a term on the page that explains it. */
export const termAnchor = (slug: string): string => `term-${slug}`

/** The id of the form whose receipt a page has: the first one on it, if it is published. */
const formOn = (page: Page, content: LanguageContent): string | null => {
  const form = page.blocks.find((block) => block.blockType === 'signupForm')?.form
  return content.signupForms.find(({ id }) => id === form)?.id ?? null
}

const receiptPath = (path: string, language: Language): string => `${path}${receiptSlugs[language]}/`

const newsKey = (id: string): string => keyOf({ relationTo: 'news', value: id })

const keyOf = ({ relationTo, value }: Addressed): string => `${relationTo}:${value}`

/** Does a page stand for one that is not there? */
export const isErrorPage = ({ kind }: Route): boolean => kind === 'not-found' || kind === 'gone'

/** `/sv/404.html`, `/sv/404` and `/sv/404/` are one address. */
const withSlash = (path: string): string => `${path.replace(/\/$|\.html$/, '')}/`

/** The order of ids, as numbers where they are numbers. */
export const compareIds = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)

/** By id, so that the same content always gives the same addresses. */
const inFixedOrder = <Document extends { id: string }>(documents: Document[]): Document[] =>
  documents.toSorted((one, other) => compareIds(one.id, other.id))

const pageIndexes = new WeakMap<LanguageContent, Map<string, Page>>()

const pagesById = (content: LanguageContent): Map<string, Page> => {
  const known = pageIndexes.get(content)
  if (known) return known
  const index = new Map(content.pages.map((page) => [page.id, page]))
  pageIndexes.set(content, index)
  return index
}

const memberHomes = new WeakMap<LanguageContent, { id: string | null }>()

/** The id of the page that lists the members, which their own pages lie below, or null. */
export const memberHomeOf = (content: LanguageContent): string | null => {
  const known = memberHomes.get(content)
  if (known) return known.id
  const listsMembers = ({ blocks }: Page) => blocks.some(({ blockType }) => blockType === 'memberList')
  const home = inFixedOrder(content.pages.filter(listsMembers)).find(({ id }) => !chainOf(content, id).problem)
  memberHomes.set(content, { id: home?.id ?? null })
  return home?.id ?? null
}

/** A page with its parents, outermost first, or why the chain is broken. */
const chainOf = (
  content: LanguageContent,
  id: string,
): { pages: Page[]; problem: 'parent-not-published' | 'parent-loop' | null } => {
  const pages: Page[] = []
  let next: string | null = id
  while (next !== null) {
    const wanted: string = next
    if (pages.some((page) => page.id === wanted)) return { pages, problem: 'parent-loop' }
    const page = pagesById(content).get(wanted)
    if (!page) return { pages, problem: 'parent-not-published' }
    pages.unshift(page)
    next = page.parent
  }
  return { pages, problem: null }
}

const pathOfChain = (content: LanguageContent, language: Language, chain: Page[]): string => {
  const slugs = chain.filter((page) => page.id !== content.settings.startPage).map((page) => page.slug)
  return chain.at(-1)?.id === content.settings.startPage
    ? `/${language}/`
    : `/${[language, ...slugs].map((slug) => `${slug}/`).join('')}`
}

/**
 * Where the language switch leads: the same page, or else the nearest page above it that exists in the other language,
 * with its title. Null when the other language has nothing to lead to.
 */
export const otherLanguagePage = (
  content: SiteContent,
  route: Route,
): { path: string; title: string | null } | null => {
  const other = otherLanguage(route.language)
  const same = route.alternates[other]
  if (same) return { path: same, title: null }
  for (const id of placesAbove(content[route.language], route)) {
    const path = pathOf(content, other, { relationTo: 'pages', value: id })
    const page = pagesById(content[other]).get(id)
    if (path && page) return { path, title: page.title }
  }
  return null
}

/** Ids of the pages above a route, nearest first, the start page last. */
export const placesAbove = (content: LanguageContent, route: Route): string[] => {
  const idsAbove = (id: string) =>
    ancestorsOf(content, id)
      .map((page) => page.id)
      .toReversed()
  const { newsPage, startPage } = content.settings
  const above = () => {
    if (route.kind === 'page') return idsAbove(route.id)
    if (route.kind === 'receipt') return [route.id, ...idsAbove(route.id)]
    const home = route.kind === 'news-item' ? newsPage : route.kind === 'member' ? memberHomeOf(content) : null
    return home ? [home, ...idsAbove(home)] : []
  }
  return [...above(), startPage].filter((id) => id !== null)
}
