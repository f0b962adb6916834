import type { ArrayField } from 'payload'
import { adminText } from 'shared/translations/admin'
import { addressField } from './address.ts'

/** The facts of a fact box: what is said, of which period, and who says so. Whoever uses it says if it is localized. */
export const factsField: ArrayField = {
  name: 'facts',
  type: 'array',
  required: true,
  minRows: 1,
  label: adminText('facts.label'),
  labels: { singular: adminText('facts.singular'), plural: adminText('facts.plural') },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'figure',
          type: 'text',
          label: adminText('facts.figure'),
          admin: { description: adminText('facts.figure.description'), width: '50%' },
        },
        {
          name: 'period',
          type: 'text',
          label: adminText('facts.period'),
          admin: { description: adminText('facts.period.description'), width: '50%' },
        },
      ],
    },
    { name: 'text', type: 'textarea', required: true, label: adminText('facts.text'), admin: { rows: 2 } },
    {
      name: 'source',
      type: 'text',
      label: adminText('facts.source'),
      admin: { description: adminText('facts.source.description') },
    },
    addressField({ name: 'sourceAddress', label: 'facts.sourceAddress' }),
  ],
}
