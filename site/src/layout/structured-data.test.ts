import { newsItemSchema } from 'shared/content/news-item'
import { siteSettingsSchema } from 'shared/content/site-settings'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { madeUpContent, madeUpPage } from '../content/made-up-content.ts'
import { createSite, noContent } from '../content/site.ts'
import { type Described, structuredData } from './structured-data.ts'
import { trailOf } from './trail.ts'

const origin = 'https://example.org'
const settings = siteSettingsSchema.parse({
  name: 'Klustret </script><script>alert(1)</script>',
  startPage: '1',
  newsPage: '7',
  email: 'hej@example.org',
})
const news = [
  newsItemSchema.parse({
    id: '3',
    title: 'Ny medlem',
    slug: 'ny-medlem',
    publishedOn: '2026-11-03T08:00:00Z',
    updatedAt: '2026-11-04T08:00:00Z',
  }),
]
const pages = [
  madeUpPage('1', 'Start', 'start'),
  madeUpPage('2', 'Om oss', 'om-oss'),
  madeUpPage('7', 'Nyheter', 'nyheter'),
]
const site = createSite({ ...noContent(), sv: madeUpContent({ settings, pages, news }) })

const graphSchema = z.object({ '@graph': z.array(z.looseObject({ '@type': z.string() })) })

const textAt = (path: string, title: string, told: Partial<Described> = {}): string => {
  const { route, store } = site.open(path)
  const dates = { publishedOn: '2026-11-03T08:00:00Z', updatedAt: '2026-11-04T08:00:00Z' }
  const described: Described = {
    route,
    title,
    description: 'Kort.',
    image: null,
    event: null,
    questions: [],
    trail: trailOf(route, store, title),
    ...dates,
    ...told,
  }
  return structuredData(described, store, origin)
}
const graphAt = (path: string, title: string, told: Partial<Described> = {}) =>
  graphSchema.parse(JSON.parse(textAt(path, title, told)))['@graph']
const typesAt = (path: string, title: string) => graphAt(path, title).map((each) => each['@type'])

test('the start page tells of the organisation and its site', () => {
  expect(typesAt('/sv/', 'Start')).toEqual(['Organization', 'WebSite'])
  expect(graphAt('/sv/', 'Start')[0]).toMatchObject({
    name: settings.name,
    url: `${origin}/`,
    email: 'hej@example.org',
  })
})

test('another page tells the way to it', () => {
  const [breadcrumbs] = graphAt('/sv/om-oss/', 'Om oss')
  expect(breadcrumbs).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { position: 1, item: `${origin}/sv/` },
      { position: 2, name: 'Om oss', item: `${origin}/sv/om-oss/` },
    ],
  })
})

test('a news item is an article with its days, its picture and who stands behind it', () => {
  expect(typesAt('/sv/nyheter/ny-medlem/', 'Ny medlem')).toEqual(['NewsArticle', 'BreadcrumbList'])
  expect(graphAt('/sv/nyheter/ny-medlem/', 'Ny medlem')[0]).toMatchObject({
    headline: 'Ny medlem',
    datePublished: '2026-11-03T08:00:00Z',
    dateModified: '2026-11-04T08:00:00Z',
    inLanguage: 'sv',
    mainEntityOfPage: `${origin}/sv/nyheter/ny-medlem/`,
    image: [expect.stringMatching(/^https:\/\/example\.org\/share\/[0-9a-f]{20}\.png$/)],
    publisher: { '@type': 'Organization', name: settings.name },
  })
})

test('a news item about something that takes place tells when and where', () => {
  const event = { startsAt: '2027-01-21T16:30:00.000Z', endsAt: null, place: 'Smedjan' }
  const [, told] = graphAt('/sv/nyheter/ny-medlem/', 'Limkväll', { event })
  expect(told).toMatchObject({
    '@type': 'Event',
    name: 'Limkväll',
    startDate: '2027-01-21T16:30:00.000Z',
    location: { name: 'Smedjan' },
  })
  expect(told).not.toHaveProperty('endDate')
})

test('questions are told with their answers', () => {
  const questions = [{ question: 'Får vi vara med?', answer: 'Ja.' }]
  expect(graphAt('/sv/om-oss/', 'Om oss', { questions })[0]).toMatchObject({
    '@type': 'FAQPage',
    mainEntity: [{ name: 'Får vi vara med?', acceptedAnswer: { text: 'Ja.' } }],
  })
})

test('nothing in it can end the element that it stands in', () => {
  expect(textAt('/sv/', '</script>')).not.toContain('<')
})
