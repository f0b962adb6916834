import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'

/** Whom to turn to, with an invitation to do so. */
export const ContactCardBlock: Block = {
  slug: 'contactCard',
  labels: { singular: adminText('blocks.contactCard.singular'), plural: adminText('blocks.contactCard.plural') },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'heading',
      type: 'text',
      label: adminText('blocks.contactCard.heading'),
      admin: { description: adminText('blocks.contactCard.heading.description') },
    },
    {
      name: 'invitation',
      type: 'textarea',
      label: adminText('blocks.contactCard.invitation'),
      admin: { description: adminText('blocks.contactCard.invitation.description'), rows: 2 },
    },
    {
      name: 'contacts',
      type: 'relationship',
      relationTo: 'contacts',
      hasMany: true,
      required: true,
      minRows: 1,
      label: adminText('blocks.contactCard.contacts'),
    },
  ],
}
