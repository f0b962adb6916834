import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'

/** A word of the trade, explained; links to the word lead here. */
export const TermBlock: Block = {
  slug: 'term',
  labels: { singular: adminText('blocks.term.singular'), plural: adminText('blocks.term.plural') },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'term',
      type: 'relationship',
      relationTo: 'glossary-terms',
      required: true,
      label: adminText('blocks.term.term'),
      admin: { description: adminText('blocks.term.term.description') },
    },
  ],
}
