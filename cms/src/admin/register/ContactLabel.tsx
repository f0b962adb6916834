'use client'

import { useRowLabel } from '@payloadcms/ui'
import { z } from 'zod'
import { useAdminText } from '../use-admin-text.ts'

const contactSchema = z.object({
  name: z.string().nullish(),
  email: z.string().nullish(),
  isMain: z.boolean().nullish(),
})

/** Who a contact person is, on the closed row: "Åsa Öberg (huvudkontakt)". */
export const ContactLabel = () => {
  const { data, rowNumber = 0 } = useRowLabel()
  const { say } = useAdminText()
  const { name, email, isMain } = contactSchema.catch({}).parse(data)
  const who = name || email || `${say('members.contacts.singular')} ${rowNumber + 1}`
  return <span>{isMain ? say('members.contacts.label.main', { name: who }) : who}</span>
}
