import { createLocalReq, type Payload } from 'payload'
import { homeCountry } from 'shared/membership/country'
import {
  type CorrectableField,
  type PersonalAnswer,
  type PersonalRefusal,
  type PersonalRequest,
} from 'shared/membership/personal-page'
import { type SignupErrors, toSignupErrors } from 'shared/membership/signup-error'
import { indispensableFields, longestAnswers } from 'shared/membership/signup-field'
import { type SignupAnswers, signupAnswersSchema } from 'shared/membership/signup'
import { mayMove } from 'shared/membership/signup-status'
import { isTextKey, translateTo } from 'shared/translations/translate'
import { writeAudit } from './audit-log.ts'
import { noteConsentChange } from './consents.ts'
import { forgetInHistory, takeOutOfSignupsOf } from './erase-person.ts'
import { exportOf } from './export-person.ts'
import { deskTextOf } from './find-on-desk.ts'
import { moveSignup } from './move-signup.ts'
import { tagOfAddress } from './personal-link.ts'
import { fieldsOf, isApplicant, isSame, listingConsent, viewOf } from './personal-page.ts'
import { openPersonalLink, personalSignupSchema, type PersonalMember, type PersonalRecord } from './personal-record.ts'
import { retentionOf } from './privacy-settings.ts'

/** How an act ended: done, refused, or refused field by field. */
type Done = { refusal: PersonalRefusal | null; errors?: SignupErrors }
const done: Done = { refusal: null }
const notNow: Done = { refusal: 'not-now' }

/** Does what a personal page asks for, and answers with what is kept afterwards. */
export const answerPersonalPage = async (
  payload: Payload,
  request: PersonalRequest,
  now = new Date(),
): Promise<PersonalAnswer> => {
  const opened = await openPersonalLink(payload, request.link, now)
  if ('refusal' in opened) return { view: null, refusal: opened.refusal }
  const { record } = opened
  const { refusal, errors = {} } = await act(payload, record, request)
  const again = request.act === 'open' ? opened : await openPersonalLink(payload, request.link, now)
  if ('refusal' in again) return { view: null, refusal: refusal ?? (request.act === 'remove' ? null : again.refusal) }
  const view = await viewOf(payload, again.record, request.language, await retentionOf(payload))
  const told = { ...view, fields: withErrors(view.fields, request, errors) }
  const file = request.act === 'export' ? { file: await exportOwn(payload, record, request) } : {}
  return { view: told, refusal, ...file }
}

const act = (payload: Payload, record: PersonalRecord, request: PersonalRequest): Promise<Done> | Done => {
  switch (request.act) {
    case 'open':
    case 'export':
      return done
    case 'correct':
      return correct(payload, record, request)
    case 'consent':
      return changeConsent(payload, record, request)
    case 'withdraw':
      return withdraw(payload, record)
    case 'remove':
      return removeContact(payload, record)
  }
}

/** What was typed stays in the fields, with what is wrong with it in the page's language. */
const withErrors = (
  fields: { name: CorrectableField; value: string; wrong: string | null }[],
  { language, act, values }: PersonalRequest,
  errors: SignupErrors,
) => {
  if (act !== 'correct' || Object.keys(errors).length === 0) return fields
  const t = translateTo(language)
  return fields.map(({ name, value }) => {
    const code = errors[name]
    const field = t(`signup.field.${name}.label`)
    const own = `signup.error.${code}.${name}`
    const wrong = code
      ? t(isTextKey(own) ? own : `signup.error.${code}`, { field, longest: longestAnswers[name] })
      : null
    return { name, value: values[name] ?? value, wrong }
  })
}

/** Takes the values by the very rules of the form. What may be empty may also be emptied. */
const correct = async (payload: Payload, record: PersonalRecord, { values }: PersonalRequest): Promise<Done> => {
  const fields = fieldsOf(record)
  const country = record.kind === 'signup' ? record.signup.answers.country : record.member.country
  const asked = fields.map(({ name }) => ({
    blockType: 'field' as const,
    name,
    required: indispensableFields.includes(name),
  }))
  const abroad = country && country !== homeCountry
  // The rules are those of whole answers, so what cannot be changed here comes along as it is.
  const kept = {
    organisationName: record.kind === 'signup' ? record.signup.organisationName : record.member.organisationName,
    contactEmail: record.email,
    ...(abroad ? { country } : {}),
  }
  const keptFields = (['country', 'organisationName', 'contactEmail'] as const)
    .filter((name) => name in kept)
    .map((name) => ({ blockType: 'field' as const, name, required: false }))
  const form = { items: [...keptFields, ...asked], consents: [] }
  const written = Object.fromEntries(fields.map(({ name, value }) => [name, values[name] ?? value]))
  const parsed = signupAnswersSchema(form, []).safeParse({ ...written, ...kept })
  if (!parsed.success) return { refusal: 'invalid', errors: toSignupErrors(parsed.error) }
  const corrected = new Map<CorrectableField, string | undefined>(
    fields.map(({ name }) => [name, textIn(parsed.data, name)]),
  )
  const isDone =
    record.kind === 'signup'
      ? await correctSignup(payload, record, corrected)
      : await correctMember(payload, record, corrected)
  if (!isDone) return notNow
  await audit(payload, record, 'person-corrected-own')
  return done
}

const textIn = (answers: SignupAnswers, name: CorrectableField): string | undefined => answers[name]

type SignupRecord = Extract<PersonalRecord, { kind: 'signup' }>
type MemberRecord = Extract<PersonalRecord, { kind: 'member' }>
type Corrected = Map<CorrectableField, string | undefined>

