import { useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import {
  type ContactFieldName,
  contactFieldNames,
  mostContacts,
  requiredContactFields,
} from 'shared/membership/signup-field'
import type { FormField } from 'shared/membership/signup-form'
import type { PostedValues } from './signup-state.ts'
import type { ControlName } from './form-steps.ts'
import type { FormTexts } from './form-texts.ts'
import { describedBy, Heading, Notes, TextInput } from './SignupField.tsx'

interface Props {
  item: FormField
  id: string
  texts: FormTexts
  isLive: boolean
  posted: PostedValues
  rows: { id: string }[]
  condition: string | null
  problem: string | undefined // with the list as a whole
  idOf: (name: string) => string
  problemOf: (name: ControlName) => string | undefined
  control: (name: ControlName) => UseFormRegisterReturn
  onAdd: () => void
  onRemove: (row: number) => void
}

const rowsWithoutScript = 2

/**
 * Further contact persons: a group of fields each. In the browser they are added and removed one by one; without
 * JavaScript there are two empty ones, and two more each time the form comes back.
 */
export const SignupContacts = ({ item, id, texts, isLive, posted, rows, condition, problem, ...props }: Props) => {
  const [news, setNews] = useState('')
  const help = texts.help(item)
  const add = () => {
    props.onAdd()
    setNews(texts.say('signup.contacts.added', { number: rows.length + 2 }))
  }
  const remove = (row: number) => {
    props.onRemove(row)
    setNews(texts.say('signup.contacts.removed', { number: row + 2 }))
    document.getElementById(id)?.focus()
  }
  const person = (row: number, isRegistered: boolean) =>
    contactFieldNames.map((field) => {
      const name: ControlName = `contacts.${row}.${field}`
      return (
        <ContactInput
          key={field}
          field={field}
          id={props.idOf(name)}
          texts={texts}
          problem={props.problemOf(name)}
          control={isRegistered ? props.control(name) : { name, defaultValue: [posted[name]].flat()[0] }}
        />
      )
    })

  return (
    <fieldset
      className={problem ? 'signup-field signup-contacts has-problem' : 'signup-field signup-contacts'}
      aria-describedby={describedBy(id, help ?? condition, problem)}
    >
      <legend tabIndex={-1} id={id}>
        <Heading text={texts.label(item)} isOptional={!item.required} texts={texts} />
      </legend>
      <Notes id={id} help={help} condition={condition} problem={problem} texts={texts} />
      {isLive
        ? rows.map((row, place) => (
            <fieldset key={row.id} className="signup-field signup-person">
              <legend>{texts.person(place)}</legend>
              {person(place, true)}
              <button type="button" className="signup-quiet" onClick={() => remove(place)}>
                {texts.say('signup.contacts.remove')}
                <span className="visually-hidden"> {texts.person(place)}</span>
              </button>
            </fieldset>
          ))
        : Array.from({ length: Math.min(mostContacts, postedRows(posted) + rowsWithoutScript) }, (_, place) => (
            <fieldset key={place} className="signup-field signup-person signup-later">
              <legend>{texts.person(place)}</legend>
              {person(place, false)}
            </fieldset>
          ))}
      {isLive && rows.length < mostContacts && (
        <button type="button" className="signup-quiet" onClick={add}>
          {texts.say('signup.contacts.add')}
        </button>
      )}
      {isLive && rows.length >= mostContacts && <p>{texts.say('signup.contacts.most', { count: mostContacts })}</p>}
      <output className="visually-hidden">{news}</output>
    </fieldset>
  )
}

/** How many rows of a posted form have something written in them, those between them included. */
export const postedRows = (posted: PostedValues): number =>
  Math.max(
    0,
    ...Object.entries(posted).map(([name, value]) => {
      const row = /^contacts\.(\d)\./.exec(name)?.[1]
      return row !== undefined && [value].flat().some((text) => text?.trim()) ? Number(row) + 1 : 0
    }),
  )

const looks = {
  contactName: { width: 'wide' },
  contactRole: { width: 'wide' },
  contactEmail: { type: 'email', width: 'wide' },
  contactPhone: { type: 'tel', width: 'middle' },
} as const

interface ContactInputProps {
  field: ContactFieldName
  id: string
  texts: FormTexts
  problem: string | undefined
  control: UseFormRegisterReturn | { name: string; defaultValue: string | undefined }
}

const ContactInput = ({ field, id, texts, problem, control }: ContactInputProps) => (
  <div className={problem ? 'signup-field has-problem' : 'signup-field'}>
    <label htmlFor={id}>
      <Heading text={texts.contactLabel(field)} isOptional={!requiredContactFields.includes(field)} texts={texts} />
    </label>
    <Notes id={id} help={null} problem={problem} texts={texts} />
    <TextInput
      look={looks[field]}
      id={id}
      aria-describedby={describedBy(id, null, problem)}
      aria-invalid={problem ? true : undefined}
      {...control}
    />
  </div>
)
