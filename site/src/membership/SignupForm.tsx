import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type Resolver, useFieldArray, useForm } from 'react-hook-form'
import { dayInSweden } from 'shared/membership/calendar-date'
import { homeCountry } from 'shared/membership/country'
import { type AskedItem, whetherOpen } from 'shared/membership/form-items'
import type { Plan } from 'shared/membership/plan'
import { signupAnswersSchema } from 'shared/membership/signup'
import { type SignupErrors, toSignupErrors } from 'shared/membership/signup-error'
import type { PostedValues } from './signup-state.ts'
import { type Named, valueInWords } from './answers-in-words.ts'
import { itemBeforePrice, quoteOf } from './fee-figures.ts'
import { codeOf, toFieldErrors } from './field-errors.ts'
import { type ControlName, controlNamesOf, controlPrefixOf, isAbout, partsOf } from './form-steps.ts'
import { formTexts } from './form-texts.ts'
import { SendingStatus } from './SendingStatus.tsx'
import { SignupAnswers } from './SignupAnswers.tsx'
import { type ShownConsent, SignupConsents } from './SignupConsents.tsx'
import { postedRows, SignupContacts } from './SignupContacts.tsx'
import { type ShownPlan, SignupField } from './SignupField.tsx'
import { SignupPrice } from './SignupPrice.tsx'
import { SignupProblems } from './SignupProblems.tsx'
import { SignupReceipt } from './SignupReceipt.tsx'
import {
  type ContactValues,
  itemsShown,
  postedToValues,
  type ShownForm,
  type SignupValues,
  toSignupRequest,
} from './signup-request.ts'
import { createSignupSession } from './signup-session.ts'
import { StepHeading } from './StepHeading.tsx'
import { usePageTitle } from './use-page-title.ts'

interface SignupFormProps {
  form: Omit<ShownForm, 'consents'> & {
    title: string
    consents: ShownConsent[]
    introduction: string | null
    submitLabel: string | null
    receiptHeading: string
    opensAt: string | null
    closesAt: string | null
  }
  plans: (ShownPlan & Pick<Plan, 'feeTables'>)[]
  countries: Named['countries'] // sorted; none where the form does not ask
  page: string // the path of the page that the form is on
  action: string // where it is sent
  sentences: Record<string, string> // those that the form may need, in its language
  email: string | null // where the answers can be sent when nothing else works
  values?: PostedValues | undefined // of a form that was posted without JavaScript
  errors?: SignupErrors | undefined
  privacy?: ReactNode // how the answers are used
  receipt?: ReactNode // what happens next
}

const noContact: ContactValues = { contactName: '', contactRole: '', contactEmail: '', contactPhone: '' }

/**
 * The signup form. The server renders it as an ordinary form that can be posted, all steps below each other. In the
 * browser it shows a step at a time and what the answers call for, reckons the price, and reads the answers back.
 */