/** One conditional update, as a move is: whoever moves or corrects it meanwhile comes first. */
const updateSignup = async (
  payload: Payload,
  { signup }: SignupRecord,
  data: Record<string, unknown>,
  note: string,
): Promise<boolean> => {
  const { id, moves, status, history } = signup
  const at = new Date().toISOString()
  const changed: unknown = await payload.db.updateOne({
    collection: 'signups',
    where: {
      and: [
        { id: { equals: id } },
        { status: { equals: status } },
        moves > 0 ? { moves: { equals: moves } } : { or: [{ moves: { equals: 0 } }, { moves: { exists: false } }] },
      ],
    },
    data: {
      ...data,
      moves: moves + 1,
      history: [...history, { at, from: status, to: status, by: { kind: 'applicant', name: '' }, note }],
      updatedAt: at,
    },
    options: { atomic: true },
  })
  return Boolean(changed)
}

const correctSignup = (payload: Payload, record: SignupRecord, corrected: Corrected): Promise<boolean> => {
  const { answers } = record.signup
  const note = 'corrected'
  if (!isApplicant(record)) {
    const contacts = answers.contacts?.map((contact) =>
      isSame(contact.contactEmail, record.email)
        ? withoutEmpty({ ...contact, ...Object.fromEntries(corrected) }, ['contactName', 'contactEmail'])
        : contact,
    )
    return updateSignup(payload, record, { answers: { ...answers, contacts } }, note)
  }
  const changed = withoutEmpty({ ...answers, ...Object.fromEntries(corrected) }, ['contactName'])
  const contactName = corrected.get('contactName') ?? answers.contactName
  const columns = { contactName, ...deskTextOf({ ...record.signup, contactName }) }
  return updateSignup(payload, record, { answers: { ...changed, contactName }, ...columns }, note)
}

const withoutEmpty = (answers: Record<string, unknown>, kept: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(answers).filter(([name, value]) => value !== undefined || kept.includes(name)))

/** Saves a member as the register's own saves are. Its history says that the organisation did it, and names no person. */
const saveMember = async (payload: Payload, member: PersonalMember, data: Record<string, unknown>): Promise<void> => {
  const req = await createLocalReq({ context: { memberBy: member.organisationName } }, payload)
  await payload.update({ collection: 'members', id: member.id, data, depth: 0, req })
}

const correctMember = async (
  payload: Payload,
  { member, contact }: MemberRecord,
  corrected: Corrected,
): Promise<boolean> => {
  const value = (name: CorrectableField) => corrected.get(name) ?? null
  const contacts = member.contacts.map((other) =>
    other === contact
      ? { ...other, name: value('contactName'), roles: value('contactRole'), phone: value('contactPhone') }
      : other,
  )
  const company = [...corrected].filter(([name]) => !name.startsWith('contact'))
  const data = { contacts, ...Object.fromEntries(company.map(([name, text]) => [name, text ?? null])) }
  await saveMember(payload, member, data)
  return true
}

const changeConsent = async (
  payload: Payload,
  record: PersonalRecord,
  { consent: name, given }: PersonalRequest,
): Promise<Done> => {
  if (name === undefined || given === undefined || !record.row || !isApplicant(record)) return notNow
  const signup = personalSignupSchema.parse(record.row)
  const asked = signup.asked?.consents.find((consent) => consent.name === name)
  if (!asked || asked.required) return notNow
  const change = { name, given, channel: 'personal-page' as const }
  await noteConsentChange(
    payload,
    record.row,
    record.kind === 'member' ? { ...change, member: record.member.id } : change,
  )
  if (record.kind === 'signup') {
    const answers = { ...signup.answers, consents: { ...signup.answers.consents, [name]: given } }
    if (!(await updateSignup(payload, record, { answers }, 'consent'))) return notNow
  } else if (name === listingConsent) {
    await saveMember(payload, record.member, { listed: given })
  }
  await audit(payload, record, 'consent-changed', `${name}: ${given}`)
  return done
}

const withdraw = async (payload: Payload, record: PersonalRecord): Promise<Done> => {
  if (record.kind !== 'signup' || !isApplicant(record)) return notNow
  const { id, status: from } = record.signup
  if (!mayMove(from, 'withdrawn')) return notNow
  const moved = await moveSignup(payload, { id, from, to: 'withdrawn', by: { kind: 'applicant', name: '' } })
  if (!moved) return notNow
  await audit(payload, record, 'signup-withdrawn')
  return done
}

/** Takes a further contact person off. The first one cannot be taken off by themselves: who else would be asked? */
const removeContact = async (payload: Payload, record: PersonalRecord): Promise<Done> => {
  if (isApplicant(record)) return notNow
  if (record.kind === 'signup') {
    const { answers } = record.signup
    const contacts = answers.contacts?.filter(({ contactEmail }) => !isSame(contactEmail, record.email))
    if (!(await updateSignup(payload, record, { answers: { ...answers, contacts } }, 'contact-removed'))) return notNow
  } else {
    const contacts = record.member.contacts.filter((contact) => contact !== record.contact)
    await saveMember(payload, record.member, { contacts })
    await forgetInHistory(payload, record.member, record.email)
    await takeOutOfSignupsOf(payload, record.member.id, record.email)
  }
  await audit(payload, record, 'person-corrected-own', 'contact removed')
  return done
}

const exportOwn = async (payload: Payload, record: PersonalRecord, { language }: PersonalRequest): Promise<unknown> => {
  await audit(payload, record, 'person-exported-own')
  return exportOf(payload, record.email, language, { withNotes: false })
}

const audit = (
  payload: Payload,
  record: PersonalRecord,
  what: Parameters<typeof writeAudit>[1]['act'],
  details = '',
): Promise<void> =>
  writeAudit(payload, { act: what, by: 'personal-page', about: tagOfAddress(payload, record.email), details })
