import type { HTMLAttributes, HTMLInputTypeAttribute } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type { SignupFieldName } from 'shared/membership/signup-field'
import type { FormField } from 'shared/membership/signup-form'
import type { FormTexts } from './form-texts.ts'

interface Look {
  type?: HTMLInputTypeAttribute
  autoComplete: string
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  width: 'narrow' | 'middle' | 'wide'
}

const looks: Record<Exclude<SignupFieldName, 'plan' | 'message'>, Look> = {
  organisationNumber: { autoComplete: 'off', inputMode: 'numeric', width: 'narrow' },
  organisationName: { autoComplete: 'organization', width: 'wide' },
  website: { autoComplete: 'url', inputMode: 'url', width: 'wide' },
  contactName: { autoComplete: 'name', width: 'wide' },
  contactRole: { autoComplete: 'organization-title', width: 'wide' },
  contactEmail: { type: 'email', autoComplete: 'email', width: 'wide' },
  contactPhone: { type: 'tel', autoComplete: 'tel', width: 'middle' },
  streetAddress: { autoComplete: 'address-line1', width: 'wide' },
  postalCode: { autoComplete: 'postal-code', inputMode: 'numeric', width: 'narrow' },
  city: { autoComplete: 'address-level2', width: 'middle' },
  invoiceEmail: { type: 'email', autoComplete: 'off', width: 'wide' },
  invoiceReference: { autoComplete: 'off', width: 'middle' },
  employees: { autoComplete: 'off', inputMode: 'numeric', width: 'narrow' },
}

export interface ShownPlan {
  slug: string
  name: string
  description: string | null
  fee: string // in words
}

interface Props {
  field: FormField
  id: string
  plans: ShownPlan[]
  texts: FormTexts
  value: string | undefined // to begin with
  problem: string | undefined // what is wrong, in words
  control: UseFormRegisterReturn
}

/** One question of the form: label, help and error before the control, and tied to it. */
export const SignupField = ({ field, id, plans, texts, value, problem, control }: Props) => {
  const help = texts.help(field)
  const described = [help && `${id}-help`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined
  const heading = (
    <>
      {texts.label(field)}
      {!field.required && <span className="signup-optional"> {texts.say('signup.form.optional')}</span>}
    </>
  )
  const notes = (
    <>
      {help && (
        <p className="signup-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {problem && <Problem id={`${id}-error`} text={problem} texts={texts} />}
    </>
  )

  if (field.name === 'plan') {
    return (
      <fieldset className={classOf(problem)} aria-describedby={described}>
        <legend>{heading}</legend>
        {notes}
        {plans.map((plan, index) => (
          <PlanChoice
            key={plan.slug}
            id={index === 0 ? id : `${id}-${plan.slug}`}
            plan={plan}
            isChosen={value === plan.slug}
            control={control}
          />
        ))}
      </fieldset>
    )
  }
  const attributes = {
    id,
    defaultValue: value,
    'aria-describedby': described,
    'aria-invalid': problem ? true : undefined,
  }
  return (
    <div className={classOf(problem)}>
      <label htmlFor={id}>{heading}</label>
      {notes}
      {field.name === 'message' ? (
        <textarea {...attributes} {...control} className="signup-control is-wide" rows={6} />
      ) : (
        <TextInput look={looks[field.name]} {...attributes} {...control} />
      )}
    </div>
  )
}

const classOf = (problem: string | undefined) => (problem ? 'signup-field has-problem' : 'signup-field')

const TextInput = ({
  look,
  ...attributes
}: { look: Look } & HTMLAttributes<HTMLInputElement> & UseFormRegisterReturn) => (
  <input
    {...attributes}
    type={look.type ?? 'text'}
    autoComplete={look.autoComplete}
    inputMode={look.inputMode}
    spellCheck={false}
    className={`signup-control is-${look.width}`}
  />
)

/** What is wrong, beside the field it is about. */
export const Problem = ({ id, text, texts }: { id: string; text: string; texts: FormTexts }) => (
  <p className="signup-problem" id={id}>
    <span className="visually-hidden">{texts.say('signup.form.error-prefix')} </span>
    {text}
  </p>
)

interface PlanChoiceProps {
  id: string
  plan: ShownPlan
  isChosen: boolean
  control: UseFormRegisterReturn
}

const PlanChoice = ({ id, plan, isChosen, control }: PlanChoiceProps) => (
  <div className="signup-choice">
    <input
      {...control}
      type="radio"
      id={id}
      value={plan.slug}
      defaultChecked={isChosen}
      aria-describedby={`${id}-about`}
    />
    <div>
      <label htmlFor={id}>{plan.name}</label>
      <p className="signup-help" id={`${id}-about`}>
        {plan.description && <>{plan.description} </>}
        <span className="signup-fee">{plan.fee}</span>
      </p>
    </div>
  </div>
)
