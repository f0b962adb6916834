import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import { signupAnswersSchema } from 'shared/membership/signup'
import { type SignupErrors, toSignupErrors } from 'shared/membership/signup-error'
import type { FormField } from 'shared/membership/signup-form'
import { codeOf, toFieldErrors } from './field-errors.ts'
import { formTexts } from './form-texts.ts'
import { SendingStatus } from './SendingStatus.tsx'
import { type ShownConsent, SignupConsents } from './SignupConsents.tsx'
import { type ShownPlan, SignupField } from './SignupField.tsx'
import { SignupProblems } from './SignupProblems.tsx'
import { SignupReceipt } from './SignupReceipt.tsx'
import { type ControlName, type ShownForm, type SignupValues, toSignupRequest } from './signup-request.ts'
import { createSignupSession } from './signup-session.ts'

interface SignupFormProps {
  form: Omit<ShownForm, 'fields' | 'consents'> & {
    fields: FormField[]
    consents: ShownConsent[]
    introduction: string | null
    submitLabel: string | null
    receiptHeading: string
  }
  plans: ShownPlan[]
  page: string // the path of the page that the form is on
  action: string // where it is sent
  sentences: Record<string, string> // those that the form may need, in its language
  email: string | null // where the answers can be sent when nothing else works
  values?: Record<string, string> | undefined // of a form that was posted without JavaScript
  errors?: SignupErrors | undefined
  privacy?: ReactNode // how the answers are used
  receipt?: ReactNode // what happens next
}

/** The signup form. The server renders it as an ordinary form that can be posted; in the browser it does the rest. */
export default function SignupForm({ form, plans, sentences, values: posted = {}, errors, ...props }: SignupFormProps) {
  const texts = useMemo(() => formTexts(form.language, sentences, form.fields), [form, sentences])
  const schema = useMemo(() => signupAnswersSchema(form, plans), [form, plans])
  const [session] = useState(() => createSignupSession(form.slug, props.action, errors))
  const { sending, problems, refused, timesRefused, kept } = useSyncExternalStore(
    session.subscribe,
    session.read,
    session.read,
  )
  const names: ControlName[] = [
    ...form.fields.map(({ name }) => name),
    ...form.consents.map(({ name }): ControlName => `consents.${name}`),
  ]

  const check = (values: SignupValues): SignupErrors => {
    const parsed = schema.safeParse(toSignupRequest(form, values).answers)
    return parsed.success ? {} : toSignupErrors(parsed.error)
  }
  const resolver: Resolver<SignupValues> = (values) => {
    const found = check(values)
    return Object.keys(found).length > 0 ? { values: {}, errors: toFieldErrors(found) } : { values, errors: {} }
  }
  const { register, handleSubmit, formState, getValues, setValue, trigger, reset } = useForm<SignupValues>({
    resolver,
    errors: useMemo(() => toFieldErrors(refused), [refused]),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })

  useEffect(() => {
    // What was written before goes where nothing is written now.
    for (const { name } of form.fields) if (kept?.[name] && !getValues(name)) setValue(name, kept[name])
    for (const { name } of form.consents) if (kept?.consents?.[name]) setValue(`consents.${name}`, true)
  }, [kept, form, getValues, setValue])

  if (sending.step === 'stored') {
    const startAgain = () => {
      reset()
      session.startAgain()
    }
    return (
      <SignupReceipt heading={form.receiptHeading} reference={sending.reference} texts={texts} onAgain={startAgain}>
        {props.receipt}
      </SignupReceipt>
    )
  }

  const idOf = (name: string) => `${form.slug}-${name.replace('.', '-')}`
  const problemOf = (name: ControlName) => {
    const code = codeOf(formState.errors, name)
    return code && texts.error(name, code)
  }
  const control = (name: ControlName) =>
    register(name, {
      onChange: () => session.edit(getValues()),
      // On leaving a field: what is filled in wrongly is said, what is left empty is not yet.
      onBlur: () => {
        if (getValues(name) || problemOf(name)) session.whenReleased(() => void trigger(name))
      },
    })
  const submit = handleSubmit(
    (values) => session.send(toSignupRequest(form, values)),
    () => session.refuse(check(getValues())),
  )

  return (
    <form
      className="signup-form"
      method="post"
      action={props.action}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      {form.introduction && <p>{form.introduction}</p>}
      <SignupProblems problems={problems} names={names} idOf={idOf} texts={texts} timesRefused={timesRefused} />
      <input type="hidden" name="form" value={form.slug} />
      <input type="hidden" name="formVersion" value={form.version} />
      <input type="hidden" name="language" value={form.language} />
      <input type="hidden" name="page" value={props.page} />
      <output className="signup-note">{kept && texts.say('signup.form.restored')}</output>
      {form.fields.map((field) => (
        <SignupField
          key={field.name}
          field={field}
          id={idOf(field.name)}
          plans={plans}
          texts={texts}
          value={posted[field.name]}
          problem={problemOf(field.name)}
          control={control(field.name)}
        />
      ))}
      <SignupConsents
        consents={form.consents}
        idOf={idOf}
        texts={texts}
        posted={posted}
        problemOf={problemOf}
        control={control}
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
      <button type="submit">{form.submitLabel ?? texts.say('signup.form.submit')}</button>
      <SendingStatus sending={sending} texts={texts} email={props.email} fields={form.fields} values={getValues} />
    </form>
  )
}
