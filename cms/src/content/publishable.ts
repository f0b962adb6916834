import { APIError, type CollectionBeforeChangeHook, type CollectionConfig } from 'payload'
import { editors, keepCommunicatorsToDrafts, nobody, publishers, readContent, writeContent } from '../access.ts'
import { livePreview } from '../publishing/preview.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'
import { previewLinkField } from './fields/preview-link.ts'
import { publishingStateField } from './fields/publishing-state.ts'
import { sayTo } from './refusals.ts'
import { refuseWhileUsed } from './refuse-while-used.ts'

/**
 * How content is kept: saved as a draft while it is typed, published in each language by itself, with the latest fifty
 * versions to go back to. What is unfinished in one language stays a draft when the other is published.
 */
const draftsAndVersions: NonNullable<CollectionConfig['versions']> = {
  maxPerDoc: 50,
  drafts: { autosave: { interval: 800 }, localizeStatus: true },
}

/**
 * Hook: refuses to publish every language at once. Payload checks only the language that is being edited, so the other
 * one would go public unfinished, or empty.
 */
const publishOneLanguage: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  // While all languages are published or unpublished, Payload hands over the status of each instead of one.
  const allLanguages = req.query?.['publishAllLocales'] === 'true' || typeof originalDoc?._status === 'object'
  if (allLanguages && data._status === 'published') {
    throw new APIError(sayTo(req, 'refusal.all-languages'), 400, null, true)
  }
  return data
}

/** A publisher's button that publishes what has been saved as a draft: a refusal loses nothing. */
const PublishButton = '/admin/PublishWhenSaved.tsx#PublishWhenSaved'

/**
 * A collection whose documents are drafts until they are published, in each language by itself: who may do what, whether it is
 * live, the preview beside the editor, and the release that follows. Its own reasons to refuse come after those of all such
 * collections, and what it does by itself is done before a release is asked for.
 */
export const publishable = ({ admin, fields, hooks, ...collection }: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: { ...admin, livePreview, components: { ...admin?.components, edit: { PublishButton } } },
  versions: draftsAndVersions,
  access: {
    create: writeContent,
    read: readContent,
    update: writeContent,
    delete: publishers,
    readVersions: editors,
    unlock: nobody,
  },
  fields: [publishingStateField, previewLinkField, ...fields],
  hooks: {
    ...hooks,
    beforeOperation: [keepCommunicatorsToDrafts],
    beforeChange: [publishOneLanguage, ...(hooks?.beforeChange ?? [])],
    afterChange: [...(hooks?.afterChange ?? []), requestReleaseAfterChange],
    beforeDelete: [refuseWhileUsed, ...(hooks?.beforeDelete ?? [])],
    afterDelete: [...(hooks?.afterDelete ?? []), requestReleaseAfterDelete],
  },
})
