import { isDeepStrictEqual } from 'node:util'
import type { LanguageContent, SiteContent } from 'shared/content/site-content'
import { type Language, languages } from 'shared/languages'
import { hasOwnPage } from 'shared/membership/member'
import {
  type Addressed,
  compareIds,
  followSiteMap,
  notFoundRoute,
  problemsOf,
  type Route,
  routeAt,
  routeOf,
  shareSiteMap,
} from '../paths.ts'
import { changeOf, type ContentChange, type DocumentOf, isGlobal, keyOfChange, type ListName, listOf } from './kinds.ts'
import { createQuestions, type Questions } from './questions.ts'
import { createStores, type Store } from './store.ts'

/** What a change of documents did. */
export interface Changed {
  /** The documents that are now others than before, and the same as they were: applying these undoes it all. */
  documents: ContentChange[]
  before: ContentChange[]
  /** Whether some page or news item came, went or moved. */
  addresses: boolean
  /** The questions that pages asked and whose answers are now others. */
  answers: number[]
}

/** Everything that is published, in memory: what pages are made from, changed document by document. */
export interface Site {
  content: () => SiteContent
  questions: Questions
  document: <Name extends ListName>(name: Name, language: Language, id: string) => DocumentOf<Name> | null
  /** What a page of one language asks. `asked` is given when stores of two languages remember together. */
  storeFor: (language: Language, asked?: Set<number>) => Store
  /** The page at an address, or the 404 page in its language, with a store that already remembers which page it is. */
  open: (path: string) => { route: Route; store: Store }
  /** The page of a document in one language, or null when it has no address there. */
  routeOf: (reference: Addressed, language: Language) => Route | null
  change: (changes: ContentChange[]) => Changed
  /** A copy in which these documents are others; nothing of it comes back here. */
  overlay: (changes: ContentChange[]) => Site
}

const emptyContent = (): LanguageContent => ({
  settings: {
    name: '',
    tagline: null,
    logo: null,
    colours: { primary: '#000000', accent: '#000000' },
    typeface: 'system',
    startPage: null,
    newsPage: null,
    email: null,
    phone: null,
    address: null,
    organisationNumber: null,
    footerText: null,
    securityContact: null,
    accessibility: null,
    languageRule: 'report',
    updatedAt: null,
  },
  menus: { main: [], footer: [] },
  pages: [],
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
})

/** Nothing at all, in every language. */
export const noContent = (): SiteContent => ({ sv: emptyContent(), en: emptyContent() })

const positions = new WeakMap<{ id: string }[], Map<string, number>>()

/** Where in a list each document is, by its id. */
const positionsIn = (documents: { id: string }[]): Map<string, number> => {
  const known = positions.get(documents)
  if (known) return known
  const index = new Map(documents.map(({ id }, position) => [id, position]))
  positions.set(documents, index)
  return index
}

/** What a document contributes to the addresses of the site; equal before and after: every address stays. */
const addressingOf = ({ name, document }: ContentChange): string => {
  switch (name) {
    case 'pages': {
      if (document === null) return ''
      const form = document.blocks.find((block) => block.blockType === 'signupForm')?.form
      const terms = document.blocks.flatMap((block) => (block.blockType === 'term' ? [block.term] : []))
      const listsMembers = document.blocks.some((block) => block.blockType === 'memberList')
      return JSON.stringify([document.slug, document.parent, form, terms, listsMembers])
    }
    case 'news':
      return document ? JSON.stringify([document.slug, document.event !== null]) : ''
    case 'glossaryTerms':
      return document?.slug ?? ''
    case 'members':
      return document && hasOwnPage(document) ? document.slug : ''
    case 'signupForms':
      return document?.id ?? ''
    case 'settings':
      return JSON.stringify([document?.startPage, document?.newsPage, document?.name])
    default:
      return 'none'
  }
}

/** The same for the tree of pages that a visitor sees, with its titles. */
const placeInTreeOf = ({ name, document }: ContentChange): string =>
  name === 'pages' && document !== null ? JSON.stringify([document.title, document.order]) : ''

const titleOf = ({ name, document }: ContentChange): string =>
  (name === 'pages' || name === 'news') && document !== null ? document.title : ''

const findIn = <Document extends { id: string }>(documents: Document[], id: string): Document | null => {
  const position = positionsIn(documents).get(id)
  return position === undefined ? null : (documents[position] ?? null)
}

