import type { PayloadRequest } from 'payload'
import { idSchema, optionalIdSchema } from 'shared/content/id'
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

const rowSchema = z.object({
  id: idSchema,
  title: z.string().nullish(),
  term: z.string().nullish(),
  parent: optionalIdSchema,
})
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

/**
 * The title of another document that has this slug in the same place and language, as visitors see it or in its latest
 * draft; null when the slug is free.
 */
export const findSlugHolder = async (req: PayloadRequest, wanted: WantedSlug): Promise<string | null> => {
  const placeOf = await placesIn(req)
  const place = placeOf(wanted.collection, wanted.parent ?? null)
  const onSite = wanted.collection === 'pages' || wanted.collection === 'news'
  const neighbours: SluggedCollection[] = onSite ? ['pages', 'news'] : [wanted.collection]
  for (const collection of neighbours) {
    for (const draft of [true, false]) {
      const { docs } = await req.payload.find({
        collection,
        draft,
        locale: contentLanguage(req),
        depth: 0,
        pagination: false,
        where: { slug: { equals: wanted.slug } },
        req: aside(req),
      })
      const holder = z
        .array(rowSchema)
        .parse(docs)
        .find(
          (row) =>
            !(collection === wanted.collection && row.id === wanted.id) && placeOf(collection, row.parent) === place,
        )
      if (holder) return holder.title ?? holder.term ?? wanted.slug
    }
  }
  return null
}
