import type { AskedItem } from 'shared/membership/form-items'
import { sayAnswer, isPersonal, type Named } from './say-answer.ts'
import { controlPrefixOf } from './form-steps.ts'
import type { FormTexts } from './form-texts.ts'
import type { SignupValues } from './signup-request.ts'

interface Props {
  items: readonly AskedItem[]
  values: SignupValues
  texts: FormTexts
  named: Named
  isReceipt?: boolean // what was not answered is left out then, and what is personal is not shown
}

/** What was answered, read back. */
export const SignupAnswers = ({ items, values, texts, named, isReceipt = false }: Props) => (
  <dl className="signup-answers">
    {items.map((item) => {
      const lines = sayAnswer(item, values, texts, named)
      if (isReceipt && lines.length === 0) return null
      return (
        <div key={controlPrefixOf(item)}>
          <dt>{texts.label(item)}</dt>
          {isReceipt && isPersonal(item, values) ? (
            <dd className="signup-optional">{texts.say('signup.receipt.masked')}</dd>
          ) : item.blockType === 'field' && item.name === 'logo' && values.logo ? (
            <dd>
              <img className="signup-logo" src={values.logo} alt={texts.say('signup.logo.preview')} />
            </dd>
          ) : (
            lines.map((line, place) => <dd key={`${place} ${line}`}>{line}</dd>)
          )}
          {lines.length === 0 && <dd className="signup-optional">{texts.say('signup.form.no-answer')}</dd>}
        </div>
      )
    })}
  </dl>
)
