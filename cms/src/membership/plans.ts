import type { CollectionConfig, PayloadRequest } from 'payload'
import { slugPattern } from 'shared/content/page'
import { adminText } from 'shared/translations/admin'
import { membershipOfficers, nobody, staffAndSite } from '../access.ts'
import { wholeNumber } from '../content/fields/whole-number.ts'
import { sayTo } from '../content/refusals.ts'
import { refuseWhileUsed } from '../content/refuse-while-used.ts'
import { feeTablesField } from './fee-tables.ts'
import { forgetForms } from './published-forms.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'

/** The kinds of membership a company can choose from. */
export const Plans: CollectionConfig = {
  slug: 'plans',
  labels: { singular: adminText('plans.singular'), plural: adminText('plans.plural') },
  admin: {
    group: adminText('group.membership'),
    description: adminText('plans.description'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'order', 'updatedAt'],
    listSearchableFields: ['name', 'slug'],
  },
  defaultSort: 'order',
  access: {
    create: membershipOfficers,
    read: staffAndSite,
    update: membershipOfficers,
    delete: membershipOfficers,
    unlock: nobody,
  },
  hooks: {
    afterChange: [forgetForms, requestReleaseAfterChange],
    beforeDelete: [refuseWhileUsed],
    afterDelete: [forgetForms, requestReleaseAfterDelete],
  },
  fields: [
    { name: 'name', type: 'text', required: true, localized: true, label: adminText('plans.name') },
    {
      name: 'description',
      type: 'textarea',
      localized: true,
      label: adminText('plans.planDescription'),
      admin: { description: adminText('plans.planDescription.description') },
    },
    feeTablesField,
    {
      name: 'slug',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: adminText('slug.label'),
      admin: { position: 'sidebar', description: adminText('slug.plan.description') },
      validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) =>
        value && slugPattern.test(value) ? true : sayTo(req, 'refusal.slug.malformed'),
    },
    {
      name: 'order',
      type: 'number',
      defaultValue: 0,
      validate: wholeNumber,
      label: adminText('plans.order'),
      admin: { position: 'sidebar', step: 1, description: adminText('plans.order.description') },
    },
  ],
}
