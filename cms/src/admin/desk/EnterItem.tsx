import { Button } from '@payloadcms/ui'
import type { Dispatch, ReactNode, SetStateAction } from 'react'
import { countriesIn } from 'shared/membership/country'
import {
  type ContactFieldName,
  contactFieldNames,
  mostContacts,
  requiredContactFields,
} from 'shared/membership/signup-field'
import type { FormField, FormQuestion } from 'shared/membership/signup-form'
import { translateTo } from 'shared/translations/translate'
import type { FormToEnter } from '../../membership/desk-answers.ts'
import { useDeskText } from './use-desk-text.ts'

type Contact = Partial<Record<ContactFieldName, string>>

/** What has been typed so far. */
export interface Answers {
  fields: Record<string, string>
  questions: Record<string, string | string[] | boolean>
  contacts: Contact[]
  consents: Record<string, boolean>
}

interface EnterItemProps {
  item: FormField | FormQuestion
  form: FormToEnter
  answers: Answers
  errors: Record<string, string>
  idOf: (name: string) => string
  onChange: Dispatch<SetStateAction<Answers>>
}

interface EntryProps {
  id: string
  label: string
  help: string | null
  error: string | undefined
  children: (described: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode
}

/** A label, what helps to answer, and what is wrong with the answer, around a field. */
const Entry = ({ id, label, help, error, children }: EntryProps) => {
  const described = [...(help ? [`${id}-help`] : []), ...(error ? [`${id}-error`] : [])].join(' ')
  return (
    <div className="desk__field">
      <label htmlFor={id}>{label}</label>
      {help ? (
        <span className="desk__help" id={`${id}-help`}>
          {help}
        </span>
      ) : null}
      {error ? (
        <span className="desk__error" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error !== undefined })}
    </div>
  )
}

/** One field of the catalogue, or one question of the form's own. */
export const EnterItem = (props: EnterItemProps) =>
  props.item.blockType === 'field' ? (
    <CatalogueField {...props} item={props.item} />
  ) : (
    <Question {...props} item={props.item} />
  )

const CatalogueField = ({ item, form, answers, errors, idOf, onChange }: EnterItemProps & { item: FormField }) => {
  const { say, language } = useDeskText()
  const { name } = item
  const translate = translateTo(language)
  if (name === 'contacts') return <Contacts answers={answers} errors={errors} idOf={idOf} onChange={onChange} />
  const ownLabel = item.label ?? translate(`signup.field.${name}.label`)
  const value = answers.fields[name] ?? ''
  const change = (text: string) => onChange((before) => ({ ...before, fields: { ...before.fields, [name]: text } }))
  const options =
    name === 'country'
      ? countriesIn(language).map(({ code, name }) => ({ value: code, label: name }))
      : name === 'plan'
        ? form.plans.map(({ slug, name }) => ({ value: slug, label: name }))
        : null
  return (
    <Entry
      id={idOf(name)}
      label={item.required ? ownLabel : say('desk.enter.optional', { label: ownLabel })}
      help={item.help}
      error={errors[name]}
    >
      {(described) => {
        if (options)
          return (
            <select {...described} value={value} onChange={({ target }) => change(target.value)}>
              {name === 'country' ? null : <option value="">{say('desk.enter.choose')}</option>}
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )
        if (name === 'message')
          return <textarea {...described} rows={4} value={value} onChange={({ target }) => change(target.value)} />
        return (
          <input
            {...described}
            type="text"
            value={value}
            autoComplete="off"
            onChange={({ target }) => change(target.value)}
          />
        )
      }}
    </Entry>
  )
}

const Question = ({ item, answers, errors, idOf, onChange }: EnterItemProps & { item: FormQuestion }) => {
  const { say } = useDeskText()
  const { key, type, options } = item
  const name = `questions.${key}`
  const answer = answers.questions[key]
  const change = (given: string | string[] | boolean) =>
    onChange((before) => ({ ...before, questions: { ...before.questions, [key]: given } }))
  const label = item.required ? item.label : say('desk.enter.optional', { label: item.label })
  if (type === 'several') {
    const chosen = Array.isArray(answer) ? answer : []
    return (
      <fieldset className="desk-enter__choices" id={idOf(name)}>
        <legend>{label}</legend>
        {errors[name] ? <p className="desk__error">{errors[name]}</p> : null}
        {options.map((option) => (
          <p key={option.value} className="desk-enter__choice">
            <input
              type="checkbox"
              id={idOf(`${name}.${option.value}`)}
              checked={chosen.includes(option.value)}
              onChange={({ target }) =>
                change(target.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))
              }
            />
            <label htmlFor={idOf(`${name}.${option.value}`)}>{option.label}</label>
          </p>
        ))}
      </fieldset>
    )
  }
  const choices =
    type === 'yesNo'
      ? [
          { value: 'yes', label: say('signups.answer.yes') },
          { value: 'no', label: say('signups.answer.no') },
        ]
      : type === 'one'
        ? options
        : null
  const text = typeof answer === 'string' ? answer : ''
  return (
    <Entry id={idOf(name)} label={label} help={item.help} error={errors[name]}>
      {(described) => {
        if (choices)
          return (
            <select {...described} value={text} onChange={({ target }) => change(target.value)}>
              <option value="">{say('desk.enter.choose')}</option>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          )
        if (type === 'longText')
          return <textarea {...described} rows={4} value={text} onChange={({ target }) => change(target.value)} />
        return (
          <input
            {...described}
            type={type === 'date' ? 'date' : 'text'}
            inputMode={type === 'number' ? 'decimal' : undefined}
            value={text}
            onChange={({ target }) => change(target.value)}
          />
        )
      }}
    </Entry>
  )
}

/** Further contact persons, each a group of fields. */
const Contacts = ({
  answers,
  errors,
  idOf,
  onChange,
}: Pick<EnterItemProps, 'answers' | 'errors' | 'idOf' | 'onChange'>) => {
  const { say, language } = useDeskText()
  const translate = translateTo(language)
  const write = (contacts: Contact[]) => onChange((before) => ({ ...before, contacts }))
  return (
    <div className="desk-enter__contacts" id={idOf('contacts')}>
      {answers.contacts.map((contact, place) => (
        <fieldset key={place} className="desk-enter__choices">
          <legend>{say('desk.enter.contact', { number: place + 2 })}</legend>
          {contactFieldNames.map((name) => {
            const label = translate(`signup.field.${name}.label`)
            const path = `contacts.${place}.${name}`
            return (
              <Entry
                key={name}
                id={idOf(path)}
                label={requiredContactFields.includes(name) ? label : say('desk.enter.optional', { label })}
                help={null}
                error={errors[path]}
              >
                {(described) => (
                  <input
                    {...described}
                    type="text"
                    autoComplete="off"
                    value={contact[name] ?? ''}
                    onChange={({ target }) =>
                      write(answers.contacts.map((one, at) => (at === place ? { ...one, [name]: target.value } : one)))
                    }
                  />
                )}
              </Entry>
            )
          })}
          <Button
            buttonStyle="secondary"
            size="small"
            margin={false}
            onClick={() => write(answers.contacts.filter((_, at) => at !== place))}
          >
            {say('desk.enter.contact.remove', { number: place + 2 })}
          </Button>
        </fieldset>
      ))}
      {answers.contacts.length < mostContacts ? (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => write([...answers.contacts, {}])}>
          {say('desk.enter.contact.add')}
        </Button>
      ) : null}
      {errors['contacts'] ? <p className="desk__error">{errors['contacts']}</p> : null}
    </div>
  )
}
