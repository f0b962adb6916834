import type { CollectionBeforeChangeHook, FieldHook, PayloadRequest, TextField } from 'payload'
import { idSchema, optionalIdSchema } from 'shared/content/id'
import { slugPattern } from 'shared/content/page'
import { languages } from 'shared/languages'
import { adminText, type AdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import { aside } from '../aside.ts'
import { contentLanguage, refusedField, sayTo } from '../refusals.ts'
import { findSlugHolder, type SluggedCollection, type WantedSlug } from '../slug-holder.ts'
import { isReservedSlug, titleToSlug } from '../slug.ts'

interface SlugOptions {
  collection: SluggedCollection
  /** The field the slug is made from. */
  from: 'title' | 'term'
  localized: boolean
  description: AdminTextKey
}

const textOf = (document: unknown, field: string): string => {
  const value: unknown = typeof document === 'object' && document !== null ? Reflect.get(document, field) : undefined
  return typeof value === 'string' ? value : ''
}

/** A document's id and parent, as far as it has them already. */
const relationsSchema = z.object({ id: idSchema.nullish(), parent: optionalIdSchema })

const isPublished = async (req: PayloadRequest, collection: SluggedCollection, id: string): Promise<boolean> => {
  const found: unknown = await req.payload.findByID({
    collection,
    id,
    draft: false,
    locale: contentLanguage(req),
    depth: 0,
    disableErrors: true,
    req: aside(req),
  })
  return textOf(found, '_status') === 'published'
}

/** A slug like the wanted one that is neither reserved nor taken: `nyheter`, else `nyheter-2`, … */
const freeSlug = async (req: PayloadRequest, wanted: WantedSlug): Promise<string> => {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted.slug : `${wanted.slug}-${number}`
    if (!isReservedSlug(slug) && (await findSlugHolder(req, { ...wanted, slug })) === null) return slug
  }
}

/**
 * Makes the slug from the title when there is none. Until the document is published the slug follows the title, since
 * autosave meets titles that are half typed; a slug that somebody wrote by hand is left alone.
 */
const makeSlug =
  ({ collection, from }: SlugOptions): FieldHook =>
  async ({ value, data, originalDoc, req }) => {
    const given = typeof value === 'string' ? value.trim().toLowerCase() : ''
    const { id, parent } = relationsSchema.parse({ ...originalDoc, ...data, id: originalDoc?.id ?? undefined })
    const oldTitle = textOf(originalDoc, from)
    const title = textOf(data, from) || oldTitle
    const madeFromOldTitle =
      title !== oldTitle &&
      given !== '' &&
      given === textOf(originalDoc, 'slug') &&
      given.replace(/-\d+$/, '') === titleToSlug(oldTitle)
    const follows = madeFromOldTitle && !(id && (await isPublished(req, collection, id)))
    if (given !== '' && !follows) return given
    const slug = titleToSlug(title)
    return slug === '' ? given || undefined : freeSlug(req, { collection, id: id ?? undefined, slug, parent })
  }

/** The part of an address that is a document's own. */
export const slugField = (options: SlugOptions): TextField => ({
  name: 'slug',
  type: 'text',
  required: true,
  localized: options.localized,
  index: true,
  label: adminText('slug.label'),
  admin: { position: 'sidebar', description: adminText(options.description) },
  hooks: {
    beforeValidate: [makeSlug(options)],
    beforeDuplicate: [() => null], // the copy gets a slug of its own, made from its title
  },
  validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) => {
    if (!value) return sayTo(req, 'refusal.required')
    if (!slugPattern.test(value)) return sayTo(req, 'refusal.slug.malformed')
    return isReservedSlug(value) ? sayTo(req, 'refusal.slug.reserved', { slug: value }) : true
  },
})

/** Hook: refuses a slug that another document has in the same place and language, drafts included. */
export const requireFreeSlug =
  (collection: SluggedCollection): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    const { id, parent } = relationsSchema.parse({ ...data, id: originalDoc?.id ?? undefined })
    const slug = textOf(data, 'slug')
    if (slug === '') return data
    const holder = await findSlugHolder(req, { collection, id: id ?? undefined, slug, parent })
    if (holder !== null)
      throw refusedField(req, { path: 'slug', label: 'slug.label' }, 'refusal.slug.taken', { title: holder, slug })
    await requireFreeSlugElsewhere(req, { collection, id: id ?? undefined, slug, parent }, originalDoc)
    return data
  }

const slugsSchema = z.object({ slug: z.record(z.string(), z.string().nullish()).nullish() })

/** A new parent moves a page in the other language too, where its slug may be taken. */
const requireFreeSlugElsewhere = async (req: PayloadRequest, wanted: WantedSlug, originalDoc: unknown) => {
  const { collection, id, parent } = wanted
  if (collection !== 'pages' || id === undefined) return
  if (relationsSchema.parse({ ...Object(originalDoc) }).parent === parent) return
  const stored: unknown = await req.payload.db.findOne({
    collection,
    where: { id: { equals: id } },
    select: { slug: true },
    req: aside(req),
  })
  const slugs = slugsSchema.nullable().parse(stored)?.slug ?? {}
  for (const language of languages.filter((each) => each !== contentLanguage(req))) {
    const slug = slugs[language]
    const title = slug ? await findSlugHolder(req, { ...wanted, slug }, language) : null
    if (!slug || title === null) continue
    const place = { path: 'parent', label: 'pages.parent' } as const
    throw refusedField(req, place, 'refusal.slug.taken.other-language', { title, slug })
  }
}
