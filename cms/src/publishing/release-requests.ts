import type { CollectionConfig } from 'payload'
import { adminText } from 'shared/translations/admin'
import { nobody, staff } from '../access.ts'

/** What happened to a request, in order. */
export const requestStatuses = ['requested', 'rendering', 'live', 'failed'] as const

/** Wishes that something public be shown, and their fate as the site reports it. A row per change. */
export const ReleaseRequests: CollectionConfig = {
  slug: 'release-requests',
  labels: { singular: adminText('releaseRequests.singular'), plural: adminText('releaseRequests.plural') },
  admin: {
    group: adminText('group.publishing'),
    useAsTitle: 'documentTitle',
    defaultColumns: ['documentTitle', 'action', 'status', 'requestedBy', 'createdAt', 'finishedAt'],
    description: adminText('releaseRequests.description'),
  },
  access: { create: nobody, read: staff, update: nobody, delete: nobody, unlock: nobody },
  lockDocuments: false,
  fields: [
    { name: 'documentTitle', type: 'text', label: adminText('releaseRequests.documentTitle') },
    { name: 'collectionSlug', type: 'text', index: true, label: adminText('releaseRequests.collectionSlug') },
    { name: 'documentId', type: 'text', index: true, label: adminText('releaseRequests.documentId') },
    {
      name: 'action',
      type: 'select',
      required: true,
      label: adminText('releaseRequests.action'),
      options: [
        { value: 'changed', label: adminText('releaseRequests.action.changed') },
        { value: 'published', label: adminText('releaseRequests.action.published') },
        { value: 'unpublished', label: adminText('releaseRequests.action.unpublished') },
        { value: 'deleted', label: adminText('releaseRequests.action.deleted') },
        { value: 'rebuild', label: adminText('releaseRequests.action.rebuild') },
        { value: 'restored', label: adminText('releaseRequests.action.restored') },
        { value: 'erased', label: adminText('releaseRequests.action.erased') },
      ],
    },
    // Documents that changed as a consequence, `{ collection, id }` each, such as the redirects that a move leaves.
    { name: 'also', type: 'json', label: adminText('releaseRequests.also'), admin: { hidden: true } },
    { name: 'force', type: 'checkbox', label: adminText('releaseRequests.force') },
    { name: 'requestedBy', type: 'text', label: adminText('releaseRequests.requestedBy') },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'requested',
      label: adminText('releaseRequests.status'),
      options: requestStatuses.map((status) => ({
        value: status,
        label: adminText(`releaseRequests.status.${status}`),
      })),
    },
    { name: 'release', type: 'text', index: true, label: adminText('releaseRequests.release') },
    { name: 'changed', type: 'number', label: adminText('releaseRequests.changed') },
    { name: 'dropped', type: 'number', label: adminText('releaseRequests.dropped') }, // earlier releases, for an erased person
    { name: 'pages', type: 'number', label: adminText('releaseRequests.pages') },
    { name: 'milliseconds', type: 'number', label: adminText('releaseRequests.milliseconds') },
    { name: 'startedAt', type: 'date', label: adminText('releaseRequests.startedAt') },
    { name: 'finishedAt', type: 'date', label: adminText('releaseRequests.finishedAt') },
    { name: 'problems', type: 'json', label: adminText('releaseRequests.problems'), admin: { hidden: true } },
  ],
}
