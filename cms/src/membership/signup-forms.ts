import {
  type ArrayFieldValidation,
  type CollectionBeforeChangeHook,
  type CollectionConfig,
  type PayloadRequest,
  type TextFieldManyValidation,
  validations,
} from 'payload'
import { indispensableFields, signupFieldNames, type SignupFieldName } from 'shared/membership/signup-form'
import { adminLanguage, adminText } from 'shared/translations/admin'
import { en } from 'shared/translations/en'
import { sv } from 'shared/translations/sv'
import { z } from 'zod'
import {
  editors,
  fieldForNobody,
  fieldForStaff,
  keepCommunicatorsToDrafts,
  nobody,
  publishers,
  readContent,
  writeContent,
} from '../access.ts'
import { aside } from '../content/aside.ts'
import { draftsAndVersions, publishOneLanguage } from '../content/drafts.ts'
import { previewLinkField } from '../content/fields/preview-link.ts'
import { publishingStateField } from '../content/fields/publishing-state.ts'
import { richTextField } from '../content/fields/rich-text.ts'
import { requireFreeSlug, slugField } from '../content/fields/slug.ts'
import { sayTo } from '../content/refusals.ts'
import { refuseWhileUsed } from '../content/refuse-while-used.ts'
import { forgetForms } from './published-forms.ts'
import { livePreview } from '../publishing/preview.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'

const rowsSchema = z.array(z.object({ name: z.string().nullish(), required: z.boolean().nullish() }))

const fieldLabel = (name: SignupFieldName) => ({
  sv: sv[`signup.field.${name}.label`],
  en: en[`signup.field.${name}.label`],
})

const findRepeated = (names: readonly string[]): string | undefined =>
  names.find((name, place) => names.indexOf(name) !== place)

/** Validation: no field twice, and those without which a signup cannot be answered are there and required. */
const refuseUnusableFields: ArrayFieldValidation = (value, options) => {
  const { req } = options
  const rows = rowsSchema.parse(value ?? [])
  const say = (key: Parameters<typeof sayTo>[1], name: SignupFieldName) =>
    sayTo(req, key, { field: fieldLabel(name)[adminLanguage(req)] })
  const repeated = findRepeated(rows.flatMap(({ name }) => name ?? []))
  const repeatedName = signupFieldNames.find((name) => name === repeated)
  if (repeatedName) return say('refusal.form.field-twice', repeatedName)
  for (const name of indispensableFields) {
    const row = rows.find((candidate) => candidate.name === name)
    if (!row) return say('refusal.form.field-missing', name)
    if (!row.required) return say('refusal.form.field-optional', name)
  }
  return validations.array(value, options)
}

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
export const SignupForms: CollectionConfig = {
  slug: 'signup-forms',
  labels: { singular: adminText('signupForms.singular'), plural: adminText('signupForms.plural') },
  admin: {
    group: adminText('group.membership'),
    description: adminText('signupForms.description'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'version', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    livePreview,
  },
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
    beforeChange: [publishOneLanguage, requireFreeSlug('signup-forms'), countVersion],
    afterChange: [forgetForms, requestReleaseAfterChange],
    beforeDelete: [refuseWhileUsed],
    afterDelete: [forgetForms, requestReleaseAfterDelete],
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
            {
              name: 'fields',
              type: 'array',
              localized: true,
              required: true,
              defaultValue: () => indispensableFields.map((name) => ({ name, required: true })),
              validate: refuseUnusableFields,
              label: adminText('signupForms.fields'),
              labels: {
                singular: adminText('signupForms.fields.singular'),
                plural: adminText('signupForms.fields.plural'),
              },
              admin: { description: adminText('signupForms.fields.description') },
              fields: [
                {
                  name: 'name',
                  type: 'select',
                  required: true,
                  label: adminText('signupForms.fields.name'),
                  options: signupFieldNames.map((name) => ({ value: name, label: fieldLabel(name) })),
                },
                {
                  name: 'required',
                  type: 'checkbox',
                  defaultValue: false,
                  label: adminText('signupForms.fields.required'),
                  admin: { description: adminText('signupForms.fields.required.description') },
                },
                {
                  name: 'label',
                  type: 'text',
                  label: adminText('signupForms.fields.label'),
                  admin: { description: adminText('signupForms.fields.label.description') },
                },
                {
                  name: 'help',
                  type: 'text',
                  label: adminText('signupForms.fields.help'),
                  admin: { description: adminText('signupForms.fields.help.description') },
                },
              ],
            },
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
                    value && /^[a-z][a-zA-Z0-9]*$/.test(value) ? true : sayTo(req, 'refusal.form.consent-malformed'),
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
    publishingStateField,
    previewLinkField,
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
}
