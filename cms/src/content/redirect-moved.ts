import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  GlobalAfterChangeHook,
  GlobalBeforeChangeHook,
  PayloadRequest,
} from 'payload'
import { optionalIdSchema } from 'shared/content/id'
import type { PublishedDocument } from 'shared/publishing/release-report'
import { z } from 'zod'
import { tellAlso } from '../publishing/request-release.ts'
import { aside } from './aside.ts'
import { type Place, placesBelow, type Places, readSitePages } from './places.ts'

// When a page, a news item or the news page gets a new address, its old one leads on to it. Covered: a changed slug, a
// changed parent, a changed start page or news page; all pages and news items below the one that moved; both languages,
// since the parent is the same in both. Where something was that is deleted stays known as gone, and so do the addresses that
// led there. Not covered: an address that is unpublished, which may come back.
//
// Redirects are written past their own hooks, which would ask for a release each: the request of the move tells of them.

const askedAtOnce = 500

/** What may move, and where its published documents were before. */
interface Before {
  roots: Root[]
  places: Places
}
type Root = Pick<Place, 'relationTo' | 'value'>

const redirectSchema = z.object({ id: z.union([z.string(), z.number()]), from: z.string() })
type Redirect = z.infer<typeof redirectSchema>

const redirectsFrom = async (req: PayloadRequest, paths: string[]): Promise<Map<string, Redirect>> => {
  const found: Redirect[] = []
  for (let first = 0; first < paths.length; first += askedAtOnce) {
    const { docs } = await req.payload.find({
      collection: 'redirects',
      where: { from: { in: paths.slice(first, first + askedAtOnce) } },
      depth: 0,
      pagination: false,
      req: aside(req),
    })
    found.push(...z.array(redirectSchema).parse(docs))
  }
  return new Map(found.map((redirect) => [redirect.from, redirect]))
}

interface Written {
  from: string
  document: Root | null
  address: null
  gone: boolean
}

/** Stores a redirect, instead of the one that there is for its address. */
const writeRedirect = async (req: PayloadRequest, known: Redirect | undefined, data: Written): Promise<void> => {
  const write = { collection: 'redirects' as const, data: { ...data }, req: aside(req), returning: false }
  if (known) await req.payload.db.updateOne({ ...write, id: known.id })
  else await req.payload.db.create(write)
}

/** Makes each old address lead to the document that had it, and takes away redirects from addresses now in use. */
const redirectBetween = async (req: PayloadRequest, before: Before): Promise<PublishedDocument[]> => {
  const after = await placesBelow(req, before.roots)
  const inUse = new Set([...after.values()].map(({ path }) => path))
  const moves = [...before.places].flatMap(([key, old]) => {
    const now = after.get(key)
    return now && now.path !== old.path ? [{ old, now }] : []
  })
  const known = await redirectsFrom(req, [...new Set(moves.flatMap(({ old, now }) => [old.path, now.path]))])
  const changed: PublishedDocument[] = []
  const tell = (id: unknown) => changed.push({ collection: 'redirects', id: String(id) })
  for (const { path } of moves.map(({ now }) => now)) {
    const obsolete = known.get(path)
    if (!obsolete) continue
    known.delete(path)
    await req.payload.db.deleteOne({ collection: 'redirects', where: { id: { equals: obsolete.id } }, req: aside(req) })
    tell(obsolete.id)
  }
  const left: string[] = []
  for (const { old } of moves) {
    if (inUse.has(old.path)) continue
    const document = { relationTo: old.relationTo, value: old.value }
    await writeRedirect(req, known.get(old.path), { from: old.path, document, address: null, gone: false })
    left.push(old.path)
  }
  for (const { id } of (await redirectsFrom(req, left)).values()) tell(id)
  return changed
}

const contextKey = (slug: string, id: unknown): string => `placesBefore:${slug}:${String(id)}`

const isBefore = (value: unknown): value is Before => typeof value === 'object' && value !== null && 'roots' in value

const liveSchema = z.object({ slug: z.string().nullish(), parent: optionalIdSchema })

const isMovable = (slug: string): slug is Root['relationTo'] => slug === 'pages' || slug === 'news'

