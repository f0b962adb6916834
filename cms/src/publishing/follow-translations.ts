import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
  FlattenedField,
  PayloadRequest,
} from 'payload'
import { type Language, languages, otherLanguage } from 'shared/languages'
import { z } from 'zod'
import { savesDraft, titleOf } from './request-release.ts'

const collection = 'behind-texts'

const recordSchema = z.record(z.string(), z.unknown())
type Row = z.infer<typeof recordSchema>
const rowsSchema = z.array(recordSchema)

/** What is stored of a document for visitors, every language in it; drafts lie elsewhere. */
const storedDocument = async (req: PayloadRequest, slug: string, id: string | number): Promise<Row | null> => {
  const config = req.payload.config.collections.find((each) => each.slug === slug)
  if (!config) return null
  const found = await req.payload.db.findOne({ collection: config.slug, where: { id: { equals: id } }, req })
  const row = recordSchema.safeParse(found)
  return row.success ? row.data : null
}

const inLanguage = (value: unknown, language: Language): unknown => recordSchema.safeParse(value).data?.[language]

const isPublished = (row: Row | null, language: Language): boolean =>
  inLanguage(row?.['_status'], language) === 'published'

/** What of a document is of one language, whatever holds it. Its address is no text: it may follow the title or not. */
function* localizedIn(fields: FlattenedField[], row: Row, language: Language): Generator<unknown> {
  for (const field of fields) {
    const value = row[field.name]
    if (field.name === 'slug' || field.name === '_status') continue
    if ('localized' in field && field.localized) yield [field.name, inLanguage(value, language)]
    else if (field.type === 'group' || field.type === 'tab')
      yield* localizedIn(field.flattenedFields, recordSchema.safeParse(value).data ?? {}, language)
    else if (field.type === 'array' || field.type === 'blocks') {
      for (const each of rowsSchema.safeParse(value).data ?? []) {
        const block = field.type === 'blocks' ? field.blocks.find(({ slug }) => slug === each['blockType']) : field
        if (block) yield [...localizedIn(block.flattenedFields, each, language)]
      }
    }
  }
}

/** The text of a document in one language, to be compared. Databases differ in what they make of nothing, and ids say nothing. */
const textOf = (fields: FlattenedField[], row: Row | null, language: Language): string =>
  JSON.stringify(row ? [...localizedIn(fields, row, language)] : [], (key, value: unknown) =>
    value === null || value === '' || key === 'id' ? undefined : value,
  )

const keyBefore = (slug: string, id: unknown): string => `translationsBefore:${slug}:${String(id)}`

/** Before a document is published: notes how it was. */
const noteBefore: CollectionBeforeChangeHook = async ({ collection: { slug }, data, originalDoc, operation, req }) => {
  if (operation !== 'update' || data._status !== 'published') return data
  const id: string | number = originalDoc?.id
  req.context[keyBefore(slug, id)] = await storedDocument(req, slug, id)
  return data
}

const whereDocument = (slug: string, id: unknown) => ({
  collectionSlug: { equals: slug },
  documentId: { equals: String(id) },
})

const forget = async (req: PayloadRequest, slug: string, id: unknown, language?: Language): Promise<void> => {
  const where = { ...whereDocument(slug, id), ...(language ? { language: { equals: language } } : {}) }
  await req.payload.db.deleteMany({ collection, where, req })
}

const noteBehind = async (
  req: PayloadRequest,
  slug: string,
  document: { id: string | number; title: string },
  language: Language,
): Promise<void> => {
  const key = `${slug}:${document.id}:${language}`
  if (await req.payload.db.findOne({ collection, where: { key: { equals: key } }, req })) return
  const row = { key, collectionSlug: slug, documentId: String(document.id), documentTitle: document.title, language }
  await req.payload.db.create({ collection, data: { ...row, since: new Date().toISOString() }, req, returning: false })
}

/**
 * After a document was published: a text that changed in one language leaves the other behind, unless it was the one that
 * had been left behind itself and now catches up. Publishing a language, also unchanged, says that it is right as it is.
 */
const compareAfter: CollectionAfterChangeHook = async ({ collection: { slug, flattenedFields }, doc, req }) => {
  const key = keyBefore(slug, doc.id)
  const before = recordSchema.safeParse(req.context[key])
  delete req.context[key] // the same request may save the document again
  if (!before.success) {
    if (!savesDraft(req)) await forget(req, slug, doc.id) // it was unpublished, or is new
    return doc
  }
  const now = await storedDocument(req, slug, doc.id)
  if (!languages.every((language) => isPublished(now, language) && isPublished(before.data, language))) {
    await forget(req, slug, doc.id) // one language is new, or gone: nothing there is to be kept in step
    return doc
  }
  const changed = languages.filter(
    (language) => textOf(flattenedFields, now, language) !== textOf(flattenedFields, before.data, language),
  )
  const published = languages.filter((language) => changed.includes(language) || language === req.locale)
  for (const language of published) {
    const other = otherLanguage(language)
    const own = { ...whereDocument(slug, doc.id), language: { equals: language } }
    const catchesUp = (await req.payload.db.count({ collection, where: own, req })).totalDocs > 0
    if (catchesUp) await forget(req, slug, doc.id, language)
    else if (changed.includes(language) && !published.includes(other))
      await noteBehind(req, slug, { id: doc.id, title: titleOf(doc) }, other)
  }
  return doc
}

const forgetDeleted: CollectionAfterDeleteHook = async ({ collection: { slug }, doc, req }) => {
  await forget(req, slug, doc.id)
  return doc
}

/** A collection whose languages are followed: which of them was left behind by a change of the other. */
export const followTranslations = (config: CollectionConfig): CollectionConfig =>
  config.versions
    ? {
        ...config,
        hooks: {
          ...config.hooks,
          beforeChange: [...(config.hooks?.beforeChange ?? []), noteBefore],
          // First, so that the site, which is told of the change by the hooks after it, finds this done.
          afterChange: [compareAfter, ...(config.hooks?.afterChange ?? [])],
          afterDelete: [forgetDeleted, ...(config.hooks?.afterDelete ?? [])],
        },
      }
    : config
