import { useEffect, useRef } from 'react'
import type { SignupErrors } from 'shared/membership/signup-error'
import { type FormTexts, inFormOrder } from './form-texts.ts'

interface Props {
  problems: SignupErrors
  names: string[] // of the controls, in order
  idOf: (name: string) => string
  texts: FormTexts
  onFollow: (name: string) => void // to the field, wherever it is
  timesRefused: number // moves the focus here when it grows
}

/** All that is wrong, first in the form; each item leads to its field. */
export const SignupProblems = ({ problems, names, idOf, texts, onFollow, timesRefused }: Props) => {
  const summary = useRef<HTMLDivElement>(null)
  const hasProblems = Object.keys(problems).length > 0

  useEffect(() => {
    if (timesRefused > 0) summary.current?.focus()
  }, [timesRefused])

  if (!hasProblems) return null
  return (
    <div className="signup-problems" role="alert" tabIndex={-1} ref={summary}>
      <h2>{texts.say('signup.form.errors.heading')}</h2>
      <ul>
        {inFormOrder(problems, names).map(([name, code]) => (
          <li key={name}>
            {names.some((each) => name === each || name.startsWith(`${each}.`)) ? (
              <a
                href={`#${idOf(name)}`}
                onClick={(event) => {
                  event.preventDefault()
                  onFollow(name)
                }}
              >
                {texts.error(name, code)}
              </a>
            ) : (
              texts.error(name, code)
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
