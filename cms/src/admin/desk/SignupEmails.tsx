import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { z } from 'zod'
import type { DeskEmail, DeskSignup } from '../../membership/desk-answers.ts'
import { Undelivered } from './Undelivered.tsx'
import { useDesk } from './use-desk.ts'
import { useDeskText } from './use-desk-text.ts'

const triedSchema = z.object({ tried: z.number() })

/** The e-mails of one signup and what has become of each, with the way to try again what was given up. */
export const SignupEmails = ({ emails, askNow }: Pick<DeskSignup, 'emails'> & { askNow: () => void }) => {
  const ask = useDesk()
  const { say, sayMoment } = useDeskText()
  const [isBusy, setBusy] = useState(false)
  const retry = async ({ id }: DeskEmail) => {
    setBusy(true)
    const answered = await ask('emails/retry', { ids: [id] }, triedSchema)
    setBusy(false)
    if ('refusal' in answered) toast.error(answered.refusal)
    askNow()
  }
  return (
    <section aria-labelledby="desk-emails">
      <h2 id="desk-emails">{say('desk.emails')}</h2>
      {emails.length === 0 ? <p className="desk__quiet">{say('desk.emails.not-yet')}</p> : null}
      <ul className="desk-signup__emails">
        {emails.map((email) => (
          <li key={email.id} className={email.state === 'failed' ? 'desk-signup__email--failed' : undefined}>
            <strong>{email.kind}</strong>
            <span className="desk__quiet">{email.to}</span>
            <span>
              {say(`desk.email.${email.state}`, {
                time: email.at ? sayMoment(email.at) : '',
                attempts: email.attempts,
              })}
            </span>
            {email.state !== 'sent' && email.error ? <Undelivered answer={email.error} /> : null}
            {email.state === 'failed' ? (
              <Button
                buttonStyle="secondary"
                size="small"
                margin={false}
                disabled={isBusy}
                aria-label={say('desk.emails.retry.named', { to: email.to })}
                onClick={() => void retry(email)}
              >
                {say('desk.emails.retry')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
