import { adminText } from 'shared/translations/admin'
import { richTextField } from './fields/rich-text.ts'
import { requireFreeSlug, slugField } from './fields/slug.ts'
import { publishable } from './publishable.ts'

/** Words of the trade and what they mean. */
export const GlossaryTerms = publishable({
  slug: 'glossary-terms',
  labels: { singular: adminText('glossaryTerms.singular'), plural: adminText('glossaryTerms.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('glossaryTerms.description'),
    useAsTitle: 'term',
    defaultColumns: ['term', 'slug', '_status', 'updatedAt'],
    listSearchableFields: ['term', 'slug'],
  },
  hooks: {
    beforeChange: [requireFreeSlug('glossary-terms')],
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
  ],
})
