import type { Block } from 'shared/content/blocks'
import { richTextToPlainText } from 'shared/content/rich-text'
import type { Language } from 'shared/languages'
import { membersByName } from '../content/members-by-name.ts'
import type { Site } from '../content/site.ts'
import type { Store } from '../content/store.ts'
import { type Route, routesOf } from '../paths.ts'
import type { Searchable } from './index-format.ts'

/** Something that can be found, with all the words that it is found by. */
export type SearchEntry = Searchable & { id: string; words: string }

const longestText = 900

/** Everything in one language that can be found. */
export const searchEntriesIn = (site: Site, language: Language): SearchEntry[] =>
  routesOf(site.content())
    .filter((route) => route.language === language)
    .flatMap((route) => searchEntriesOf(route, site.storeFor(language)))

/** What can be found on one page: the page itself, the terms it explains, and the members if it lists them. */
export const searchEntriesOf = (route: Route, store: Store): SearchEntry[] => {
  if (route.kind === 'news-item') return newsEntry(route.id, route.path, store)
  if (route.kind !== 'page') return []
  return [...pageEntry(route.id, route.path, store), ...termEntries(route.id, store), ...memberEntries(route.id, store)]
}

const entryOf = (
  entry: Omit<SearchEntry, 'text' | 'trail' | 'words'> & { trail: string[] },
  texts: (string | null)[],
): SearchEntry => {
  const words = texts.filter(Boolean).join(' · ')
  const text = words.length > longestText ? `${words.slice(0, longestText).replace(/\s\S*$/, '')} …` : words
  return { ...entry, trail: entry.trail.join(' › '), text, words }
}

const pageEntry = (id: string, path: string, store: Store): SearchEntry[] => {
  const page = store.page(id)
  if (!page) return []
  const texts = [page.introduction, ...page.blocks.map((block) => wordsOfBlock(block, store))]
  return [entryOf({ id: `pages:${id}`, kind: 'page', title: page.title, path, trail: trailTo(store, id) }, texts)]
}

const newsEntry = (id: string, path: string, store: Store): SearchEntry[] => {
  const item = store.newsItem(id)
  if (!item) return []
  const { newsPage } = store.settings()
  const trail = newsPage ? trailTo(store, newsPage) : []
  const texts = [item.introduction, item.event?.place ?? null, richTextToPlainText(item.body)]
  return [entryOf({ id: `news:${id}`, kind: 'news', title: item.title, path, trail }, texts)]
}

const termEntries = (pageId: string, store: Store): SearchEntry[] => {
  const ids = (store.page(pageId)?.blocks ?? []).flatMap((block) => (block.blockType === 'term' ? [block.term] : []))
  return [...new Set(ids)].flatMap((id) => {
    const term = store.glossaryTerm(id)
    const path = store.findPath({ relationTo: 'glossary-terms', value: id })
    if (!term || !path || store.termPage(id) !== pageId) return []
    const trail = trailTo(store, pageId)
    return [
      entryOf({ id: `terms:${id}`, kind: 'term', title: term.term, path, trail }, [
        richTextToPlainText(term.definition),
      ]),
    ]
  })
}

const memberEntries = (pageId: string, store: Store): SearchEntry[] => {
  const path = store.findPath({ relationTo: 'pages', value: pageId })
  if (path === null || !store.page(pageId)?.blocks.some(({ blockType }) => blockType === 'memberList')) return []
  if (store.memberPage() !== pageId) return []
  return membersByName(store).map(({ id, organisationName, city, tags, ownPage, presentation }) =>
    entryOf(
      {
        id: `members:${id}`,
        kind: 'member',
        title: organisationName,
        path: store.pathToMember(id) ?? `${path}#member-${id}`,
        trail: trailTo(store, pageId),
      },
      [city, ...tags, ownPage ? presentation : null],
    ),
  )
}

const trailTo = (store: Store, pageId: string): string[] => {
  const { startPage } = store.settings()
  return [...store.ancestors(pageId), pageId].map((id) =>
    id === startPage ? store.t('layout.breadcrumbs.start') : store.titleOf({ relationTo: 'pages', value: id }),
  )
}

const wordsOfBlock = (block: Block, store: Store): string => {
  const join = (...texts: (string | null | undefined)[]) => texts.filter(Boolean).join(' · ')
  switch (block.blockType) {
    case 'text':
      return join(block.heading, richTextToPlainText(block.body))
    case 'figure':
      return join(block.caption)
    case 'quote': {
      const quote = block.quote ? store.quote(block.quote) : block
      return join(quote?.text, quote?.attribution, quote?.role)
    }
    case 'factBox': {
      const factBox = block.factBox ? store.factBox(block.factBox) : block
      return join(
        factBox?.title,
        ...(factBox?.facts ?? []).map((fact) => [fact.figure, fact.text, fact.period].filter(Boolean).join(' ')),
      )
    }
    case 'contactCard': {
      const contacts = block.contacts.flatMap((id) => store.contact(id) ?? [])
      const words = contacts.map(({ name, jobTitle, areasOfWork }) => join(name, jobTitle, ...areasOfWork))
      return join(block.heading, block.invitation, ...words)
    }
    case 'callToAction':
      return join(block.heading, block.text)
    case 'questions':
      return join(
        block.heading,
        ...block.questions.map(({ question, answer }) => join(question, richTextToPlainText(answer))),
      )
    case 'memberList':
      return join(block.heading, block.introduction)
    case 'newsList':
      return join(block.heading)
    case 'signupForm':
      return join(store.signupForm(block.form)?.title, store.signupForm(block.form)?.introduction)
    case 'hero': // repeats what its link leads to
    case 'term': // found as a term
      return ''
  }
}
