import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import type { PublishedDocument } from 'shared/publishing/release-report'
import { wantRelease } from './poke-site.ts'

type Action = 'changed' | 'published' | 'unpublished' | 'deleted' | 'rebuild' | 'restored' | 'erased'

interface Change {
  collectionSlug: string
  documentId: string
  documentTitle: string
  action: Action
  /** Documents that changed as a consequence. */
  also?: PublishedDocument[]
  /** The release to make live again. */
  release?: string
  /** It is intended that many pages go. */
  force?: boolean
}

/** Set in `req.context` by code that changes documents and sees to it itself that a request tells of them. */
export const withoutRelease = { withoutRelease: true }

const alsoKey = (collection: string, id: string): string => `changedAlso:${collection}:${id}`

/** Notes documents that a save changed beside its own; the request of that save will tell of them. */
export const tellAlso = (req: PayloadRequest, of: PublishedDocument, documents: PublishedDocument[]): void => {
  req.context[alsoKey(of.collection, of.id)] = documents
}

const isDocument = (value: unknown): value is PublishedDocument =>
  typeof value === 'object' && value !== null && 'collection' in value && 'id' in value

const takeAlso = (req: PayloadRequest, { collection, id }: PublishedDocument): PublishedDocument[] => {
  const key = alsoKey(collection, id)
  const noted = req.context[key]
  delete req.context[key] // the same request may save the document again
  return Array.isArray(noted) ? noted.filter(isDocument) : []
}

/** Who asked, as the list of releases names them. */
const nameOf = (user: unknown): string => {
  if (typeof user !== 'object' || user === null) return ''
  if ('name' in user && typeof user.name === 'string' && user.name) return user.name
  return 'email' in user && typeof user.email === 'string' ? user.email : ''
}

/** Records that something public changed and pokes the site, which joins all that waits into one release. */
export const requestRelease = async (req: PayloadRequest, change: Change): Promise<void> => {
  if (req.context['withoutRelease']) return
  const { collectionSlug, documentId } = change
  const also = change.also ?? takeAlso(req, { collection: collectionSlug, id: documentId })
  // A row that nobody edits needs none of what Payload's own `create` does around the one INSERT.
  await req.payload.db.create({
    collection: 'release-requests',
    data: { ...change, also, requestedBy: nameOf(req.user), status: 'requested' },
    req,
    returning: false,
  })
  wantRelease()
}

/** What a document is called, whichever of its fields holds that. */
export const titleOf = (document: Record<string, unknown>): string => {
  for (const key of ['title', 'name', 'term', 'organisationName', 'attribution', 'filename', 'from']) {
    const title = document[key]
    if (typeof title === 'string' && title) return title
  }
  return String(document['id'] ?? '')
}

// With `localizeStatus` a document's status is kept per language: a word when one language was asked for, else a table.
const isPublishedSomewhere = (status: unknown): boolean =>
  typeof status === 'object' && status !== null ? Object.values(status).includes('published') : status === 'published'

/** Is it a draft that is saved? Then what visitors see stays as it is. */
// Payload leaves the word in the address a text in some operations, and makes it a truth value in others.
export const savesDraft = (req: PayloadRequest): boolean => String(req.query['draft']) === 'true'

/** After a save: a draft's save changes nothing public, every other save does. */
export const requestReleaseAfterChange: CollectionAfterChangeHook = async ({ collection, doc, req, operation }) => {
  const drafted = Boolean(collection.versions?.drafts)
  const now = isPublishedSomewhere(doc._status)
  // A draft saved on top of a published document is stored as a version; what visitors see stays as it is.
  if (drafted && !now && savesDraft(req)) return doc
  // Any other save may have unpublished what was live: with a draft on top, the document before it is that draft.
  if (drafted && !now && operation === 'create') return doc
  await requestRelease(req, {
    collectionSlug: collection.slug,
    documentId: String(doc.id),
    documentTitle: titleOf(doc),
    action: !drafted ? 'changed' : now ? 'published' : 'unpublished',
  })
  return doc
}

/** After a document is gone. */
export const requestReleaseAfterDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  await requestRelease(req, {
    collectionSlug: collection.slug,
    documentId: String(doc.id),
    documentTitle: titleOf(doc),
    action: 'deleted',
  })
  return doc
}

/** After settings or menus are saved. */
export const requestReleaseAfterGlobalChange: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  await requestRelease(req, {
    collectionSlug: global.slug,
    documentId: global.slug,
    documentTitle: titleOf({ ...doc, id: global.slug }),
    action: 'changed',
  })
  return doc
}
