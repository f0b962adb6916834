import { Fragment, type HTMLAttributes, type HTMLInputTypeAttribute, type ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type { AskedItem } from 'shared/membership/form-items'
import { homeCountry } from 'shared/membership/country'
import type { QuestionType } from 'shared/membership/signup-field'
import type { Named } from './say-answer.ts'
import type { PlainFieldName } from './form-steps.ts'
import type { FormTexts } from './form-texts.ts'

interface Look {
  type?: HTMLInputTypeAttribute
  autoComplete?: string
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  width: 'narrow' | 'middle' | 'wide'
}

const looks: Record<Exclude<PlainFieldName, 'plan' | 'country' | 'message' | 'logo'>, Look> = {
  organisationNumber: { inputMode: 'numeric', width: 'narrow' },
  foreignNumber: { width: 'middle' },
  organisationName: { autoComplete: 'organization', width: 'wide' },
  website: { autoComplete: 'url', inputMode: 'url', width: 'wide' },
  vatNumber: { width: 'middle' },
  employees: { inputMode: 'numeric', width: 'narrow' },
  turnover: { inputMode: 'numeric', width: 'middle' },
  area: { inputMode: 'numeric', width: 'narrow' },
  contactName: { autoComplete: 'name', width: 'wide' },
  contactRole: { autoComplete: 'organization-title', width: 'wide' },
  contactEmail: { type: 'email', autoComplete: 'email', width: 'wide' },
  contactPhone: { type: 'tel', autoComplete: 'tel', width: 'middle' },
  streetAddress: { autoComplete: 'address-line1', width: 'wide' },
  postalCode: { autoComplete: 'postal-code', inputMode: 'numeric', width: 'narrow' },
  city: { autoComplete: 'address-level2', width: 'middle' },
  postalStreetAddress: { autoComplete: 'shipping address-line1', width: 'wide' },
  postalPostalCode: { autoComplete: 'shipping postal-code', inputMode: 'numeric', width: 'narrow' },
  postalCity: { autoComplete: 'shipping address-level2', width: 'middle' },
  invoiceStreetAddress: { autoComplete: 'billing address-line1', width: 'wide' },
  invoicePostalCode: { autoComplete: 'billing postal-code', inputMode: 'numeric', width: 'narrow' },
  invoiceCity: { autoComplete: 'billing address-level2', width: 'middle' },
  invoiceEmail: { type: 'email', width: 'wide' },
  invoiceReference: { width: 'middle' },
  peppolId: { width: 'middle' },
  howDidYouHear: { width: 'wide' },
}

const questionLooks: Record<Exclude<QuestionType, 'longText' | 'one' | 'several' | 'yesNo'>, Look> = {
  text: { width: 'wide' },
  number: { inputMode: 'decimal', width: 'narrow' },
  date: { type: 'date', width: 'narrow' },
}

export interface ShownPlan {
  slug: string
  name: string
  description: string | null
  fee: string // in words
}

interface Props {
  item: AskedItem // but for `contacts`, which is several, and `logo`, which is a file
  id: string
  named: { plans: readonly ShownPlan[]; countries: Named['countries'] }
  texts: FormTexts
  value: string | string[] | undefined // to begin with
  condition: string | null // when it is asked, said where nothing can hide it
  problem: string | undefined // what is wrong, in words
  isAbroad: boolean // is the company from another country, as answered so far?
  control: UseFormRegisterReturn
}

/** One question of the form: label, help and error before the control, and tied to it. */
export const SignupField = ({ item, id, named, texts, value, condition, problem, isAbroad, control }: Props) => {
  const help = texts.help(item)
  const described = describedBy(id, help ?? condition, problem)
  const heading = <Heading text={texts.label(item)} isOptional={!item.required} texts={texts} />
  const notes = <Notes id={id} help={help} condition={condition} problem={problem} texts={texts} />
  const choices = choicesOf(item, named, texts)

  if (choices) {
    const type = item.blockType === 'question' && item.type === 'several' ? 'checkbox' : 'radio'
    return (
      <fieldset className={classOf(problem)} aria-describedby={described}>
        <legend>{heading}</legend>
        {notes}
        {choices.map((choice, index) => (
          <Fragment key={choice.value}>
            {choice.value === '' && <p className="signup-or">{texts.say('signup.answer.or')}</p>}
            <Choice
              id={index === 0 ? id : `${id}-${choice.value}`}
              type={type}
              choice={choice}
              isChosen={[value].flat().includes(choice.value)}
              control={control}
            />
          </Fragment>
        ))}
      </fieldset>
    )
  }
  const attributes = {
    id,
    'aria-describedby': described,
    'aria-invalid': problem ? true : undefined,
    ...control,
  }
  const written = [value].flat()[0]
  return (
    <div className={classOf(problem)}>
      <label htmlFor={id}>{heading}</label>
      {notes}
      {isCountry(item) ? (
        <select
          {...attributes}
          className="signup-control is-middle"
          autoComplete="country"
          defaultValue={written ?? homeCountry}
        >
          {named.countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      ) : isLong(item) ? (
        <textarea {...attributes} className="signup-control is-wide" rows={6} defaultValue={written} />
      ) : (
        <TextInput look={lookOf(item, isAbroad)} {...attributes} defaultValue={written} />
      )}
    </div>
  )
}

const isCountry = (item: AskedItem) => item.blockType === 'field' && item.name === 'country'

const isLong = (item: AskedItem) => (item.blockType === 'field' ? item.name === 'message' : item.type === 'longText')

/** The numbers of other countries have letters too, so a phone shows all of its keys. */
const lookOf = (item: AskedItem, isAbroad: boolean): Look => {
  const look = ownLookOf(item)
  return isAbroad && look.autoComplete?.endsWith('postal-code') ? { ...look, inputMode: 'text' } : look
}

const ownLookOf = (item: AskedItem): Look => {
  const isKnown = <Name extends string>(known: Record<Name, Look>, name: string): name is Name => name in known
  if (item.blockType === 'field') return isKnown(looks, item.name) ? looks[item.name] : { width: 'wide' }
  return isKnown(questionLooks, item.type) ? questionLooks[item.type] : { width: 'wide' }
}

interface ShownChoice {
  value: string
  label: string
  about?: ReactNode
}

/**
 * What is chosen between; null where one writes. A browser lets nobody take back a choice of one, so where none is needed the
 * last of them is to leave the question alone.
 */
const choicesOf = (item: AskedItem, named: Props['named'], texts: FormTexts): ShownChoice[] | null => {
  const choices = answersTo(item, named, texts)
  const isOfSeveral = item.blockType === 'question' && item.type === 'several'
  return choices && !item.required && !isOfSeveral
    ? [...choices, { value: '', label: texts.say('signup.answer.skip') }]
    : choices
}

const answersTo = (item: AskedItem, { plans }: Props['named'], texts: FormTexts): ShownChoice[] | null => {
  if (item.blockType === 'field') {
    if (item.name !== 'plan') return null
    return plans.map(({ slug, name, description, fee }) => ({
      value: slug,
      label: name,
      about: (
        <>
          {description && <>{description} </>}
          <span className="signup-fee">{fee}</span>
        </>
      ),
    }))
  }
  if (item.type === 'one' || item.type === 'several') return item.options
  if (item.type !== 'yesNo') return null
  return [
    { value: 'yes', label: texts.say('signup.answer.yes') },
    { value: 'no', label: texts.say('signup.answer.no') },
  ]
}

const classOf = (problem: string | undefined) => (problem ? 'signup-field has-problem' : 'signup-field')

/** The ids of what describes a control. */
export const describedBy = (id: string, help: string | null, problem: string | undefined): string | undefined =>
  [help && `${id}-help`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined

/** What a control is called, and whether it may be left empty. */
export const Heading = ({ text, isOptional, texts }: { text: string; isOptional: boolean; texts: FormTexts }) => (
  <>
    {isOptional ? `${text} ` : text /* the space belongs to the text, or the two are read aloud as one word */}
    {isOptional && <span className="signup-optional">{texts.say('signup.form.optional')}</span>}
  </>
)

interface NotesProps {
  id: string
  help: string | null
  condition?: string | null
  problem: string | undefined
  texts: FormTexts
}

/** What is to be known before answering: the help, and what is wrong with the answer given. */
export const Notes = ({ id, help, condition = null, problem, texts }: NotesProps) => (
  <>
    {(help ?? condition) && (
      <p className="signup-help" id={`${id}-help`}>
        {condition && <span className="signup-condition">{condition} </span>}
        {help}
      </p>
    )}
    {problem && <Problem id={`${id}-error`} text={problem} texts={texts} />}
  </>
)

export const TextInput = ({
  look,
  ...attributes
}: { look: Look } & HTMLAttributes<HTMLInputElement> & Partial<UseFormRegisterReturn>) => (
  <input
    {...attributes}
    type={look.type ?? 'text'}
    autoComplete={look.autoComplete ?? 'off'}
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

interface ChoiceProps {
  id: string
  type: 'radio' | 'checkbox'
  choice: ShownChoice
  isChosen: boolean
  control: UseFormRegisterReturn
}

const Choice = ({ id, type, choice: { value, label, about }, isChosen, control }: ChoiceProps) => (
  <div className="signup-choice">
    <input
      {...control}
      type={type}
      id={id}
      value={value}
      defaultChecked={isChosen}
      aria-describedby={about ? `${id}-about` : undefined}
    />
    <div>
      <label htmlFor={id}>{label}</label>
      {about && (
        <p className="signup-help" id={`${id}-about`}>
          {about}
        </p>
      )}
    </div>
  </div>
)
