'use client'

import { Button, Gutter, useConfig, useStepNav } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useId, useRef, useState } from 'react'
import { isLanguage, type Language, languages } from 'shared/languages'
import { homeCountry } from 'shared/membership/country'
import { shownItems } from 'shared/membership/form-items'
import { enteredSchema, type FormToEnter, formsToEnterSchema } from '../../membership/desk-answers.ts'
import { usePolled } from '../use-polled.ts'
import { type Answers, EnterItem } from './EnterItem.tsx'
import './desk.css'
import { useDesk } from './use-desk.ts'
import { useDeskText } from './use-desk-text.ts'
import { useTitle } from '../use-title.ts'

const pauseMilliseconds = 600_000 // forms seldom change while somebody fills one in
const pauseAfter = () => pauseMilliseconds

/** Enters a signup that came on paper or by telephone, with what its form asks. */
export const EnterSignup = () => {
  const { config } = useConfig()
  const { setStepNav } = useStepNav()
  const { say } = useDeskText()
  const { answer, unreachable } = usePolled('/desk/forms', { schema: formsToEnterSchema, pauseAfter })
  const [slug, setSlug] = useState('')
  const [language, setLanguage] = useState<Language>('sv')
  const id = useId()
  const [heading, list] = [say('desk.enter'), say('signups.plural')]
  useTitle(`${heading}, ${list}`)
  useEffect(() => {
    const isNarrow = window.matchMedia('(width < 768px)').matches // there the heading says it
    setStepNav([{ label: list, url: `${config.routes.admin}/collections/signups` }, { label: isNarrow ? '' : heading }])
  }, [setStepNav, config.routes.admin, heading, list])
  const forms = answer?.forms ?? []
  const slugs = [...new Map(forms.map((form) => [form.slug, form.title]))]
  const chosen = slug || (slugs[0]?.[0] ?? '')
  const form = forms.find((one) => one.slug === chosen && one.language === language)
  return (
    <Gutter className="desk desk-enter">
      <h1>{heading}</h1>
      <p className="desk__explanation">{say('desk.enter.explanation')}</p>
      {answer ? null : <p>{say(unreachable ? 'desk.not-answered' : 'desk.loading')}</p>}
      {answer && forms.length === 0 ? <p className="desk__empty">{say('desk.enter.no-forms')}</p> : null}
      {forms.length > 0 ? (
        <div className="desk__filters">
          {slugs.length > 1 ? (
            <p className="desk__field">
              <label htmlFor={`${id}-form`}>{say('desk.enter.form')}</label>
              <select id={`${id}-form`} value={chosen} onChange={({ target }) => setSlug(target.value)}>
                {slugs.map(([one, title]) => (
                  <option key={one} value={one}>
                    {title}
                  </option>
                ))}
              </select>
            </p>
          ) : null}
          <p className="desk__field">
            <label htmlFor={`${id}-language`}>{say('desk.enter.language')}</label>
            <select
              id={`${id}-language`}
              value={language}
              onChange={({ target }) => isLanguage(target.value) && setLanguage(target.value)}
            >
              {languages.map((one) => (
                <option key={one} value={one}>
                  {say(`signups.language.${one}`)}
                </option>
              ))}
            </select>
          </p>
        </div>
      ) : null}
      {form ? <EnterForm key={form.slug} form={form} /> : null}
      {answer && forms.length > 0 && !form ? <p className="desk__empty">{say('refusal.desk.no-form')}</p> : null}
    </Gutter>
  )
}

const nothing: Answers = { fields: {}, questions: {}, contacts: [], consents: {} }

