import type { Language } from 'shared/languages'
import { titleToSlug } from '../../cms/src/content/slug.ts'
import {
  allTitles,
  capitalised,
  cut,
  type Draw,
  drawFrom,
  heading,
  inBoth,
  paragraphOf,
  saying,
  sentence,
  titleAt,
} from './large-site-texts.ts'
import {
  acts,
  actors,
  firstNames,
  glossaryWords,
  jobTitles,
  lastNames,
  type Said,
  topics,
  towns,
  trades,
} from './large-site-words.ts'

/** A document as the database takes it: localized fields in both languages, relations by number. */
export type Row = Record<string, unknown>

/** How many of everything but pages and news there are, whatever the size of the site. */
export const counts = { pictures: 10, quotes: 40, factBoxes: 40, contacts: 60, glossaryTerms: 100, members: 30 }

/** The pages that every site has, by their numbers. */
export const fixedPages = { start: 1, news: 2, members: 3, glossary: 4, membership: 5, contact: 6 } as const
export const form = 1
const sections: Said[] = [
  { sv: 'Kunskap', en: 'Knowledge' },
  { sv: 'Projekt', en: 'Projects' },
  { sv: 'Testbädden', en: 'The test bed' },
  { sv: 'Utbildning', en: 'Training' },
  { sv: 'Internationellt', en: 'International' },
  { sv: 'Om oss', en: 'About us' },
]
const fixedTitles: Said[] = [
  { sv: 'Mätverket flätar samman dalen', en: 'Mätverket ties the valley together' },
  { sv: 'Nyheter', en: 'News' },
  { sv: 'Våra medlemmar', en: 'Our members' },
  { sv: 'Ordlista', en: 'Glossary' },
  { sv: 'Bli medlem', en: 'Become a member' },
  { sv: 'Kontakt', en: 'Contact' },
  ...sections,
]
export const sectionIds = sections.map((_, index) => Object.keys(fixedPages).length + 1 + index)

const shareOfNews = 0.1
const shareOfThirdLevel = 0.7
const day = 24 * 60 * 60 * 1000
const newest = Date.UTC(2026, 9, 30, 9)

/** A node of rich text, in the form that Lexical writes. */
interface Node {
  type: string
  version: number
  [property: string]: unknown
}
const block = { version: 1, direction: 'ltr', format: '', indent: 0 } as const
const words = (text: string, format = 0): Node => ({
  type: 'text',
  version: 1,
  text,
  format,
  mode: 'normal',
  style: '',
  detail: 0,
})
const paragraph = (...children: Node[]): Node => ({
  ...block,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children,
})
const bullets = (items: Node[][]): Node => ({
  ...block,
  type: 'list',
  listType: 'bullet',
  tag: 'ul',
  start: 1,
  children: items.map((children, index) => ({ ...block, type: 'listitem', value: index + 1, children })),
})
/** Rich text as Payload's editor stores it. */
const richText = (...children: Node[]) => ({ root: { ...block, type: 'root', children } })
export const plainRichText = (...texts: string[]) => richText(...texts.map((text) => paragraph(words(text))))

interface Target {
  relationTo: 'pages' | 'news' | 'glossary-terms'
  value: number
}
const inlineLink = (text: string, doc: Target, id: string): Node => ({
  ...block,
  type: 'link',
  version: 3,
  id,
  fields: { linkType: 'internal', doc, newTab: false },
  children: [words(text)],
})

/** A generated site: each document by its number, made when it is asked for. */
export interface LargeSite {
  pageCount: number
  newsCount: number
  titleOfPage: (id: number) => Said
  page: (id: number) => Row
  newsItem: (id: number) => Row
  quote: (id: number) => Row
  factBox: (id: number) => Row
  contact: (id: number) => Row
  glossaryTerm: (id: number) => Row
  member: (id: number) => Row
}

/**
 * Describes a site of so many HTML pages, half of them Swedish: a tree of four levels, a tenth news. The same seed gives
 * the same site, and sites of different sizes have the same structure.
 */
