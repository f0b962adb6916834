import type { ArrayField, GlobalConfig } from 'payload'
import { adminText } from 'shared/translations/admin'
import { nobody, publishers, staffAndSite } from '../access.ts'
import { requestReleaseAfterGlobalChange } from '../publishing/request-release.ts'
import { linkField } from './fields/link.ts'
import { publishingStateField } from './fields/publishing-state.ts'

const menuLinks: Pick<ArrayField, 'type' | 'localized' | 'labels' | 'fields'> = {
  type: 'array',
  localized: true,
  labels: { singular: adminText('menus.item.singular'), plural: adminText('menus.item.plural') },
  fields: [linkField({ label: 'link.label', required: true, labelled: true })],
}

/** The links of header and footer, in each language. */
export const Menus: GlobalConfig = {
  slug: 'menus',
  label: adminText('menus.label'),
  admin: { group: adminText('group.site'), description: adminText('menus.description') },
  access: { read: staffAndSite, update: publishers, readVersions: nobody },
  hooks: { afterChange: [requestReleaseAfterGlobalChange] },
  fields: [
    {
      name: 'main',
      ...menuLinks,
      label: adminText('menus.main'),
      admin: { description: adminText('menus.main.description') },
    },
    { name: 'footer', ...menuLinks, label: adminText('menus.footer') },
    publishingStateField,
  ],
}
