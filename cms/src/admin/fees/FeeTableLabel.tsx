'use client'

import { useRowLabel } from '@payloadcms/ui'
import { languageLocales } from 'shared/languages'
import { z } from 'zod'
import { useAdminText } from '../use-admin-text.ts'

const tableSchema = z.object({ from: z.string().nullish() })

/** The heading of a fee table in the list of them: the day from which it holds. */
export const FeeTableLabel = () => {
  const { data, rowNumber } = useRowLabel<unknown>()
  const { language, say } = useAdminText()
  const from = tableSchema.safeParse(data).data?.from
  if (!from) return <span>{say('fees.table.unnamed', { number: (rowNumber ?? 0) + 1 })}</span>
  const day = new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'long', timeZone: 'UTC' })
  return <span>{say('fees.table.named', { from: day.format(new Date(from)) })}</span>
}
