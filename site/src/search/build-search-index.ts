import MiniSearch, { type AsPlainObject } from 'minisearch'
import type { Block } from 'shared/content/blocks'
import type { Page } from 'shared/content/page'
import { richTextToPlainText } from 'shared/content/rich-text'
import type { SiteContent } from 'shared/content/site-content'
import { membersByName } from '../content/members-by-name.ts'
import type { Store } from '../content/store.ts'
import { pageOfTerm } from '../paths.ts'
import { type Searchable, searchOptions } from './search-options.ts'

type Entry = Searchable & { words: string }

const longestText = 600

/** The index of everything a visitor can find in the store's language, as plain data for the browser. */
export const buildSearchIndex = (content: SiteContent, store: Store): AsPlainObject => {
  const index = new MiniSearch<Entry>(searchOptions)
  index.addAll([...pageEntries(store), ...newsEntries(store), ...termEntries(content, store), ...memberEntries(store)])
  return index.toJSON()
}

const entryOf = (entry: Omit<Searchable, 'text' | 'trail'> & { trail: string[] }, texts: (string | null)[]): Entry => {
  const words = texts.filter(Boolean).join(' · ')
  const text = words.length > longestText ? `${words.slice(0, longestText).replace(/\s\S*$/, '')} …` : words
  return { ...entry, trail: entry.trail.join(' › '), text, words }
}

const pageEntries = (store: Store): Entry[] =>
  store.pages().flatMap((page) => {
    const path = store.findPath({ relationTo: 'pages', value: page.id })
    if (!path) return []
    const trail = trailTo(store, page)
    const texts = [page.introduction, ...page.blocks.map((block) => wordsOfBlock(block, store))]
    return [entryOf({ id: `pages:${page.id}`, kind: 'page', title: page.title, path, trail }, texts)]
  })

const newsEntries = (store: Store): Entry[] => {
  const { newsPage } = store.settings()
  const above = newsPage ? store.page(newsPage) : null
  return store.news().flatMap((item) => {
    const path = store.findPath({ relationTo: 'news', value: item.id })
    if (!path) return []
    const trail = above ? trailTo(store, above) : []
    const texts = [item.introduction, richTextToPlainText(item.body)]
    return [entryOf({ id: `news:${item.id}`, kind: 'news', title: item.title, path, trail }, texts)]
  })
}

const termEntries = (content: SiteContent, store: Store): Entry[] =>
  store.glossaryTerms().flatMap((term) => {
    const page = pageOfTerm(content, store.language, term.id)
    const path = page && store.findPath({ relationTo: 'glossary-terms', value: term.id })
    if (!path) return []
    const texts = [richTextToPlainText(term.definition)]
    return [
      entryOf({ id: `terms:${term.id}`, kind: 'term', title: term.term, path, trail: trailTo(store, page) }, texts),
    ]
  })

const memberEntries = (store: Store): Entry[] => {
  const page = store.pages().find(({ blocks }) => blocks.some((block) => block.blockType === 'memberList'))
  const path = page && store.findPath({ relationTo: 'pages', value: page.id })
  if (!page || !path) return []
  return membersByName(store).map(({ id, organisationName, city }) =>
    entryOf(
      {
        id: `members:${id}`,
        kind: 'member',
        title: organisationName,
        path: `${path}#member-${id}`,
        trail: trailTo(store, page),
      },
      [city],
    ),
  )
}

const trailTo = (store: Store, page: Page): string[] => {
  const { startPage } = store.settings()
  const steps = [...store.ancestors(page.id), page]
  return steps.map(({ id, title }) => (id === startPage ? store.t('layout.breadcrumbs.start') : title))
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
