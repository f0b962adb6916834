import type { PayloadRequest } from 'payload'
import { idSchema } from 'shared/content/id'
import { type Language, languages } from 'shared/languages'
import { type SignupErrorCode, toSignupErrors } from 'shared/membership/signup-error'
import { isSignupFieldName, longestAnswers } from 'shared/membership/signup-field'
import { adminLanguage } from 'shared/translations/admin'
import { en } from 'shared/translations/en'
import { sv } from 'shared/translations/sv'
import { createTranslator } from 'shared/translations/translator'
import { z } from 'zod'
import { sayTo } from '../content/refusals.ts'
import { moverOf } from './decide-at-desk.ts'
import type { Entered, FormToEnter } from './desk-answers.ts'
import { pokeMailWorkers } from './mail-workers.ts'
import { readPublishedForms, type ShownForm } from './published-forms.ts'
import { queueEmail } from './queue-email.ts'
import { insert, newReference, rowOf } from './receive-signup.ts'

const mostTries = 3

/** A signup as staff enter it: like one from the site, but that nobody has to confirm it. */
export const enterSchema = z.object({
  key: z.uuid(), // of the page that it was written on: pressing twice enters one signup
  form: z.string().max(100),
  language: z.enum(languages),
  answers: z.record(z.string().max(100), z.unknown()),
  tellsApplicant: z.boolean(),
})

/** What each published form asks, in each language that it is published in. */
export const readFormsToEnter = async ({ payload }: PayloadRequest): Promise<{ forms: FormToEnter[] }> => {
  const inEach = await Promise.all(
    languages.map(async (language) =>
      (await readPublishedForms(payload, language)).map(({ form, plans, consents }): FormToEnter => ({
        slug: form.slug,
        language,
        title: form.title,
        items: form.items.filter((item) => item.blockType !== 'field' || item.name !== 'logo'), // an officer puts it on the member
        plans: plans.map(({ slug, name }) => ({ slug, name })),
        consents: consents.map(({ name, text, required }) => ({ name, text, required })),
      })),
    ),
  )
  return { forms: inEach.flat() }
}

const sentences: Record<Language, Record<string, string>> = { sv, en }

/** What is wrong with an answer, in the language of whoever enters it. */
const sayError = (language: Language, { form }: ShownForm, path: string, code: SignupErrorCode): string => {
  const [first = '', second = '', third] = path.split('.')
  const isQuestion = first === 'questions'
  const name = first === 'contacts' && third ? third : isQuestion ? second : first
  const item = form.items.find((one) =>
    one.blockType === 'field' ? one.name === name : one.blockType === 'question' && isQuestion && one.key === name,
  )
  const say = createTranslator(language, sentences[language])
  const label =
    (item && 'label' in item ? item.label : null) ??
    (isSignupFieldName(name) ? say(`signup.field.${name}.label`) : name)
  const own = [`signup.error.${code}.${isQuestion ? 'question' : name}`, `signup.error.${code}`]
  const longest = isSignupFieldName(name) && name !== 'contacts' ? longestAnswers[name] : ''
  return say(own.find((key) => key in sentences[language]) ?? 'signup.error.required', { field: label, longest })
}

const storedSchema = z.object({ id: idSchema, reference: z.string() })

/** The signup that was stored under this key. */
const findEntered = async ({ payload }: PayloadRequest, key: string): Promise<z.infer<typeof storedSchema> | null> => {
  const row: unknown = await payload.db.findOne({ collection: 'signups', where: { idempotencyKey: { equals: key } } })
  return row ? storedSchema.parse(row) : null
}

/**
 * Stores a signup that came on paper or by telephone, as the form's own schema reads it. It is under review at once, and
 * acknowledged if that is wanted. That somebody else has entered them, its contact persons are told besides (GDPR art. 14).
 */
export const enterByHand = async (
  req: PayloadRequest,
  { key, form: slug, language, answers, tellsApplicant }: z.infer<typeof enterSchema>,
): Promise<Entered> => {
  const { payload } = req
  const shown = (await readPublishedForms(payload, language)).find(({ form }) => form.slug === slug)
  if (!shown) return { errors: { request: sayTo(req, 'refusal.desk.no-form') } }
  const { logo: _logo, ...written } = answers
  const parsed = shown.answers.safeParse(written)
  if (!parsed.success) {
    const reader = adminLanguage(req)
    const errors = Object.entries(toSignupErrors(parsed.error))
    return { errors: Object.fromEntries(errors.map(([path, code]) => [path, sayError(reader, shown, path, code)])) }
  }
  const given = shown.implied ? { ...parsed.data, plan: shown.implied.slug } : parsed.data
  const now = new Date().toISOString()
  const row = {
    ...rowOf({ form: slug, formVersion: shown.form.version, language, answers }, { shown, answers: given }, false),
    status: 'reviewing',
    enteredBy: moverOf(req).name,
    mailState: 'due', // what it has in common with members and other signups is looked up with the letters
    mailDueAt: now,
    bodyHash: key,
    idempotencyKey: key,
  }
  for (let tries = 0; tries < mostTries; tries += 1) {
    const isNew = await insert(payload, { ...row, reference: newReference() })
    const stored = await findEntered(req, key)
    if (!stored) continue // the reference was taken
    if (isNew && tellsApplicant) {
      const { id: signupId, reference } = stored
      const messageKey = `${reference}.received`
      await queueEmail(payload, { kind: 'received', signupId, to: given.contactEmail, language, messageKey })
    }
    pokeMailWorkers()
    return stored
  }
  return { errors: { request: sayTo(req, 'desk.not-answered') } }
}
