import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { type Resolver, useFieldArray, useForm } from 'react-hook-form'
import { dayInSweden } from 'shared/membership/calendar-date'
import { homeCountry } from 'shared/membership/country'
import { whetherOpen } from 'shared/membership/form-items'
import type { Plan } from 'shared/membership/plan'
import { signupAnswersSchema } from 'shared/membership/signup'
import { type SignupErrors, toSignupErrors } from 'shared/membership/signup-error'
import type { PostedValues } from './signup-state.ts'
import type { Named } from './say-answer.ts'
import { conditionInWords, waitsForAnswer } from './condition-in-words.ts'
import { itemBeforePrice, quoteOf } from './fee-figures.ts'
import { codeOf, toFieldErrors } from './field-errors.ts'
import { placesOf } from './form-places.ts'
import { type ControlName, controlNamesOf, controlPrefixOf, isAbout, partsOf } from './form-steps.ts'
import { formTexts } from './form-texts.ts'
import { SendingStatus } from './SendingStatus.tsx'
import { SignupAnswers } from './SignupAnswers.tsx'
import { SignupCheck } from './SignupCheck.tsx'
import { type ShownConsent, SignupConsents } from './SignupConsents.tsx'
import { SignupContacts } from './SignupContacts.tsx'
import { type ShownPlan, SignupField } from './SignupField.tsx'
import { SignupLogo } from './SignupLogo.tsx'
import { SignupPrice } from './SignupPrice.tsx'
import { SignupProblems } from './SignupProblems.tsx'
import { SignupReceipt } from './SignupReceipt.tsx'
import {
  type ContactValues,
  formIdOf,
  itemsShown,
  postedToValues,
  type ShownForm,
  type SignupValues,
  toSignupRequest,
} from './signup-request.ts'
import { createSignupSession } from './signup-session.ts'
import { StepHeading } from './StepHeading.tsx'
import { useCompanyFacts } from './use-company-facts.ts'
import { useEarlierAnswers } from './use-earlier-answers.ts'
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
  implied: string | null // the plan that the form is about without asking, by its slug
  opening: ReturnType<typeof whetherOpen> // as the page was made
  countries: Named['countries'] // sorted; none where the form does not ask
  page: string // the path of the page that the form is on
  action: string // where it is sent
  sentences: Record<string, string> // those that the form may need, in its language
  email: string | null // where the answers can be sent when nothing else works
  values?: PostedValues | undefined // of a form that was posted without JavaScript, to be sent or in the other language
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
  const {
    register,
    handleSubmit,
    formState,
    getValues,
    setValue,
    setError,
    trigger,
    reset,
    watch,
    clearErrors,
    control,
  } = useForm<SignupValues>({
    resolver,
    errors: useMemo(() => toFieldErrors(refused), [refused]),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const contacts = useFieldArray({ control, name: 'contacts' })
  const written = watch()
  const values = isLive ? written : postedToValues(posted)

  const asksForLogo = parts.some(({ items }) => items.some((item) => controlPrefixOf(item) === 'logo'))
  const allItems = parts.flatMap((part) => part.items)
  const shown = isLive ? itemsShown(form.items, values) : allItems
  const hasSteps = parts.some(({ step }) => step !== null)
  const places = placesOf(parts, shown, state.place)
  const isAtEnd = !isLive || !hasSteps || places.now === places.check
  const isAtStart = !isLive || !hasSteps || places.now === places.steps[0]
  const lookedUp = useCompanyFacts({
    isLive,
    action: props.action,
    items: shown,
    number: (isLive && values.organisationNumber) || undefined,
    read: (name) => getValues(name) ?? '',
    write: (name, value) => {
      setValue(name, value)
      session.edit(getValues())
    },
  })
  useEarlierAnswers({ form, isLive, kept, posted, getValues, setValue, replaceContacts: contacts.replace })

  useEffect(() => {
    // Loaded again while it waited to be sent. A personal identity number was not kept, and is asked for again.
    if (!state.wasOnItsWay) return
    const found = check(getValues())
    if (Object.keys(found).length > 0) session.refuse(found)
    else session.send(toSignupRequest(form, getValues()))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, with the answers that were put back above
  }, [state.wasOnItsWay])

  useEffect(() => {
    // What is wrong is shown where it can be put right: at the first step that has something wrong.
    if (state.timesRefused === 0 || !hasSteps) return
    const wrong = Object.keys(problems).flatMap((name) => (name === 'request' ? [] : [places.placeOf(name)]))
    if (wrong.length > 0 && !wrong.includes(places.now)) session.show(Math.min(...wrong))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- each time it is refused, and then only
  }, [state.timesRefused])

  const today = dayInSweden(new Date())
  const quote = quoteOf(shown, values, plans, today, props.implied)
  const pricedItem = itemBeforePrice(shown, plans, today)
  const price = quote && (isLive || Object.keys(posted).length > 0) && (
    <SignupPrice quote={quote} texts={texts} heading={hasSteps ? 'h3' : 'h2'} />
  )
  const yearlyFee = plans.find(({ slug }) => slug === props.implied)?.fee

  const place = texts.say('signup.step.place', { number: places.numberOf(places.now), count: places.count })
  const heading =
    places.now === places.check ? texts.say('signup.step.check') : (parts[places.now]?.step?.heading ?? form.title)
  usePageTitle(
    texts.say('signup.form.error-prefix'),
    Object.keys(problems).length > 0,
    isLive && hasSteps && sending.step !== 'stored' ? `${place}: ${heading}` : null,
  )
  // Known from when the page was made, and again in the browser: the page may be older than the day.
  const opening = useMemo(() => (isLive ? whetherOpen(form, new Date()) : props.opening), [isLive, form, props.opening])

  if (sending.step === 'stored') {
    const startAgain = () => {
      reset()
      session.startAgain()
    }
    const isFresh = Boolean(values.organisationName) // after a reload nothing but the reference is known
    const agreed = form.consents.filter(({ name }) => values.consents?.[name])
    return (
      <SignupReceipt heading={form.receiptHeading} reference={sending.reference} texts={texts} onAgain={startAgain}>
        {props.receipt}
        {isFresh && (
          <section className="signup-sent">
            <h3>{texts.say('signup.receipt.answers')}</h3>
            <SignupAnswers items={shown} values={values} texts={texts} named={named} isReceipt />
            {agreed.map(({ name, parts }) => (
              <p key={name}>✓ {parts.map(({ text }) => text).join('')}</p>
            ))}
            {quote?.state === 'priced' && <SignupPrice quote={quote} texts={texts} heading="h3" />}
          </section>
        )}
      </SignupReceipt>
    )
  }
  if (opening !== 'open' && !errors) {
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
  const goOn = async () => {
    const items = parts[places.now]?.items.filter((item) => shown.includes(item)) ?? []
    const names = items.flatMap((item) => controlNamesOf(item, contacts.fields.length))
    const found = Object.entries(check(getValues())).filter(([name]) => items.some((item) => isAbout(item, name)))
    if (found.some(([name]) => name === 'contacts')) await trigger('contacts')
    else clearErrors('contacts')
    await trigger(names)
    if (found.length > 0) session.refuse(Object.fromEntries(found))
    else session.goTo(state.isChanging ? places.check : places.after)
  }
  const send = handleSubmit(
    (sent) => session.send(toSignupRequest(form, sent)),
    () => session.refuse(check(getValues())),
  )
  const names = [...shown.map(controlPrefixOf), ...form.consents.map(({ name }) => `consents.${name}`)]
  /** Leads to what is wrong, at another step too. */
  const goTo = (name: string) => {
    if (hasSteps) flushSync(() => session.show(places.placeOf(name))) // what is hidden takes no focus
    document.getElementById(idOf(name))?.focus()
  }
  const isRestored = isLive ? kept && state.timesMoved === 0 : props.values && !errors
  const later = (isLater: boolean) => (isLater && !isLive ? ' signup-later' : '')

  return (
    <form
      id={formIdOf(form.slug)}
      className="signup-form"
      method="post"
      encType={asksForLogo ? 'multipart/form-data' : undefined}
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
      {isAtStart && form.closesAt && <p>{texts.say('signup.form.closes', { date: texts.moment(form.closesAt) })}</p>}
      <input type="hidden" name="form" value={form.slug} />
      <input type="hidden" name="formVersion" value={form.version} />
      <input type="hidden" name="language" value={form.language} />
      <input type="hidden" name="page" value={props.page} />
      <output className="signup-note">{isRestored && texts.say('signup.form.restored')}</output>
      {parts.map((part, index) => (
        <section
          key={`${index} ${part.step?.heading}`}
          className={`signup-step${later(index > 0)}`}
          hidden={isLive && hasSteps && index !== places.now}
          aria-labelledby={part.step ? idOf(`step.${index}`) : undefined}
        >
          {hasSteps && (
            <StepHeading
              id={idOf(`step.${index}`)}
              heading={part.step?.heading ?? form.title}
              number={isLive ? places.numberOf(index) : null}
              count={places.count}
              texts={texts}
              timesMoved={index === places.now ? state.timesMoved : 0}
            />
          )}
          {part.step?.introduction && <p>{part.step.introduction}</p>}
          {part.items.map((item) => {
            const prefix = controlPrefixOf(item)
            const condition = isLive ? null : conditionInWords(item, allItems, texts, named)
            return (
              <div key={prefix} className={`signup-item${later(waitsForAnswer(item))}`} hidden={!shown.includes(item)}>
                {item.blockType === 'field' && item.name === 'contacts' ? (
                  <SignupContacts
                    item={item}
                    id={idOf('contacts')}
                    texts={texts}
                    isLive={isLive}
                    posted={posted}
                    rows={contacts.fields}
                    condition={condition}
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
                ) : item.blockType === 'field' && item.name === 'logo' ? (
                  <SignupLogo
                    item={item}
                    id={idOf('logo')}
                    texts={texts}
                    isLive={isLive}
                    value={values.logo}
                    wasPosted={posted['logo'] !== undefined}
                    condition={condition}
                    problem={problemOf('logo')}
                    onChange={(picture) => {
                      clearErrors('logo')
                      setValue('logo', picture)
                      session.edit(getValues())
                    }}
                    onProblem={(code) => setError('logo', { type: code, message: code })}
                  />
                ) : prefix === 'contacts' || prefix === 'logo' ? null : (
                  <SignupField
                    item={item}
                    id={idOf(prefix)}
                    named={named}
                    texts={texts}
                    value={posted[prefix]}
                    condition={condition}
                    problem={problemOf(prefix)}
                    isAbroad={(values.country || homeCountry) !== homeCountry}
                    control={controlOf(prefix)}
                  />
                )}
                {prefix === 'organisationNumber' && (
                  <output className="signup-note">
                    {(['filled', 'emptied', 'kept'] as const)
                      .filter((what) => lookedUp[what].length > 0)
                      .map((what) => {
                        const named = shown.filter((each) =>
                          lookedUp[what].some((name) => name === controlPrefixOf(each)),
                        )
                        return texts.say(`signup.lookup.${what}`, { fields: named.map(texts.label).join(', ') })
                      })
                      .join(' ')}
                  </output>
                )}
                {item === pricedItem && price}
              </div>
            )
          })}
        </section>
      ))}
      {isLive && hasSteps && places.now === places.check && (
        <SignupCheck
          id={idOf('step.check')}
          parts={parts}
          places={places}
          shown={shown}
          values={values}
          quote={quote}
          texts={texts}
          named={named}
          title={form.title}
          timesMoved={state.timesMoved}
          onChange={(place) => session.goTo(place, true)}
        />
      )}
      <div className={`signup-step${later(hasSteps)}`} hidden={!isAtEnd}>
        {!pricedItem && !(isLive && hasSteps) && price}
        {!isLive && !price && yearlyFee && <p>{`${texts.say('fee.heading')}: ${yearlyFee}`}</p>}
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
        {isLive && hasSteps && places.before !== null && (
          <button type="button" className="signup-quiet" onClick={() => session.goTo(places.before ?? 0)}>
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
