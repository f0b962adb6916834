import type { Block, Condition } from 'payload'
import { adminText } from 'shared/translations/admin'
import { addressField } from '../fields/address.ts'
import { wordsLanguageField } from '../fields/words-language.ts'

const typedIn: Condition = (_, block) => !block?.['quote']

/** Somebody's words: a saved quote, or one typed in here. */
export const QuoteBlock: Block = {
  slug: 'quote',
  labels: { singular: adminText('blocks.quote.singular'), plural: adminText('blocks.quote.plural') },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'quote',
      type: 'relationship',
      relationTo: 'quotes',
      label: adminText('blocks.quote.quote'),
      admin: { description: adminText('blocks.quote.quote.description') },
    },
    {
      name: 'text',
      type: 'textarea',
      required: true,
      label: adminText('quotes.text'),
      admin: { description: adminText('quotes.text.description'), condition: typedIn },
    },
    {
      name: 'attribution',
      type: 'text',
      required: true,
      label: adminText('quotes.attribution'),
      admin: { condition: typedIn },
    },
    { name: 'role', type: 'text', label: adminText('quotes.role'), admin: { condition: typedIn } },
    {
      name: 'source',
      type: 'text',
      label: adminText('quotes.source'),
      admin: { description: adminText('quotes.source.description'), condition: typedIn },
    },
    {
      ...addressField({ name: 'sourceAddress', label: 'quotes.sourceAddress' }),
      admin: { description: adminText('link.address.description'), condition: typedIn },
    },
    { ...wordsLanguageField, admin: { ...wordsLanguageField.admin, condition: typedIn } },
  ],
}
