import type { Access, CollectionConfig, PayloadRequest } from 'payload'
import { formatOrganisationNumber, readOrganisationNumber } from 'shared/membership/organisation-number'
import { adminText } from 'shared/translations/admin'
import { fieldForMembershipOfficers, hasRole, membershipOfficers, nobody } from '../access.ts'
import { addressField } from '../content/fields/address.ts'
import { pictureField } from '../content/fields/picture.ts'
import { sayTo } from '../content/refusals.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'

/** Those who handle memberships read the whole register, the site only those who agreed to be listed. */
const membershipOfficersAndListedForSite: Access = ({ req }) =>
  hasRole(req, 'site') ? { listed: { equals: true } } : membershipOfficers({ req })

const forMembershipOfficers = { access: { read: fieldForMembershipOfficers } }

/** The register of members. */
export const Members: CollectionConfig = {
  slug: 'members',
  labels: { singular: adminText('members.singular'), plural: adminText('members.plural') },
  admin: {
    group: adminText('group.membership'),
    description: adminText('members.description'),
    useAsTitle: 'organisationName',
    defaultColumns: ['organisationName', 'city', 'plan', 'joinedOn', 'listed'],
    listSearchableFields: ['organisationName', 'organisationNumber', 'contactName', 'city'],
  },
  defaultSort: 'organisationName',
  access: {
    create: membershipOfficers,
    read: membershipOfficersAndListedForSite,
    update: membershipOfficers,
    delete: membershipOfficers,
    unlock: nobody,
  },
  hooks: { afterChange: [requestReleaseAfterChange], afterDelete: [requestReleaseAfterDelete] },
  fields: [
    { name: 'organisationName', type: 'text', required: true, label: adminText('members.organisationName') },
    {
      name: 'organisationNumber',
      type: 'text',
      index: true,
      ...forMembershipOfficers,
      label: adminText('members.organisationNumber'),
      hooks: {
        beforeValidate: [
          ({ value }) => {
            const number = typeof value === 'string' ? readOrganisationNumber(value) : null
            return number ? formatOrganisationNumber(number.digits) : value
          },
        ],
      },
      validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) =>
        !value || readOrganisationNumber(value) ? true : sayTo(req, 'refusal.organisationNumber.malformed'),
    },
    addressField({ name: 'website', label: 'members.website' }),
    { name: 'city', type: 'text', label: adminText('members.city') },
    pictureField({ name: 'logo', label: 'members.logo' }),
    { name: 'contactName', type: 'text', ...forMembershipOfficers, label: adminText('members.contactName') },
    { name: 'contactEmail', type: 'email', ...forMembershipOfficers, label: adminText('members.contactEmail') },
    {
      name: 'listed',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      ...forMembershipOfficers,
      label: adminText('members.listed'),
      admin: { position: 'sidebar', description: adminText('members.listed.description') },
    },
    {
      name: 'joinedOn',
      type: 'date',
      label: adminText('members.joinedOn'),
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } },
    },
    {
      name: 'plan',
      type: 'relationship',
      relationTo: 'plans',
      ...forMembershipOfficers,
      label: adminText('members.plan'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'signup',
      type: 'relationship',
      relationTo: 'signups',
      ...forMembershipOfficers,
      label: adminText('members.signup'),
      admin: { position: 'sidebar', description: adminText('members.signup.description') },
    },
  ],
}
