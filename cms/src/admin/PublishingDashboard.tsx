'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { ActButton } from './ActButton.tsx'
import { DeskOverview } from './desk/DeskOverview.tsx'
import { LanguageReport } from './LanguageReport.tsx'
import { LatestReleases } from './LatestReleases.tsx'
import { type OpenChange, type OverviewAnswer, overviewAnswerSchema } from './publishing-answers.ts'
import './publishing.css'
import { useAdminText } from './use-admin-text.ts'
import { usePolled } from './use-polled.ts'

const pauseWhileMovingMilliseconds = 400
const pauseAtRestMilliseconds = 5000

const isMoving = (answer: OverviewAnswer | null): boolean => Boolean(answer?.waiting.length || answer?.progress)
const pauseAfter = (answer: OverviewAnswer | null): number =>
  isMoving(answer) ? pauseWhileMovingMilliseconds : pauseAtRestMilliseconds

const Welcome = () => {
  const { config } = useConfig()
  const { permissions } = useAuth()
  const { say } = useAdminText()
  const collections = `${config.routes.admin}/collections`
  const writes = Boolean(permissions?.collections?.['pages']?.update)
  const handlesMembers = Boolean(permissions?.collections?.['signups']?.read)
  return (
    <section className="publishing-dashboard__welcome" aria-labelledby="welcome-heading">
      <h1 id="welcome-heading">{say('welcome.heading')}</h1>
      <p>{say(handlesMembers && !writes ? 'desk.welcome' : 'welcome.text')}</p>
      <ul className="publishing-dashboard__links">
        <li>
          <a href="/" target="_blank" rel="noreferrer">
            {say('welcome.site')}
          </a>
        </li>
        {writes ? (
          <li>
            <Link href={`${collections}/pages`}>{say('welcome.pages')}</Link>
          </li>
        ) : null}
        {permissions?.collections?.['news']?.create ? (
          <li>
            <Link href={`${collections}/news/create`}>{say('welcome.news')}</Link>
          </li>
        ) : null}
        {handlesMembers ? (
          <>
            <li>
              <Link href={`${collections}/signups`}>{say('desk.welcome.signups')}</Link>
            </li>
            <li>
              <Link href={`${collections}/members`}>{say('desk.welcome.members')}</Link>
            </li>
            <li>
              <Link href={`${config.routes.admin}/globals/email-texts`}>{say('desk.welcome.texts')}</Link>
            </li>
            <li>
              <Link href={`${config.routes.admin}/globals/privacy-settings`}>{say('desk.welcome.privacy')}</Link>
            </li>
          </>
        ) : null}
      </ul>
    </section>
  )
}

/** What a change is called, with the way to its document where there is one. */
const ChangeTitle = ({ change }: { change: OpenChange }) => {
  const { config } = useConfig()
  const { say } = useAdminText()
  const { title, action, document } = change
  const name =
    title || say(`releaseRequests.action.${action === 'restored' || action === 'erased' ? action : 'rebuild'}`)
  if (!document) return <strong>{name}</strong>
  const isGlobal = config.globals.some(({ slug }) => slug === document.collection)
  const path = isGlobal ? `globals/${document.collection}` : `collections/${document.collection}/${document.id}`
  return <Link href={`${config.routes.admin}/${path}`}>{name}</Link>
}

const Waiting = ({ live, waiting, failed, progress }: OverviewAnswer) => {
  const { say, sayNumber, sayTime } = useAdminText()
  const isAtRest = waiting.length === 0 && !progress
  // What failed is not live, nor what came after a release that was restored: "all is live" would be wrong.
  if (isAtRest && (failed.length > 0 || live?.restoredFrom)) return null
  return (
    <section aria-labelledby="waiting-heading">
      <h3 id="waiting-heading">{say('dashboard.waiting.heading')}</h3>
      {isAtRest ? <p>{say('dashboard.waiting.none')}</p> : null}
      {progress ? (
        <p className="publishing-dashboard__progress">
          <progress aria-labelledby="waiting-heading" max={Math.max(progress.total, 1)} value={progress.done} />
          <span>
            {say('dashboard.waiting.progress', { done: sayNumber(progress.done), total: sayNumber(progress.total) })}
          </span>
        </p>
      ) : null}
      <ul>
        {waiting.map((change, place) => (
          <li key={place}>
            <ChangeTitle change={change} />{' '}
            <span className="publishing-dashboard__by">
              {change.by || say('dashboard.somebody')}, {sayTime(change.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Failed = ({ failed, mayForce, onDone }: Pick<OverviewAnswer, 'failed' | 'mayForce'> & { onDone: () => void }) => {
  const { say, sayTime } = useAdminText()
  if (failed.length === 0) return null
  return (
    <section className="publishing-dashboard__failed" aria-labelledby="failed-heading">
      <h3 id="failed-heading">{say('dashboard.failed.heading')}</h3>
      <p>{say('dashboard.failed.explanation')}</p>
      <ul>
        {failed.map((change, place) => (
          <li key={place}>
            <ChangeTitle change={change} />{' '}
            <span className="publishing-dashboard__by">
              {change.by || say('dashboard.somebody')}, {sayTime(change.at)}
            </span>
            {(change.reasons.length > 0 ? change.reasons : [say('dashboard.failed.noReason')]).map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </li>
        ))}
      </ul>
      {mayForce ? (
        <ActButton
          name="force"
          label={say('dashboard.force')}
          heading={say('dashboard.force.heading')}
          text={say('dashboard.force.text')}
          path="/publishing/force"
          done={say('dashboard.force.done')}
          onDone={onDone}
        />
      ) : null}
    </section>
  )
}

const Live = ({ live }: Pick<OverviewAnswer, 'live'>) => {
  const { say, sayNumber, sayTime } = useAdminText()
  if (!live) return say('dashboard.notLive')
  if (live.restoredFrom) return say('dashboard.live.restored', { time: sayTime(live.restoredFrom) })
  const time = sayTime(live.since)
  return live.pages === null
    ? say('dashboard.live', { time })
    : say('dashboard.live.pages', { time, pages: sayNumber(live.pages) })
}

/** Above the dashboard: a welcome, what is live, what waits, what failed and why, and the latest releases. */
export const PublishingDashboard = () => {
  const { permissions } = useAuth()
  const { say } = useAdminText()
  const writes = Boolean(permissions?.collections?.['pages']?.update)
  const { answer, unreachable, askNow } = usePolled('/publishing/overview', {
    schema: overviewAnswerSchema,
    pauseAfter,
  })
  return (
    <div className="publishing-dashboard">
      <Welcome />
      <DeskOverview />
      <section aria-labelledby="publishing-heading">
        <h2 id="publishing-heading">{say('dashboard.heading')}</h2>
        <output>
          {answer ? <Live live={answer.live} /> : null}
          {unreachable ? ` ${say('dashboard.unreachable')}` : null}
        </output>
        {answer ? (
          <>
            <Failed failed={answer.failed} mayForce={answer.mayForce} onDone={askNow} />
            <Waiting {...answer} />
            <LatestReleases releases={answer.releases} onDone={askNow} />
            {answer.mayRebuild ? (
              <ActButton
                name="rebuild"
                label={say('dashboard.rebuild')}
                heading={say('dashboard.rebuild.heading')}
                text={say('dashboard.rebuild.text')}
                path="/publishing/rebuild"
                done={say('dashboard.rebuild.done')}
                onDone={askNow}
              />
            ) : null}
          </>
        ) : null}
      </section>
      {writes ? <LanguageReport /> : null}
    </div>
  )
}
