import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import { wantRelease } from './poke-site.ts'

type Action = 'changed' | 'published' | 'unpublished' | 'deleted' | 'rebuild'

interface Change {
  collectionSlug: string
  documentId: string
  documentTitle: string
  action: Action
}

/** Set in `req.context` by code that changes many documents and asks for one release itself, at the end. */
export const withoutRelease = { withoutRelease: true }

/** Records that something public changed and pokes the site, which joins all that waits into one release. */
export const requestRelease = async (req: PayloadRequest, change: Change): Promise<void> => {
  if (req.context['withoutRelease']) return
  const user: unknown = req.user
  const requestedBy =
    typeof user === 'object' && user !== null
      ? 'name' in user && typeof user.name === 'string' && user.name
        ? user.name
        : 'email' in user && typeof user.email === 'string'
          ? user.email
          : ''
      : ''
  await req.payload.create({
    collection: 'release-requests',
    data: { ...change, requestedBy, status: 'requested' },
    req,
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

/** After a save: a draft's save changes nothing public, every other save does. */
export const requestReleaseAfterChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  previousDoc,
  req,
  operation,
}) => {
  const drafted = Boolean(collection.versions?.drafts)
  const now = isPublishedSomewhere(doc._status)
  const before = operation === 'update' && isPublishedSomewhere(previousDoc?._status)
  if (drafted && !now && !before) return doc
  // A draft saved on top of a published document is stored as a version; what visitors see stays as it is.
  if (drafted && !now && req.query['draft'] === 'true') return doc
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
