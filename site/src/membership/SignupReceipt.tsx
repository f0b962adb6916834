import { type ReactNode, useEffect, useRef } from 'react'
import type { FormTexts } from './form-texts.ts'

interface Props {
  heading: string
  reference: string
  texts: FormTexts
  onAgain: () => void
  children: ReactNode
}

/** What stands in the form's place once the signup is stored; it can be printed. */
export const SignupReceipt = ({ heading, reference, texts, onAgain, children }: Props) => {
  const place = useRef<HTMLHeadingElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <section className="signup-receipt">
      <h2 tabIndex={-1} ref={place}>
        {heading}
      </h2>
      <p className="signup-reference">{texts.say('signup.receipt.reference', { reference })}</p>
      <p>{texts.say('signup.receipt.email')}</p>
      {children}
      <p className="signup-actions">
        <button type="button" className="signup-quiet" onClick={() => window.print()}>
          {texts.say('signup.receipt.print')}
        </button>
        <button type="button" className="signup-quiet" onClick={onAgain}>
          {texts.say('signup.receipt.again')}
        </button>
      </p>
    </section>
  )
}
