import { Button, Link, toast, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { z } from 'zod'
import { failedEmailsSchema } from '../../membership/desk-answers.ts'
import { OutgoingMails } from '../OutgoingMails.tsx'
import { usePolled } from '../use-polled.ts'
import { Undelivered } from './Undelivered.tsx'
import { useDesk } from './use-desk.ts'
import { useDeskText } from './use-desk-text.ts'

const pauseMilliseconds = 10_000
const pauseAfter = () => pauseMilliseconds
const triedSchema = z.object({ tried: z.number() })

/** The e-mails that were given up: to whom, why, and the way to try them again. */
export const FailedEmailList = ({ onTried }: { onTried: () => void }) => {
  const { config } = useConfig()
  const ask = useDesk()
  const { say, sayNumber, sayMoment } = useDeskText()
  const [isBusy, setBusy] = useState(false)
  const { answer, unreachable, askNow } = usePolled('/desk/emails', { schema: failedEmailsSchema, pauseAfter })

  const retry = async (wish: { ids: string[] } | { all: true }) => {
    setBusy(true)
    const answered = await ask('emails/retry', wish, triedSchema)
    setBusy(false)
    askNow()
    onTried()
    if ('refusal' in answered) toast.error(answered.refusal)
    else if (answered.answer.tried === 0) toast.info(say('desk.emails.tried.none'))
    else toast.success(say('desk.emails.tried', { count: sayNumber(answered.answer.tried) }))
  }

  if (!answer) return <p>{unreachable ? say('desk.not-answered') : say('desk.loading')}</p>
  if (answer.emails.length === 0)
    return (
      <div className="desk__empty">
        <p>{say('desk.emails.none')}</p>
        {answer.areFiles ? <OutgoingMails /> : null}
      </div>
    )
  return (
    <section className="desk__failed" aria-labelledby="desk-emails-heading">
      <h2 id="desk-emails-heading">{say('desk.emails.heading')}</h2>
      <p className="desk__explanation">{say('desk.emails.explanation')}</p>
      {answer.areFiles ? <OutgoingMails /> : null}
      <Button
        buttonStyle="secondary"
        size="small"
        margin={false}
        disabled={isBusy}
        onClick={() => void retry({ all: true })}
      >
        {say('desk.emails.retry-all', { count: sayNumber(answer.total) })}
      </Button>
      <ul className="desk__emails">
        {answer.emails.map((email) => (
          <li key={email.id}>
            <p>
              <strong>{email.kind}</strong> {say('desk.emails.to', { to: email.to })}
            </p>
            {email.signup ? (
              <p>
                <Link href={`${config.routes.admin}/collections/signups/${email.signup.id}`}>{email.signup.name}</Link>{' '}
                <span className="desk__quiet">{email.signup.reference}</span>
              </p>
            ) : null}
            <p className="desk__quiet">
              {email.at ? say('desk.emails.since', { time: sayMoment(email.at), attempts: email.attempts }) : null}
            </p>
            {email.error ? (
              <p className="desk__undelivered">
                <Undelivered answer={email.error} />
              </p>
            ) : null}
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              disabled={isBusy}
              aria-label={say('desk.emails.retry.named', { to: email.to })}
              onClick={() => void retry({ ids: [email.id] })}
            >
              {say('desk.emails.retry')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
