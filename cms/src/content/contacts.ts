import { adminText } from 'shared/translations/admin'
import { pictureField } from './fields/picture.ts'
import { publishable } from './publishable.ts'

/** People to turn to, as contact cards show them. */
export const Contacts = publishable({
  slug: 'contacts',
  labels: { singular: adminText('contacts.singular'), plural: adminText('contacts.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('contacts.description'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'jobTitle', '_status', 'updatedAt'],
    listSearchableFields: ['name', 'jobTitle', 'email'],
  },
  defaultSort: 'name',
  fields: [
    { name: 'name', type: 'text', required: true, label: adminText('contacts.name') },
    { name: 'jobTitle', type: 'text', localized: true, label: adminText('contacts.jobTitle') },
    {
      name: 'areasOfWork',
      type: 'text',
      hasMany: true,
      localized: true,
      label: adminText('contacts.areasOfWork'),
      admin: { description: adminText('contacts.areasOfWork.description') },
    },
    pictureField({ name: 'photo', label: 'contacts.photo' }),
    { name: 'email', type: 'email', label: adminText('contacts.email') },
    {
      name: 'phone',
      type: 'text',
      label: adminText('contacts.phone'),
      admin: { description: adminText('contacts.phone.description') },
    },
  ],
})
