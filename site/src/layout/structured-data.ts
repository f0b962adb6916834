import type { Event } from 'shared/content/event'
import { mediaPath } from 'shared/content/media'
import type { Store } from '../content/store.ts'
import type { Route } from '../paths.ts'
import { sharePictureOf } from '../sharing/share-picture.ts'
import type { Step } from './trail.ts'

/** What a page tells search engines of itself besides what people read. */
export interface Described {
  route: Route
  title: string
  description: string | null
  publishedOn: string | null
  updatedAt: string | null
  /** What takes place at a certain time, if that is what the page is about. */
  event: Event | null
  /** The picture that the page itself shows, as a full address. */
  image: string | null
  trail: Step[]
  /** What is asked and answered on the page, in plain text. */
  questions: { question: string; answer: string }[]
}

const organisationId = '/#organisation'
const siteId = '/#website'

/** The organisation, as every page refers to it; the start page tells all there is to tell. */
const organisationOf = (store: Store, origin: string, isWhole: boolean) => {
  const { name, logo, tagline, email, phone, address, organisationNumber } = store.settings()
  const picture = logo ? store.media(logo) : null
  return {
    '@type': 'Organization',
    '@id': `${origin}${organisationId}`,
    name,
    url: `${origin}/`,
    logo: picture ? `${origin}${mediaPath(picture.filename)}` : undefined,
    ...(isWhole
      ? {
          description: tagline ?? undefined,
          email: email ?? undefined,
          telephone: phone ?? undefined,
          address: address ?? undefined,
          taxID: organisationNumber ?? undefined,
        }
      : {}),
  }
}

const newsArticleOf = (described: Described, store: Store, origin: string) => {
  const { route, title, description, publishedOn, updatedAt, image } = described
  const organisation = organisationOf(store, origin, false)
  return {
    '@type': 'NewsArticle',
    headline: title,
    description: description ?? undefined,
    datePublished: publishedOn ?? undefined,
    dateModified: updatedAt ?? undefined,
    inLanguage: store.language,
    mainEntityOfPage: `${origin}${route.path}`,
    image: [...(image ? [image] : []), `${origin}${sharePictureOf(route, store).path}`],
    author: organisation,
    publisher: organisation,
  }
}

const eventOf = ({ route, title, description, event }: Described, store: Store, origin: string) =>
  event && {
    '@type': 'Event',
    name: title,
    description: description ?? undefined,
    startDate: event.startsAt,
    endDate: event.endsAt ?? undefined,
    location: event.place ? { '@type': 'Place', name: event.place, address: event.place } : undefined,
    inLanguage: store.language,
    url: `${origin}${route.path}`,
    organizer: organisationOf(store, origin, false),
  }

const faqOf = ({ route, questions }: Described, store: Store, origin: string) => ({
  '@type': 'FAQPage',
  mainEntityOfPage: `${origin}${route.path}`,
  inLanguage: store.language,
  mainEntity: questions.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  })),
})

const breadcrumbsOf = (trail: Step[], origin: string) => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ title, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    item: `${origin}${path}`,
  })),
})

/**
 * What schema.org has words for: the organisation and its site on the start page, a news item as an article, questions with
 * their answers, and on all other pages the way to them. Ready to stand in a `<script>`: `<` could end the element, and in JSON may be written as a number.
 */
export const structuredData = (described: Described, store: Store, origin: string): string => {
  const { route, trail, questions } = described
  const { startPage, name } = store.settings()
  const isStart = route.kind === 'page' && route.id === startPage
  const site = {
    '@type': 'WebSite',
    '@id': `${origin}${siteId}`,
    name,
    url: `${origin}/`,
    inLanguage: Object.keys(route.alternates),
    publisher: { '@id': `${origin}${organisationId}` },
  }
  const graph = [
    ...(isStart ? [organisationOf(store, origin, true), site] : []),
    ...(route.kind === 'news-item' ? [newsArticleOf(described, store, origin)] : []),
    ...(described.event ? [eventOf(described, store, origin)] : []),
    ...(questions.length > 0 ? [faqOf(described, store, origin)] : []),
    ...(trail.length > 1 ? [breadcrumbsOf(trail, origin)] : []),
  ]
  if (graph.length === 0) return ''
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
}
