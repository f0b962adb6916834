import { adminText } from 'shared/translations/admin'
import { pageBlocks } from './blocks/page-blocks.ts'
import { heroFields } from './fields/hero.ts'
import { searchDescriptionField } from './fields/search-description.ts'
import { requireFreeSlug, slugField } from './fields/slug.ts'
import { wholeNumber } from './fields/whole-number.ts'
import { publishable } from './publishable.ts'
import { markGone, notePlaces, noteAddresses, redirectMoved } from './redirect-moved.ts'
import { refuseCycle } from './refuse-cycle.ts'

/** The pages of the site, a tree in each language. */
export const Pages = publishable({
  slug: 'pages',
  labels: { singular: adminText('pages.singular'), plural: adminText('pages.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('pages.description'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'parent', 'order', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'introduction'],
  },
  defaultSort: 'order',
  hooks: {
    beforeChange: [refuseCycle, requireFreeSlug('pages'), notePlaces],
    afterChange: [redirectMoved],
    beforeDelete: [noteAddresses],
    afterDelete: [markGone],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: adminText('pages.tab.content'),
          fields: [
            {
              name: 'title',
              type: 'text',
              required: true,
              localized: true,
              label: adminText('pages.title'),
              admin: { description: adminText('pages.title.description') },
            },
            {
              name: 'introduction',
              type: 'textarea',
              localized: true,
              label: adminText('pages.introduction'),
              admin: { description: adminText('pages.introduction.description') },
            },
            {
              name: 'blocks',
              type: 'blocks',
              localized: true,
              blocks: pageBlocks,
              label: adminText('pages.blocks'),
              labels: { singular: adminText('blocks.singular'), plural: adminText('blocks.plural') },
              admin: { description: adminText('pages.blocks.description') },
            },
          ],
        },
        {
          label: adminText('pages.tab.hero'),
          fields: [
            {
              name: 'hero',
              type: 'group',
              localized: true,
              label: adminText('pages.hero'),
              admin: { description: adminText('pages.hero.description') },
              fields: heroFields,
            },
          ],
        },
        { label: adminText('pages.tab.search'), fields: [searchDescriptionField] },
      ],
    },
    slugField({ collection: 'pages', from: 'title', localized: true, description: 'slug.description' }),
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'pages',
      index: true,
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      label: adminText('pages.parent'),
      admin: { position: 'sidebar', description: adminText('pages.parent.description') },
    },
    {
      name: 'order',
      type: 'number',
      defaultValue: 0,
      validate: wholeNumber,
      label: adminText('pages.order'),
      admin: { position: 'sidebar', step: 1, description: adminText('pages.order.description') },
    },
  ],
})
