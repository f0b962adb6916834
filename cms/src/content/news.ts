import { adminText } from 'shared/translations/admin'
import { eventField } from './fields/event.ts'
import { pictureField } from './fields/picture.ts'
import { richTextField } from './fields/rich-text.ts'
import { searchDescriptionField } from './fields/search-description.ts'
import { requireFreeSlug, slugField } from './fields/slug.ts'
import { publishable } from './publishable.ts'
import { markGone, notePlaces, noteAddresses, redirectMoved } from './redirect-moved.ts'

/** What has happened, newest first. */
export const News = publishable({
  slug: 'news',
  labels: { singular: adminText('news.singular'), plural: adminText('news.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('news.description'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'publishedOn', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'introduction'],
  },
  defaultSort: '-publishedOn',
  hooks: {
    beforeChange: [requireFreeSlug('news'), notePlaces],
    afterChange: [redirectMoved],
    beforeDelete: [noteAddresses],
    afterDelete: [markGone],
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
})
