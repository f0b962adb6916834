import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'

/** The members who agreed to be listed, from the register. */
export const MemberListBlock: Block = {
  slug: 'memberList',
  labels: { singular: adminText('blocks.memberList.singular'), plural: adminText('blocks.memberList.plural') },
  admin: { disableBlockName: true },
  fields: [
    { name: 'heading', type: 'text', label: adminText('blocks.memberList.heading') },
    {
      name: 'introduction',
      type: 'textarea',
      label: adminText('blocks.memberList.introduction'),
      admin: { description: adminText('blocks.memberList.introduction.description'), rows: 2 },
    },
  ],
}
