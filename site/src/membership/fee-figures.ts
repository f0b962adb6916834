import type { AskedItem } from 'shared/membership/form-items'
import { type FeeFigures, type FeeQuote, figuresNeeded, quoteFee } from 'shared/membership/fee'
import type { FeeFigure, Plan } from 'shared/membership/plan'
import { readFigure } from 'shared/membership/written-number'
import type { SignupValues } from './signup-request.ts'

/** Listed here too, as `plan.ts` would bring all of zod into the browser. */
const feeFigures = ['employees', 'turnover', 'area'] as const satisfies readonly FeeFigure[]

const isFigure = (name: string): name is FeeFigure => feeFigures.some((figure) => figure === name)

/**
 * What the chosen plan would cost with what is written so far, or null while no plan is chosen. Only what the form asks
 * counts, as for the server.
 * @param implied the plan that the form is about without asking
 */
export const quoteOf = (
  items: readonly AskedItem[],
  values: SignupValues,
  plans: readonly Pick<Plan, 'slug' | 'feeTables'>[],
  day: string,
  implied: string | null,
): FeeQuote | null => {
  const asked = items.flatMap((item) => (item.blockType === 'field' ? [item.name] : []))
  const chosen = asked.includes('plan') ? values.plan : implied
  const plan = plans.find(({ slug }) => slug === chosen)
  if (!plan) return null
  const figures: FeeFigures = Object.fromEntries(
    feeFigures.filter((name) => asked.includes(name)).map((name) => [name, readFigure(name, values[name] ?? '')]),
  )
  return quoteFee(plan, figures, day)
}

/** The item that the price is shown after: the last of the plan and the figures that any of the plans needs. */
export const itemBeforePrice = (
  items: readonly AskedItem[],
  plans: readonly Pick<Plan, 'feeTables'>[],
  day: string,
): AskedItem | undefined => {
  const needed = new Set(plans.flatMap((plan) => figuresNeeded(plan, day)))
  return items.findLast(
    (item) => item.blockType === 'field' && (item.name === 'plan' || (isFigure(item.name) && needed.has(item.name))),
  )
}
