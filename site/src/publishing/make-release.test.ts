import { redirectSchema } from 'shared/content/redirect'
import { expect, test } from 'vitest'
import { madeUpContent, madeUpPage } from '../content/made-up-content.ts'
import { noContent } from '../content/site.ts'
import { redirectsOf } from './make-release.ts'

const redirects = [
  { id: '1', from: '/sv/flyttad/', document: { relationTo: 'pages', value: '2' } },
  { id: '2', from: '/sv/borta/', gone: true },
  { id: '3', from: '/en/gone/', gone: true },
  { id: '4', from: '/sv/om-oss/', gone: true },
  { id: '5', from: '/sv/ut/', address: 'https://example.org/' },
  { id: '6', from: '/sv/ingenstans/', document: { relationTo: 'pages', value: '99' } },
].map((redirect) => redirectSchema.parse(redirect))
const pages = [madeUpPage('1', 'Start', 'start'), madeUpPage('2', 'Om oss', 'om-oss')]
const content = { ...noContent(), sv: madeUpContent({ pages, redirects }) }

test('an old address leads on, or says in its language that what was there is gone; a page comes before both', () => {
  const isThere = (path: string) => path === '/sv/om-oss/'
  expect(Object.fromEntries(redirectsOf(content, isThere))).toEqual({
    '/sv/flyttad/': { status: 301, location: '/sv/om-oss/' },
    '/sv/borta/': { status: 410, location: '/sv/410.html' },
    '/en/gone/': { status: 410, location: '/en/410.html' },
    '/sv/ut/': { status: 301, location: 'https://example.org/' },
  })
})
