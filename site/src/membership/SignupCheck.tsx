import type { AskedItem } from 'shared/membership/form-items'
import type { FeeQuote } from 'shared/membership/fee'
import type { Named } from './say-answer.ts'
import type { FormPlaces } from './form-places.ts'
import type { FormPart } from './form-steps.ts'
import type { FormTexts } from './form-texts.ts'
import { SignupAnswers } from './SignupAnswers.tsx'
import { SignupPrice } from './SignupPrice.tsx'
import type { SignupValues } from './signup-request.ts'
import { StepHeading } from './StepHeading.tsx'

interface Props {
  id: string
  parts: readonly FormPart[]
  places: FormPlaces
  shown: readonly AskedItem[]
  values: SignupValues
  quote: FeeQuote | null
  texts: FormTexts
  named: Named
  title: string // of the form, where a part has no heading
  timesMoved: number
  onChange: (place: number) => void
}

/** All answers, read back step by step before they are sent; each step can be gone back to. */
export const SignupCheck = ({ id, parts, places, shown, values, quote, texts, named, title, ...props }: Props) => (
  <section className="signup-step" aria-labelledby={id}>
    <StepHeading
      id={id}
      heading={texts.say('signup.step.check')}
      number={places.count}
      count={places.count}
      texts={texts}
      timesMoved={props.timesMoved}
    />
    <p>{texts.say('signup.step.check.introduction')}</p>
    {places.steps.map((place) => {
      const part = parts[place]
      const heading = part?.step?.heading ?? title
      return (
        <section key={place} className="signup-checked">
          <h3>{heading}</h3>
          <button type="button" className="signup-quiet" onClick={() => props.onChange(place)}>
            {texts.say('signup.step.change')}
            <span className="visually-hidden"> {heading}</span>
          </button>
          <SignupAnswers
            items={part?.items.filter((item) => shown.includes(item)) ?? []}
            values={values}
            texts={texts}
            named={named}
          />
        </section>
      )
    })}
    {quote && <SignupPrice quote={quote} texts={texts} heading="h3" />}
  </section>
)
