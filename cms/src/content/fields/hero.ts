import type { Field } from 'payload'
import { adminText } from 'shared/translations/admin'
import { linkField } from './link.ts'
import { pictureField } from './picture.ts'

/** A top image with a call to action in two lines over it; of a page and of the block. */
export const heroFields: Field[] = [
  pictureField({ name: 'image', label: 'blocks.hero.image', description: 'blocks.hero.image.description' }),
  {
    name: 'lineOne',
    type: 'text',
    label: adminText('blocks.hero.lineOne'),
    admin: { description: adminText('blocks.hero.lineOne.description') },
  },
  {
    name: 'lineTwo',
    type: 'text',
    label: adminText('blocks.hero.lineTwo'),
    admin: { description: adminText('blocks.hero.lineTwo.description') },
  },
  linkField({ label: 'blocks.hero.link', required: false, labelled: false }),
]
