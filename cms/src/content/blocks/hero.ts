import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'
import { heroFields } from '../fields/hero.ts'

/** A top image in the midst of a page. */
export const HeroBlock: Block = {
  slug: 'hero',
  labels: { singular: adminText('blocks.hero.singular'), plural: adminText('blocks.hero.plural') },
  admin: { disableBlockName: true },
  fields: heroFields,
}
