import { useEffect, useState } from 'react'
import type { FeeQuote } from 'shared/membership/fee'
import { sayQuote } from 'shared/membership/say-quote'
import type { FormTexts } from './form-texts.ts'

interface Props {
  quote: FeeQuote
  texts: FormTexts
  heading: 'h2' | 'h3'
}

const quietMilliseconds = 900

/** What the membership costs, line by line, while the figures are typed. Listeners are told the sum once typing rests. */
export const SignupPrice = ({ quote, texts, heading: Heading }: Props) => {
  const { lines, total, notes } = sayQuote(quote, texts.language, texts.say)
  const sum = total ? texts.say('signup.price.now', { amount: total.amount }) : ''
  const [told, setTold] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setTold(sum), quietMilliseconds)
    return () => clearTimeout(timer)
  }, [sum])

  return (
    <section className="signup-price">
      <Heading>{texts.say('fee.heading')}</Heading>
      {total && (
        <dl>
          {lines.map(({ kind, label, amount }) => (
            <div key={`${kind} ${label}`}>
              <dt>{label}</dt>
              <dd>{amount}</dd>
            </div>
          ))}
          <div className="signup-total">
            <dt>{total.label}</dt>
            <dd>{total.amount}</dd>
          </div>
        </dl>
      )}
      {notes.map((note) => (
        <p key={note} className="signup-help">
          {note}
        </p>
      ))}
      <output className="visually-hidden">{told}</output>
    </section>
  )
}
