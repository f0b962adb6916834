import { createHash } from 'node:crypto'
import type { Language } from 'shared/languages'
import { dateIn, type Store } from '../content/store.ts'
import { isListed, type ListedRoute, type Route } from '../paths.ts'
import { sharePictureDirectory } from './share-path.ts'

export const sharePictureWidth = 1200
export const sharePictureHeight = 630

/** To be raised when the drawing changes: the pictures then get other addresses, as whoever shows them keeps them for long. */
const drawing = 2

/** What is seen where a page is shared: everything that is on the picture. */
export interface SharePicture {
  path: string // on the site, made from the rest
  language: Language
  title: string
  /** What part of the site it is, or the date of a news item. */
  place: string | null
  name: string // the organisation's
  tagline: string | null
  colours: { primary: string; accent: string }
}

/** The organisation's own picture. */
export const organisationPicture = (store: Store): SharePicture => {
  const { name, tagline, colours } = store.settings()
  return withPath({ language: store.language, title: name, place: null, name, tagline, colours })
}

const withPath = (shown: Omit<SharePicture, 'path'>): SharePicture => {
  const hash = createHash('sha256')
    .update(JSON.stringify([drawing, shown]))
    .digest('hex')
    .slice(0, 20)
  return { path: `${sharePictureDirectory}${hash}.png`, ...shown }
}

/** The picture of a page. Pages of no document, such as the search page, have the organisation's own. */
export const sharePictureOf = (route: Route, store: Store): SharePicture => {
  const { name, tagline, colours, startPage } = store.settings()
  const isOwn = isListed(route) && !(route.kind === 'page' && route.id === startPage)
  if (!isOwn) return organisationPicture(store)
  const { language } = store
  return withPath({ language, title: titleOf(route, store), place: placeOf(route, store), name, tagline, colours })
}

const titleOf = ({ kind, id }: ListedRoute, store: Store): string =>
  kind === 'member'
    ? (store.member(id)?.organisationName ?? '')
    : store.titleOf({ relationTo: kind === 'news-item' ? 'news' : 'pages', value: id })

const placeOf = ({ kind, id }: ListedRoute, store: Store): string | null => {
  const { startPage } = store.settings()
  if (kind === 'news-item') {
    const item = store.newsItem(id)
    return item && dateIn(store.language, item.publishedOn)
  }
  if (kind === 'member') {
    const list = store.memberPage()
    return list === null ? null : store.titleOf({ relationTo: 'pages', value: list })
  }
  const section = store.ancestors(id).find((above) => above !== startPage)
  return section === undefined ? null : store.titleOf({ relationTo: 'pages', value: section })
}
