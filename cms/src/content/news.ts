import type { CollectionConfig } from 'payload'
import { adminText } from 'shared/translations/admin'
import { editors, keepCommunicatorsToDrafts, nobody, publishers, readContent, writeContent } from '../access.ts'
import { livePreview } from '../publishing/preview.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'
import { draftsAndVersions, publishOneLanguage, publishWhenSaved } from './drafts.ts'
import { eventField } from './fields/event.ts'
import { pictureField } from './fields/picture.ts'
import { previewLinkField } from './fields/preview-link.ts'
import { publishingStateField } from './fields/publishing-state.ts'
import { richTextField } from './fields/rich-text.ts'
import { searchDescriptionField } from './fields/search-description.ts'
import { requireFreeSlug, slugField } from './fields/slug.ts'
import { markGone, notePlaces, noteAddresses, redirectMoved } from './redirect-moved.ts'
import { refuseWhileUsed } from './refuse-while-used.ts'

/** What has happened, newest first. */
export const News: CollectionConfig = {
  slug: 'news',
  labels: { singular: adminText('news.singular'), plural: adminText('news.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('news.description'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'publishedOn', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'introduction'],
    livePreview,
    components: publishWhenSaved,
  },
  defaultSort: '-publishedOn',
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
    beforeChange: [publishOneLanguage, requireFreeSlug('news'), notePlaces],
    afterChange: [redirectMoved, requestReleaseAfterChange],
    beforeDelete: [refuseWhileUsed, noteAddresses],
    afterDelete: [markGone, requestReleaseAfterDelete],
  },
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, label: adminText('news.title') },
    {
      name: 'introduction',
      type: 'textarea',
      localized: true,
      label: adminText('news.introduction'),
      admin: { description: adminText('news.introduction.description') },
    },
    pictureField({ name: 'image', label: 'news.image' }),
    richTextField({ name: 'body', label: 'news.body', localized: true }),
    eventField,
    searchDescriptionField,
    publishingStateField,
    previewLinkField,
    slugField({ collection: 'news', from: 'title', localized: true, description: 'slug.description' }),
    {
      name: 'publishedOn',
      type: 'date',
      required: true,
      index: true,
      defaultValue: () => new Date().toISOString(),
      label: adminText('news.publishedOn'),
      admin: {
        position: 'sidebar',
        description: adminText('news.publishedOn.description'),
        date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
      },
    },
  ],
}
