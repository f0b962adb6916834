'use client'
import { useAdminText } from './use-admin-text.ts'

/** Leads to the mails that are kept as files while no mail server is set. */
export const OutgoingMails = () => {
  const { say } = useAdminText()
  return (
    <p>
      <a href="/api/mails">{say('mails.link')}</a>
    </p>
  )
}
