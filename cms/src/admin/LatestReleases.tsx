import { ActButton } from './ActButton.tsx'
import type { ReleaseEntry } from './publishing-answers.ts'
import { useAdminText } from './use-admin-text.ts'

const mostTitles = 2
const longestTitle = 40

const shortened = (title: string): string =>
  title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…` : title

const RestoreButton = ({ release, onDone }: { release: ReleaseEntry; onDone: () => void }) => {
  const { say, sayTime } = useAdminText()
  const time = sayTime(release.at)
  return (
    <ActButton
      name={`restore-${release.release}`}
      label={say('dashboard.restore')}
      fullLabel={say('dashboard.restore.named', { time })}
      heading={say('dashboard.restore.heading', { time })}
      text={say('dashboard.restore.text', { time })}
      path="/publishing/restore"
      body={{ release: release.release }}
      done={say('dashboard.restore.done')}
      onDone={onDone}
    />
  )
}

/** What a release was about: the documents in it, or that all was made anew. */
const What = ({ release }: { release: ReleaseEntry }) => {
  const { say, sayTime } = useAdminText()
  const { action, titles, restoredFrom, held, dropped, notice } = release
  const listed = titles.slice(0, mostTitles).map(shortened).join(', ')
  const sentence = () => {
    if (action === 'erased') {
      if (dropped === 0) return say('dashboard.releases.erased')
      return dropped === 1
        ? say('dashboard.releases.erased.one')
        : say('dashboard.releases.erased.many', { count: dropped })
    }
    if (action === 'restored')
      return say('dashboard.releases.restored', { time: restoredFrom ? sayTime(restoredFrom) : '' })
    if (titles.length === 0) return say('dashboard.releases.rebuild')
    const count = titles.length - mostTitles
    return count > 0 ? say('dashboard.releases.more', { titles: listed, count }) : listed
  }
  return (
    <>
      <span title={titles.join(', ')}>{sentence()}</span>
      {held > 0 ? (
        <span className="publishing-dashboard__held">
          {held === 1 ? say('dashboard.releases.held.one') : say('dashboard.releases.held.many', { count: held })}
        </span>
      ) : null}
      {notice ? <span className="publishing-dashboard__held">{notice}</span> : null}
    </>
  )
}

/** The latest releases: when, by whom, what, how long it took, and the way back to those that are kept. */
export const LatestReleases = ({ releases, onDone }: { releases: ReleaseEntry[]; onDone: () => void }) => {
  const { say, sayDuration, sayNumber, sayTime } = useAdminText()
  if (releases.length === 0) return <p>{say('dashboard.releases.none')}</p>
  const mayGoBack = releases.some(({ mayRestore }) => mayRestore)
  const pagesOf = ({ changed, pages }: ReleaseEntry): string => {
    if (pages === null) return ''
    if (changed === null) return sayNumber(pages)
    return say('dashboard.releases.changed', { changed: sayNumber(changed), pages: sayNumber(pages) })
  }
  return (
    <div className="publishing-dashboard__scroll">
      <table className="publishing-dashboard__releases">
        <caption>{say('dashboard.releases.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('dashboard.releases.time')}</th>
            <th scope="col">{say('dashboard.releases.what')}</th>
            <th scope="col">{say('dashboard.releases.by')}</th>
            <th scope="col">{say('dashboard.releases.pages')}</th>
            <th scope="col">{say('dashboard.releases.duration')}</th>
            {mayGoBack ? <th scope="col">{say('dashboard.releases.action')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => (
            <tr key={`${release.release} ${release.at}`}>
              <td>
                {sayTime(release.at)}
                {release.isLive ? (
                  <span className="publishing-dashboard__live">{say('dashboard.releases.isLive')}</span>
                ) : null}
              </td>
              <td className="publishing-dashboard__what">
                <What release={release} />
              </td>
              <td>{release.by.join(', ') || say('dashboard.somebody')}</td>
              <td>{pagesOf(release)}</td>
              <td>{release.milliseconds === null ? '' : sayDuration(release.milliseconds)}</td>
              {mayGoBack ? (
                <td>{release.mayRestore ? <RestoreButton release={release} onDone={onDone} /> : null}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
