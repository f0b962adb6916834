import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  GlobalAfterChangeHook,
  GlobalBeforeChangeHook,
  PayloadRequest,
} from 'payload'
import { optionalIdSchema } from 'shared/content/id'
import { pagePath } from 'shared/content/page-path'
import { languages, type Language } from 'shared/languages'
import { z } from 'zod'
import { withoutRelease } from '../publishing/request-release.ts'
import { aside } from './aside.ts'

// When a page, a news item or the news page gets a new address, its old one leads on to it. Covered: a changed slug, a
// changed parent, a changed start page or news page; all pages and news items below the one that moved; both languages,
// since the parent is the same in both. Not covered: an address that is unpublished or deleted leads nowhere.

// As the database wrote it, since a relation must be given back so: a number on SQLite, a string on MongoDB.
const rawIdSchema = z.union([z.string(), z.number()])
const rowSchema = z.object({ id: rawIdSchema, slug: z.string(), parent: optionalIdSchema })
const settingsSchema = z.object({ startPage: optionalIdSchema, newsPage: optionalIdSchema })

interface Place {
  relationTo: 'pages' | 'news'
  value: string | number
  path: string
}
/** Where every published document is, by language, collection and id: `sv:pages:7`. */
type Places = Map<string, Place>

const publishedRows = async (req: PayloadRequest, collection: 'pages' | 'news', locale: Language) => {
  const { docs } = await req.payload.find({
    collection,
    locale,
    draft: false,
    depth: 0,
    pagination: false,
    where: { _status: { equals: 'published' } },
    req: aside(req),
  })
  return z.array(rowSchema).parse(docs)
}

const placesIn = async (req: PayloadRequest, language: Language): Promise<Places> => {
  const settings = settingsSchema.parse(
    await req.payload.findGlobal({ slug: 'site-settings', depth: 0, req: aside(req) }),
  )
  const pages = await publishedRows(req, 'pages', language)
  const pagesById = new Map(pages.map((page) => [String(page.id), page]))

  /** The slugs from the root down to a page, or null where the way is broken. */
  const slugsTo = (id: string, seen: ReadonlySet<string> = new Set()): string[] | null => {
    if (id === settings.startPage) return []
    const page = pagesById.get(id)
    if (!page || seen.has(id)) return null
    const above = page.parent === null ? [] : slugsTo(page.parent, new Set([...seen, id]))
    return above && [...above, page.slug]
  }

  const places: Places = new Map()
  const add = (relationTo: Place['relationTo'], value: Place['value'], slugs: string[] | null) => {
    if (slugs) places.set(`${language}:${relationTo}:${value}`, { relationTo, value, path: pagePath(language, slugs) })
  }
  for (const page of pages) add('pages', page.id, slugsTo(String(page.id)))
  const newsSlugs = settings.newsPage === null ? null : slugsTo(settings.newsPage)
  if (newsSlugs) {
    for (const item of await publishedRows(req, 'news', language)) add('news', item.id, [...newsSlugs, item.slug])
  }
  return places
}

const allPlaces = async (req: PayloadRequest): Promise<Places> => {
  const places = await Promise.all(languages.map((language) => placesIn(req, language)))
  return new Map(places.flatMap((inLanguage) => [...inLanguage]))
}

const redirectsFrom = async (req: PayloadRequest, from: string) => {
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    depth: 0,
    limit: 1,
    req: aside(req),
  })
  return docs[0]
}

/** Makes each old address lead to the document that had it, and takes away redirects from addresses now in use. */
const redirectBetween = async (req: PayloadRequest, before: Places): Promise<void> => {
  const after = await allPlaces(req)
  const inUse = new Set([...after.values()].map((place) => place.path))
  for (const [key, old] of before) {
    const now = after.get(key)
    if (!now || now.path === old.path) continue
    const obsolete = await redirectsFrom(req, now.path)
    if (obsolete) {
      await req.payload.delete({ collection: 'redirects', id: obsolete.id, context: withoutRelease, req: aside(req) })
    }
    if (inUse.has(old.path)) continue
    const data = { from: old.path, document: { relationTo: old.relationTo, value: old.value }, address: null }
    const known = await redirectsFrom(req, old.path)
    if (known) {
      await req.payload.update({
        collection: 'redirects',
        id: known.id,
        data,
        context: withoutRelease,
        req: aside(req),
      })
    } else {
      await req.payload.create({ collection: 'redirects', data, context: withoutRelease, req: aside(req) })
    }
  }
}

const contextKey = (slug: string, id: unknown): string => `placesBefore:${slug}:${String(id)}`

const isPlaces = (value: unknown): value is Places => value instanceof Map

const liveSchema = z.object({ _status: z.string().nullish(), slug: z.string().nullish(), parent: optionalIdSchema })

/** Hook: before a published document's slug or parent changes for visitors, notes where everything is. */
export const notePlaces: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update' || data._status !== 'published') return data
  const found: unknown = await req.payload.findByID({
    collection: collection.slug,
    id: originalDoc.id,
    draft: false,
    depth: 0,
    disableErrors: true,
    req: aside(req),
  })
  const [live, next] = [liveSchema.safeParse(found), liveSchema.parse(data)]
  // A new parent moves the other language too, even when this one is not published yet.
  if (live.success && (live.data.slug !== next.slug || live.data.parent !== next.parent)) {
    req.context[contextKey(collection.slug, originalDoc.id)] = await allPlaces(req)
  }
  return data
}

/** Hook: after it changed, makes the old addresses lead to the new ones. */
export const redirectMoved: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const before = req.context[contextKey(collection.slug, doc.id)]
  if (isPlaces(before)) await redirectBetween(req, before)
  return doc
}

/** The same for the settings, which name the start page and the news page. */
export const notePlacesBeforeSettings: GlobalBeforeChangeHook = async ({ data, global, originalDoc, req }) => {
  const [live, next] = [settingsSchema.parse(originalDoc ?? {}), settingsSchema.parse(data)]
  // Before there was a start page there was no site, and before there was a news page no news had an address.
  const moved = (before: string | null, now: string | null) => before !== null && before !== now
  if (moved(live.startPage, next.startPage) || moved(live.newsPage, next.newsPage)) {
    req.context[contextKey(global.slug, '')] = await allPlaces(req)
  }
  return data
}

export const redirectMovedAfterSettings: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  const before = req.context[contextKey(global.slug, '')]
  if (isPlaces(before)) await redirectBetween(req, before)
  return doc
}

/** Hook: redirects to a document that is gone go with it. */
export const forgetRedirects: CollectionAfterDeleteHook = async ({ collection, id, doc, req }) => {
  const { docs } = await req.payload.find({ collection: 'redirects', pagination: false, depth: 0, req: aside(req) })
  for (const redirect of docs) {
    const document = redirect.document
    if (document?.relationTo === collection.slug && String(document.value) === String(id)) {
      await req.payload.delete({ collection: 'redirects', id: redirect.id, context: withoutRelease, req: aside(req) })
    }
  }
  return doc
}
