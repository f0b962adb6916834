import { z } from 'zod'
import { idSchema, optionalTextSchema } from '../content/id.ts'

/** What decides the fee: nothing, the number of employees, or the step of a table that a figure of the company lies in. */
export const feeBases = ['fixed', 'per-employee', 'tiers'] as const
/** The figures of a company that a fee can depend on. `turnover` is in whole kronor a year, `area` in square metres. */
export const feeFigures = ['employees', 'turnover', 'area'] as const
export type FeeFigure = (typeof feeFigures)[number]

/** In how many parts a year is sold to who joins in the midst of it, the part that is running included. */
export const prorations = ['none', 'half-year', 'quarter', 'month'] as const
export type Proration = (typeof prorations)[number]
export const vatPercents = [0, 6, 12, 25] as const

/** Ten billion kronor: more than any fee, and little enough that sums stay exact. */
export const largestAmount = 1_000_000_000_000

const amountSchema = z.number().int().nonnegative().max(largestAmount) // öre, VAT not included
const optionalAmountSchema = amountSchema.nullish().transform((amount) => amount ?? null)
const orZero = (amount: number | null | undefined) => amount ?? 0
const vatPercentSchema = z.preprocess(
  (percent) => Number(percent ?? 0), // Payload keeps what is chosen from a list as a text
  z.union([z.literal(0), z.literal(6), z.literal(12), z.literal(25)]),
)

const feeTierSchema = z.object({
  upTo: z
    .number()
    .int()
    .nonnegative()
    .nullish()
    .transform((figure) => figure ?? null), // the last figure of the step; null: without end
  amount: amountSchema,
})

/** Do the steps go upwards, and does the last one go on without end, so that every figure lies in one? */
export const hasEveryFigure = (tiers: readonly { upTo?: number | null | undefined }[]): boolean =>
  tiers.length > 0 &&
  tiers.every(({ upTo }, place) => {
    if (place === tiers.length - 1) return upTo == null
    const before = place === 0 ? -1 : tiers[place - 1]?.upTo
    return upTo != null && before != null && upTo > before
  })

/** Steps that were begun before another basis was chosen stay in the CMS, hidden, and say nothing. */
const withoutOtherSteps = (table: unknown): unknown =>
  typeof table === 'object' && table !== null && 'basis' in table && table.basis !== 'tiers'
    ? { ...table, tiers: [] }
    : table

const writtenTableSchema = z
  .object({
    from: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}/)
      .transform((time) => time.slice(0, 10)), // the CMS keeps a day as its noon
    basis: z.enum(feeBases),
    amount: optionalAmountSchema, // fixed
    perUnit: optionalAmountSchema, // per employee
    minimum: optionalAmountSchema,
    maximum: optionalAmountSchema,
    tiersBy: z
      .enum(feeFigures)
      .nullish()
      .transform((figure) => figure ?? 'employees'),
    tiers: z
      .array(feeTierSchema)
      .nullish()
      .transform((tiers) => tiers ?? []),
    proration: z
      .enum(prorations)
      .nullish()
      .transform((proration) => proration ?? 'none'),
    entryStake: amountSchema.nullish().transform(orZero), // paid once, no VAT, never divided
    servicePercent: z.number().int().min(0).max(100).nullish().transform(orZero), // the share of the yearly fee that pays for services
    serviceVatPercent: vatPercentSchema,
    membershipVatPercent: vatPercentSchema, // 0 for most associations
  })
  .refine(({ basis, amount }) => basis !== 'fixed' || amount !== null, 'amount-missing')
  .refine(({ basis, perUnit }) => basis !== 'per-employee' || perUnit !== null, 'amount-missing')
  .refine(
    ({ basis, minimum, maximum }) =>
      basis !== 'per-employee' || minimum === null || maximum === null || minimum <= maximum,
    'minimum-above-maximum',
  )
  .refine(({ basis, tiers }) => basis !== 'tiers' || hasEveryFigure(tiers), 'tiers-with-gaps')

/** What a membership costs from a day on. Amounts are whole öre a year, VAT not included. */
export const feeTableSchema = z.preprocess(withoutOtherSteps, writtenTableSchema)
export type FeeTable = z.infer<typeof feeTableSchema>

/** A kind of membership that a company can choose. */
export const planSchema = z.object({
  id: idSchema,
  slug: z.string(), // the value stored in a signup's answers
  name: z.string(),
  description: optionalTextSchema,
  order: z.number().nullish().transform(orZero), // the lowest is offered first
  feeTables: z
    .array(feeTableSchema)
    .nullish()
    .transform((tables) => tables ?? []),
})
export type Plan = z.infer<typeof planSchema>
