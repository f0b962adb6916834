import { Link, useConfig } from '@payloadcms/ui'
import type { DeskRow } from '../../membership/desk-answers.ts'
import { StatusPill } from './StatusPill.tsx'
import { useDeskText } from './use-desk-text.ts'

const longDays = 7
const longMilliseconds = longDays * 24 * 60 * 60 * 1000

interface DeskTableProps {
  rows: DeskRow[]
  heading: string
  chosen: ReadonlySet<string>
  onChoose: (ids: string[], isChosen: boolean) => void
}

/** Has it waited for us for so long that it should be seen? */
const hasWaitedLong = ({ waits, since }: DeskRow): boolean =>
  waits === 'us' && Date.now() - Date.parse(since) > longMilliseconds

/** Whom it waits for, and how long it has. */
const Wait = ({ row }: { row: DeskRow }) => {
  const { say, sayWait, sayDay } = useDeskText()
  if (!row.waits) return <span className="desk__quiet">{say('desk.waits.nobody', { day: sayDay(row.since) })}</span>
  return (
    <span className={hasWaitedLong(row) ? 'desk__long' : undefined}>
      {say(row.waits === 'us' ? 'desk.waits.us' : 'desk.waits.company', { time: sayWait(row.since) })}
    </span>
  )
}

const Remarks = ({ row }: { row: DeskRow }) => {
  const { say } = useDeskText()
  return (
    <>
      {row.hasRelated ? <span className="desk__remark">{say('desk.remark.related')}</span> : null}
      {row.failedEmails > 0 ? <span className="desk__remark desk__remark--bad">{say('desk.remark.email')}</span> : null}
    </>
  )
}

/** Signups, a line each; on a narrow screen a card each. */
export const DeskTable = ({ rows, heading, chosen, onChoose }: DeskTableProps) => {
  const { config } = useConfig()
  const { say, sayDay } = useDeskText()
  const isAllChosen = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  return (
    <table className="desk__table">
      <caption className="desk__hidden">{heading}</caption>
      <thead>
        <tr>
          <th scope="col" className="desk__choose">
            <input
              type="checkbox"
              aria-label={say('desk.choose.all')}
              checked={isAllChosen}
              onChange={({ target }) =>
                onChoose(
                  rows.map(({ id }) => id),
                  target.checked,
                )
              }
            />
          </th>
          <th scope="col">{say('desk.column.organisation')}</th>
          <th scope="col">{say('desk.column.status')}</th>
          <th scope="col">{say('desk.column.waits')}</th>
          <th scope="col">{say('desk.column.created')}</th>
          <th scope="col">{say('desk.column.language')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={chosen.has(row.id) ? 'desk__row--chosen' : undefined}>
            <td className="desk__choose">
              <input
                type="checkbox"
                aria-label={say('desk.choose.one', { name: row.organisationName })}
                checked={chosen.has(row.id)}
                onChange={({ target }) => onChoose([row.id], target.checked)}
              />
            </td>
            <th scope="row" className="desk__who">
              <Link href={`${config.routes.admin}/collections/signups/${row.id}`}>{row.organisationName}</Link>
              <span className="desk__quiet">
                {row.contactName}, {row.reference}
              </span>
              <Remarks row={row} />
            </th>
            <td>
              <StatusPill status={row.status} />
            </td>
            <td>
              <Wait row={row} />
            </td>
            <td className="desk__created">{sayDay(row.createdAt)}</td>
            <td className="desk__language">{say(`signups.language.${row.language}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
