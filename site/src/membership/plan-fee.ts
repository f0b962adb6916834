import type { Language } from 'shared/languages'
import type { FeeTable, Plan } from 'shared/membership/plan'
import { sayAmount } from 'shared/membership/say-quote'
import type { Translate } from 'shared/translations/translate'

/** The table of a plan that holds on a day: the latest one of those that have begun. */
const tableOn = (tables: readonly FeeTable[], day: string): FeeTable | undefined =>
  tables.filter(({ from }) => from <= day).toSorted((one, other) => other.from.localeCompare(one.from))[0]

/**
 * What a plan costs a year, before anything is known of the company; null where no fee has been set.
 * @example sayPlanFee(plan, '2026-11-22', 'sv', t) // '100 kr per anställd och år, lägst 2 000 kr'
 */
export const sayPlanFee = (
  plan: Pick<Plan, 'feeTables'>,
  day: string,
  language: Language,
  t: Translate,
): string | null => {
  const table = tableOn(plan.feeTables, day)
  const fee = table ? yearlyFee(table, (amount) => sayAmount(amount, language), t) : null
  if (!table || fee === null) return null
  const hasVat =
    (table.servicePercent > 0 && table.serviceVatPercent > 0) ||
    (table.servicePercent < 100 && table.membershipVatPercent > 0)
  return hasVat ? t('signup.plan.without-vat', { fee }) : fee
}

const yearlyFee = (table: FeeTable, say: (amount: number) => string, t: Translate): string | null => {
  if (table.basis === 'tiers') {
    const amounts = table.tiers.map(({ amount }) => amount)
    const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
    if (least === most) return t('signup.plan.yearly', { amount: say(least) })
    return t(`signup.plan.tiers.${table.tiersBy}`, { least: say(least), most: say(most) })
  }
  if (table.basis === 'fixed') {
    if (table.amount === null) return null
    return table.amount === 0 ? t('signup.form.no-fee') : t('signup.plan.yearly', { amount: say(table.amount) })
  }
  if (table.perUnit === null) return null
  const amount = say(table.perUnit)
  const [minimum, maximum] = [table.minimum ?? 0, table.maximum]
  if (minimum > 0 && maximum !== null) {
    return t('signup.plan.per-employee.both', { amount, minimum: say(minimum), maximum: say(maximum) })
  }
  if (minimum > 0) return t('signup.plan.per-employee.minimum', { amount, minimum: say(minimum) })
  if (maximum !== null) return t('signup.plan.per-employee.maximum', { amount, maximum: say(maximum) })
  return t('signup.plan.per-employee', { amount })
}