export const describeSite = ({ pages, seed }: { pages: number; seed: number }): LargeSite => {
  const documents = Math.floor(pages / 2)
  const newsCount = Math.round(documents * shareOfNews)
  const pageCount = documents - newsCount
  const titles = allTitles(seed)
  const firstFree = fixedTitles.length + 1

  const inTree = pageCount - fixedTitles.length
  if (inTree < 12) throw new Error('A generated site has at least 60 pages.')
  const onSecond = Math.round(2 * Math.sqrt(inTree))
  const onThird = Math.round((inTree - onSecond) * shareOfThirdLevel)

  const nameOfPage = (id: number): { title: Said; topic: Said } => {
    const fixed = fixedTitles[id - 1]
    if (!fixed) return titleAt(titles, id - firstFree)
    return { title: fixed, topic: topics[id % topics.length] ?? fixed }
  }
  const titleOfPage = (id: number) => nameOfPage(id).title
  const slugsOf = (title: Said) => inBoth((language) => titleToSlug(title[language]))

  const parentOf = (id: number): number | null => {
    if (id < firstFree) return null
    const place = id - firstFree
    if (place < onSecond) return sectionIds[place % sectionIds.length] ?? null
    if (place < onSecond + onThird) return firstFree + ((place - onSecond) % onSecond)
    return firstFree + onSecond + (((place - onSecond - onThird) * 7) % onThird)
  }

  const nameOfNews = (id: number): { title: Said; topic: Said } => {
    const draw = drawFrom(seed, 1_000_000 + id)
    const [actor, act, topic] = [draw.oneOf(actors), draw.oneOf(acts), draw.oneOf(topics)]
    const said = {
      sv: `${actor.sv} ${act.sv.verb} ${act.sv.rest} ${topic.sv}`,
      en: `${actor.en} ${act.en} ${topic.en}`,
    }
    return { topic, title: capitalised(said) }
  }

  /** Where a link leads: near in the tree half of the time, else anywhere. */
  const targetFrom = (draw: Draw, id: number): { target: Target; title: Said } => {
    const kind = draw.below(100)
    if (kind < 12) {
      const value = draw.below(counts.glossaryTerms) + 1
      return { target: { relationTo: 'glossary-terms', value }, title: termAt(value) }
    }
    if (kind < 20) {
      const value = draw.below(newsCount) + 1
      return { target: { relationTo: 'news', value }, title: nameOfNews(value).title }
    }
    const near = parentOf(id) ?? draw.below(pageCount) + 1
    const value = kind < 35 ? near : kind < 60 ? Math.min(pageCount, id + 1 + draw.below(8)) : draw.below(pageCount) + 1
    return { target: { relationTo: 'pages', value }, title: titleOfPage(value) }
  }

  /** A text of 80 to 250 words with links, as the editor stores it, in both languages. */
  const text = (draw: Draw, id: number, topic: Said): Record<Language, object> => {
    const opening = paragraphOf(draw, topic, 6 + draw.below(4))
    const links = Array.from({ length: 1 + draw.below(2) }, () => ({ ...targetFrom(draw, id), id: draw.rowId() }))
    const more = draw.happens(60) ? paragraphOf(draw, topic, 2 + draw.below(5)) : null
    const points = draw.happens(35)
      ? Array.from({ length: 3 + draw.below(2) }, () => ({ lead: draw.oneOf(topics), said: sentence(draw, topic) }))
      : []
    return inBoth((language) => {
      const before = { sv: ' Läs mer: ', en: ' Read more: ' }[language]
      const linked = links.flatMap(({ target, title, id: rowId }, index) => [
        words(index === 0 ? before : ', '),
        inlineLink(title[language], target, rowId),
      ])
      return richText(
        paragraph(words(opening[language]), ...linked, words('.')),
        ...(more ? [paragraph(words(more[language]))] : []),
        ...(points.length > 0
          ? [
              bullets(
                points.map(({ lead, said }) => [
                  words(`${capitalised(lead)[language]}.`, 1),
                  words(` ${said[language]}`),
                ]),
              ),
            ]
          : []),
      )
    })
  }

  const linkTo = (target: Target, label: string | null = null) => ({ kind: 'document', document: target, label })
  const toPage = (value: number): Target => ({ relationTo: 'pages', value })

  /** A block in both languages. Rows have ids of their own in each. */
  const blockOf = (draw: Draw, id: number, topic: Said, kind: number): Record<Language, Row> => {
    const ids = inBoth(() => draw.rowId())
    const made = (make: (language: Language) => Row) => inBoth((language) => ({ id: ids[language], ...make(language) }))
    if (kind < 50) {
      const [title, body] = [heading(draw, topic), text(draw, id, topic)]
      return made((language) => ({ blockType: 'text', heading: title[language], body: body[language] }))
    }
    if (kind < 60) {
      const quote = draw.below(counts.quotes) + 1
      return made(() => ({ blockType: 'quote', quote }))
    }
    if (kind < 70) {
      const factBox = draw.below(counts.factBoxes) + 1
      return made(() => ({ blockType: 'factBox', factBox, facts: [] }))
    }
    if (kind < 80) {
      const contacts = [draw.below(counts.contacts) + 1]
      const title = { sv: 'Har ni frågor?', en: 'Any questions?' }
      return made((language) => ({ blockType: 'contactCard', heading: title[language], contacts }))
    }
    if (kind < 92) {
      const { target, title } = targetFrom(draw, id)
      const said = sentence(draw, topic)
      return made((language) => ({
        blockType: 'callToAction',
        heading: title[language],
        text: said[language],
        link: linkTo(target),
      }))
    }
    const [image, caption] = [draw.below(counts.pictures) + 1, sentence(draw, topic)]
    return made((language) => ({ blockType: 'figure', image, caption: caption[language] }))
  }

  const typed = (draw: Draw, row: (language: Language) => Row): Record<Language, Row> => {
    const ids = inBoth(() => draw.rowId())
    return inBoth((language) => ({ id: ids[language], ...row(language) }))
  }

  /** What only one page has: the latest news, the members, the glossary, the form, everybody to turn to. */
  const specialBlocks = (draw: Draw, id: number): Record<Language, Row>[] => {
    const latest = typed(draw, (language) => ({
      blockType: 'newsList',
      heading: { sv: 'Aktuellt', en: 'Latest news' }[language],
      limit: 3,
    }))
    if (id === fixedPages.start || sectionIds.includes(id)) return [latest]
    if (id === fixedPages.news) return [typed(draw, () => ({ blockType: 'newsList', limit: 30 }))]
    if (id === fixedPages.members) return [typed(draw, () => ({ blockType: 'memberList' }))]
    if (id === fixedPages.membership) return [typed(draw, () => ({ blockType: 'signupForm', form }))]
    if (id === fixedPages.contact)
      return [typed(draw, () => ({ blockType: 'contactCard', contacts: [1, 2, 3, 4, 5, 6, 7, 8] }))]
    if (id === fixedPages.glossary)
      return Array.from({ length: counts.glossaryTerms }, (_, index) =>
        typed(draw, () => ({ blockType: 'term', term: index + 1 })),
      )
    return []
  }

  const stampsOf = (draw: Draw) => {
    const at = newest - draw.below(700) * day - draw.below(day)
    return { createdAt: new Date(at - 30 * day).toISOString(), updatedAt: new Date(at).toISOString() }
  }

  const page = (id: number): Row => {
    const draw = drawFrom(seed, id)
    const { title, topic } = nameOfPage(id)
    const special = specialBlocks(draw, id)
    const ordinary = Array.from({ length: special.length > 0 ? 2 : 3 + draw.below(4) }, (_, index) =>
      blockOf(draw, id, topic, index === 0 ? 0 : draw.below(100)),
    )
    const blocks = [...ordinary, ...special]
    const introduction = paragraphOf(draw, topic, 2)
    const hasHero = id === fixedPages.start || sectionIds.includes(id)
    const image = draw.below(counts.pictures) + 1
    const search = cut(introduction, 160)
    return {
      title,
      slug: slugsOf(title),
      introduction,
      blocks: inBoth((language) => blocks.map((each) => each[language])),
      hero: inBoth((language) =>
        hasHero
          ? {
              image,
              lineOne: { sv: 'Det som mäts,', en: 'What is measured' }[language],
              lineTwo: { sv: 'det vet man!', en: 'is known!' }[language],
              link: linkTo(toPage(fixedPages.membership)),
            }
          : { image: null, link: {} },
      ),
      searchDescription: search,
      parent: parentOf(id),
      order: id,
      _status: inBoth(() => 'published'),
      ...stampsOf(draw),
    }
  }

  const newsItem = (id: number): Row => {
    const draw = drawFrom(seed, 2_000_000 + id)
    const { title, topic } = nameOfNews(id)
    const introduction = paragraphOf(draw, topic, 2)
    const stamps = stampsOf(draw)
    return {
      title,
      slug: inBoth((language) => `${titleToSlug(title[language]).slice(0, 70).replace(/-+$/, '')}-${id}`),
      introduction,
      image: draw.happens(30) ? draw.below(counts.pictures) + 1 : null,
      body: text(draw, fixedPages.news, topic),
      searchDescription: cut(introduction, 160),
      publishedOn: new Date(newest - id * Math.floor((700 * day) / newsCount)).toISOString(),
      _status: inBoth(() => 'published'),
      ...stamps,
    }
  }

  const nameOfPerson = (id: number) =>
    `${firstNames[id % firstNames.length]} ${lastNames[Math.floor(id / firstNames.length + id) % lastNames.length]}`

  const quote = (id: number): Row => {
    const draw = drawFrom(seed, 3_000_000 + id)
    return {
      text: saying(draw, draw.oneOf(topics)),
      attribution: nameOfPerson(id + 100),
      role: draw.oneOf(jobTitles),
      source: { sv: 'Mätverkets årsberättelse 2025', en: 'Mätverket’s annual report 2025' },
      _status: inBoth(() => 'published'),
      ...stampsOf(draw),
    }
  }

  const factBox = (id: number): Row => {
    const draw = drawFrom(seed, 4_000_000 + id)
    const topic = topics[id % topics.length] ?? draw.oneOf(topics)
    const facts = Array.from({ length: 2 + draw.below(3) }, () => ({
      share: draw.below(80) + 10,
      year: 2021 + draw.below(5),
      topic: draw.oneOf(topics),
      ids: inBoth(() => draw.rowId()),
    }))
    return {
      title: { sv: `Fakta om ${topic.sv}`, en: `Facts about ${topic.en}` },
      facts: inBoth((language) =>
        facts.map(({ share, year, topic: of, ids }) => ({
          id: ids[language],
          figure: `${share} %`,
          period: String(year),
          text: { sv: `av medlemmarna arbetar med ${of.sv}.`, en: `of the members work on ${of.en}.` }[language],
          source: { sv: 'Mätverkets medlemsenkät', en: 'Mätverket’s survey of members' }[language],
        })),
      ),
      _status: inBoth(() => 'published'),
      ...stampsOf(draw),
    }
  }

  const contact = (id: number): Row => {
    const draw = drawFrom(seed, 5_000_000 + id)
    const name = nameOfPerson(id)
    const areas = [draw.oneOf(topics), draw.oneOf(topics)]
    return {
      name,
      jobTitle: capitalised(draw.oneOf(jobTitles)),
      areasOfWork: inBoth((language) => [...new Set(areas.map((area) => area[language]))]),
      email: `${titleToSlug(name).replace('-', '.')}@matverket.example`,
      phone: `+46 70 174 06 ${String(id % 100).padStart(2, '0')}`,
      _status: inBoth(() => 'published'),
      ...stampsOf(draw),
    }
  }

  const glossaryTerm = (id: number): Row => {
    const draw = drawFrom(seed, 6_000_000 + id)
    const term = termAt(id)
    const said = paragraphOf(draw, termAt(id), 2)
    return {
      term: capitalised(term),
      slug: slugsOf(term),
      definition: inBoth((language) => plainRichText(said[language])),
      _status: inBoth(() => 'published'),
      ...stampsOf(draw),
    }
  }

  const member = (id: number): Row => {
    const draw = drawFrom(seed, 7_000_000 + id)
    const town = towns[id % towns.length] ?? ''
    const organisationName = `${town} ${trades[id % trades.length]} AB`
    return {
      memberNumber: id,
      status: 'active',
      organisationName,
      website: `https://${titleToSlug(organisationName)}.example`,
      city: town,
      logo: draw.happens(30) ? draw.below(counts.pictures) + 1 : null,
      listed: true,
      joinedOn: new Date(newest - draw.below(2500) * day).toISOString(),
      ...stampsOf(draw),
    }
  }

  return { pageCount, newsCount, titleOfPage, page, newsItem, quote, factBox, contact, glossaryTerm, member }
}

const termAt = (id: number): Said => {
  const term = glossaryWords[id - 1]
  if (!term) throw new Error(`There is no word number ${id} in the glossary.`)
  return term
}
