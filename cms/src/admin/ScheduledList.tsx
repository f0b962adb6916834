'use client'

import { Button, Link, useConfig } from '@payloadcms/ui'
import type { PlannedChange } from './schedule-answers.ts'
import { useAdminText } from './use-admin-text.ts'
import type { useSchedule } from './use-schedule.ts'

interface ScheduledListProps {
  changes: PlannedChange[]
  schedule: ReturnType<typeof useSchedule>
  /** Is told in words what was taken back, or why it was not. */
  onTakenBack: (sentence: string) => void
  /** Names each document and leads to it, where the list is of several. */
  withDocuments?: boolean
}

/** Changes in order of time, each with who planned it, why it was not made, and the way to take it back. */
export const ScheduledList = ({ changes, schedule, onTakenBack, withDocuments = false }: ScheduledListProps) => {
  const { config } = useConfig()
  const { say } = useAdminText()
  const { answer, sayChange, takeBack } = schedule

  const remove = async (change: PlannedChange) => {
    const fate = await takeBack(change)
    const done =
      change.status === 'failed' ? say('schedule.removed') : say('schedule.undone', { what: sayChange(change) })
    onTakenBack(fate.stored ? done : fate.message)
  }
  const documentOf = ({ title, collection, documentId, language, isGone }: PlannedChange) =>
    isGone ? (
      <strong>{title}</strong>
    ) : (
      <Link href={`${config.routes.admin}/collections/${collection}/${documentId}?locale=${language}`}>{title}</Link>
    )

  return (
    <ul className="schedule__list">
      {changes.map((change) => {
        const what = sayChange(change)
        const mayTakeBack = answer?.mayPlan && (change.status === 'waiting' || change.status === 'failed')
        const label = say(change.status === 'failed' ? 'schedule.remove' : 'schedule.undo')
        return (
          <li key={change.id} className={`schedule__change schedule__change--${change.status}`}>
            {withDocuments ? <span>{documentOf(change)}</span> : null}
            <span className="schedule__what">{what}</span>
            {change.reason ? <span className="schedule__reason">{change.reason}</span> : null}
            {change.requestedBy ? (
              <span className="schedule__by">{say('schedule.by', { name: change.requestedBy })}</span>
            ) : null}
            {mayTakeBack ? (
              <Button
                buttonStyle="secondary"
                size="small"
                margin={false}
                aria-label={`${label}: ${withDocuments ? `${change.title}, ` : ''}${what}`}
                onClick={() => void remove(change)}
              >
                {label}
              </Button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
