import type { UseFormRegisterReturn } from 'react-hook-form'
import type { FormConsent } from 'shared/membership/signup-form'
import type { PostedValues } from './signup-state.ts'
import type { FormTexts } from './form-texts.ts'
import type { InlinePart } from './inline-parts.ts'
import { Problem } from './SignupField.tsx'
import type { ControlName } from './form-steps.ts'

export type ShownConsent = Pick<FormConsent, 'name' | 'required'> & { parts: InlinePart[] }

interface Props {
  consents: ShownConsent[]
  idOf: (name: string) => string
  texts: FormTexts
  posted: PostedValues
  problemOf: (name: ControlName) => string | undefined
  control: (name: ControlName) => UseFormRegisterReturn
}

/** What one is asked to agree to; no box is ticked beforehand. */
export const SignupConsents = ({ consents, idOf, texts, posted, problemOf, control }: Props) => {
  if (consents.length === 0) return null
  return (
    <fieldset className="signup-field">
      <legend>{texts.say('signup.form.consents')}</legend>
      {consents.map(({ name: consent, required, parts }) => {
        const name: ControlName = `consents.${consent}`
        const id = idOf(name)
        const problem = problemOf(name)
        return (
          <div className={problem ? 'signup-consent has-problem' : 'signup-consent'} key={name}>
            {problem && <Problem id={`${id}-error`} text={problem} texts={texts} />}
            <div className="signup-choice">
              <input
                {...control(name)}
                type="checkbox"
                id={id}
                defaultChecked={posted[name] !== undefined}
                aria-describedby={problem ? `${id}-error` : undefined}
                aria-invalid={problem ? true : undefined}
              />
              <label htmlFor={id}>
                {parts.map(({ text, href }) =>
                  href ? (
                    <a key={text} href={href}>
                      {text}
                    </a>
                  ) : (
                    text
                  ),
                )}
                {!required && <span className="signup-optional"> {texts.say('signup.form.optional')}</span>}
              </label>
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}
