import type { CollectionConfig } from 'payload'
import { adminText } from 'shared/translations/admin'
import { editors, keepCommunicatorsToDrafts, nobody, publishers, readContent, writeContent } from '../access.ts'
import { livePreview } from '../publishing/preview.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'
import { draftsAndVersions, publishOneLanguage, publishWhenSaved } from './drafts.ts'
import { previewLinkField } from './fields/preview-link.ts'
import { publishingStateField } from './fields/publishing-state.ts'
import { richTextField } from './fields/rich-text.ts'
import { requireFreeSlug, slugField } from './fields/slug.ts'
import { refuseWhileUsed } from './refuse-while-used.ts'

/** Words of the trade and what they mean. */
export const GlossaryTerms: CollectionConfig = {
  slug: 'glossary-terms',
  labels: { singular: adminText('glossaryTerms.singular'), plural: adminText('glossaryTerms.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('glossaryTerms.description'),
    useAsTitle: 'term',
    defaultColumns: ['term', 'slug', '_status', 'updatedAt'],
    listSearchableFields: ['term', 'slug'],
    livePreview,
    components: publishWhenSaved,
  },
  versions: draftsAndVersions,
  access: {
    create: writeContent,
    read: readContent,
    update: writeContent,
    delete: publishers,
    readVersions: editors,
    unlock: nobody,
  },
  hooks: {
    beforeOperation: [keepCommunicatorsToDrafts],
    beforeChange: [publishOneLanguage, requireFreeSlug('glossary-terms')],
    afterChange: [requestReleaseAfterChange],
    beforeDelete: [refuseWhileUsed],
    afterDelete: [requestReleaseAfterDelete],
  },
  fields: [
    { name: 'term', type: 'text', required: true, localized: true, label: adminText('glossaryTerms.term') },
    richTextField({
      name: 'definition',
      label: 'glossaryTerms.definition',
      description: 'glossaryTerms.definition.description',
      required: true,
      localized: true,
    }),
    slugField({ collection: 'glossary-terms', from: 'term', localized: true, description: 'slug.term.description' }),
    publishingStateField,
    previewLinkField,
  ],
}
