import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'
import { richTextField } from '../fields/rich-text.ts'

/** Running text, with or without a heading. */
export const TextBlock: Block = {
  slug: 'text',
  labels: { singular: adminText('blocks.text.singular'), plural: adminText('blocks.text.plural') },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'heading',
      type: 'text',
      label: adminText('blocks.text.heading'),
      admin: { description: adminText('blocks.text.heading.description') },
    },
    richTextField({ name: 'body', label: 'blocks.text.body', required: true }),
  ],
}
