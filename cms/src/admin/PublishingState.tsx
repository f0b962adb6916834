'use client'

import { useDocumentInfo, useDocumentTitle, useEditDepth } from '@payloadcms/ui'
import type { AdminTextKey } from 'shared/translations/admin'
import { languages } from 'shared/languages'
import { useTitle } from './use-title.ts'
import { InStepButton } from './InStepButton.tsx'
import { type StateAnswer, stateAnswerSchema } from './publishing-answers.ts'
import './publishing.css'
import { useAdminText } from './use-admin-text.ts'
import { usePolled } from './use-polled.ts'

const pauseWhileMovingMilliseconds = 400
const pauseAtRestMilliseconds = 5000
const longWaitMilliseconds = 15_000

const pauseWhileWaitingLongMilliseconds = 1500

const hasWaitedLong = ({ since }: StateAnswer): boolean =>
  Boolean(since) && Date.now() - Date.parse(since ?? '') > longWaitMilliseconds
const isMoving = (answer: StateAnswer | null): boolean => answer?.state === 'waiting' || answer?.state === 'rendering'
const pauseAfter = (answer: StateAnswer | null): number => {
  if (!answer || !isMoving(answer)) return pauseAtRestMilliseconds
  return hasWaitedLong(answer) ? pauseWhileWaitingLongMilliseconds : pauseWhileMovingMilliseconds
}

const seeKeys = { sv: 'publishingState.see.sv', en: 'publishingState.see.en' } as const satisfies Record<
  string,
  AdminTextKey
>

const failedKey = ({ problems, earlierLive }: StateAnswer): AdminTextKey => {
  const isExplained = Boolean(problems?.length)
  if (earlierLive) return isExplained ? 'publishingState.failed.because' : 'publishingState.failed'
  return isExplained ? 'publishingState.failed.first.because' : 'publishingState.failed.first'
}

/** In a document's sidebar: is what was published on the site yet, since when and where, or why not. */
export const PublishingState = () => {
  const { id, collectionSlug, globalSlug, hasPublishedDoc, lastUpdateTime } = useDocumentInfo()
  const { say, sayNumber, sayTime } = useAdminText()
  const { title } = useDocumentTitle()
  const isPage = useEditDepth() === 1 // and no document that was opened above another
  useTitle(isPage && id !== undefined && collectionSlug ? title : '')
  const subject = globalSlug
    ? { collection: globalSlug, id: globalSlug }
    : id === undefined || collectionSlug === undefined
      ? null
      : { collection: collectionSlug, id: String(id) }
  // The time of the last save asks for nothing, but makes a save ask anew at once.
  const path = subject && `/publishing/state?${new URLSearchParams({ ...subject, saved: String(lastUpdateTime) })}`
  const { answer, unreachable, askNow } = usePolled(path, { schema: stateAnswerSchema, pauseAfter })

  const sentence = (): string => {
    if (path === null) return say('publishingState.unsaved')
    if (!answer) return unreachable ? say('publishingState.unreachable') : ''
    const time = answer.since ? sayTime(answer.since) : ''
    if (answer.state === 'live' || answer.state === 'replaced') return say(`publishingState.${answer.state}`, { time })
    if (answer.state === 'failed') return say(failedKey(answer))
    if (answer.state === 'waiting' && hasWaitedLong(answer)) return say('publishingState.waiting.long', { time })
    // What was published before requests were recorded, as the example is, has none of its own.
    if (answer.state === 'none' && (globalSlug || hasPublishedDoc)) return say('publishingState.published')
    return say(`publishingState.${answer.state}`)
  }

  return (
    <section className="publishing-state" aria-labelledby="publishing-state-heading">
      <h3 id="publishing-state-heading" className="publishing-state__heading">
        {say('publishingState.label')}
      </h3>
      <output className={`publishing-state__status publishing-state__status--${answer?.state ?? 'none'}`}>
        <span className="publishing-state__sentence">{sentence()}</span>
        {answer?.progress ? (
          <span>
            {say('publishingState.progress', {
              done: sayNumber(answer.progress.done),
              total: sayNumber(answer.progress.total),
            })}
          </span>
        ) : null}
        {answer?.state === 'failed' ? answer.problems?.map((problem) => <span key={problem}>{problem}</span>) : null}
        {answer && unreachable ? <span>{say('publishingState.unreachable')}</span> : null}
      </output>
      {answer?.languages?.length ? (
        <div className="publishing-state__languages">
          <h4>{say('publishingState.languages')}</h4>
          <ul>
            {answer.languages.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {answer?.mayConfirm && subject ? <InStepButton document={subject} onDone={askNow} /> : null}
      <ul className="publishing-state__addresses">
        {languages.map((language) => {
          const address = answer?.addresses?.[language]
          return address ? (
            <li key={language}>
              <a href={address} target="_blank" rel="noreferrer">
                {say(seeKeys[language], { path: new URL(address).pathname })}
              </a>
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}
