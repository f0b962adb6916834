import type { CollectionConfig } from 'payload'
import { adminText } from 'shared/translations/admin'
import { editors, keepCommunicatorsToDrafts, nobody, publishers, readContent, writeContent } from '../access.ts'
import { livePreview } from '../publishing/preview.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'
import { draftsAndVersions, publishOneLanguage, publishWhenSaved } from './drafts.ts'
import { addressField } from './fields/address.ts'
import { previewLinkField } from './fields/preview-link.ts'
import { publishingStateField } from './fields/publishing-state.ts'
import { wordsLanguageField } from './fields/words-language.ts'
import { refuseWhileUsed } from './refuse-while-used.ts'

/** Quotes that several pages can show. */
export const Quotes: CollectionConfig = {
  slug: 'quotes',
  labels: { singular: adminText('quotes.singular'), plural: adminText('quotes.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('quotes.description'),
    useAsTitle: 'text',
    defaultColumns: ['text', 'attribution', '_status', 'updatedAt'],
    listSearchableFields: ['text', 'attribution', 'source'],
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
      name: 'text',
      type: 'textarea',
      required: true,
      localized: true,
      label: adminText('quotes.text'),
      admin: { description: adminText('quotes.text.description') },
    },
    { name: 'attribution', type: 'text', required: true, label: adminText('quotes.attribution') },
    { name: 'role', type: 'text', localized: true, label: adminText('quotes.role') },
    {
      name: 'source',
      type: 'text',
      localized: true,
      label: adminText('quotes.source'),
      admin: { description: adminText('quotes.source.description') },
    },
    addressField({ name: 'sourceAddress', label: 'quotes.sourceAddress' }),
    { ...wordsLanguageField, localized: true },
    publishingStateField,
    previewLinkField,
  ],
}
