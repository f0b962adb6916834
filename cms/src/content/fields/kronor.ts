import type { NumberField } from 'payload'
import { largestAmount } from 'shared/membership/plan'
import { adminText, type AdminTextKey } from 'shared/translations/admin'
import { sayTo } from '../refusals.ts'

interface KronorOptions {
  name: string
  label: AdminTextKey
  description?: AdminTextKey
  required?: boolean
  width?: string
  condition?: (data: unknown, siblings: unknown) => boolean
}

/** An amount of money: stored in whole öre, written and read in kronor. */
export const kronorField = ({ name, label, description, required, width, condition }: KronorOptions): NumberField => ({
  name,
  type: 'number',
  label: adminText(label),
  ...(required ? { required } : {}),
  min: 0,
  max: largestAmount,
  validate: (value: unknown, { req }) => {
    if (value === null || value === undefined || value === '') return required ? sayTo(req, 'refusal.required') : true
    const isAmount = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestAmount
    return isAmount ? true : sayTo(req, 'refusal.fees.amount')
  },
  admin: {
    ...(description ? { description: adminText(description) } : {}),
    ...(width ? { width } : {}),
    ...(condition ? { condition } : {}),
    components: { Field: '/admin/fees/KronorField.tsx#KronorField' },
  },
})
