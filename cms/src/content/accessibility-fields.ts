import type { DateField, GroupField, SelectField } from 'payload'
import {
  accessibilityRegimes,
  assessmentMethods,
  complianceLevels,
  reportAddressOfDigg,
  shortcomingReasons,
} from 'shared/content/accessibility'
import { adminText, type AdminTextKey } from 'shared/translations/admin'
import { addressField } from './fields/address.ts'
import { wholeNumber } from './fields/whole-number.ts'

const choice = <Value extends string>(
  name: string,
  label: AdminTextKey,
  values: readonly Value[],
  sayValue: (value: Value) => AdminTextKey,
): SelectField => ({
  name,
  type: 'select',
  label: adminText(label),
  options: values.map((value) => ({ value, label: adminText(sayValue(value)) })),
})

const day = (name: string, label: AdminTextKey): DateField => ({
  name,
  type: 'date',
  label: adminText(label),
  admin: { width: '33%', date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } },
})

/**
 * What the accessibility statement is made from. Nothing here is required, so that somebody who changes a colour is not held
 * up by it; what is missing or cannot be right is told above the fields.
 */
export const accessibilityFields: GroupField = {
  name: 'accessibility',
  type: 'group',
  label: false,
  admin: { description: adminText('accessibility.description') },
  fields: [
    {
      name: 'gaps',
      type: 'ui',
      admin: { components: { Field: '/admin/AccessibilityGaps.tsx#AccessibilityGaps' } },
    },
    {
      name: 'page',
      type: 'relationship',
      relationTo: 'pages',
      label: adminText('accessibility.page'),
      admin: { description: adminText('accessibility.page.description') },
    },
    {
      ...choice('regime', 'accessibility.regime', accessibilityRegimes, (value) => `accessibility.regime.${value}`),
      admin: { description: adminText('accessibility.regime.description') },
    },
    choice('compliance', 'accessibility.compliance', complianceLevels, (value) => `accessibility.compliance.${value}`),
    {
      name: 'shortcomings',
      type: 'array',
      localized: true,
      label: adminText('accessibility.shortcomings'),
      labels: {
        singular: adminText('accessibility.shortcomings.singular'),
        plural: adminText('accessibility.shortcomings.plural'),
      },
      admin: { description: adminText('accessibility.shortcomings.description') },
      fields: [
        {
          name: 'what',
          type: 'textarea',
          label: adminText('accessibility.what'),
          admin: { description: adminText('accessibility.what.description'), rows: 3 },
        },
        choice('reason', 'accessibility.reason', shortcomingReasons, (value) => `accessibility.reason.${value}`),
        {
          name: 'motivation',
          type: 'textarea',
          label: adminText('accessibility.motivation'),
          admin: { rows: 2, condition: (_, shortcoming) => shortcoming?.['reason'] === 'burden' },
        },
        {
          name: 'planned',
          type: 'text',
          label: adminText('accessibility.planned'),
          admin: { description: adminText('accessibility.planned.description') },
        },
      ],
    },
    choice('method', 'accessibility.method', assessmentMethods, (value) => `accessibility.method.${value}`),
    {
      name: 'methodText',
      type: 'textarea',
      localized: true,
      label: adminText('accessibility.methodText'),
      admin: { rows: 4 },
    },
    {
      type: 'row',
      fields: [
        day('publishedOn', 'accessibility.publishedOn'),
        day('assessedOn', 'accessibility.assessedOn'),
        day('updatedOn', 'accessibility.updatedOn'),
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'email',
          type: 'email',
          label: adminText('accessibility.email'),
          admin: { description: adminText('accessibility.email.description'), width: '50%' },
        },
        {
          name: 'phone',
          type: 'text',
          label: adminText('accessibility.phone'),
          admin: { description: adminText('accessibility.phone.description'), width: '50%' },
        },
      ],
    },
    {
      name: 'answerDays',
      type: 'number',
      min: 1,
      max: 60,
      validate: wholeNumber,
      label: adminText('accessibility.answerDays'),
      admin: { step: 1 },
    },
    {
      name: 'service',
      type: 'text',
      label: adminText('accessibility.service'),
      admin: { description: adminText('accessibility.service.description') },
    },
    {
      ...addressField({ name: 'reportAddress', label: 'accessibility.reportAddress' }),
      defaultValue: reportAddressOfDigg,
    },
  ],
}
