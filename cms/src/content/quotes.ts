import { adminText } from 'shared/translations/admin'
import { addressField } from './fields/address.ts'
import { wordsLanguageField } from './fields/words-language.ts'
import { publishable } from './publishable.ts'

/** Quotes that several pages can show. */
export const Quotes = publishable({
  slug: 'quotes',
  labels: { singular: adminText('quotes.singular'), plural: adminText('quotes.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('quotes.description'),
    useAsTitle: 'text',
    defaultColumns: ['text', 'attribution', '_status', 'updatedAt'],
    listSearchableFields: ['text', 'attribution', 'source'],
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
  ],
})
