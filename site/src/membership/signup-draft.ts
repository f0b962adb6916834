import { readOrganisationNumber } from 'shared/membership/organisation-number'
import type { SignupValues } from './signup-request.ts'

/** What is kept of a form in this tab of the browser, over reloads and switches of language, until it is sent. */
export interface SignupDraft {
  key: string // the Idempotency-Key, made when the form is first edited
  values: SignupValues
  reference?: string // of the receipt, once sent: then nothing else is kept
}

const nameOf = (form: string) => `signup:${form}`

export const newDraft = (): SignupDraft => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return { key: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''), values: {} }
}

/** The draft of a form, or null when there is none or the browser keeps none. */
export const readDraft = (form: string): SignupDraft | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(form)) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

export const keepDraft = (form: string, draft: SignupDraft): void => {
  try {
    sessionStorage.setItem(nameOf(form), JSON.stringify({ ...draft, values: withoutPersonalNumber(draft.values) }))
  } catch {
    // The browser keeps nothing, or its store is full: the form works all the same, but not over a reload.
  }
}

export const forgetDraft = (form: string): void => {
  try {
    sessionStorage.removeItem(nameOf(form))
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

/** A sole trader's number is a personal identity number and stays out of the browser's store, half typed too. */
const withoutPersonalNumber = ({ organisationNumber, ...values }: SignupValues): SignupValues =>
  organisationNumber && readOrganisationNumber(organisationNumber)?.kind === 'legal'
    ? { ...values, organisationNumber }
    : values
