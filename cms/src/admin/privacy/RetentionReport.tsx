'use client'

import { languageLocales } from 'shared/languages'
import { isAdminTextKey } from 'shared/translations/admin'
import { useId } from 'react'
import { ActButton } from '../ActButton.tsx'
import { useAdminText } from '../use-admin-text.ts'
import { usePolled } from '../use-polled.ts'
import { retentionReportSchema } from './privacy-answers.ts'
import './privacy.css'

const aMinute = 60_000

/** What would be forgotten tonight, before it is. */
export const RetentionReport = () => {
  const { language, say } = useAdminText()
  const id = useId()
  const { answer: report, askNow } = usePolled('/privacy/retention', {
    schema: retentionReportSchema,
    pauseAfter: () => aMinute,
  })

  if (!report) return null
  const day = new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'medium' })
  const sayRule = (rule: string, count: number) => {
    const key = `privacy.why.${rule}`
    return isAdminTextKey(key) ? say(key, { count }) : rule
  }
  return (
    <section className="privacy" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{say('privacy.retention.heading')}</h3>
      {report.total === 0 ? (
        <p>{say('privacy.retention.none')}</p>
      ) : (
        <>
          <p>
            {say(report.areAll ? 'privacy.retention.total' : 'privacy.retention.total.least', { total: report.total })}{' '}
            {report.due.length < report.total ? say('privacy.retention.more', { count: report.due.length }) : null}
          </p>
          <div className="privacy__table">
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('privacy.retention.what')}</th>
                  <th scope="col">{say('privacy.retention.which')}</th>
                  <th scope="col">{say('privacy.retention.why')}</th>
                  <th scope="col">{say('privacy.retention.since')}</th>
                </tr>
              </thead>
              <tbody>
                {report.due.map((one) => (
                  <tr key={`${one.what} ${one.id}`}>
                    <td>{say(`privacy.forgotten.${one.what}`)}</td>
                    <td>{one.label}</td>
                    <td>{sayRule(one.rule, one.limit)}</td>
                    <td>{day.format(new Date(one.since))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ActButton
            name="forget-now"
            label={say('privacy.retention.now')}
            heading={say('privacy.retention.now.heading')}
            text={say('privacy.retention.now.text', { total: report.total })}
            path="/privacy/retention"
            done={say('privacy.retention.done')}
            onDone={askNow}
          />
        </>
      )}
    </section>
  )
}
