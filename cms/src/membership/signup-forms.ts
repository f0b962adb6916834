import {
  type ArrayFieldValidation,
  type CollectionBeforeChangeHook,
  type DateFieldValidation,
  type PayloadRequest,
  type TextFieldManyValidation,
  validations,
} from 'payload'
import { adminText } from 'shared/translations/admin'
import { z } from 'zod'
import { fieldForNobody, fieldForStaff } from '../access.ts'
import { aside } from '../content/aside.ts'
import { richTextField } from '../content/fields/rich-text.ts'
import { requireFreeSlug, slugField } from '../content/fields/slug.ts'
import { publishable } from '../content/publishable.ts'
import { sayTo } from '../content/refusals.ts'
import { formItemsField } from './form-items.ts'
import { isUsableKey } from './form-problem.ts'
import { forgetForms } from './published-forms.ts'

const rowsSchema = z.array(z.object({ name: z.string().nullish() }))

const findRepeated = (names: readonly string[]): string | undefined =>
  names.find((name, place) => names.indexOf(name) !== place)

const refuseRepeatedConsents: ArrayFieldValidation = (value, options) => {
  const repeated = findRepeated(rowsSchema.parse(value ?? []).flatMap(({ name }) => name ?? []))
  return repeated
    ? sayTo(options.req, 'refusal.form.consent-twice', { name: repeated })
    : validations.array(value, options)
}

const refuseMalformedRecipients: TextFieldManyValidation = (value, { req }) => {
  const malformed = (value ?? []).find((address) => !z.email().safeParse(address).success)
  return malformed === undefined ? true : sayTo(req, 'refusal.email.malformed', { email: malformed })
}

/** Validation: a form closes after it has opened. */
const refuseClosingBeforeOpening: DateFieldValidation = (value, { req, siblingData }) => {
  const opensAt: unknown = Object(siblingData).opensAt
  if (!value || typeof opensAt !== 'string') return true
  return new Date(value) > new Date(opensAt) ? true : sayTo(req, 'refusal.form.closes-early')
}

const momentPicker = { pickerAppearance: 'dayAndTime' as const, timeFormat: 'HH:mm', displayFormat: 'yyyy-MM-dd HH:mm' }

const versionSchema = z.object({ version: z.number().nullish() })

/** Hook: every published change gets the next version number, so that a signup tells which text was agreed to. */
const countVersion: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (data._status !== 'published') return data
  const id: unknown = originalDoc?.id
  const live: unknown =
    id === undefined
      ? {}
      : await req.payload.findByID({
          collection: 'signup-forms',
          id: String(id),
          draft: false,
          depth: 0,
          disableErrors: true,
          req: aside(req),
        })
  return { ...data, version: (versionSchema.parse(live ?? {}).version ?? 0) + 1 }
}

/** The forms by which companies sign up, as communicators compose them. */
export const SignupForms = publishable({
  slug: 'signup-forms',
  labels: { singular: adminText('signupForms.singular'), plural: adminText('signupForms.plural') },
  admin: {
    group: adminText('group.membership'),
    description: adminText('signupForms.description'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'version', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  hooks: {
    beforeChange: [requireFreeSlug('signup-forms'), countVersion],
    afterChange: [forgetForms],
    afterDelete: [forgetForms],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: adminText('signupForms.tab.form'),
          fields: [
            { name: 'title', type: 'text', required: true, localized: true, label: adminText('signupForms.title') },
            {
              name: 'introduction',
              type: 'textarea',
              localized: true,
              label: adminText('signupForms.introduction'),
              admin: { description: adminText('signupForms.introduction.description') },
            },
            formItemsField,
            {
              name: 'consents',
              type: 'array',
              localized: true,
              validate: refuseRepeatedConsents,
              label: adminText('signupForms.consents'),
              labels: {
                singular: adminText('signupForms.consents.singular'),
                plural: adminText('signupForms.consents.plural'),
              },
              admin: { description: adminText('signupForms.consents.description') },
              fields: [
                {
                  name: 'name',
                  type: 'text',
                  required: true,
                  label: adminText('signupForms.consents.name'),
                  admin: { description: adminText('signupForms.consents.name.description') },
                  validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) =>
                    value && isUsableKey(value) ? true : sayTo(req, 'refusal.form.consent-malformed'),
                },
                richTextField({ name: 'text', label: 'signupForms.consents.text', required: true }),
                {
                  name: 'required',
                  type: 'checkbox',
                  defaultValue: false,
                  label: adminText('signupForms.consents.required'),
                  admin: { description: adminText('signupForms.consents.required.description') },
                },
              ],
            },
            richTextField({
              name: 'privacyNotice',
              label: 'signupForms.privacyNotice',
              description: 'signupForms.privacyNotice.description',
              localized: true,
            }),
            {
              name: 'submitLabel',
              type: 'text',
              localized: true,
              label: adminText('signupForms.submitLabel'),
              admin: { description: adminText('signupForms.submitLabel.description') },
            },
          ],
        },
        {
          label: adminText('signupForms.tab.offer'),
          fields: [
            {
              name: 'plans',
              type: 'relationship',
              relationTo: 'plans',
              hasMany: true,
              label: adminText('signupForms.plans'),
              admin: { description: adminText('signupForms.plans.description') },
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'opensAt',
                  type: 'date',
                  label: adminText('signupForms.opensAt'),
                  admin: { date: momentPicker, description: adminText('signupForms.opensAt.description') },
                },
                {
                  name: 'closesAt',
                  type: 'date',
                  label: adminText('signupForms.closesAt'),
                  admin: { date: momentPicker, description: adminText('signupForms.closesAt.description') },
                  validate: refuseClosingBeforeOpening,
                },
              ],
            },
          ],
        },
        {
          label: adminText('signupForms.tab.receipt'),
          fields: [
            {
              name: 'receiptHeading',
              type: 'text',
              required: true,
              localized: true,
              label: adminText('signupForms.receiptHeading'),
              admin: { description: adminText('signupForms.receiptHeading.description') },
            },
            richTextField({
              name: 'receiptText',
              label: 'signupForms.receiptText',
              description: 'signupForms.receiptText.description',
              localized: true,
            }),
          ],
        },
        {
          label: adminText('signupForms.tab.recipients'),
          fields: [
            {
              name: 'recipients',
              type: 'text',
              hasMany: true,
              access: { read: fieldForStaff },
              validate: refuseMalformedRecipients,
              label: adminText('signupForms.recipients'),
              admin: { description: adminText('signupForms.recipients.description') },
            },
          ],
        },
      ],
    },
    slugField({ collection: 'signup-forms', from: 'title', localized: false, description: 'slug.form.description' }),
    {
      name: 'version',
      type: 'number',
      defaultValue: 0,
      access: { create: fieldForNobody, update: fieldForNobody },
      label: adminText('signupForms.version'),
      admin: { position: 'sidebar', readOnly: true, description: adminText('signupForms.version.description') },
    },
  ],
})
