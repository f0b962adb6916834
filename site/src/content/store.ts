import type { Contact } from 'shared/content/contact'
import type { FactBox } from 'shared/content/fact-box'
import type { GlossaryTerm } from 'shared/content/glossary-term'
import type { Link, LinkableCollection, Reference } from 'shared/content/link'
import type { Media } from 'shared/content/media'
import type { Menus } from 'shared/content/menu'
import type { NewsItem } from 'shared/content/news-item'
import type { Page } from 'shared/content/page'
import type { Quote } from 'shared/content/quote'
import type { SiteContent } from 'shared/content/site-content'
import type { SiteSettings } from 'shared/content/site-settings'
import { type Language, languageLocales, otherLanguage } from 'shared/languages'
import type { ListedMember } from 'shared/membership/member'
import type { Plan } from 'shared/membership/plan'
import type { SignupForm } from 'shared/membership/signup-form'
import { translateTo, type Translate } from 'shared/translations/translate'
import {
  type Addressed,
  ancestorsOf,
  type ListedRoute,
  listedRoutesOf,
  otherLanguagePage,
  memberHomeOf,
  pageOfTerm,
  type PageTree,
  pageTreeOf,
  pathOf,
  placesAbove,
  type Route,
  routeAt,
} from '../paths.ts'
import { kinds, type DocumentOf, type ListName, listOf } from './kinds.ts'
import type { Answered, Questions } from './questions.ts'

/** Where a link leads and what it says, or null when its document is not published in this language. */
export type ResolvedLink = { href: string; label: string } | null

/** A document that a page refers to and that is not published in the page's language. */
export interface MissingDocument {
  collection: string
  id: string
}

/** A page that search engines should know, and when it last changed. */
export interface SiteMapEntry {
  route: ListedRoute
  updatedAt: string | null
}

/** The latest news that have an address, the newest first, and how many there are in all. */
export interface LatestNews {
  items: { item: NewsItem; path: string }[]
  total: number
}

/**
 * What one page may ask of the content, in its own language; never another language's words. `asked` remembers the
 * questions, so that a page is made anew exactly when one of its answers is another; `missing` the documents that were
 * asked for and are not published.
 */
export interface Store {
  language: Language
  t: Translate
  asked: Set<number>
  missing: MissingDocument[]
  /** Remembers that the page rests on where it is, and on where it is in other languages. */
  noteRoute: (path: string) => void
  settings: () => Omit<SiteSettings, 'updatedAt'>
  /** When somebody last saved the settings, be it unchanged; few pages depend on that. */
  settingsSavedAt: () => string | null
  menus: () => Menus
  pageTree: () => PageTree[]
  /** @param limit how many at most; null: all */
  latestNews: (limit: number | null) => LatestNews
  members: () => ListedMember[]
  member: (id: string) => ListedMember | null
  /** Where a member's own page is, if it has one in this language. */
  pathToMember: (id: string) => string | null
  plans: () => Plan[]
  glossaryTerms: () => GlossaryTerm[]
  /** A part of the site map for search engines: the first is 1. */
  siteMapPart: (part: number) => SiteMapEntry[]
  siteMapParts: () => number
  page: (id: string) => Page | null
  newsItem: (id: string) => NewsItem | null
  quote: (id: string) => Quote | null
  factBox: (id: string) => FactBox | null
  contact: (id: string) => Contact | null
  glossaryTerm: (id: string) => GlossaryTerm | null
  media: (id: string) => Media | null
  signupForm: (id: string) => SignupForm | null
  /** The title of a document with an address; empty when it is not published. */
  titleOf: (reference: Reference) => string
  /** Ids of the pages above a page, the start page first. */
  ancestors: (pageId: string) => string[]
  /** The page with the list of members that a search result leads to, or null. */
  memberPage: () => string | null
  /** The page on which a term is explained, or null. */
  termPage: (termId: string) => string | null
  /** Where a document is; one that the page refers to and that is nowhere is missing. */
  pathTo: (reference: Reference) => string | null
  /** The same for what the page only lists if it is there. */
  findPath: (reference: Reference) => string | null
  link: (link: Link) => ResolvedLink
  inOtherLanguage: (route: Route) => ReturnType<typeof otherLanguagePage>
}

interface Parts {
  content: () => SiteContent
  document: <Name extends ListName>(name: Name, language: Language, id: string) => DocumentOf<Name> | null
  ask: Questions['ask']
}

const routesPerSiteMap = 250

