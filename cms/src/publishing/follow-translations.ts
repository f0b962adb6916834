import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
  FlattenedField,
  GlobalAfterChangeHook,
  GlobalBeforeChangeHook,
  GlobalConfig,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedGlobalConfig,
} from 'payload'
import { type Language, languages, otherLanguage } from 'shared/languages'
import { z } from 'zod'
import { savesDraft, titleOf } from './request-release.ts'

const collection = 'behind-texts'

const recordSchema = z.record(z.string(), z.unknown())
type Row = z.infer<typeof recordSchema>
const rowsSchema = z.array(recordSchema)

const noLanguage = ''

const inLanguage = (value: unknown, language: Language | typeof noLanguage): unknown =>
  recordSchema.safeParse(value).data?.[language]

/** What of a document is of one language, whatever holds it. Its address is no text: it may follow the title or not. */
function* localizedIn(fields: FlattenedField[], row: Row, language: Language | typeof noLanguage): Generator<unknown> {
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
const textOf = (fields: FlattenedField[], row: Row | null, language: Language | typeof noLanguage): string =>
  JSON.stringify(row ? [...localizedIn(fields, row, language)] : [], (key, value: unknown) =>
    value === null || value === '' || key === 'id' ? undefined : value,
  )

/** What is followed: a document of a collection, or a global, which is a single one. */
interface Followed {
  slug: string
  id: string | number
  title: string
  fields: FlattenedField[]
  /** Each language is published for itself. */
  hasDrafts: boolean
  /** What is stored of it for visitors, every language in it; drafts lie elsewhere. */
  read: () => Promise<unknown>
}

const followedDocument = (
  req: PayloadRequest,
  config: SanitizedCollectionConfig,
  doc: { id: string | number },
): Followed => ({
  slug: config.slug,
  id: doc.id,
  title: titleOf(doc),
  fields: config.flattenedFields,
  hasDrafts: Boolean(config.versions?.drafts),
  read: () => req.payload.db.findOne({ collection: config.slug, where: { id: { equals: doc.id } }, req }),
})

const followedGlobal = (req: PayloadRequest, { slug, flattenedFields }: SanitizedGlobalConfig): Followed => ({
  slug,
  id: slug,
  title: '', // the report calls it what the admin does
  fields: flattenedFields,
  hasDrafts: false,
  read: () => req.payload.db.findGlobal({ slug, req }),
})

/** Do visitors get anything of it in the language? */
const isThere = ({ fields, hasDrafts }: Followed, row: Row | null, language: Language): boolean =>
  hasDrafts
    ? inLanguage(row?.['_status'], language) === 'published'
    : textOf(fields, row, language) !== textOf(fields, row, noLanguage)

const keyBefore = ({ slug, id }: Followed): string => `translationsBefore:${slug}:${id}`

/** Before something is published: notes how it was. */
const noteBefore = async (req: PayloadRequest, followed: Followed): Promise<void> => {
  req.context[keyBefore(followed)] = await followed.read()
}

const whereFollowed = ({ slug, id }: Pick<Followed, 'slug' | 'id'>) => ({
  collectionSlug: { equals: slug },
  documentId: { equals: String(id) },
})

const forget = async (
  req: PayloadRequest,
  followed: Pick<Followed, 'slug' | 'id'>,
  language?: Language,
): Promise<void> => {
  const where = { ...whereFollowed(followed), ...(language ? { language: { equals: language } } : {}) }
  await req.payload.db.deleteMany({ collection, where, req })
}

const noteBehind = async (req: PayloadRequest, { slug, id, title }: Followed, language: Language): Promise<void> => {
  const key = `${slug}:${id}:${language}`
  if (await req.payload.db.findOne({ collection, where: { key: { equals: key } }, req })) return
  const row = { key, collectionSlug: slug, documentId: String(id), documentTitle: title, language }
  await req.payload.db.create({ collection, data: { ...row, since: new Date().toISOString() }, req, returning: false })
}

/**
 * After something was published: a text that changed in one language leaves the other behind, unless it was the one that
 * had been left behind itself and now catches up. Publishing a language, also unchanged, says that it is right as it is.
 */
const compareAfter = async (req: PayloadRequest, followed: Followed): Promise<void> => {
  const key = keyBefore(followed)
  const before = recordSchema.safeParse(req.context[key])
  delete req.context[key] // the same request may save it again
  if (!before.success) {
    if (!savesDraft(req)) await forget(req, followed) // it was unpublished, or is new
    return
  }
  const now = recordSchema
    .nullable()
    .catch(null)
    .parse(await followed.read())
  if (!languages.every((each) => isThere(followed, now, each) && isThere(followed, before.data, each))) {
    await forget(req, followed) // one language is new, or gone: nothing there is to be kept in step
    return
  }
  const { fields } = followed
  const changed = languages.filter((each) => textOf(fields, now, each) !== textOf(fields, before.data, each))
  const published = languages.filter((language) => changed.includes(language) || language === req.locale)
  for (const language of published) {
    const other = otherLanguage(language)
    const own = { ...whereFollowed(followed), language: { equals: language } }
    const catchesUp = (await req.payload.db.count({ collection, where: own, req })).totalDocs > 0
    if (catchesUp) await forget(req, followed, language)
    else if (changed.includes(language) && !published.includes(other)) await noteBehind(req, followed, other)
  }
}

const noteDocument: CollectionBeforeChangeHook = async ({ collection: config, data, originalDoc, operation, req }) => {
  const isShown = !config.versions?.drafts || data._status === 'published'
  if (operation === 'update' && isShown) await noteBefore(req, followedDocument(req, config, originalDoc))
  return data
}
const compareDocument: CollectionAfterChangeHook = async ({ collection: config, doc, req }) => {
  await compareAfter(req, followedDocument(req, config, doc))
  return doc
}
const forgetDeleted: CollectionAfterDeleteHook = async ({ collection: { slug }, doc, req }) => {
  await forget(req, { slug, id: doc.id })
  return doc
}

const noteGlobal: GlobalBeforeChangeHook = async ({ data, global, req }) => {
  await noteBefore(req, followedGlobal(req, global))
  return data
}
const compareGlobal: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  await compareAfter(req, followedGlobal(req, global))
  return doc
}

/** Collections without drafts that say something in both languages. A member speaks for itself, in the languages it likes. */
const translatedAtOnce = ['media', 'plans']
const translatedGlobals = ['site-settings', 'menus', 'email-texts']

/** A collection whose languages are followed: which of them was left behind by a change of the other. */
export const followTranslations = (config: CollectionConfig): CollectionConfig =>
  config.versions || translatedAtOnce.includes(config.slug)
    ? {
        ...config,
        hooks: {
          ...config.hooks,
          beforeChange: [...(config.hooks?.beforeChange ?? []), noteDocument],
          // First, so that the site, which is told of the change by the hooks after it, finds this done.
          afterChange: [compareDocument, ...(config.hooks?.afterChange ?? [])],
          afterDelete: [forgetDeleted, ...(config.hooks?.afterDelete ?? [])],
        },
      }
    : config

/** The same of a global. */
export const followGlobalTranslations = (config: GlobalConfig): GlobalConfig =>
  translatedGlobals.includes(config.slug)
    ? {
        ...config,
        hooks: {
          ...config.hooks,
          beforeChange: [...(config.hooks?.beforeChange ?? []), noteGlobal],
          afterChange: [compareGlobal, ...(config.hooks?.afterChange ?? [])],
        },
      }
    : config
