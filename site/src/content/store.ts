import type { Contact } from 'shared/content/contact'
import type { FactBox } from 'shared/content/fact-box'
import type { GlossaryTerm } from 'shared/content/glossary-term'
import type { Link, Reference } from 'shared/content/link'
import type { Media } from 'shared/content/media'
import type { Menus } from 'shared/content/menu'
import type { NewsItem } from 'shared/content/news-item'
import type { Page } from 'shared/content/page'
import type { Quote } from 'shared/content/quote'
import type { LanguageContent, SiteContent } from 'shared/content/site-content'
import type { SiteSettings } from 'shared/content/site-settings'
import { type Language, languageLocales, otherLanguage } from 'shared/languages'
import type { ListedMember } from 'shared/membership/member'
import type { Plan } from 'shared/membership/plan'
import type { SignupForm } from 'shared/membership/signup-form'
import { translateTo, type Translate } from 'shared/translations/translate'
import {
  ancestorsOf,
  otherLanguagePage,
  pageOfTerm,
  type PageTree,
  pageTreeOf,
  pathOf,
  placesAbove,
  type Route,
} from '../paths.ts'

/** Where a link leads and what it says, or null when its document is not published in this language. */
export type ResolvedLink = { href: string; label: string } | null

/** A document that a page refers to and that is not published in the page's language. */
export interface MissingDocument {
  collection: string
  id: string
}

/**
 * What one page may ask of the content, in its own language; never another language's words. `asked` remembers which
 * documents the page depends on, as `quotes:7:sv`, or `news:*:sv` for a whole collection; `missing` the ones that were
 * asked for and are not published.
 */
export interface Store {
  language: Language
  t: Translate
  asked: Set<string>
  missing: MissingDocument[]
  settings: () => SiteSettings
  menus: () => Menus
  pages: () => Page[]
  pageTree: () => PageTree[]
  news: () => NewsItem[]
  members: () => ListedMember[]
  plans: () => Plan[]
  glossaryTerms: () => GlossaryTerm[]
  page: (id: string) => Page | null
  newsItem: (id: string) => NewsItem | null
  quote: (id: string) => Quote | null
  factBox: (id: string) => FactBox | null
  contact: (id: string) => Contact | null
  glossaryTerm: (id: string) => GlossaryTerm | null
  media: (id: string) => Media | null
  signupForm: (id: string) => SignupForm | null
  ancestors: (pageId: string) => Page[]
  /** Where a document is; one that the page refers to and that is nowhere is missing. */
  pathTo: (reference: Reference) => string | null
  /** The same for what the page only lists if it is there. */
  findPath: (reference: Reference) => string | null
  link: (link: Link) => ResolvedLink
  inOtherLanguage: (route: Route) => ReturnType<typeof otherLanguagePage>
}

/** `asked` is given when a page shows words of two languages and its stores remember together. */
export const createStore = (content: SiteContent, language: Language, asked = new Set<string>()): Store => {
  const own = content[language]
  const missing: MissingDocument[] = []

  const ask = (collection: string, id: string) => asked.add(`${collection}:${id}:${language}`)
  const miss = (collection: string, id: string): null => {
    if (!missing.some((each) => each.collection === collection && each.id === id)) missing.push({ collection, id })
    return null
  }
  const all =
    <Name extends keyof LanguageContent>(name: Name, collection: string) =>
    (): LanguageContent[Name] => {
      ask(collection, '*')
      return own[name]
    }
  const one =
    <Document extends { id: string }>(documents: Document[], collection: string) =>
    (id: string): Document | null => {
      ask(collection, id)
      return documents.find((document) => document.id === id) ?? miss(collection, id)
    }
  const page = one(own.pages, 'pages')
  const newsItem = one(own.news, 'news')
  const glossaryTerm = one(own.glossaryTerms, 'glossary-terms')
  const settings = all('settings', 'site-settings')

  const ancestors = (pageId: string): Page[] => {
    const above = ancestorsOf(own, pageId)
    for (const { id } of above) ask('pages', id)
    return above
  }
  const askPlace = (pageId: string | null) => {
    if (!pageId) return
    ask('pages', pageId)
    ancestors(pageId)
  }
  const findPath = (reference: Reference): string | null => {
    const { relationTo, value } = reference
    ask(relationTo, value)
    if (relationTo === 'pages') askPlace(value)
    if (relationTo === 'news') askPlace(settings().newsPage)
    if (relationTo === 'glossary-terms') askPlace(pageOfTerm(content, language, value)?.id ?? null)
    return pathOf(content, language, reference)
  }
  const pathTo = (reference: Reference): string | null =>
    findPath(reference) ?? miss(reference.relationTo, reference.value)
  const nameOf = ({ relationTo, value }: Reference): string => {
    if (relationTo === 'pages') return page(value)?.title ?? ''
    if (relationTo === 'news') return newsItem(value)?.title ?? ''
    return glossaryTerm(value)?.term ?? ''
  }
  const link = ({ kind, document, address, label }: Link): ResolvedLink => {
    if (kind !== 'address' && document) {
      const href = pathTo(document)
      return href ? { href, label: label ?? nameOf(document) } : null
    }
    return address ? { href: address, label: label ?? address } : null
  }

  return {
    language,
    t: translateTo(language),
    asked,
    missing,
    settings,
    menus: all('menus', 'menus'),
    pages: all('pages', 'pages'),
    pageTree: () => {
      ask('pages', '*')
      return pageTreeOf(content, language)
    },
    news: all('news', 'news'),
    members: all('members', 'members'),
    plans: all('plans', 'plans'),
    glossaryTerms: all('glossaryTerms', 'glossary-terms'),
    page,
    newsItem,
    quote: one(own.quotes, 'quotes'),
    factBox: one(own.factBoxes, 'fact-boxes'),
    contact: one(own.contacts, 'contacts'),
    glossaryTerm,
    media: one(own.media, 'media'),
    signupForm: one(own.signupForms, 'signup-forms'),
    ancestors,
    pathTo,
    findPath,
    link,
    inOtherLanguage: (route) => {
      const other = otherLanguage(language)
      if ('id' in route) asked.add(`${route.kind === 'news-item' ? 'news' : 'pages'}:${route.id}:${other}`)
      for (const id of placesAbove(own, route)) asked.add(`pages:${id}:${other}`)
      return otherLanguagePage(content, route)
    },
  }
}

/** A date as the language writes it: `2026-11-03T…` → `3 november 2026`. */
export const dateIn = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'long', timeZone: 'Europe/Stockholm' }).format(
    new Date(date),
  )
