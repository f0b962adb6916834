'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { type OverviewAnswer, overviewAnswerSchema } from './publishing-answers.ts'
import './publishing.css'
import { useAdminText } from './use-admin-text.ts'
import { usePolled } from './use-polled.ts'

const pauseWhileWaitingMilliseconds = 2000
const pauseAtRestMilliseconds = 15_000

const pauseAfter = (answer: OverviewAnswer | null): number =>
  answer?.waiting.length ? pauseWhileWaitingMilliseconds : pauseAtRestMilliseconds

const Welcome = () => {
  const { config } = useConfig()
  const { permissions } = useAuth()
  const { say } = useAdminText()
  const collections = `${config.routes.admin}/collections`
  return (
    <section className="publishing-dashboard__welcome" aria-labelledby="welcome-heading">
      <h1 id="welcome-heading">{say('welcome.heading')}</h1>
      <p>{say('welcome.text')}</p>
      <ul className="publishing-dashboard__links">
        <li>
          <a href="/" target="_blank" rel="noreferrer">
            {say('welcome.site')}
          </a>
        </li>
        {permissions?.collections?.['pages']?.update ? (
          <li>
            <Link href={`${collections}/pages`}>{say('welcome.pages')}</Link>
          </li>
        ) : null}
        {permissions?.collections?.['news']?.create ? (
          <li>
            <Link href={`${collections}/news/create`}>{say('welcome.news')}</Link>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

const Waiting = ({ waiting, failed }: Pick<OverviewAnswer, 'waiting' | 'failed'>) => {
  const { say, sayTime } = useAdminText()
  if (waiting.length === 0 && failed.length > 0) return null // what failed is not live, so "all is live" would be wrong
  return (
    <section aria-labelledby="waiting-heading">
      <h3 id="waiting-heading">{say('dashboard.waiting.heading')}</h3>
      {waiting.length === 0 ? <p>{say('dashboard.waiting.none')}</p> : null}
      <ul>
        {waiting.map(({ title, requestedBy, at }, place) => (
          <li key={place}>
            {say('dashboard.waiting.item', {
              title: title || say('releaseRequests.action.rebuild'),
              by: requestedBy || say('dashboard.somebody'),
              time: at ? sayTime(at) : '',
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Failed = ({ failed }: Pick<OverviewAnswer, 'failed'>) => {
  const { say } = useAdminText()
  if (failed.length === 0) return null
  return (
    <section className="publishing-dashboard__failed" aria-labelledby="failed-heading">
      <h3 id="failed-heading">{say('dashboard.failed.heading')}</h3>
      <p>{say('dashboard.failed.explanation')}</p>
      <ul>
        {failed.map(({ title, reason }, place) => (
          <li key={place}>
            <strong>{title || say('releaseRequests.action.rebuild')}</strong> {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Releases = ({ releases }: Pick<OverviewAnswer, 'releases'>) => {
  const { say, sayTime } = useAdminText()
  if (releases.length === 0) return <p>{say('dashboard.releases.none')}</p>
  return (
    <table className="publishing-dashboard__releases">
      <caption>{say('dashboard.releases.heading')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('dashboard.releases.time')}</th>
          <th scope="col">{say('dashboard.releases.status')}</th>
          <th scope="col">{say('dashboard.releases.by')}</th>
          <th scope="col">{say('dashboard.releases.documents')}</th>
          <th scope="col">{say('dashboard.releases.pages')}</th>
        </tr>
      </thead>
      <tbody>
        {releases.map(({ release, at, by, status, pages, documents }) => (
          <tr key={release}>
            <td>{sayTime(at)}</td>
            <td>{say(`releaseRequests.status.${status}`)}</td>
            <td>{by || say('dashboard.somebody')}</td>
            <td>{documents}</td>
            <td>{pages}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Above the dashboard: a welcome, what is live, what waits, what failed and why, and the latest releases. */
export const PublishingDashboard = () => {
  const { say, sayTime } = useAdminText()
  const { answer, unreachable } = usePolled('/publishing/overview', { schema: overviewAnswerSchema, pauseAfter })
  return (
    <div className="publishing-dashboard">
      <Welcome />
      <section aria-labelledby="publishing-heading">
        <h2 id="publishing-heading">{say('dashboard.heading')}</h2>
        <output>
          {answer?.live
            ? say('dashboard.live', { time: sayTime(answer.live.since), pages: answer.live.pages })
            : answer && say('dashboard.notLive')}
          {unreachable ? ` ${say('dashboard.unreachable')}` : null}
        </output>
        {answer ? (
          <>
            <Failed failed={answer.failed} />
            <Waiting waiting={answer.waiting} failed={answer.failed} />
            <Releases releases={answer.releases} />
          </>
        ) : null}
      </section>
    </div>
  )
}
