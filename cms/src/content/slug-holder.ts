import type { PayloadRequest } from 'payload'
import { idSchema, optionalIdSchema } from 'shared/content/id'
import type { Language } from 'shared/languages'
import { z } from 'zod'
import { aside } from './aside.ts'
import { contentLanguage } from './refusals.ts'

/** The collections whose documents have a slug. Pages and news share the addresses of the site. */
export type SluggedCollection = 'pages' | 'news' | 'glossary-terms' | 'signup-forms'

/** A document that wants a slug. `id` is missing while it is being created; `parent` only pages have. */
export interface WantedSlug {
  collection: SluggedCollection
  id?: string | undefined
  slug: string
  parent?: string | null
}

// Read past Payload's own reading, which fetches whole documents and runs every field's hooks: a save asks four times.
const inEachLanguage = z.union([z.string(), z.record(z.string(), z.string().nullish())]).nullish()
const rowSchema = z.object({
  id: idSchema,
  title: inEachLanguage,
  term: inEachLanguage,
  parent: optionalIdSchema,
})
const versionSchema = z.object({ parent: idSchema, version: rowSchema.omit({ id: true }) })
const settingsSchema = z.object({ startPage: optionalIdSchema, newsPage: optionalIdSchema })

const top = 'top'

/** Tells where in the tree a document lies: two in one place cannot have one slug. */
const placesIn = async (req: PayloadRequest) => {
  const settings = settingsSchema.parse(
    await req.payload.findGlobal({ slug: 'site-settings', depth: 0, req: aside(req) }),
  )
  // Pages below the start page have addresses without its slug, so they lie at the top.
  const belowPage = (page: string | null) => (page === null || page === settings.startPage ? top : page)
  return (collection: SluggedCollection, parent: string | null): string => {
    if (collection === 'pages') return belowPage(parent)
    return collection === 'news' ? belowPage(settings.newsPage) : collection
  }
}

const textIn = (text: z.infer<typeof inEachLanguage>, language: Language): string | null =>
  (typeof text === 'string' ? text : text?.[language]) ?? null

/** Documents that have the slug as visitors see them, and those whose latest draft has it. */
const rowsWith = async (
  req: PayloadRequest,
  { collection, slug }: WantedSlug,
  locale: Language,
): Promise<z.infer<typeof rowSchema>[]> => {
  const name = collection === 'glossary-terms' ? 'term' : 'title'
  const select: Record<string, true> = collection === 'pages' ? { title: true, parent: true } : { [name]: true }
  const question = { collection, locale, limit: 0, pagination: false, req: aside(req) }
  const live = await req.payload.db.find({ ...question, where: { slug: { equals: slug } }, select })
  const drafts = await req.payload.db.findVersions({
    ...question,
    where: { 'version.slug': { equals: slug }, latest: { equals: true } },
    select: { parent: true, version: select },
  })
  return [
    ...z.array(rowSchema).parse(live.docs),
    ...z
      .array(versionSchema)
      .parse(drafts.docs)
      .map(({ parent, version }) => ({ ...version, id: parent })),
  ]
}

/**
 * The title of another document that has this slug in the same place and language, as visitors see it or in its latest
 * draft; null when the slug is free.
 */
export const findSlugHolder = async (
  req: PayloadRequest,
  wanted: WantedSlug,
  language: Language = contentLanguage(req),
): Promise<string | null> => {
  const placeOf = await placesIn(req)
  const place = placeOf(wanted.collection, wanted.parent ?? null)
  const onSite = wanted.collection === 'pages' || wanted.collection === 'news'
  const neighbours: SluggedCollection[] = onSite ? ['pages', 'news'] : [wanted.collection]
  for (const collection of neighbours) {
    const rows = await rowsWith(req, { ...wanted, collection }, language)
    const holder = rows.find(
      (row) => !(collection === wanted.collection && row.id === wanted.id) && placeOf(collection, row.parent) === place,
    )
    if (holder) return textIn(holder.title, language) ?? textIn(holder.term, language) ?? wanted.slug
  }
  return null
}
