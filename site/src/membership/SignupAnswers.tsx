import type { AskedItem } from 'shared/membership/form-items'
import { answerInWords, isPersonal, type Named } from './answers-in-words.ts'
import { controlPrefixOf } from './form-steps.ts'
import type { FormTexts } from './form-texts.ts'
import type { SignupValues } from './signup-request.ts'

interface Props {
  items: readonly AskedItem[]
  values: SignupValues
  texts: FormTexts
  named: Named
  hidesPersonal?: boolean // on paper and on a screen that was left
}

/** What was answered, read back. */
export const SignupAnswers = ({ items, values, texts, named, hidesPersonal = false }: Props) => (
  <dl className="signup-answers">
    {items.map((item) => {
      const lines = answerInWords(item, values, texts, named)
      return (
        <div key={controlPrefixOf(item)}>
          <dt>{texts.label(item)}</dt>
          {hidesPersonal && isPersonal(item, values) ? (
            <dd className="signup-optional">{texts.say('signup.receipt.masked')}</dd>
          ) : (
            lines.map((line, place) => <dd key={`${place} ${line}`}>{line}</dd>)
          )}
          {lines.length === 0 && <dd className="signup-optional">{texts.say('signup.form.no-answer')}</dd>}
        </div>
      )
    })}
  </dl>
)
