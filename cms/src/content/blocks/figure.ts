import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'
import { pictureField } from '../fields/picture.ts'

/** A picture or diagram with its caption. */
export const FigureBlock: Block = {
  slug: 'figure',
  labels: { singular: adminText('blocks.figure.singular'), plural: adminText('blocks.figure.plural') },
  admin: { disableBlockName: true },
  fields: [
    pictureField({ name: 'image', label: 'blocks.figure.image', required: true }),
    {
      name: 'caption',
      type: 'textarea',
      label: adminText('blocks.figure.caption'),
      admin: { description: adminText('blocks.figure.caption.description'), rows: 2 },
    },
  ],
}
