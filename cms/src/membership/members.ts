import type { Access, CollectionConfig, DateField, FieldHook, PayloadRequest, TextField } from 'payload'
import { maskPersonalNumber, readOrganisationNumber } from 'shared/membership/organisation-number'
import { readEmailAddress } from 'shared/membership/internet-address'
import { memberStatuses } from 'shared/membership/member'
import { countryCodes, countryName } from 'shared/membership/country'
import { adminLanguage, adminText } from 'shared/translations/admin'
import {
  fieldForMembershipOfficers,
  fieldForNobody,
  hasRole,
  hiddenFromOthers,
  membershipOfficers,
  nobody,
} from '../access.ts'
import { addressField } from '../content/fields/address.ts'
import { pictureField } from '../content/fields/picture.ts'
import { publishingStateField } from '../content/fields/publishing-state.ts'
import { wholeNumber } from '../content/fields/whole-number.ts'
import { sayTo } from '../content/refusals.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'
import { sayFrozenFee } from './frozen-fee.ts'
import { informAdded } from './inform-contacts.ts'
import { keepMember, rememberNumber } from './keep-member.ts'
import { isPersonal, toStoredNumber } from './member-columns.ts'
import { letGoOfSignups } from './let-go-of-signups.ts'
import { forgetHistory, noteHistory } from './member-history.ts'

/** Those who handle memberships read the whole register, the site only those who agreed to be listed and have not left. */
const membershipOfficersAndListedForSite: Access = ({ req }) =>
  hasRole(req, 'site')
    ? { and: [{ listed: { equals: true } }, { status: { not_equals: 'left' } }] }
    : membershipOfficers({ req })

const forMembershipOfficers = { access: { read: fieldForMembershipOfficers } }
const half = { admin: { width: '50%' } }

/** The number of a sole trader is shown on the member itself, not in lists. */
const maskInLists: FieldHook = ({ value, findMany, overrideAccess }) =>
  findMany && !overrideAccess && typeof value === 'string' && isPersonal(value)
    ? maskPersonalNumber(value.replace(/\D/g, ''))
    : value

type TextName =
  | 'foreignNumber'
  | 'streetAddress'
  | 'postalCode'
  | 'postalStreetAddress'
  | 'postalPostalCode'
  | 'postalCity'
  | 'invoiceReference'
  | 'invoiceStreetAddress'
  | 'invoicePostalCode'
  | 'invoiceCity'
  | 'vatNumber'
  | 'peppolId'

/** A line that only those who handle memberships see. */
const textField = (name: TextName): TextField => ({
  name,
  type: 'text',
  ...forMembershipOfficers,
  label: adminText(`members.${name}`),
  ...half,
})

const dayField = (name: 'joinedOn' | 'noticeOn' | 'leavingOn' | 'leftOn' | 'changesOn'): DateField => ({
  name,
  type: 'date',
  label: adminText(`members.${name}`),
  admin: {
    position: 'sidebar',
    date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
  },
})

const refuseMalformedEmail = (value: string | null | undefined, { req }: { req: PayloadRequest }) =>
  !value || readEmailAddress(value) !== null ? true : sayTo(req, 'refusal.email.malformed', { email: value })

/** The fee as it was agreed on, a line each. */
const sayFee: FieldHook = ({ data, req }) => sayFrozenFee(data?.['fee'], adminLanguage(req)) ?? undefined

