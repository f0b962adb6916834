'use client'

import { useAuth } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import './schedule.css'
import { ScheduledList } from './ScheduledList.tsx'
import { useAdminText } from './use-admin-text.ts'
import { useSchedule } from './use-schedule.ts'

/** On the dashboard of those who write: what is planned in all documents, and what did not happen as planned. */
export const ScheduleOverview = () => {
  const { permissions } = useAuth()
  return permissions?.collections?.['pages']?.update ? <Overview /> : null
}

const Overview = () => {
  const { say } = useAdminText()
  const schedule = useSchedule('all')
  const [told, setTold] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const { answer, unreachable } = schedule
  const tell = (sentence: string) => {
    setTold(sentence)
    heading.current?.focus() // the button that had the focus is gone
  }
  const failed = answer?.changes.filter(({ status }) => status === 'failed') ?? []
  const planned = answer?.changes.filter(({ status }) => status !== 'failed') ?? []
  return (
    <section className="schedule schedule--overview" aria-labelledby="schedule-overview-heading">
      <h2 id="schedule-overview-heading" tabIndex={-1} ref={heading}>
        {say('schedule.overview.heading')}
      </h2>
      {unreachable ? <p>{say('schedule.unreachable')}</p> : null}
      {failed.length > 0 ? (
        <section className="schedule__failures" aria-labelledby="schedule-failed-heading">
          <h3 id="schedule-failed-heading">{say('schedule.overview.failed')}</h3>
          <ScheduledList changes={failed} schedule={schedule} onTakenBack={tell} withDocuments />
        </section>
      ) : null}
      {answer && planned.length === 0 ? <p>{say('schedule.overview.none')}</p> : null}
      <ScheduledList changes={planned} schedule={schedule} onTakenBack={tell} withDocuments />
      <output className="schedule__told">{told}</output>
    </section>
  )
}
