import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import { impliedPlan, offeredPlans } from 'shared/membership/form-items'
import { type Plan, planSchema } from 'shared/membership/plan'
import { signupAnswersSchema } from 'shared/membership/signup'
import { type SignupForm, signupFormSchema } from 'shared/membership/signup-form'
import { type HashedConsent, hashConsents } from './consent-hash.ts'

interface Published {
  forms: Map<string, ShownForm> // by slug
  plans: Plan[]
}

interface Kept {
  published: Promise<Published>
  until: number // on the clock of `performance.now()`
}

const keptForMilliseconds = 5000
let kept = new WeakMap<Payload, Map<Language, Kept>>()

/** Lets the next signup read the forms and plans anew. Called when one of them is saved in this process. */
export const forgetForms = (): void => {
  kept = new WeakMap()
}

/** The form as it was shown to whoever filled it in, made ready to read what they sent. */
export interface ShownForm {
  form: SignupForm
  plans: Plan[] // those it offers
  implied: Plan | null // the plan that it is about without asking
  consents: HashedConsent[]
  answers: ReturnType<typeof signupAnswersSchema>
}

/** Found: the form in the version that was shown, and the one that is published now, which says when it is open. */
export interface FoundForm {
  shown: ShownForm
  current: SignupForm
}

/**
 * Finds the published form in the version that a visitor filled in: a page may have been open since before a change, and
 * what is asked and agreed to there is what counts.
 */
export const findShownForm = async (
  payload: Payload,
  { form: slug, formVersion, language }: { form: string; formVersion: number; language: Language },
): Promise<FoundForm | 'unknown-form' | 'form-changed'> => {
  let { forms, plans } = await publishedIn(payload, language)
  if (formVersion > (forms.get(slug)?.form.version ?? 0)) {
    // Newer than what this process remembers: another process has published it.
    forgetForms()
    ;({ forms, plans } = await publishedIn(payload, language))
  }
  const live = forms.get(slug)
  if (!live) return 'unknown-form'
  const current = live.form
  if (current.version === formVersion) return { shown: live, current }
  const earlier = formVersion < current.version ? await findEarlier(payload, current, formVersion, language) : null
  return earlier ? { shown: makeReady(earlier, plans), current } : 'form-changed'
}

/** Every published form in one language. */
export const readPublishedForms = async (payload: Payload, language: Language): Promise<ShownForm[]> => [
  ...(await publishedIn(payload, language)).forms.values(),
]

const makeReady = (form: SignupForm, all: Plan[]): ShownForm => {
  const plans = offeredPlans(form, all)
  return {
    form,
    plans,
    implied: impliedPlan(form, plans),
    consents: hashConsents(form.consents),
    answers: signupAnswersSchema(form, plans),
  }
}

const publishedIn = (payload: Payload, language: Language): Promise<Published> => {
  const byLanguage = kept.get(payload) ?? new Map<Language, Kept>()
  kept.set(payload, byLanguage)
  const known = byLanguage.get(language)
  if (known && known.until > performance.now()) return known.published
  const published = readPublished(payload, language)
  byLanguage.set(language, { published, until: performance.now() + keptForMilliseconds })
  published.catch(() => byLanguage.delete(language)) // the next one tries again
  return published
}

const readPublished = async (payload: Payload, language: Language): Promise<Published> => {
  const where = { _status: { equals: 'published' } }
  const all = { locale: language, depth: 0, pagination: false } as const
  const [forms, plans] = await Promise.all([
    payload.find({ collection: 'signup-forms', where, ...all }),
    payload.find({ collection: 'plans', ...all }),
  ])
  const whole = forms.docs.flatMap((document: unknown) => signupFormSchema.safeParse(document).data ?? [])
  if (whole.length < forms.docs.length)
    payload.logger.error(`A signup form in ${language} cannot be read and takes no signups.`)
  // One that cannot be read must not keep companies from choosing another.
  const offered = plans.docs.flatMap((plan: unknown) => planSchema.safeParse(plan).data ?? [])
  if (offered.length < plans.docs.length)
    payload.logger.error(`A plan in ${language} cannot be read and cannot be chosen.`)
  return { forms: new Map(whole.map((form) => [form.slug, makeReady(form, offered)])), plans: offered }
}

const findEarlier = async (
  payload: Payload,
  form: SignupForm,
  version: number,
  language: Language,
): Promise<SignupForm | null> => {
  const { docs } = await payload.findVersions({
    collection: 'signup-forms',
    where: {
      and: [
        { parent: { equals: form.id } },
        { 'version.version': { equals: version } },
        { 'version._status': { equals: 'published' } },
      ],
    },
    locale: language,
    sort: '-updatedAt',
    depth: 0,
    limit: 1,
  })
  const parsed = signupFormSchema.safeParse({ ...docs[0]?.version, id: form.id })
  return parsed.success && parsed.data.slug === form.slug ? parsed.data : null
}