/**
 * The questions that can be asked in one language. They outlive the pages that ask them, so they are made here once and
 * hold on to nothing of a page.
 */
const createLanguageQuestions = ({ content, document, ask }: Parts, language: Language) => {
  const own = () => content()[language]
  const titles: Record<LinkableCollection, (id: string, note: (source: string) => void) => string> = {
    pages: (id, note) => {
      note(`pages:${id}:${language}`)
      return document('pages', language, id)?.title ?? ''
    },
    news: (id, note) => {
      note(`news:${id}:${language}`)
      return document('news', language, id)?.title ?? ''
    },
    'glossary-terms': (id, note) => {
      note(`glossaryTerms:${id}:${language}`)
      return document('glossaryTerms', language, id)?.term ?? ''
    },
  }
  return {
    document: <Name extends ListName>(name: Name, id: string) =>
      ask<DocumentOf<Name> | null>(`${name}:${id}:${language}`, (note) => {
        note(`${name}:${id}:${language}`)
        return document(name, language, id)
      }),
    list: <Name extends Exclude<ListName, 'pages' | 'news'>>(name: Name) =>
      ask<DocumentOf<Name>[]>(`${name}:*:${language}`, (note) => {
        note(`${name}:*:${language}`)
        return listOf(own(), name)
      }),
    settings: () =>
      ask(`settings:${language}`, (note) => {
        note(`settings:${language}`)
        const { updatedAt: _, ...settings } = own().settings
        return settings
      }),
    settingsSavedAt: () =>
      ask(`settings-saved:${language}`, (note) => {
        note(`settings:${language}`)
        return own().settings.updatedAt
      }),
    menus: () =>
      ask<Menus>(`menus:${language}`, (note) => {
        note(`menus:${language}`)
        return own().menus
      }),
    route: (path: string) =>
      ask(`route:${path}`, (note) => {
        note('addresses')
        return routeAt(content(), path)
      }),
    path: (reference: Addressed) =>
      ask(`path:${reference.relationTo}:${reference.value}:${language}`, (note) => {
        note('addresses')
        return pathOf(content(), language, reference)
      }),
    title: ({ relationTo, value }: Reference) =>
      ask(`title:${relationTo}:${value}:${language}`, (note) => titles[relationTo](value, note)),
    pageTree: () =>
      ask(`tree:${language}`, (note) => {
        note('addresses')
        note(`tree:${language}`)
        return pageTreeOf(content(), language)
      }),
    latestNews: (limit: number | null) =>
      ask<LatestNews>(`latest:${limit ?? 'all'}:${language}`, (note) => {
        note('addresses')
        note(`news:*:${language}`)
        const items = own().news.flatMap((item) => {
          const path = pathOf(content(), language, { relationTo: 'news', value: item.id })
          return path ? [{ item, path }] : []
        })
        const newestFirst = items.toSorted((one, other) => compareTexts(other.item.publishedOn, one.item.publishedOn))
        return { items: newestFirst.slice(0, limit ?? items.length), total: items.length }
      }),
    siteMapPart: (part: number) =>
      ask<SiteMapEntry[]>(`sitemap:${part}`, (note) => {
        note('addresses')
        const start = (part - 1) * routesPerSiteMap
        return listedRoutesOf(content())
          .slice(start, start + routesPerSiteMap)
          .map((route) => {
            if (route.kind === 'member') return { route, updatedAt: null } // the register changes for many reasons
            const name = route.kind === 'news-item' ? 'news' : 'pages'
            note(`${name}:${route.id}:${route.language}`)
            return { route, updatedAt: document(name, route.language, route.id)?.updatedAt ?? null }
          })
      }),
    siteMapParts: () =>
      ask('sitemaps', (note) => {
        note('addresses')
        return siteMapPartsOf(content())
      }),
    ancestors: (pageId: string) =>
      ask(`above:${pageId}:${language}`, (note) => {
        note('addresses')
        return ancestorsOf(own(), pageId).map(({ id }) => id)
      }),
    memberPage: () =>
      ask(`member-page:${language}`, (note) => {
        note('addresses')
        note(`pages:*:${language}`)
        return memberHomeOf(own())
      }),
    termPage: (termId: string) =>
      ask(`term-page:${termId}:${language}`, (note) => {
        note('addresses')
        return pageOfTerm(content(), language, termId)
      }),
    otherLanguage: (path: string) =>
      ask(`other:${path}`, (note) => {
        note('addresses')
        const route = routeAt(content(), path)
        if (!route) return null
        for (const id of placesAbove(own(), route)) note(`pages:${id}:${otherLanguage(language)}`)
        return otherLanguagePage(content(), route)
      }),
  }
}