/** The fields of one form. What was typed stays when the language is changed. */
const EnterForm = ({ form }: { form: FormToEnter }) => {
  const { config } = useConfig()
  const router = useRouter()
  const ask = useDesk()
  const { say } = useDeskText()
  const id = useId()
  const [key] = useState(() => crypto.randomUUID()) // pressing twice enters one signup
  const [answers, setAnswers] = useState<Answers>(() => ({ ...nothing, fields: { country: homeCountry } }))
  const [tellsApplicant, setTellsApplicant] = useState(true)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isBusy, setBusy] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const flat = { ...answers.fields, questions: answers.questions }
  const shown = shownItems(form.items, flat)
  const idOf = (name: string) => `${id}-${name}`
  const mistakes = Object.entries(errors)

  useEffect(() => {
    if (Object.keys(errors).length > 0) summary.current?.focus()
  }, [errors])

  const submit = async () => {
    if (isBusy) return
    setBusy(true)
    const names = new Set(
      shown.map((item) => (item.blockType === 'field' ? item.name : item.blockType === 'question' ? item.key : '')),
    )
    const asked = (given: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name)))
    const questions = asked(answers.questions)
    const wish = {
      key,
      form: form.slug,
      language: form.language,
      answers: {
        ...asked(answers.fields),
        ...(names.has('contacts') ? { contacts: answers.contacts } : {}),
        ...(Object.keys(questions).length > 0 ? { questions } : {}),
        consents: answers.consents,
      },
      tellsApplicant,
    }
    const answered = await ask('signups', wish, enteredSchema)
    setBusy(false)
    if ('refusal' in answered) return setErrors({ request: answered.refusal })
    if ('errors' in answered.answer) return setErrors(answered.answer.errors)
    router.push(`${config.routes.admin}/collections/signups/${answered.answer.id}`)
  }

  return (
    <form
      noValidate
      className="desk-enter__form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {mistakes.length > 0 ? (
        <div ref={summary} tabIndex={-1} className="desk-enter__errors" role="alert" aria-labelledby={`${id}-errors`}>
          <h2 id={`${id}-errors`}>{say('desk.enter.errors')}</h2>
          <ul>
            {mistakes.map(([name, sentence]) => (
              <li key={name}>
                {name === 'request' ? (
                  sentence
                ) : (
                  <a href={`#${idOf(name)}`}>
                    {name.startsWith('consents.') ? say('desk.enter.consent.required') : sentence}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {shown.map((item, place) =>
        item.blockType === 'step' ? (
          <h2 key={place}>{item.heading}</h2>
        ) : (
          <EnterItem
            key={item.blockType === 'field' ? item.name : item.key}
            item={item}
            form={form}
            answers={answers}
            errors={errors}
            idOf={idOf}
            onChange={setAnswers}
          />
        ),
      )}
      {form.consents.length > 0 ? (
        <fieldset className="desk-enter__choices">
          <legend>{say('desk.enter.consents')}</legend>
          <p className="desk__help">{say('desk.enter.consents.help')}</p>
          {form.consents.map(({ name, text }) => (
            <p key={name} className="desk-enter__choice">
              <input
                type="checkbox"
                id={idOf(`consents.${name}`)}
                checked={answers.consents[name] ?? false}
                aria-invalid={`consents.${name}` in errors}
                aria-describedby={`consents.${name}` in errors ? idOf(`consents.${name}-error`) : undefined}
                onChange={({ target }) =>
                  setAnswers((before) => ({ ...before, consents: { ...before.consents, [name]: target.checked } }))
                }
              />
              <label htmlFor={idOf(`consents.${name}`)}>
                {text}
                {`consents.${name}` in errors ? (
                  <span className="desk__error" id={idOf(`consents.${name}-error`)}>
                    {say('desk.enter.consent.required')}
                  </span>
                ) : null}
              </label>
            </p>
          ))}
        </fieldset>
      ) : null}
      <p className="desk-enter__choice">
        <input
          type="checkbox"
          id={idOf('tells')}
          checked={tellsApplicant}
          aria-describedby={idOf('tells-help')}
          onChange={({ target }) => setTellsApplicant(target.checked)}
        />
        <label htmlFor={idOf('tells')}>
          {say('desk.enter.tell')}
          <span className="desk__help" id={idOf('tells-help')}>
            {say('desk.enter.tell.help')}
          </span>
        </label>
      </p>
      <Button type="submit" size="medium" margin={false} disabled={isBusy}>
        {say('desk.enter.submit')}
      </Button>
    </form>
  )
}
