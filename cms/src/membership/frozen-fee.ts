import type { Language } from 'shared/languages'
import type { PricedFee } from 'shared/membership/fee'
import { sayQuote } from 'shared/membership/say-quote'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'

const frozenFeeSchema: z.ZodType<PricedFee> = z.object({
  state: z.literal('priced'),
  lines: z.array(
    z.object({
      kind: z.enum(['membership', 'service', 'entry-stake']),
      net: z.number(),
      vatPercent: z.number(),
      vat: z.number(),
      gross: z.number(),
    }),
  ),
  net: z.number(),
  vat: z.number(),
  gross: z.number(),
  period: z.object({ from: z.string(), to: z.string() }),
  parts: z.object({ of: z.number(), paid: z.number() }),
  tableFrom: z.string(),
})

/** A quote as it was kept with a signup or a member; null when there was no price. */
export const readFrozenFee = (kept: unknown): PricedFee | null => frozenFeeSchema.safeParse(kept).data ?? null

/** A kept quote in words, a line each; null when there is none. */
export const sayFrozenFee = (kept: unknown, language: Language): string | null => {
  const fee = readFrozenFee(kept)
  if (!fee) return null
  const { lines, total, notes } = sayQuote(fee, language, translateTo(language))
  return [...lines, ...(total ? [total] : [])]
    .map(({ label, amount }) => `${label}: ${amount}`)
    .concat(notes)
    .join('\n')
}