export default function SignupForm({ form, plans, countries, sentences, ...props }: SignupFormProps) {
  const { values: posted = {}, errors } = props
  const texts = useMemo(() => formTexts(form.language, sentences, form.items), [form, sentences])
  const schema = useMemo(() => signupAnswersSchema(form, plans), [form, plans])
  const parts = useMemo(() => partsOf(form.items), [form])
  const named = useMemo(() => ({ plans, countries }), [plans, countries])
  const [session] = useState(() => createSignupSession(form.slug, props.action, errors))
  const state = useSyncExternalStore(session.subscribe, session.read, session.read)
  const { isLive, sending, problems, refused, kept } = state

  const check = (values: SignupValues): SignupErrors => {
    const parsed = schema.safeParse(toSignupRequest(form, values).answers)
    return parsed.success ? {} : toSignupErrors(parsed.error)
  }
  const resolver: Resolver<SignupValues> = (values) => {
    const found = check(values)
    return Object.keys(found).length > 0 ? { values: {}, errors: toFieldErrors(found) } : { values, errors: {} }
  }
  const { register, handleSubmit, formState, getValues, setValue, trigger, reset, watch, clearErrors, control } =
    useForm<SignupValues>({
      resolver,
      errors: useMemo(() => toFieldErrors(refused), [refused]),
      reValidateMode: 'onSubmit',
      shouldFocusError: false,
    })
  const contacts = useFieldArray({ control, name: 'contacts' })
  const written = watch()
  const values = isLive ? written : postedToValues(posted)

  const allItems = parts.flatMap((part) => part.items)
  const shown = isLive ? itemsShown(form.items, values) : allItems
  const hasSteps = parts.some(({ step }) => step !== null)
  // The places one can be at: the steps that have something to ask, and the check of the answers after them.
  const checkPlace = parts.length
  const places = parts.flatMap(({ items }, place) => (items.some((item) => shown.includes(item)) ? [place] : []))
  places.push(checkPlace)
  const place = places.find((each) => each >= state.place) ?? checkPlace
  const isAtEnd = !isLive || !hasSteps || place === checkPlace
  const isAtStart = !isLive || !hasSteps || place === places[0]
  const isHidden = (part: number) => isLive && hasSteps && part !== place
  const placeOf = (name: string) => {
    const part = parts.findIndex(({ items }) => items.some((item) => isAbout(item, name)))
    return part === -1 ? checkPlace : part
  }

  useEffect(() => {
    // What was written before goes where nothing is written now.
    for (const item of form.items) {
      if (item.blockType === 'step') continue
      const before = item.blockType === 'question' ? kept?.questions?.[item.key] : undefined
      if (item.blockType === 'question') {
        const name = `questions.${item.key}` as const
        const now = getValues(name)
        if (before && (!now || now.length === 0)) setValue(name, before)
      } else if (item.name === 'contacts') {
        if (kept?.contacts?.length) contacts.replace(kept.contacts)
      } else if (kept?.[item.name] && (item.name === 'country' || !getValues(item.name))) {
        setValue(item.name, kept[item.name])
      }
    }
    for (const { name } of form.consents) if (kept?.consents?.[name]) setValue(`consents.${name}`, true)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for what was kept
  }, [kept, form, getValues, setValue])

  useEffect(() => {
    // A form that came back before the script had taken over: its contact persons are not in any control of ours yet.
    const rows = isLive && !kept ? postedRows(posted) : 0
    const read = (row: number, name: keyof ContactValues) => [posted[`contacts.${row}.${name}`]].flat()[0] ?? ''
    if (rows > 0)
      contacts.replace(
        Array.from({ length: rows }, (_, row) => ({
          contactName: read(row, 'contactName'),
          contactRole: read(row, 'contactRole'),
          contactEmail: read(row, 'contactEmail'),
          contactPhone: read(row, 'contactPhone'),
        })),
      )
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the script takes over
  }, [isLive])

  useEffect(() => {
    // What is wrong is shown where it can be put right: at the first step that has something wrong.
    if (state.timesRefused === 0 || !hasSteps) return
    const wrong = Object.keys(problems)
      .filter((name) => name !== 'request')
      .map(placeOf)
    if (wrong.length > 0 && !wrong.includes(place)) session.show(Math.min(...wrong))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- each time it is refused, and then only
  }, [state.timesRefused])

  const today = dayInSweden(new Date())
  const quote = quoteOf(shown, values, plans, today)
  const pricedItem = itemBeforePrice(shown, plans, today)

  const stepName = place === checkPlace ? texts.say('signup.step.check') : (parts[place]?.step?.heading ?? form.title)
  const isInSteps = isLive && hasSteps && sending.step !== 'stored'
  usePageTitle(
    texts.say('signup.form.error-prefix'),
    Object.keys(problems).length > 0,
    isInSteps
      ? `${texts.say('signup.step.place', { number: places.indexOf(place) + 1, count: places.length })}: ${stepName}`
      : null,
  )

  if (sending.step === 'stored') {
    const startAgain = () => {
      reset()
      session.startAgain()
    }
    const isFresh = Boolean(values.organisationName) // after a reload nothing but the reference is known
    return (
      <SignupReceipt heading={form.receiptHeading} reference={sending.reference} texts={texts} onAgain={startAgain}>
        {props.receipt}
        {isFresh && (
          <section className="signup-sent">
            <h3>{texts.say('signup.receipt.answers')}</h3>
            <SignupAnswers items={shown} values={values} texts={texts} named={named} isReceipt />
            {quote?.state === 'priced' && <SignupPrice quote={quote} texts={texts} heading="h3" />}
          </section>
        )}
      </SignupReceipt>
    )
  }

  const opening = whetherOpen(form, new Date())
  if (isLive && opening !== 'open') {
    const date = texts.moment((opening === 'closed' ? form.closesAt : form.opensAt) ?? '')
    return <p className="signup-note">{texts.say(`signup.form.${opening}`, { date })}</p>
  }

  const idOf = (name: string) => `${form.slug}-${name.replaceAll('.', '-')}`
  const problemOf = (name: ControlName | 'contacts') => {
    const code = codeOf(formState.errors, name)
    return code && texts.error(name, code)
  }
  const controlOf = (name: ControlName) =>
    register(name, {
      onChange: () => session.edit(getValues()),
      // On leaving a field: what is filled in wrongly is said, what is left empty is not yet.
      onBlur: () => {
        const value = getValues(name)
        const isEmpty = Array.isArray(value) ? value.length === 0 : !value
        if (!isEmpty || problemOf(name)) session.whenReleased(() => void trigger(name))
      },
    })
  const conditionOf = (item: AskedItem): string | null => {
    if (isLive) return null
    const { showWhen } = item
    if (showWhen) {
      const asked = allItems.find((each) => controlPrefixOf(each).replace(/^questions\./, '') === showWhen.name)
      if (!asked) return null
      if (showWhen.is.length > 4) return texts.say('signup.form.condition.some', { question: texts.label(asked) })
      const answers = showWhen.is.map((value) => `”${valueInWords(asked, value, texts, named)}”`)
      const last = answers.pop() ?? ''
      const listed =
        answers.length > 0 ? texts.say('signup.form.condition.or', { answers: answers.join(', '), last }) : last
      return texts.say('signup.form.condition', { question: texts.label(asked), answers: listed })
    }
    if (item.blockType !== 'field' || countries.length === 0) return null
    if (item.name === 'organisationNumber') return texts.say('signup.form.condition.sweden')
    return item.name === 'foreignNumber' ? texts.say('signup.form.condition.abroad') : null
  }

  const goOn = async () => {
    const items = parts[place]?.items.filter((item) => shown.includes(item)) ?? []
    const names = items.flatMap((item) => controlNamesOf(item, contacts.fields.length))
    const found = Object.entries(check(getValues())).filter(([name]) => items.some((item) => isAbout(item, name)))
    if (found.some(([name]) => name === 'contacts')) await trigger('contacts')
    else clearErrors('contacts')
    await trigger(names)
    if (found.length > 0) session.refuse(Object.fromEntries(found))
    else session.goTo(places.find((each) => each > place) ?? checkPlace)
  }
  const send = handleSubmit(
    (sent) => session.send(toSignupRequest(form, sent)),
    () => session.refuse(check(getValues())),
  )
  const before = places.findLast((each) => each < place)
  const names = [...shown.map(controlPrefixOf), ...form.consents.map(({ name }) => `consents.${name}`)]
  /** Leads to what is wrong, at another step too. */
  const goTo = (name: string) => {
    const part = placeOf(name)
    if (hasSteps) session.show(part)
    requestAnimationFrame(() => document.getElementById(idOf(name))?.focus())
  }
  const later = (isLater: boolean) => (isLater && !isLive ? ' signup-later' : '')
  const dates = [
    form.opensAt && !isLive && texts.say('signup.form.opens', { date: texts.moment(form.opensAt) }),
    form.closesAt && texts.say('signup.form.closes', { date: texts.moment(form.closesAt) }),
  ].filter(Boolean)

  return (
    <form
      className="signup-form"
      method="post"
      action={props.action}
      noValidate
      onSubmit={(event) => {
        if (isAtEnd) return void send(event)
        event.preventDefault()
        void goOn()
      }}
    >
      <SignupProblems
        problems={problems}
        names={names}
        idOf={idOf}
        texts={texts}
        timesRefused={state.timesRefused}
        onFollow={goTo}
      />
      {isAtStart && form.introduction && <p>{form.introduction}</p>}
      {isAtStart && dates.length > 0 && <p>{dates.join(' ')}</p>}
      <input type="hidden" name="form" value={form.slug} />
      <input type="hidden" name="formVersion" value={form.version} />
      <input type="hidden" name="language" value={form.language} />
      <input type="hidden" name="page" value={props.page} />
      <output className="signup-note">{kept && state.timesMoved === 0 && texts.say('signup.form.restored')}</output>
      {parts.map((part, index) => (
        <section
          key={part.step?.heading ?? ''}
          className={`signup-step${later(index > 0)}`}
          hidden={isHidden(index)}
          aria-labelledby={part.step ? idOf(`step.${index}`) : undefined}
        >
          {hasSteps && (
            <StepHeading
              id={idOf(`step.${index}`)}
              heading={part.step?.heading ?? form.title}
              number={isLive ? places.indexOf(index) + 1 : null}
              count={places.length}
              texts={texts}
              timesMoved={index === place ? state.timesMoved : 0}
            />
          )}
          {part.step?.introduction && <p>{part.step.introduction}</p>}
          {part.items.map((item) => {
            const prefix = controlPrefixOf(item)
            const isConditional =
              item.showWhen !== null ||
              (countries.length > 0 && (prefix === 'foreignNumber' || prefix === 'organisationNumber'))
            return (
              <div
                key={prefix}
                className={`signup-item${later(isConditional && prefix !== 'organisationNumber')}`}
                hidden={!shown.includes(item)}
              >
                {item.blockType === 'field' && item.name === 'contacts' ? (
                  <SignupContacts
                    item={item}
                    id={idOf('contacts')}
                    texts={texts}
                    isLive={isLive}
                    posted={posted}
                    rows={contacts.fields}
                    condition={conditionOf(item)}
                    problem={problemOf('contacts')}
                    idOf={idOf}
                    problemOf={problemOf}
                    control={controlOf}
                    onAdd={() => {
                      clearErrors('contacts')
                      contacts.append(noContact)
                    }}
                    onRemove={(row) => {
                      contacts.remove(row)
                      session.edit(getValues())
                    }}
                  />
                ) : prefix === 'contacts' ? null : (
                  <SignupField
                    item={item}
                    id={idOf(prefix)}
                    named={named}
                    texts={texts}
                    value={posted[prefix]}
                    condition={conditionOf(item)}
                    problem={problemOf(prefix)}
                    isAbroad={(values.country || homeCountry) !== homeCountry}
                    control={controlOf(prefix)}
                  />
                )}
                {item === pricedItem && quote && (isLive || Object.keys(posted).length > 0) && (
                  <SignupPrice quote={quote} texts={texts} heading={hasSteps ? 'h3' : 'h2'} />
                )}
              </div>
            )
          })}
        </section>
      ))}
      {isLive && hasSteps && place === checkPlace && (
        <section className="signup-step" aria-labelledby={idOf('step.check')}>
          <StepHeading
            id={idOf('step.check')}
            heading={texts.say('signup.step.check')}
            number={places.length}
            count={places.length}
            texts={texts}
            timesMoved={state.timesMoved}
          />
          <p>{texts.say('signup.step.check.introduction')}</p>
          {places.slice(0, -1).map((each) => {
            const heading = parts[each]?.step?.heading ?? form.title
            return (
              <section key={each} className="signup-checked">
                <h3>{heading}</h3>
                <button type="button" className="signup-quiet" onClick={() => session.goTo(each)}>
                  {texts.say('signup.step.change')}
                  <span className="visually-hidden"> {heading}</span>
                </button>
                <SignupAnswers
                  items={parts[each]?.items.filter((item) => shown.includes(item)) ?? []}
                  values={values}
                  texts={texts}
                  named={named}
                />
              </section>
            )
          })}
          {quote && <SignupPrice quote={quote} texts={texts} heading="h3" />}
        </section>
      )}
      <div className={`signup-step${later(hasSteps)}`} hidden={!isAtEnd}>
        <SignupConsents
          consents={form.consents}
          idOf={idOf}
          texts={texts}
          posted={posted}
          problemOf={problemOf}
          control={controlOf}
        />
        <div className="visually-hidden" aria-hidden="true">
          <label htmlFor={idOf('trap')}>{texts.say('signup.form.trap')}</label>
          <input {...register('trap')} id={idOf('trap')} type="text" tabIndex={-1} autoComplete="off" />
        </div>
        {props.privacy && (
          <section className="signup-privacy">
            <h2>{texts.say('signup.form.privacy')}</h2>
            {props.privacy}
          </section>
        )}
      </div>
      <div className={`signup-actions${later(hasSteps)}`}>
        <button type="submit">
          {isAtEnd ? (form.submitLabel ?? texts.say('signup.form.submit')) : texts.say('signup.step.next')}
        </button>
        {isLive && hasSteps && before !== undefined && (
          <button type="button" className="signup-quiet" onClick={() => session.goTo(before)}>
            {texts.say('signup.step.back')}
          </button>
        )}
      </div>
      <SendingStatus
        sending={sending}
        texts={texts}
        email={props.email}
        items={shown}
        named={named}
        values={getValues}
      />
    </form>
  )
}
