import { type Block, type BlocksField, type Field, type PayloadRequest, validations } from 'payload'
import { idListSchema } from 'shared/content/id'
import { dayInSweden } from 'shared/membership/calendar-date'
import { type Plan, planSchema } from 'shared/membership/plan'
import { indispensableFields, questionTypes, signupFieldNames } from 'shared/membership/signup-field'
import { adminLanguage, adminText } from 'shared/translations/admin'
import { z } from 'zod'
import { aside } from '../content/aside.ts'
import { contentLanguage, sayTo } from '../content/refusals.ts'
import { fieldLabel, findFormProblem, formRowsSchema, isUsableKey } from './form-problem.ts'

const mostItems = 100

/** A key or value that nothing else has, for the communicator to keep or to replace by a word. */
const newKey = (): string => `q${Math.random().toString(36).slice(2, 8)}`

const refuseUnusableKey = (value: string | null | undefined, { req }: { req: PayloadRequest }): string | true =>
  value && isUsableKey(value) ? true : sayTo(req, 'refusal.form.consent-malformed')

/**
 * When the item is shown. Both parts are chosen among what the form asks before, so they have controls of their own; the
 * answers are JSON, as rows of their own in a localized list of blocks would need a table each.
 */
const showWhenField: Field = {
  name: 'showWhen',
  type: 'group',
  label: adminText('signupForms.showWhen'),
  admin: { description: adminText('signupForms.showWhen.description'), hideGutter: true },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: adminText('signupForms.showWhen.name'),
      admin: { components: { Field: '/admin/ShowWhen.tsx#ShowWhenName' } },
    },
    {
      name: 'is',
      type: 'json',
      label: adminText('signupForms.showWhen.is'),
      admin: { components: { Field: '/admin/ShowWhen.tsx#ShowWhenAnswers' } },
      validate: (value: unknown, { req }: { req: PayloadRequest }) =>
        z.array(z.string().max(100)).max(300).nullish().safeParse(value).success
          ? true
          : sayTo(req, 'refusal.form.condition-malformed'),
    },
  ],
}

const requiredField: Field = {
  name: 'required',
  type: 'checkbox',
  defaultValue: false,
  label: adminText('signupForms.items.required'),
  admin: { description: adminText('signupForms.items.required.description') },
}

const StepBlock: Block = {
  slug: 'step',
  labels: { singular: adminText('signupForms.step.singular'), plural: adminText('signupForms.step.plural') },
  admin: { disableBlockName: true, components: { Label: '/admin/FormItemLabel.tsx#FormItemLabel' } },
  fields: [
    {
      name: 'heading',
      type: 'text',
      required: true,
      label: adminText('signupForms.step.heading'),
      admin: { description: adminText('signupForms.step.heading.description') },
    },
    { name: 'introduction', type: 'textarea', label: adminText('signupForms.step.introduction'), admin: { rows: 2 } },
  ],
}

const FieldBlock: Block = {
  slug: 'field',
  labels: { singular: adminText('signupForms.field.singular'), plural: adminText('signupForms.field.plural') },
  admin: { disableBlockName: true, components: { Label: '/admin/FormItemLabel.tsx#FormItemLabel' } },
  fields: [
    {
      name: 'name',
      type: 'select',
      required: true,
      label: adminText('signupForms.field.name'),
      admin: { description: adminText('signupForms.field.name.description') },
      options: signupFieldNames.map((name) => ({
        value: name,
        label: { sv: fieldLabel(name, 'sv'), en: fieldLabel(name, 'en') },
      })),
    },
    requiredField,
    {
      name: 'label',
      type: 'text',
      label: adminText('signupForms.field.label'),
      admin: { description: adminText('signupForms.field.label.description') },
    },
    {
      name: 'help',
      type: 'text',
      label: adminText('signupForms.field.help'),
      admin: { description: adminText('signupForms.field.help.description') },
    },
    showWhenField,
  ],
}

const QuestionBlock: Block = {
  slug: 'question',
  labels: { singular: adminText('signupForms.question.singular'), plural: adminText('signupForms.question.plural') },
  admin: { disableBlockName: true, components: { Label: '/admin/FormItemLabel.tsx#FormItemLabel' } },
  fields: [
    { name: 'label', type: 'text', required: true, label: adminText('signupForms.question.label') },
    {
      name: 'type',
      type: 'select',
      required: true,
      defaultValue: 'text',
      label: adminText('signupForms.question.type'),
      options: questionTypes.map((type) => ({ value: type, label: adminText(`signupForms.question.type.${type}`) })),
    },
    {
      name: 'options',
      type: 'array',
      label: adminText('signupForms.question.options'),
      labels: {
        singular: adminText('signupForms.question.options.singular'),
        plural: adminText('signupForms.question.options'),
      },
      maxRows: 50,
      admin: {
        condition: (_, question: { type?: string | null }) => question.type === 'one' || question.type === 'several',
      },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'label', type: 'text', required: true, label: adminText('signupForms.question.options.label') },
            {
              name: 'value',
              type: 'text',
              required: true,
              maxLength: 100,
              defaultValue: newKey,
              label: adminText('signupForms.question.options.value'),
              admin: { description: adminText('signupForms.question.options.value.description') },
            },
          ],
        },
      ],
    },
    requiredField,
    { name: 'help', type: 'text', label: adminText('signupForms.question.help') },
    {
      name: 'key',
      type: 'text',
      required: true,
      defaultValue: newKey,
      label: adminText('signupForms.question.key'),
      admin: { description: adminText('signupForms.question.key.description') },
      validate: refuseUnusableKey,
    },
    showWhenField,
  ],
}

/** The plans that a form offers, or null when it chooses one that is not there. */
const offeredBy = async (req: PayloadRequest, chosen: string[]): Promise<Plan[] | null> => {
  const { docs } = await req.payload.find({
    collection: 'plans',
    locale: contentLanguage(req),
    depth: 0,
    pagination: false,
    req: aside(req),
  })
  const plans = docs.flatMap((plan: unknown) => planSchema.safeParse(plan).data ?? [])
  if (chosen.length === 0) return plans
  const offered = plans.filter(({ id }) => chosen.includes(id))
  return offered.length < new Set(chosen).size ? null : offered
}

/** The one list of a form: its steps, fields and questions in the order in which they are shown. */
export const formItemsField: BlocksField = {
  name: 'items',
  type: 'blocks',
  localized: true,
  required: true,
  maxRows: mostItems,
  blocks: [FieldBlock, QuestionBlock, StepBlock],
  defaultValue: () => indispensableFields.map((name) => ({ blockType: 'field', name, required: true })),
  label: adminText('signupForms.items'),
  labels: { singular: adminText('signupForms.items.singular'), plural: adminText('signupForms.items') },
  admin: { description: adminText('signupForms.items.description'), initCollapsed: true },
  validate: async (value, options) => {
    const { req } = options
    const chosen = idListSchema.catch([]).parse(Object(options.data).plans)
    const offered = await offeredBy(req, chosen)
    if (offered === null) return sayTo(req, 'refusal.form.plan-unknown')
    const found = findFormProblem({
      rows: formRowsSchema.parse(value),
      offered,
      choosesPlans: chosen.length > 0,
      on: dayInSweden(new Date()),
      language: adminLanguage(req),
    })
    return found ? sayTo(req, found.key, found.values) : validations.blocks(value, options)
  },
}
