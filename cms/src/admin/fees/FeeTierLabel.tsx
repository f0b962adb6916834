'use client'

import { useRowLabel } from '@payloadcms/ui'
import { sayAmount } from 'shared/membership/say-quote'
import { z } from 'zod'
import { useAdminText } from '../use-admin-text.ts'

const tierSchema = z.object({ upTo: z.number().nullish(), amount: z.number().nullish() })

/** The heading of a step in a fee table: where it ends and what it costs, so that the table reads without being opened. */
export const FeeTierLabel = () => {
  const { data } = useRowLabel<unknown>()
  const { language, say, sayNumber } = useAdminText()
  const tier = tierSchema.safeParse(data).data
  const amount = tier?.amount == null ? '–' : sayAmount(tier.amount, language)
  return (
    <span>
      {tier?.upTo == null
        ? say('fees.tier.last', { amount })
        : say('fees.tier.upTo', { figure: sayNumber(tier.upTo), amount })}
    </span>
  )
}
