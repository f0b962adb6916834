import type { PayloadRequest, Where } from 'payload'
import { optionalIdSchema } from 'shared/content/id'
import { pagePath } from 'shared/content/page-path'
import { type Language, languages } from 'shared/languages'
import { z } from 'zod'
import { aside } from './aside.ts'

// As the database wrote it, since a relation must be given back so: a number on SQLite, a string on MongoDB.
const rawIdSchema = z.union([z.string(), z.number()])
// Read past Payload's own reading, which would run every field's hooks on every page, and hand over both languages.
const inEachLanguage = z.record(z.string(), z.string().nullish()).nullish()
const rowSchema = z.object({
  id: rawIdSchema,
  slug: inEachLanguage,
  _status: inEachLanguage,
  parent: optionalIdSchema,
})
type Row = z.infer<typeof rowSchema>
const settingsSchema = z.object({ startPage: optionalIdSchema, newsPage: optionalIdSchema })

const askedAtOnce = 500
const deepestTree = 50

/** Where a published document is. */
export interface Place {
  relationTo: 'pages' | 'news'
  value: string | number
  path: string
}
/** By language, collection and id: `sv:pages:7`. */
export type Places = Map<string, Place>

const rowsWhere = async (req: PayloadRequest, collection: Place['relationTo'], where: Where): Promise<Row[]> => {
  const { docs } = await req.payload.db.find({
    collection,
    where,
    pagination: false,
    limit: 0,
    sort: 'id',
    select: { slug: true, _status: true, ...(collection === 'pages' ? { parent: true } : {}) },
    req: aside(req),
  })
  return z.array(rowSchema).parse(docs)
}

/** Pages as the roots of what moves. */
export const readSitePages = async (
  req: PayloadRequest,
  ids: string[],
): Promise<Pick<Place, 'relationTo' | 'value'>[]> =>
  (await rowsWhere(req, 'pages', { id: { in: ids } })).map(({ id }) => ({ relationTo: 'pages', value: id }))

/** The pages themselves and all below them, level by level, so that only what may move is read. */
const readTrees = async (req: PayloadRequest, ids: (string | number)[]): Promise<Map<string, Row>> => {
  const read = new Map<string, Row>()
  const add = (rows: Row[]): Row[] => {
    const fresh = rows.filter(({ id }) => !read.has(String(id)))
    for (const row of fresh) read.set(String(row.id), row)
    return fresh
  }
  let level = ids.length === 0 ? [] : add(await rowsWhere(req, 'pages', { id: { in: ids } }))
  while (level.length > 0) {
    const below: Row[] = []
    for (let first = 0; first < level.length; first += askedAtOnce) {
      const parents = level.slice(first, first + askedAtOnce).map(({ id }) => id)
      below.push(...add(await rowsWhere(req, 'pages', { parent: { in: parents } })))
    }
    level = below
  }
  return read
}

/** The pages above those that are read, up to the top. */
const readAbove = async (req: PayloadRequest, pages: Map<string, Row>): Promise<void> => {
  for (let level = 0; level < deepestTree; level += 1) {
    const missing = [...pages.values()].flatMap(({ parent }) => (parent && !pages.has(parent) ? [parent] : []))
    if (missing.length === 0) return
    const rows = await rowsWhere(req, 'pages', { id: { in: [...new Set(missing)] } })
    if (rows.length === 0) return
    for (const row of rows) pages.set(String(row.id), row)
  }
}

/** Where these documents and all published ones below them are, in each language. */
export const placesBelow = async (
  req: PayloadRequest,
  roots: Pick<Place, 'relationTo' | 'value'>[],
): Promise<Places> => {
  const settings = settingsSchema.parse(
    await req.payload.findGlobal({ slug: 'site-settings', depth: 0, req: aside(req) }),
  )
  const idsOf = (relationTo: Place['relationTo']) =>
    roots.flatMap((root) => (root.relationTo === relationTo ? [root.value] : []))
  const trees = await readTrees(req, idsOf('pages'))
  const newsMoves = settings.newsPage !== null && trees.has(settings.newsPage)
  const newsIds = idsOf('news')
  const news = newsMoves
    ? await rowsWhere(req, 'news', {})
    : newsIds.length > 0
      ? await rowsWhere(req, 'news', { id: { in: newsIds } })
      : []

  const pages = new Map(trees)
  if (news.length > 0 && settings.newsPage !== null && !pages.has(settings.newsPage)) {
    for (const row of await rowsWhere(req, 'pages', { id: { equals: settings.newsPage } }))
      pages.set(String(row.id), row)
  }
  await readAbove(req, pages)

  const slugOf = (row: Row | undefined, language: Language): string | null =>
    (row?._status?.[language] === 'published' ? row.slug?.[language] : null) ?? null

  /** The slugs from the root down to a page, or null where the way is broken. */
  const slugsTo = (id: string, language: Language, seen: ReadonlySet<string> = new Set()): string[] | null => {
    const page = pages.get(id)
    const slug = slugOf(page, language)
    if (!page || slug === null || seen.has(id)) return null
    if (id === settings.startPage) return []
    const above = page.parent === null ? [] : slugsTo(page.parent, language, new Set([...seen, id]))
    return above && [...above, slug]
  }

  const places: Places = new Map()
  const add = (relationTo: Place['relationTo'], { id }: Row, language: Language, slugs: string[] | null) => {
    if (slugs) places.set(`${language}:${relationTo}:${id}`, { relationTo, value: id, path: pagePath(language, slugs) })
  }
  for (const language of languages) {
    for (const page of trees.values()) add('pages', page, language, slugsTo(String(page.id), language))
    const newsSlugs = settings.newsPage === null ? null : slugsTo(settings.newsPage, language)
    for (const item of news) {
      const slug = slugOf(item, language)
      add('news', item, language, newsSlugs && slug !== null ? [...newsSlugs, slug] : null)
    }
  }
  return places
}
