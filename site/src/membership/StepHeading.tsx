import { useEffect, useRef } from 'react'
import type { FormTexts } from './form-texts.ts'

interface Props {
  id: string
  heading: string
  number: number | null // null where all steps are shown at once
  count: number
  texts: FormTexts
  timesMoved: number // moves the focus here when it grows
}

/** What a step is called, and how far one has come. */
export const StepHeading = ({ id, heading, number, count, texts, timesMoved }: Props) => {
  const place = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (timesMoved > 0) place.current?.focus()
  }, [timesMoved])
  return (
    <h2 id={id} tabIndex={-1} ref={place} className="signup-heading">
      {number !== null && <span className="signup-place">{texts.say('signup.step.place', { number, count })} </span>}
      {heading}
    </h2>
  )
}
