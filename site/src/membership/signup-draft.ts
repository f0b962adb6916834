import { readOrganisationNumber } from 'shared/membership/organisation-number'
import type { SignupValues } from './signup-request.ts'

/** What is kept of a form in this tab of the browser, over reloads and switches of language, until it is sent. */
export interface SignupDraft {
  key: string // the Idempotency-Key, made when the form is first edited
  values: SignupValues
  place?: number // the step it is open at
  token?: HeldToken // what the proof of work is made with
  isOnItsWay?: boolean // it was sent as it is, and no answer has come
  reference?: string // of the receipt, once sent: then nothing else is kept
}

/** What `GET /api/signup/token` gave, and when. */
export interface HeldToken {
  token: string
  bits: number
  at: number // milliseconds, by this device's clock
}

const nameOf = (form: string) => `signup:${form}`
const logoNameOf = (form: string) => `signup:${form}:logo`

export const newDraft = (): SignupDraft => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return { key: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''), values: {} }
}

/** The draft of a form, or null when there is none or the browser keeps none. */
export const readDraft = (form: string): SignupDraft | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(form)) ?? 'null')
    if (!isDraft(kept)) return null
    const logo = sessionStorage.getItem(logoNameOf(form))
    return logo ? { ...kept, values: { ...kept.values, logo } } : kept
  } catch {
    return null
  }
}

export const keepDraft = (form: string, draft: SignupDraft): void => {
  const { logo, ...values } = draft.values
  try {
    sessionStorage.setItem(nameOf(form), JSON.stringify({ ...draft, values: withoutPersonalNumber(values) }))
    // Apart, as it is large: it is written when it changes, and a store that has no room for it keeps the rest.
    if (sessionStorage.getItem(logoNameOf(form)) === (logo ?? null)) return
    sessionStorage.removeItem(logoNameOf(form))
    if (logo) sessionStorage.setItem(logoNameOf(form), logo)
  } catch {
    // The browser keeps nothing, or its store is full: the form works all the same, but not over a reload.
  }
}

export const forgetDraft = (form: string): void => {
  try {
    sessionStorage.removeItem(nameOf(form))
    sessionStorage.removeItem(logoNameOf(form))
  } catch {
    // Nothing was kept.
  }
}

const isDraft = (value: unknown): value is SignupDraft =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'values' in value &&
  typeof value.values === 'object' &&
  value.values !== null

/** The fields in which a sole trader's number may stand, which is a personal identity number. */
const mayHoldPersonalNumber = ['organisationNumber', 'vatNumber', 'peppolId'] as const

/** Half typed too. A foreign VAT number, and a Peppol id of another kind than the Swedish number, are nobody's secret. */
const mayBePersonal = (written: string): boolean => {
  const number = written.trim()
  if (/^(?!se)[a-z]{2}/i.test(number) || /^(?!0007)\d{4}:/.test(number)) return false
  return readOrganisationNumber(number.replace(/^0007:/, ''))?.kind !== 'legal'
}

/** Personal identity numbers stay out of the browser's store. */
const withoutPersonalNumber = (values: SignupValues): SignupValues => {
  const kept = { ...values }
  for (const name of mayHoldPersonalNumber) if (mayBePersonal(kept[name] ?? '')) delete kept[name]
  return kept
}
