import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { deskCountsSchema } from '../../membership/desk-answers.ts'
import { usePolled } from '../use-polled.ts'
import './desk.css'
import { useDeskText } from './use-desk-text.ts'

const pauseMilliseconds = 15_000
const pauseAfter = () => pauseMilliseconds

/** On the dashboard: how many signups wait, for whom and how long, and how many e-mails did not arrive. */
export const DeskOverview = () => {
  const { permissions } = useAuth()
  const mayRead = Boolean(permissions?.collections?.['signups']?.read)
  return mayRead ? <Overview /> : null
}

const Overview = () => {
  const { config } = useConfig()
  const { say, sayNumber, sayWait } = useDeskText()
  const { answer, unreachable } = usePolled('/desk/counts', { schema: deskCountsSchema, pauseAfter })
  const list = `${config.routes.admin}/collections/signups`
  return (
    <section className="desk-overview" aria-labelledby="desk-overview-heading">
      <h2 id="desk-overview-heading">{say('signups.plural')}</h2>
      {unreachable && !answer ? <p>{say('desk.not-answered')}</p> : null}
      {answer ? (
        <ul>
          <li className={answer.groups.todo > 0 ? 'desk-overview__todo' : undefined}>
            <Link href={list}>
              <strong>{sayNumber(answer.groups.todo)}</strong> {say('desk.overview.todo')}
            </Link>
            {answer.oldestWait ? (
              <span className="desk__quiet">{say('desk.overview.oldest', { time: sayWait(answer.oldestWait) })}</span>
            ) : null}
          </li>
          <li>
            <Link href={`${list}?show=company`}>
              <strong>{sayNumber(answer.groups.company)}</strong> {say('desk.overview.company')}
            </Link>
          </li>
          {answer.faulted.length > 0 ? (
            <li className="desk-overview__bad">
              <strong>{sayNumber(answer.faulted.length)}</strong> {say('desk.overview.faulted')}
              <ul className="desk-overview__faulted">
                {answer.faulted.map(({ id, name }) => (
                  <li key={id}>
                    <Link href={`${list}/${id}`}>{name}</Link>
                  </li>
                ))}
              </ul>
            </li>
          ) : null}
          {answer.failedEmails > 0 ? (
            <li className="desk-overview__bad">
              <Link href={`${list}?show=emails`}>
                <strong>{sayNumber(answer.failedEmails)}</strong>{' '}
                {say(answer.failedEmails === 1 ? 'desk.overview.emails.one' : 'desk.overview.emails')}
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </section>
  )
}
