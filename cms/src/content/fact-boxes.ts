import type { CollectionConfig } from 'payload'
import { adminText } from 'shared/translations/admin'
import { editors, keepCommunicatorsToDrafts, nobody, publishers, readContent, writeContent } from '../access.ts'
import { livePreview } from '../publishing/preview.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'
import { draftsAndVersions, publishOneLanguage, publishWhenSaved } from './drafts.ts'
import { factsField } from './fields/facts.ts'
import { previewLinkField } from './fields/preview-link.ts'
import { publishingStateField } from './fields/publishing-state.ts'
import { refuseWhileUsed } from './refuse-while-used.ts'

/** Fact boxes that several pages can show. */
export const FactBoxes: CollectionConfig = {
  slug: 'fact-boxes',
  labels: { singular: adminText('factBoxes.singular'), plural: adminText('factBoxes.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('factBoxes.description'),
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'updatedAt'],
    listSearchableFields: ['title'],
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
    beforeChange: [publishOneLanguage],
    afterChange: [requestReleaseAfterChange],
    beforeDelete: [refuseWhileUsed],
    afterDelete: [requestReleaseAfterDelete],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      localized: true,
      label: adminText('factBoxes.title'),
      admin: { description: adminText('factBoxes.title.description') },
    },
    { ...factsField, localized: true },
    publishingStateField,
    previewLinkField,
  ],
}
