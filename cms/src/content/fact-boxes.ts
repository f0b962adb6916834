import { adminText } from 'shared/translations/admin'
import { factsField } from './fields/facts.ts'
import { publishable } from './publishable.ts'

/** Fact boxes that several pages can show. */
export const FactBoxes = publishable({
  slug: 'fact-boxes',
  labels: { singular: adminText('factBoxes.singular'), plural: adminText('factBoxes.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('factBoxes.description'),
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'updatedAt'],
    listSearchableFields: ['title'],
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
  ],
})