/** For `createSite`: makes the stores of one language, each of which remembers in `asked`. */
export const createStores = (parts: Parts, language: Language): ((asked?: Set<number>) => Store) => {
  const questions = createLanguageQuestions(parts, language)
  const t = translateTo(language)
  return (asked = new Set()) => createStore(questions, { language, t, asked })
}

const createStore = (
  questions: ReturnType<typeof createLanguageQuestions>,
  { language, t, asked }: Pick<Store, 'language' | 't' | 'asked'>,
): Store => {
  const missing: MissingDocument[] = []
  const remember = <Answer>({ question, answer }: Answered<Answer>): Answer => {
    asked.add(question)
    return answer
  }
  const miss = (collection: string, id: string): null => {
    if (!missing.some((each) => each.collection === collection && each.id === id)) missing.push({ collection, id })
    return null
  }
  const one =
    <Name extends ListName>(name: Name) =>
    (id: string): DocumentOf<Name> | null =>
      remember(questions.document(name, id)) ?? miss(kinds[name].collection, id)
  const findPath = (reference: Reference): string | null => remember(questions.path(reference))
  const pathTo = (reference: Reference): string | null =>
    findPath(reference) ?? miss(reference.relationTo, reference.value)
  const titleOf = (reference: Reference): string => remember(questions.title(reference))
  const link = ({ kind, document, address, label }: Link): ResolvedLink => {
    if (kind !== 'address' && document) {
      const href = pathTo(document)
      return href ? { href, label: label ?? titleOf(document) } : null
    }
    return address ? { href: address, label: label ?? address } : null
  }
  return {
    language,
    t,
    asked,
    missing,
    noteRoute: (path) => void remember(questions.route(path)),
    settings: () => remember(questions.settings()),
    settingsSavedAt: () => remember(questions.settingsSavedAt()),
    menus: () => remember(questions.menus()),
    pageTree: () => remember(questions.pageTree()),
    latestNews: (limit) => remember(questions.latestNews(limit)),
    members: () => remember(questions.list('members')),
    member: one('members'),
    pathToMember: (id) => remember(questions.path({ relationTo: 'members', value: id })),
    plans: () => remember(questions.list('plans')).toSorted((one, other) => one.order - other.order),
    glossaryTerms: () => remember(questions.list('glossaryTerms')),
    siteMapPart: (part) => remember(questions.siteMapPart(part)),
    siteMapParts: () => remember(questions.siteMapParts()),
    page: one('pages'),
    newsItem: one('news'),
    quote: one('quotes'),
    factBox: one('factBoxes'),
    contact: one('contacts'),
    glossaryTerm: one('glossaryTerms'),
    media: one('media'),
    signupForm: one('signupForms'),
    titleOf,
    ancestors: (pageId) => remember(questions.ancestors(pageId)),
    memberPage: () => remember(questions.memberPage()),
    termPage: (termId) => remember(questions.termPage(termId)),
    pathTo,
    findPath,
    link,
    inOtherLanguage: ({ path }) => remember(questions.otherLanguage(path)),
  }
}

/** How many parts the site map for search engines has; there is always one. */
export const siteMapPartsOf = (content: SiteContent): number =>
  Math.max(1, Math.ceil(listedRoutesOf(content).length / routesPerSiteMap))

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The day of a moment where the organisations are: `2026-11-02T23:30Z` → `2026-11-03`. */
export const dayOf = (date: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Stockholm' }).format(new Date(date))

/** A number as the language writes it: `1 200`, `1,200`. */
export const numberIn = (language: Language, number: number): string =>
  new Intl.NumberFormat(languageLocales[language]).format(number)

/** A date as the language writes it: `2026-11-03T…` → `3 november 2026`. */
export const dateIn = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'long', timeZone: 'Europe/Stockholm' }).format(
    new Date(date),
  )

/**
 * When something takes place, in Swedish time: `torsdag 3 december 2026 13:00–15:00`. Without an end only the beginning is told.
 */
export const timesIn = (language: Language, startsAt: string, endsAt: string | null): string => {
  const format = new Intl.DateTimeFormat(languageLocales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Stockholm',
  })
  return endsAt ? format.formatRange(new Date(startsAt), new Date(endsAt)) : format.format(new Date(startsAt))
}
