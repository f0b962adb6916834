import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'
import { wholeNumber } from '../fields/whole-number.ts'

/** The latest news. */
export const NewsListBlock: Block = {
  slug: 'newsList',
  labels: { singular: adminText('blocks.newsList.singular'), plural: adminText('blocks.newsList.plural') },
  admin: { disableBlockName: true },
  fields: [
    { name: 'heading', type: 'text', label: adminText('blocks.newsList.heading') },
    {
      name: 'limit',
      type: 'number',
      min: 1,
      max: 100,
      validate: wholeNumber,
      label: adminText('blocks.newsList.limit'),
      admin: { description: adminText('blocks.newsList.limit.description'), step: 1 },
    },
  ],
}
