'use client'

import { PublishButton, useFormBackgroundProcessing, useFormModified } from '@payloadcms/ui'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import './publish-when-saved.css'

/** Words are saved 0.8 s after the last was typed; when that does not come, there was nothing to save. */
const longestPauseMilliseconds = 2000

/**
 * Payload's button, which publishes when the draft is saved. Pressed within a second of the last word, Payload would publish
 * first: were that refused, the word would be saved nowhere, and the reason would vanish with the next answer for the form.
 */
export const PublishWhenSaved = () => {
  const isModified = useFormModified()
  const isSaving = useFormBackgroundProcessing()
  const [isPressed, setPressed] = useState(false)
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!isPressed || isSaving) return
    const publish = () => {
      setPressed(false)
      place.current?.querySelector<HTMLButtonElement>('#action-save')?.click()
    }
    const timer = setTimeout(publish, isModified ? longestPauseMilliseconds : 0)
    return () => clearTimeout(timer)
  }, [isPressed, isModified, isSaving])

  const waitUntilSaved = (event: MouseEvent) => {
    const isByHand = event.isTrusted && event.target instanceof Element && event.target.closest('#action-save')
    if (!isByHand || !(isModified || isSaving)) return
    event.stopPropagation()
    setPressed(true)
  }

  return (
    <div className="publish-when-saved" ref={place} onClickCapture={waitUntilSaved} aria-busy={isPressed}>
      <PublishButton />
    </div>
  )
}
