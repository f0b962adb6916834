import { randomUUID } from 'node:crypto'
import type { Language } from 'shared/languages'
import { fieldsOf, questionsOf } from 'shared/membership/form-items'
import type { SignupFieldName } from 'shared/membership/signup-field'
import { type FormQuestion, type SignupForm, signupFormSchema } from 'shared/membership/signup-form'
import { type Answer, readAnswer } from './answer.ts'
import { siteReader } from './staff.ts'

/** What a company that knows its own details would write. The numbers are the authorities' own test values. */
const usualAnswers: Record<Exclude<SignupFieldName, 'plan' | 'contactEmail' | 'logo'>, unknown> = {
  country: 'SE',
  organisationNumber: '556026-9986',
  foreignNumber: '12 34 56 78',
  organisationName: 'Exempel AB',
  website: 'https://www.example.com',
  vatNumber: 'SE556026998601',
  employees: 12,
  turnover: '12 000 000',
  area: 450,
  contactName: 'Åsa Öberg',
  contactRole: 'Verksamhetschef',
  contactPhone: '070-174 06 05',
  contacts: [{ contactName: 'Bo Ek', contactEmail: 'bo@example.com' }],
  streetAddress: 'Storgatan 1',
  postalCode: '111 20',
  city: 'Stockholm',
  postalStreetAddress: 'Box 1',
  postalPostalCode: '984 99',
  postalCity: 'Rönnfors',
  invoiceStreetAddress: 'Box 2',
  invoicePostalCode: '984 99',
  invoiceCity: 'Rönnfors',
  invoiceEmail: 'faktura@example.com',
  invoiceReference: 'Projekt 12',
  peppolId: '0007:5560269986',
  howDidYouHear: 'På en mässa.',
  message: 'Vi vill gärna vara med.',
}

/** A right answer to a question of the communicator's own. */
const usualAnswerTo = ({ type, options }: FormQuestion): unknown => {
  switch (type) {
    case 'text':
    case 'longText':
      return 'Ja, gärna.'
    case 'number':
      return '2,5'
    case 'date':
      return '2026-11-22'
    case 'one':
      return options[0]?.value
    case 'several':
      return options.map(({ value }) => value)
    case 'yesNo':
      return true
  }
}

export interface Signup {
  form: string
  formVersion: number
  language: Language
  answers: Record<string, unknown>
}

export interface Company {
  /** The form as published in a language. */
  form: (language: Language) => Promise<SignupForm>
  /** A signup that answers every question of the form rightly, with an e-mail address of its own. */
  fillsIn: (language: Language, own?: Record<string, unknown>) => Promise<Signup>
  /** Sends it. `key` is the Idempotency-Key: the same key again means "the same signup again". */
  sends: (signup: unknown, options?: { key?: string | undefined; headers?: Record<string, string> }) => Promise<Answer>
}

let companies = 0

/** Each company has an address of its own on the net, as far as the CMS behind its front can tell. */
const ownAddress = () => `10.0.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`

/** A company that wants to join. `url` is where it signs up: the site, or the CMS behind it; `cmsUrl` knows the form. */
export const createCompany = (url: string, cmsUrl = url): Company => {
  const form = async (language: Language) => {
    const [first] = await siteReader(cmsUrl).published('signup-forms', language)
    return signupFormSchema.parse(first)
  }
  return {
    form,
    fillsIn: async (language, own = {}) => {
      const { slug, version, items, consents } = await form(language)
      const plans = await siteReader(cmsUrl).ask('GET', `/api/plans?locale=${language}&depth=0&limit=100`)
      const [plan] = /"slug":"([^"]+)"/.exec(plans.text)?.slice(1) ?? []
      const known: Record<string, unknown> = {
        ...usualAnswers,
        plan,
        contactEmail: `company-${(companies += 1)}@example.com`,
      }
      return {
        form: slug,
        formVersion: version,
        language,
        answers: {
          ...Object.fromEntries(fieldsOf(items).map(({ name }) => [name, known[name]])),
          questions: Object.fromEntries(questionsOf(items).map((question) => [question.key, usualAnswerTo(question)])),
          consents: Object.fromEntries(consents.map(({ name }) => [name, true])),
          ...own,
        },
      }
    },
    sends: async (signup, { key = randomUUID(), headers = {} } = {}) => {
      const response = await fetch(new URL('/api/signup', url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': ownAddress(),
          ...(key === '' ? {} : { 'idempotency-key': key }),
          ...headers,
        },
        body: signup instanceof Blob || typeof signup === 'string' ? signup : JSON.stringify(signup),
      })
      return readAnswer(response)
    },
  }
}
