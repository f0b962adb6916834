import type { CollectionConfig } from 'payload'
import { adminText } from 'shared/translations/admin'
import { editors, keepCommunicatorsToDrafts, nobody, publishers, readContent, writeContent } from '../access.ts'
import { livePreview } from '../publishing/preview.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'
import { draftsAndVersions, publishOneLanguage, publishWhenSaved } from './drafts.ts'
import { pictureField } from './fields/picture.ts'
import { previewLinkField } from './fields/preview-link.ts'
import { publishingStateField } from './fields/publishing-state.ts'
import { refuseWhileUsed } from './refuse-while-used.ts'

/** People to turn to, as contact cards show them. */
export const Contacts: CollectionConfig = {
  slug: 'contacts',
  labels: { singular: adminText('contacts.singular'), plural: adminText('contacts.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('contacts.description'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'jobTitle', '_status', 'updatedAt'],
    listSearchableFields: ['name', 'jobTitle', 'email'],
    livePreview,
    components: publishWhenSaved,
  },
  defaultSort: 'name',
  versions: draftsAndVersions,
  access: {
    create: writeContent,
    read: readContent,
    update: writeContent,
    delete: publishers,
    readVersions: editors,
    unlock: nobody,
  },
  hooks: {
    beforeOperation: [keepCommunicatorsToDrafts],
    beforeChange: [publishOneLanguage],
    afterChange: [requestReleaseAfterChange],
    beforeDelete: [refuseWhileUsed],
    afterDelete: [requestReleaseAfterDelete],
  },
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
    publishingStateField,
    previewLinkField,
  ],
}
