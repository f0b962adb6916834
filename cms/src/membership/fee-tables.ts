import {
  type ArrayField,
  type ArrayFieldValidation,
  type DateFieldValidation,
  type Field,
  type PayloadRequest,
  validations,
} from 'payload'
import { feeBases, feeFigures, hasEveryFigure, prorations, vatPercents } from 'shared/membership/plan'
import { adminText } from 'shared/translations/admin'
import { z } from 'zod'
import { kronorField } from '../content/fields/kronor.ts'
import { wholeNumber } from '../content/fields/whole-number.ts'
import { sayTo } from '../content/refusals.ts'

const siblingsSchema = z.object({ basis: z.string().nullish(), minimum: z.number().nullish() })
const basisOf = (siblings: unknown) => siblingsSchema.safeParse(siblings).data?.basis
const onlyFor = (basis: (typeof feeBases)[number]) => (_data: unknown, siblings: unknown) => basisOf(siblings) === basis

const beginningsSchema = z.array(z.object({ from: z.string().nullish() }))
const tiersSchema = z.array(z.object({ upTo: z.number().nullish() }))

/** Validation: of two tables that begin on one day nobody could tell which one holds. */
const refuseTwoFromOneDay: ArrayFieldValidation = (value, options) => {
  const days = beginningsSchema.parse(value ?? []).flatMap(({ from }) => from?.slice(0, 10) ?? [])
  const twice = days.find((day, place) => days.indexOf(day) !== place)
  return twice ? sayTo(options.req, 'refusal.fees.same-day', { day: twice }) : validations.array(value, options)
}

/** Validation: the steps go upwards and the last one is open, so that every company has a fee. */
const refuseGaps: ArrayFieldValidation = (value, options) =>
  hasEveryFigure(tiersSchema.parse(value ?? []))
    ? validations.array(value, options)
    : sayTo(options.req, 'refusal.fees.tiers')

const requireDay: DateFieldValidation = (value, options) =>
  value ? validations.date(value, options) : sayTo(options.req, 'refusal.required')

const vatField = (name: string, label: 'fees.serviceVatPercent' | 'fees.membershipVatPercent', vat: number): Field => ({
  name,
  type: 'select',
  required: true,
  defaultValue: String(vat),
  label: adminText(label),
  options: vatPercents.map((percent) => ({ value: String(percent), label: `${percent} %` })),
  admin: { width: '33%' },
})

const perEmployee: Field = {
  type: 'row',
  fields: [
    kronorField({
      name: 'perUnit',
      label: 'fees.perUnit',
      required: true,
      width: '33%',
      condition: onlyFor('per-employee'),
    }),
    kronorField({ name: 'minimum', label: 'fees.minimum', width: '33%', condition: onlyFor('per-employee') }),
    {
      ...kronorField({ name: 'maximum', label: 'fees.maximum', width: '33%', condition: onlyFor('per-employee') }),
      validate: (value: unknown, { req, siblingData }: { req: PayloadRequest; siblingData: unknown }) => {
        if (value === null || value === undefined) return true
        if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return sayTo(req, 'refusal.fees.amount')
        const minimum = siblingsSchema.safeParse(siblingData).data?.minimum ?? 0
        return value >= minimum ? true : sayTo(req, 'refusal.fees.maximum')
      },
    },
  ],
}

const tiers: Field[] = [
  {
    name: 'tiersBy',
    type: 'select',
    defaultValue: 'employees',
    label: adminText('fees.tiersBy'),
    options: feeFigures.map((figure) => ({ value: figure, label: adminText(`fees.tiersBy.${figure}`) })),
    admin: { condition: onlyFor('tiers') },
  },
  {
    name: 'tiers',
    type: 'array',
    validate: refuseGaps,
    label: adminText('fees.tiers'),
    labels: { singular: adminText('fees.tiers.singular'), plural: adminText('fees.tiers.plural') },
    admin: {
      description: adminText('fees.tiers.description'),
      condition: onlyFor('tiers'),
      components: { RowLabel: '/admin/fees/FeeTierLabel.tsx#FeeTierLabel' },
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'upTo',
            type: 'number',
            min: 0,
            validate: wholeNumber,
            label: adminText('fees.tiers.upTo'),
            admin: { width: '50%', description: adminText('fees.tiers.upTo.description') },
          },
          kronorField({ name: 'amount', label: 'fees.tiers.amount', required: true, width: '50%' }),
        ],
      },
    ],
  },
]

/** What a plan costs, from which day on. A fee that changes is a new table, so that what was promised stays to be seen. */
export const feeTablesField: ArrayField = {
  name: 'feeTables',
  type: 'array',
  validate: refuseTwoFromOneDay,
  label: adminText('fees.tables'),
  labels: { singular: adminText('fees.tables.singular'), plural: adminText('fees.tables.plural') },
  admin: {
    description: adminText('fees.tables.description'),
    components: { RowLabel: '/admin/fees/FeeTableLabel.tsx#FeeTableLabel' },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'from',
          type: 'date',
          required: true,
          validate: requireDay,
          label: adminText('fees.from'),
          admin: { width: '50%', date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } },
        },
        {
          name: 'basis',
          type: 'select',
          required: true,
          defaultValue: 'fixed',
          label: adminText('fees.basis'),
          options: feeBases.map((basis) => ({ value: basis, label: adminText(`fees.basis.${basis}`) })),
          admin: { width: '50%' },
        },
      ],
    },
    kronorField({ name: 'amount', label: 'fees.amount', required: true, condition: onlyFor('fixed') }),
    perEmployee,
    ...tiers,
    {
      type: 'row',
      fields: [
        {
          name: 'proration',
          type: 'select',
          required: true,
          defaultValue: 'none',
          label: adminText('fees.proration'),
          options: prorations.map((part) => ({ value: part, label: adminText(`fees.proration.${part}`) })),
          admin: { width: '50%', description: adminText('fees.proration.description') },
        },
        kronorField({
          name: 'entryStake',
          label: 'fees.entryStake',
          description: 'fees.entryStake.description',
          width: '50%',
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'servicePercent',
          type: 'number',
          defaultValue: 0,
          min: 0,
          max: 100,
          validate: wholeNumber,
          label: adminText('fees.servicePercent'),
          admin: { width: '33%', description: adminText('fees.servicePercent.description') },
        },
        vatField('serviceVatPercent', 'fees.serviceVatPercent', 25),
        vatField('membershipVatPercent', 'fees.membershipVatPercent', 0),
      ],
    },
    { name: 'example', type: 'ui', admin: { components: { Field: '/admin/fees/FeeExample.tsx#FeeExample' } } },
  ],
}
