import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import { type SignupForm, signupFormSchema } from 'shared/membership/signup-form'
import { z } from 'zod'

interface Published {
  forms: Map<string, SignupForm> // by slug
  plans: { slug: string }[]
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

/** The form as it was shown to whoever filled it in, and the plans on offer; null when there is no such form. */
export interface ShownForm {
  form: SignupForm
  plans: { slug: string }[]
}

/**
 * Finds the published form in the version that a visitor filled in: a page may have been open since before a change, and
 * what is asked and agreed to there is what counts.
 */
export const findShownForm = async (
  payload: Payload,
  { form: slug, formVersion, language }: { form: string; formVersion: number; language: Language },
): Promise<ShownForm | 'unknown-form' | 'form-changed'> => {
  let { forms, plans } = await publishedIn(payload, language)
  if (formVersion > (forms.get(slug)?.version ?? 0)) {
    // Newer than what this process remembers: another process has published it.
    forgetForms()
    ;({ forms, plans } = await publishedIn(payload, language))
  }
  const form = forms.get(slug)
  if (!form) return 'unknown-form'
  if (form.version === formVersion) return { form, plans }
  const earlier = formVersion < form.version ? await findEarlier(payload, form, formVersion, language) : null
  return earlier ? { form: earlier, plans } : 'form-changed'
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

const planSlugSchema = z.object({ slug: z.string() })

const readPublished = async (payload: Payload, language: Language): Promise<Published> => {
  const where = { _status: { equals: 'published' } }
  const all = { locale: language, depth: 0, pagination: false } as const
  const [forms, plans] = await Promise.all([
    payload.find({ collection: 'signup-forms', where, ...all }),
    payload.find({ collection: 'plans', ...all }),
  ])
  const read = forms.docs.map((document) => signupFormSchema.safeParse(document))
  const whole = read.flatMap((parsed) => (parsed.success ? [parsed.data] : []))
  if (whole.length < read.length)
    payload.logger.error(`A signup form in ${language} cannot be read and takes no signups.`)
  return {
    forms: new Map(whole.map((form) => [form.slug, form])),
    plans: plans.docs.map((plan) => planSlugSchema.parse(plan)),
  }
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