/** Keeps `content` in memory for pages to ask. */
export const createSite = (content: SiteContent): Site => {
  let current = content
  const questions = createQuestions()

  const documentOf = <Name extends ListName>(name: Name, language: Language, id: string): DocumentOf<Name> | null =>
    findIn(listOf(current[language], name), id)

  const beforeOf = ({ name, language, id }: ContentChange): ContentChange => {
    if (isGlobal(name)) return changeOf(name, language, id, current[language][name])
    return changeOf(name, language, id, documentOf(name, language, id))
  }

  const put = <Name extends ListName>(own: LanguageContent, name: Name, changes: ContentChange[]): LanguageContent => {
    const before = listOf(own, name)
    const known = positionsIn(before)
    const documents = before.slice()
    const others = new Map<string, DocumentOf<Name> | null>() // those that come or go
    for (const change of changes) {
      if (change.name !== name) continue
      const document = change.document as DocumentOf<Name> | null // of this kind, as `name` says
      const position = known.get(change.id)
      if (document !== null && position !== undefined) documents[position] = document
      else others.set(change.id, document)
    }
    if (others.size === 0) {
      positions.set(documents, known) // the same ids in the same places: finding them costs nothing anew
      return { ...own, [name]: documents }
    }
    const kept = [...known].flatMap(([id, position]) => {
      const document = documents[position]
      return document === undefined || others.has(id) ? [] : [[id, document] as const]
    })
    const come = [...others].flatMap(([id, document]) => (document === null ? [] : [[id, document] as const]))
    const inOrder = [...kept, ...come].toSorted(([one], [other]) => compareIds(one, other))
    return { ...own, [name]: inOrder.map(([, document]) => document) }
  }

  const putAll = (own: LanguageContent, changes: ContentChange[]): LanguageContent => {
    let next = own
    for (const change of changes) {
      if (change.name === 'settings' && change.document) next = { ...next, settings: change.document }
      if (change.name === 'menus' && change.document) next = { ...next, menus: change.document }
    }
    const names = new Set(changes.flatMap(({ name }) => (isGlobal(name) ? [] : [name])))
    for (const name of names) next = put(next, name, changes)
    return next
  }

  const change = (changes: ContentChange[]): Changed => {
    const latest = new Map(changes.map((each) => [keyOfChange(each), each]))
    const documents: ContentChange[] = []
    const before: ContentChange[] = []
    const sources = new Set<string>()
    let areAddressesOthers = false
    for (const now of latest.values()) {
      const old = beforeOf(now)
      if (old.document === now.document || isDeepStrictEqual(old.document, now.document)) continue
      documents.push(now)
      before.push(old)
      sources.add(keyOfChange(now))
      sources.add(`${now.name}:*:${now.language}`)
      const isPlaceAnother = placeInTreeOf(old) !== placeInTreeOf(now)
      if (isPlaceAnother) sources.add(`tree:${now.language}`)
      // A problem with an address bears the title of its document.
      const isProblemAnother = titleOf(old) !== titleOf(now) && problemsOf(current).length > 0
      areAddressesOthers ||= isProblemAnother || addressingOf(old) !== addressingOf(now)
    }
    if (documents.length === 0) return { documents, before, addresses: false, answers: [] }
    const next: SiteContent = { ...current }
    for (const language of languages) {
      const own = documents.filter((each) => each.language === language)
      if (own.length > 0) next[language] = putAll(current[language], own)
    }
    if (areAddressesOthers) {
      sources.add('addresses')
      followSiteMap(current, next)
    } else shareSiteMap(current, next)
    current = next
    return { documents, before, addresses: areAddressesOthers, answers: questions.changed(sources) }
  }

  const parts = { content: () => current, document: documentOf, ask: questions.ask }
  const stores = { sv: createStores(parts, 'sv'), en: createStores(parts, 'en') } satisfies Record<Language, unknown>
  const storeFor = (language: Language, asked?: Set<number>): Store => stores[language](asked)

  return {
    content: () => current,
    questions,
    document: documentOf,
    storeFor,
    open: (path) => {
      const route = routeAt(current, path) ?? notFoundRoute(current, path)
      const store = storeFor(route.language)
      store.noteRoute(route.path)
      return { route, store }
    },
    routeOf: (reference, language) => routeOf(current, language, reference),
    change,
    overlay: (changes) => {
      const copy = createSite(current)
      copy.change(changes)
      return copy
    },
  }
}
