import { type NumberFieldSingleValidation, validations } from 'payload'
import { sayTo } from '../refusals.ts'

/** Validation: a whole number, within the field's `min` and `max`. */
export const wholeNumber: NumberFieldSingleValidation = (value, options) =>
  typeof value === 'number' && !Number.isInteger(value)
    ? sayTo(options.req, 'refusal.whole-number')
    : validations.number(value, options)