/** The register of members. */
export const Members: CollectionConfig = {
  slug: 'members',
  labels: { singular: adminText('members.singular'), plural: adminText('members.plural') },
  admin: {
    group: adminText('group.membership'),
    hideAPIURL: true,
    description: adminText('members.description'),
    useAsTitle: 'organisationName',
    defaultColumns: ['organisationName', 'memberNumber', 'status', 'contactName', 'plan', 'joinedOn'],
    listSearchableFields: ['organisationName', 'organisationNumber', 'contactName', 'contactEmail', 'city'],
    components: { beforeListTable: ['/admin/register/RegisterTools.tsx#RegisterTools'] },
    hidden: hiddenFromOthers,
  },
  defaultSort: 'organisationName',
  disableDuplicate: true,
  access: {
    create: membershipOfficers,
    read: membershipOfficersAndListedForSite,
    update: membershipOfficers,
    delete: membershipOfficers,
    unlock: nobody,
  },
  hooks: {
    beforeChange: [keepMember],
    afterChange: [noteHistory, informAdded, requestReleaseAfterChange],
    beforeDelete: [rememberNumber, forgetHistory],
    afterDelete: [letGoOfSignups, requestReleaseAfterDelete],
  },
  fields: [
    {
      name: 'organisationName',
      type: 'text',
      required: true,
      index: true,
      label: adminText('members.organisationName'),
    },
    {
      type: 'row',
      fields: [
        {
          name: 'organisationNumber',
          type: 'text',
          index: true,
          ...forMembershipOfficers,
          label: adminText('members.organisationNumber'),
          ...half,
          hooks: {
            beforeValidate: [({ value }) => (typeof value === 'string' && toStoredNumber(value)) || value],
            afterRead: [maskInLists],
          },
          validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) =>
            !value || readOrganisationNumber(value) ? true : sayTo(req, 'refusal.organisationNumber.malformed'),
        },
        { ...textField('foreignNumber'), index: true },
      ],
    },
    {
      name: 'contacts',
      type: 'array',
      ...forMembershipOfficers,
      label: adminText('members.contacts'),
      labels: { singular: adminText('members.contacts.singular'), plural: adminText('members.contacts') },
      admin: {
        description: adminText('members.contacts.description'),
        initCollapsed: true,
        components: { RowLabel: '/admin/register/ContactLabel.tsx#ContactLabel' },
      },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text', label: adminText('members.contacts.name'), ...half },
            {
              name: 'roles',
              type: 'text',
              label: adminText('members.contacts.roles'),
              admin: { width: '50%', description: adminText('members.contacts.roles.description') },
            },
            {
              name: 'email',
              type: 'text',
              index: true,
              label: adminText('members.contacts.email'),
              validate: refuseMalformedEmail,
              ...half,
            },
            { name: 'phone', type: 'text', label: adminText('members.contacts.phone'), ...half },
          ],
        },
        { name: 'isMain', type: 'checkbox', defaultValue: false, label: adminText('members.contacts.isMain') },
      ],
    },
    {
      type: 'collapsible',
      label: adminText('members.addresses'),
      admin: { initCollapsed: true },
      fields: [
        addressField({ name: 'website', label: 'members.website' }),
        {
          type: 'row',
          fields: [
            textField('streetAddress'),
            textField('postalCode'),
            // The town is the one part of the address that the list on the site shows.
            { name: 'city', type: 'text', index: true, label: adminText('members.city'), ...half },
            {
              name: 'country',
              type: 'select',
              ...forMembershipOfficers,
              label: adminText('members.country'),
              options: countryCodes.map((code) => ({
                value: code,
                label: { sv: countryName(code, 'sv'), en: countryName(code, 'en') },
              })),
              ...half,
            },
            textField('postalStreetAddress'),
            textField('postalPostalCode'),
            textField('postalCity'),
          ],
        },
      ],
    },
    {
      type: 'collapsible',
      label: adminText('members.invoicing'),
      admin: { initCollapsed: true },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'invoiceEmail',
              type: 'text',
              ...forMembershipOfficers,
              label: adminText('members.invoiceEmail'),
              validate: refuseMalformedEmail,
              ...half,
            },
            textField('invoiceReference'),
            textField('invoiceStreetAddress'),
            textField('invoicePostalCode'),
            textField('invoiceCity'),
            textField('vatNumber'),
            textField('peppolId'),
          ],
        },
        {
          type: 'row',
          fields: (['employees', 'turnover', 'area'] as const).map((name) => ({
            name,
            type: 'number' as const,
            min: 0,
            validate: wholeNumber,
            ...forMembershipOfficers,
            label: adminText(`members.${name}`),
            admin: { width: '33%' },
          })),
        },
        {
          name: 'feeTotal',
          type: 'number',
          ...forMembershipOfficers,
          label: adminText('members.feeTotal'),
          admin: { hidden: true }, // öre; said in words below
        },
        {
          name: 'feeInWords',
          type: 'textarea',
          virtual: true,
          ...forMembershipOfficers,
          label: adminText('members.fee'),
          hooks: { afterRead: [sayFee] },
          admin: { readOnly: true, description: adminText('members.fee.description') },
        },
        // Said in words above: the editor that Payload gives JSON would be fetched from somebody else's server.
        { name: 'fee', type: 'json', ...forMembershipOfficers, admin: { hidden: true } },
      ],
    },
    {
      type: 'collapsible',
      label: adminText('members.onSite'),
      fields: [
        {
          name: 'listed',
          type: 'checkbox',
          defaultValue: false,
          index: true,
          ...forMembershipOfficers,
          label: adminText('members.listed'),
          admin: { description: adminText('members.listed.description') },
        },
        pictureField({ name: 'logo', label: 'members.logo' }),
        {
          name: 'tags',
          type: 'text',
          hasMany: true,
          localized: true,
          label: adminText('members.tags'),
          admin: { description: adminText('members.tags.description') },
        },
        {
          name: 'ownPage',
          type: 'checkbox',
          defaultValue: false,
          label: adminText('members.ownPage'),
          admin: { description: adminText('members.ownPage.description') },
        },
        {
          name: 'presentation',
          type: 'textarea',
          localized: true,
          label: adminText('members.presentation'),
          admin: { description: adminText('members.presentation.description'), rows: 6 },
        },
      ],
    },
    {
      name: 'history',
      type: 'ui',
      label: adminText('members.history'),
      admin: { disableListColumn: true, components: { Field: '/admin/register/MemberHistory.tsx#MemberHistory' } },
    },
    publishingStateField,
    {
      name: 'memberNumber',
      type: 'number',
      unique: true,
      index: true,
      min: 1,
      validate: wholeNumber,
      ...forMembershipOfficers,
      label: adminText('members.memberNumber'),
      admin: { position: 'sidebar', description: adminText('members.memberNumber.description') },
    },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'active',
      index: true,
      access: { read: fieldForMembershipOfficers, create: fieldForNobody, update: fieldForNobody },
      label: adminText('members.status'),
      options: memberStatuses.map((status) => ({ value: status, label: adminText(`members.status.${status}`) })),
      admin: { readOnly: true, position: 'sidebar', description: adminText('members.status.description') },
    },
    dayField('joinedOn'),
    {
      ...dayField('noticeOn'),
      ...forMembershipOfficers,
      admin: { ...dayField('noticeOn').admin, description: adminText('members.noticeOn.description') },
    },
    {
      ...dayField('leavingOn'),
      ...forMembershipOfficers,
      index: true,
      admin: { ...dayField('leavingOn').admin, description: adminText('members.leavingOn.description') },
    },
    { ...dayField('leftOn'), ...forMembershipOfficers, admin: { hidden: true } },
    {
      name: 'plan',
      type: 'relationship',
      relationTo: 'plans',
      ...forMembershipOfficers,
      label: adminText('members.plan'),
      admin: { position: 'sidebar' },
    },
    // Said with a save and never kept; the admin lets nobody fill in a virtual field.
    {
      ...dayField('changesOn'),
      ...forMembershipOfficers,
      admin: {
        ...dayField('changesOn').admin,
        description: adminText('members.changesOn.description'),
        disableListColumn: true,
        disableListFilter: true,
      },
    },
    {
      name: 'signup',
      type: 'relationship',
      relationTo: 'signups',
      unique: true, // of one signup one member is made, however often it is tried
      ...forMembershipOfficers,
      label: adminText('members.signup'),
      admin: { position: 'sidebar', readOnly: true, description: adminText('members.signup.description') },
    },
    {
      name: 'slug',
      type: 'text',
      index: true,
      access: { create: fieldForNobody, update: fieldForNobody },
      label: adminText('slug.label'),
      admin: { position: 'sidebar', readOnly: true, description: adminText('members.slug.description') },
    },
    // Kept in step with the main contact person by `keepMember`, for lists to show and search.
    {
      name: 'contactName',
      type: 'text',
      ...forMembershipOfficers,
      label: adminText('members.contactName'),
      admin: { condition: () => false },
    },
    {
      name: 'contactEmail',
      type: 'text',
      index: true,
      ...forMembershipOfficers,
      label: adminText('members.contactEmail'),
      admin: { condition: () => false },
    },
  ],
}