/** Hook: before a published document's slug or parent changes for visitors, notes where it and all below it are. */
export const notePlaces: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update' || data._status !== 'published' || !isMovable(collection.slug)) return data
  const found: unknown = await req.payload.findByID({
    collection: collection.slug,
    id: originalDoc.id,
    draft: false,
    depth: 0,
    disableErrors: true,
    select: { slug: true, parent: true },
    req: aside(req),
  })
  const [live, next] = [liveSchema.safeParse(found), liveSchema.parse(data)]
  if (!live.success) return data
  // A new parent moves the other language too, even when this one is not published yet.
  if (live.data.parent === next.parent && live.data.slug === next.slug) return data
  const roots = [{ relationTo: collection.slug, value: originalDoc.id }]
  const before: Before = { roots, places: await placesBelow(req, roots) }
  req.context[contextKey(collection.slug, originalDoc.id)] = before
  return data
}

/** Hook: after it changed, makes the old addresses lead to the new ones. */
export const redirectMoved: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const key = contextKey(collection.slug, doc.id)
  const before = req.context[key]
  if (!isBefore(before)) return doc
  delete req.context[key]
  tellAlso(req, { collection: collection.slug, id: String(doc.id) }, await redirectBetween(req, before))
  return doc
}

const settingsSchema = z.object({ startPage: optionalIdSchema, newsPage: optionalIdSchema })

/** The same for the settings, which name the start page and the news page. */
export const notePlacesBeforeSettings: GlobalBeforeChangeHook = async ({ data, global, originalDoc, req }) => {
  const [live, next] = [settingsSchema.parse(originalDoc ?? {}), settingsSchema.parse(data)]
  // Before there was a start page there was no site, and before there was a news page no news had an address.
  const moved = (before: string | null, now: string | null) => before !== null && before !== now
  const pages = [
    ...(moved(live.startPage, next.startPage) ? [live.startPage, next.startPage] : []),
    ...(moved(live.newsPage, next.newsPage) ? [live.newsPage, next.newsPage] : []),
  ]
  if (pages.length === 0) return data
  const roots = await readSitePages(
    req,
    pages.filter((id) => id !== null),
  )
  const before: Before = { roots, places: await placesBelow(req, roots) }
  req.context[contextKey(global.slug, '')] = before
  return data
}

export const redirectMovedAfterSettings: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  const key = contextKey(global.slug, '')
  const before = req.context[key]
  if (!isBefore(before)) return doc
  delete req.context[key]
  tellAlso(req, { collection: global.slug, id: global.slug }, await redirectBetween(req, before))
  return doc
}

const goneKey = (slug: string, id: unknown): string => `leadsTo:${slug}:${String(id)}`
const pathsSchema = z.array(z.string()).catch([])

/** Hook: before a document is deleted, notes where it is and what leads to it. Afterwards nobody knows any more. */
export const noteAddresses: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (!isMovable(collection.slug)) return
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { 'document.value': { equals: id } },
    pagination: false,
    depth: 0,
    req: aside(req),
  })
  const leading = docs.filter(
    ({ document }) => document?.relationTo === collection.slug && String(document.value) === String(id),
  )
  const places = await placesBelow(req, [{ relationTo: collection.slug, value: id }])
  const own = [...places.values()].filter(
    ({ relationTo, value }) => relationTo === collection.slug && String(value) === String(id),
  )
  req.context[goneKey(collection.slug, id)] = [...own.map(({ path }) => path), ...leading.map(({ from }) => from)]
}

/** Hook: after it was deleted, makes all these addresses say that what they led to is gone. */
export const markGone: CollectionAfterDeleteHook = async ({ collection, id, doc, req }) => {
  const key = goneKey(collection.slug, id)
  const paths = [...new Set(pathsSchema.parse(req.context[key]))]
  delete req.context[key]
  const known = await redirectsFrom(req, paths)
  for (const path of paths)
    await writeRedirect(req, known.get(path), { from: path, document: null, address: null, gone: true })
  const marked = [...(await redirectsFrom(req, paths)).values()]
  const told = marked.map((redirect) => ({ collection: 'redirects', id: String(redirect.id) }))
  tellAlso(req, { collection: collection.slug, id: String(id) }, told)
  return doc
}
