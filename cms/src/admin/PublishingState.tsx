'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import type { AdminTextKey } from 'shared/translations/admin'
import { languages } from 'shared/languages'
import { type StateAnswer, stateAnswerSchema } from './publishing-answers.ts'
import './publishing.css'
import { useAdminText } from './use-admin-text.ts'
import { usePolled } from './use-polled.ts'

const pauseWhileMovingMilliseconds = 2000
const pauseAtRestMilliseconds = 20_000

const isMoving = (answer: StateAnswer | null): boolean => answer?.state === 'waiting' || answer?.state === 'rendering'
const pauseAfter = (answer: StateAnswer | null): number =>
  isMoving(answer) ? pauseWhileMovingMilliseconds : pauseAtRestMilliseconds

const seeKeys = { sv: 'publishingState.see.sv', en: 'publishingState.see.en' } as const satisfies Record<
  string,
  AdminTextKey
>

/** In a document's sidebar: is what was published on the site yet, since when, or why not. */
export const PublishingState = () => {
  const { id, collectionSlug, hasPublishedDoc, lastUpdateTime } = useDocumentInfo()
  const { say, sayTime } = useAdminText()
  const path =
    id === undefined || collectionSlug === undefined
      ? null
      : // The time of the last save asks for nothing, but makes a save ask anew at once.
        `/publishing/state?${new URLSearchParams({ collection: collectionSlug, id: String(id), saved: String(lastUpdateTime) })}`
  const { answer, unreachable } = usePolled(path, { schema: stateAnswerSchema, pauseAfter })

  const sentence = (): string => {
    if (path === null) return say('publishingState.unsaved')
    if (!answer) return unreachable ? say('publishingState.unreachable') : ''
    if (answer.state === 'live') return say('publishingState.live', { time: answer.since ? sayTime(answer.since) : '' })
    if (answer.state === 'failed') {
      return say(answer.problems?.length ? 'publishingState.failed.because' : 'publishingState.failed')
    }
    // What was published before requests were recorded, as the example is, has none of its own.
    if (answer.state === 'none' && hasPublishedDoc) return say('publishingState.published')
    return say(`publishingState.${answer.state}`)
  }

  return (
    <section className="publishing-state" aria-labelledby="publishing-state-heading">
      <h3 id="publishing-state-heading" className="publishing-state__heading">
        {say('publishingState.label')}
      </h3>
      <output className={`publishing-state__status publishing-state__status--${answer?.state ?? 'none'}`}>
        <span className="publishing-state__sentence">{sentence()}</span>
        {answer?.state === 'failed' ? answer.problems?.map((problem) => <span key={problem}>{problem}</span>) : null}
        {answer && unreachable ? <span>{say('publishingState.unreachable')}</span> : null}
      </output>
      <ul className="publishing-state__addresses">
        {languages.map((language) => {
          const address = answer?.addresses?.[language]
          return address ? (
            <li key={language}>
              <a href={address} target="_blank" rel="noreferrer">
                {say(seeKeys[language])}
              </a>
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}
