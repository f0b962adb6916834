import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'
import { linkField } from '../fields/link.ts'

/** An invitation to do something, with a button that leads there. */
export const CallToActionBlock: Block = {
  slug: 'callToAction',
  labels: { singular: adminText('blocks.callToAction.singular'), plural: adminText('blocks.callToAction.plural') },
  admin: { disableBlockName: true },
  fields: [
    { name: 'heading', type: 'text', required: true, label: adminText('blocks.callToAction.heading') },
    {
      name: 'text',
      type: 'textarea',
      label: adminText('blocks.callToAction.text'),
      admin: { description: adminText('blocks.callToAction.text.description'), rows: 2 },
    },
    linkField({ label: 'blocks.callToAction.link', required: true, labelled: true }),
  ],
}
