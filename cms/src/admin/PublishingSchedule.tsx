'use client'

import { Button, useDocumentInfo, useLocale } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { isLanguage, defaultLanguage, type Language, languageNames, languages } from 'shared/languages'
import type { PlannedChange } from './schedule-answers.ts'
import './schedule.css'
import { ScheduledList } from './ScheduledList.tsx'
import { useAdminText } from './use-admin-text.ts'
import { useSchedule } from './use-schedule.ts'
import { momentsOf, sayZone, wallTimeOf } from './wall-time.ts'

type Action = PlannedChange['action']
const actions: Action[] = ['publish', 'unpublish']

interface WishFieldsProps {
  contentLanguage: Language
  schedule: ReturnType<typeof useSchedule>
  document: { collection: string; id: string }
  onPlanned: (sentence: string) => void
}

/**
 * What should happen, in which language and when. These fields stand inside the document's own form, so they have no
 * form of their own, and Enter in them must not save the document.
 */
const WishFields = ({ contentLanguage, schedule, document, onPlanned }: WishFieldsProps) => {
  const { say } = useAdminText()
  const { language: reader, timeZone, plan, sayChange } = schedule
  const [opened] = useState(() => new Date())
  const [action, setAction] = useState<Action>('publish')
  const [language, setLanguage] = useState(contentLanguage)
  const [wallTime, setWallTime] = useState('')
  const [timeError, setTimeError] = useState('')
  const [otherError, setOtherError] = useState('')
  const [sending, setSending] = useState(false)
  const timeField = useRef<HTMLInputElement>(null)

  const [moment, secondMoment] = momentsOf(wallTime, timeZone)
  const [, clock = ''] = wallTime.split('T')
  const refuseTime = (sentence: string) => {
    setTimeError(sentence)
    timeField.current?.focus()
  }
  const submit = async () => {
    if (sending) return
    setTimeError('')
    setOtherError('')
    if (!moment)
      return refuseTime(say(wallTime ? 'refusal.schedule.skipped' : 'refusal.schedule.no-time', { time: clock }))
    setSending(true)
    const fate = await plan({ ...document, action, language, at: moment.toISOString() })
    setSending(false)
    if (fate.stored)
      return onPlanned(
        say('schedule.planned', { what: sayChange({ action, language, at: moment, status: 'waiting' }) }),
      )
    if (fate.field === 'at') return refuseTime(fate.message)
    setOtherError(fate.message)
  }

  return (
    <div className="schedule__fields" id="schedule-fields">
      <label htmlFor="schedule-action">{say('schedule.action')}</label>
      <select
        id="schedule-action"
        value={action}
        aria-describedby="schedule-help"
        onChange={({ target }) => setAction(actions.find((one) => one === target.value) ?? 'publish')}
      >
        {actions.map((one) => (
          <option key={one} value={one}>
            {say(`schedule.action.${one}`)}
          </option>
        ))}
      </select>
      <p id="schedule-help">{say(action === 'publish' ? 'schedule.help' : 'schedule.help.unpublish')}</p>

      <label htmlFor="schedule-language">{say('schedule.language')}</label>
      <select
        id="schedule-language"
        value={language}
        onChange={({ target }) => isLanguage(target.value) && setLanguage(target.value)}
      >
        {languages.map((one) => (
          <option key={one} value={one}>
            {languageNames[one]}
          </option>
        ))}
      </select>

      <label htmlFor="schedule-at">{say('schedule.at')}</label>
      <input
        ref={timeField}
        id="schedule-at"
        type="datetime-local"
        value={wallTime}
        min={wallTimeOf(opened, timeZone)}
        aria-describedby={`schedule-zone${timeError ? ' schedule-at-error' : ''}`}
        aria-invalid={timeError !== ''}
        onChange={({ target }) => setWallTime(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          void submit()
        }}
      />
      {timeError ? (
        <p className="schedule__error" id="schedule-at-error" role="alert">
          {timeError}
        </p>
      ) : null}
      <output id="schedule-zone">
        {say('schedule.zone', { zone: sayZone(reader, moment ?? opened, timeZone) })}
        {secondMoment ? ` ${say('schedule.time-twice', { time: clock })}` : null}
      </output>
      <Button className="schedule__submit" size="medium" margin={false} onClick={() => void submit()}>
        {say('schedule.submit')}
      </Button>
      {otherError ? (
        <p className="schedule__error" role="alert">
          {otherError}
        </p>
      ) : null}
    </div>
  )
}

/** In a document's sidebar: what is planned for it, and, for those who may publish, the way to plan more. */
export const PublishingSchedule = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { code } = useLocale()
  const { say } = useAdminText()
  const document =
    id === undefined || collectionSlug === undefined ? null : { collection: collectionSlug, id: String(id) }
  const schedule = useSchedule(document)
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState('')
  const section = useRef<HTMLElement>(null)
  const { answer, unreachable } = schedule

  const tell = (sentence: string) => {
    setTold(sentence)
    // What had the focus is gone from the page.
    section.current?.querySelector<HTMLElement>('.schedule__open')?.focus()
  }

  return (
    <section className="schedule" aria-labelledby="schedule-heading" ref={section}>
      <h3 id="schedule-heading" className="schedule__heading">
        {say('schedule.heading')}
      </h3>
      {document === null ? <p>{say('schedule.unsaved')}</p> : null}
      {unreachable ? <p>{say('schedule.unreachable')}</p> : null}
      {answer?.changes.length === 0 ? <p>{say('schedule.none')}</p> : null}
      {answer ? <ScheduledList changes={answer.changes} schedule={schedule} onTakenBack={tell} /> : null}
      {answer?.mayPlan ? (
        <Button
          className="schedule__open"
          buttonStyle="secondary"
          size="small"
          margin={false}
          extraButtonProps={{ 'aria-expanded': open, 'aria-controls': 'schedule-fields' }}
          onClick={() => setOpen(!open)}
        >
          {say('schedule.open')}
        </Button>
      ) : null}
      {open && document && answer?.mayPlan ? (
        <WishFields
          key={code}
          contentLanguage={isLanguage(code) ? code : defaultLanguage}
          schedule={schedule}
          document={document}
          onPlanned={(sentence) => {
            setOpen(false)
            tell(sentence)
          }}
        />
      ) : null}
      <output className="schedule__told">{told}</output>
    </section>
  )
}
