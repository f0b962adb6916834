import type { Block, Condition } from 'payload'
import { adminText } from 'shared/translations/admin'
import { factsField } from '../fields/facts.ts'

const typedIn: Condition = (_, block) => !block?.['factBox']

/** Facts with period and source: a saved fact box, or one typed in here. */
export const FactBoxBlock: Block = {
  slug: 'factBox',
  labels: { singular: adminText('blocks.factBox.singular'), plural: adminText('blocks.factBox.plural') },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'factBox',
      type: 'relationship',
      relationTo: 'fact-boxes',
      label: adminText('blocks.factBox.factBox'),
      admin: { description: adminText('blocks.factBox.factBox.description') },
    },
    {
      name: 'title',
      type: 'text',
      required: true,
      label: adminText('factBoxes.title'),
      admin: { description: adminText('factBoxes.title.description'), condition: typedIn },
    },
    { ...factsField, admin: { condition: typedIn } },
  ],
}
