import type { CollectionConfig, FieldHook, PayloadRequest } from 'payload'
import { isSafeAddress, linkableCollections } from 'shared/content/link'
import { adminText } from 'shared/translations/admin'
import { nobody, publishers, staffAndSite } from '../access.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'
import { sayTo } from './refusals.ts'

interface Redirect {
  from?: string | null
  document?: unknown
  address?: string | null
  gone?: boolean | null
}
type Options = { req: PayloadRequest; siblingData: Redirect }

const localPath = /^\/(?![/\\])[^\s?#\\]*$/

/** `/sv/om-klustret` is stored as `/sv/om-klustret/`, as the site writes addresses; `/gammal.html` as it is. */
const endWithSlash: FieldHook = ({ value }) => {
  if (typeof value !== 'string') return value
  const path = value.trim()
  return path.endsWith('/') || path.slice(path.lastIndexOf('/')).includes('.') ? path : `${path}/`
}

/** Old addresses that lead to new ones. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: adminText('redirects.singular'), plural: adminText('redirects.plural') },
  admin: {
    group: adminText('group.site'),
    description: adminText('redirects.description'),
    useAsTitle: 'from',
    defaultColumns: ['from', 'document', 'address', 'gone', 'updatedAt'],
    listSearchableFields: ['from', 'address'],
  },
  defaultSort: 'from',
  access: { create: publishers, read: staffAndSite, update: publishers, delete: publishers, unlock: nobody },
  hooks: { afterChange: [requestReleaseAfterChange], afterDelete: [requestReleaseAfterDelete] },
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: adminText('redirects.from'),
      admin: { description: adminText('redirects.from.description') },
      hooks: { beforeValidate: [endWithSlash] },
      validate: (value: string | null | undefined, { req }: Options) =>
        value && localPath.test(value) ? true : sayTo(req, 'refusal.redirect.from-malformed'),
    },
    {
      name: 'document',
      type: 'relationship',
      relationTo: [...linkableCollections],
      label: adminText('redirects.document'),
      admin: { description: adminText('redirects.document.description') },
    },
    {
      name: 'address',
      type: 'text',
      label: adminText('redirects.address'),
      admin: { description: adminText('link.address.description') },
      validate: (value: string | null | undefined, { req, siblingData }: Options) => {
        if (siblingData.gone)
          return value || siblingData.document ? sayTo(req, 'refusal.redirect.gone-with-target') : true
        if (!value) return siblingData.document ? true : sayTo(req, 'refusal.redirect.target-missing')
        if (siblingData.document) return sayTo(req, 'refusal.redirect.two-targets')
        if (value === siblingData.from) return sayTo(req, 'refusal.redirect.loop')
        return isSafeAddress(value) ? true : sayTo(req, 'refusal.address.unsafe')
      },
    },
    {
      name: 'gone',
      type: 'checkbox',
      defaultValue: false,
      label: adminText('redirects.gone'),
      admin: { description: adminText('redirects.gone.description') },
    },
  ],
}
