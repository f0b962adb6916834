'use client'

import { useAllFormFields } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useState } from 'react'
import { accessibilitySchema, gapsIn } from 'shared/content/accessibility'
import { optionalTextSchema } from 'shared/content/id'
import { z } from 'zod'
import { useAdminText } from './use-admin-text.ts'
import './accessibility-gaps.css'

/** A form tells of a list without rows how many it has: none. */
const withRows = (value: unknown): unknown => {
  const fields = z.looseObject({ shortcomings: z.unknown() }).catch({ shortcomings: null }).parse(value)
  return { ...fields, shortcomings: Array.isArray(fields.shortcomings) ? fields.shortcomings : [] }
}

const settingsSchema = z.object({
  email: optionalTextSchema,
  phone: optionalTextSchema,
  accessibility: z.preprocess(withRows, accessibilitySchema),
})

/** Above the settings for the accessibility statement: what of it is missing or cannot be right, while they are typed. */
export const AccessibilityGaps = () => {
  const { say } = useAdminText()
  const [fields] = useAllFormFields()
  const [now] = useState(() => new Date())
  const settings = settingsSchema.safeParse(reduceFieldsToValues(fields, true))
  if (!settings.success) return null // a field says itself what is wrong with it
  const { accessibility, email, phone } = settings.data
  const gaps = gapsIn(accessibility, { email, phone }, now)
  if (gaps.length === 0) return <p className="accessibility-gaps">{say('accessibility.gaps.none')}</p>
  return (
    <section className="accessibility-gaps accessibility-gaps--some" aria-labelledby="accessibility-gaps-heading">
      <h3 id="accessibility-gaps-heading">{say('accessibility.gaps.heading')}</h3>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{say(`accessibility.gap.${gap}`)}</li>
        ))}
      </ul>
    </section>
  )
}
