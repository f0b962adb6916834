import type { Payload } from 'payload'
import { type Language, languageLocales } from 'shared/languages'
import { answersInWords } from 'shared/membership/answers-in-words'
import { basisOfField, legalBases } from 'shared/membership/legal-basis'
import { formatOrganisationNumber } from 'shared/membership/organisation-number'
import {
  correctableByOthers,
  correctableFields,
  type CorrectableField,
  type PersonalView,
} from 'shared/membership/personal-page'
import { sayQuote } from 'shared/membership/say-quote'
import { signupFieldNames } from 'shared/membership/signup-field'
import { mayMove, type SignupStatus } from 'shared/membership/signup-status'
import { type Translate, translateTo } from 'shared/translations/translate'
import { consentsOf, noteConsentsOf } from './consents.ts'
import { readFrozenFee } from './frozen-fee.ts'
import {
  type PersonalMember,
  type PersonalRecord,
  type PersonalSignup,
  personalSignupSchema,
} from './personal-record.ts'
import { forgottenOn, memberForgottenOn, type RetentionSettings } from './retention-rules.ts'
import { isUnsettled, settledMoves } from './settled-moves.ts'

type Row = PersonalView['rows'][number]

export const isApplicant = (record: PersonalRecord): boolean =>
  record.kind === 'signup' ? isSame(record.email, record.signup.contactEmail) : record.contact.isMain

export const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** The moment in words: `22 november 2026`. */
const sayDay = (moment: Date, language: Language): string =>
  new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'long', timeZone: 'Europe/Stockholm' }).format(moment)

/** What is kept about whoever opened the page, in words. */
export const viewOf = async (
  payload: Payload,
  record: PersonalRecord,
  language: Language,
  settings: RetentionSettings,
): Promise<PersonalView> => {
  const t = translateTo(language)
  const isFirst = isApplicant(record)
  const signup = record.row ? personalSignupSchema.parse(record.row) : null
  const status =
    record.kind === 'signup'
      ? t(`personal.status.${toldStatus(record.signup)}`)
      : t(`personal.member.${record.member.status}`)
  return {
    of: record.kind,
    who: isFirst ? 'applicant' : 'contact',
    title: record.kind === 'signup' ? record.signup.organisationName : record.member.organisationName,
    email: record.email,
    reference: signup?.reference ?? null,
    status,
    rows: isFirst ? rowsOf(record, language, t) : rowsOfContact(record, t),
    fee: isFirst ? feeRows(record, language, t) : [],
    bases: basesOf(isFirst ? signup : null, t),
    consents: isFirst && signup ? await consentRows(payload, record, signup, language) : [],
    history: isFirst && signup ? historyOf(signup, language, t) : [],
    fields: fieldsOf(record).map(({ name, value }) => ({ name, value, wrong: null })),
    mayWithdraw: isFirst && record.kind === 'signup' && mayMove(record.signup.status, 'withdrawn'),
    mayRemove: !isFirst,
    keptUntil: sayKept(record, language, settings, t),
  }
}

/** A decision that can still be taken back is told to nobody yet. */
const toldStatus = ({ status, statusChangedAt }: PersonalSignup): SignupStatus =>
  statusChangedAt && isUnsettled(status, statusChangedAt, new Date()) ? 'reviewing' : status

const rowsOf = (record: PersonalRecord, language: Language, t: Translate): Row[] =>
  record.kind === 'signup' ? rowsOfSignup(record.signup, language, t) : rowsOfMember(record.member, language, t)

const rowsOfSignup = ({ asked, answers }: PersonalSignup, language: Language, t: Translate): Row[] => {
  if (asked) {
    return answersInWords(asked, answers, language, t)
      .filter(({ kind }) => kind !== 'consent')
      .map(({ label, answer }) => ({ label, value: answer }))
  }
  const known = new Map<string, unknown>(Object.entries(answers))
  return signupFieldNames.flatMap((name) => {
    const value = known.get(name)
    return typeof value === 'string' || typeof value === 'number'
      ? [{ label: t(`signup.field.${name}.label`), value: String(value) }]
      : []
  })
}

const rowsOfMember = (member: PersonalMember, language: Language, t: Translate): Row[] => {
  const people = member.contacts.map(({ name, roles, email, phone }) =>
    [name, roles, email, phone].filter(Boolean).join(', '),
  )
  const told: [string, string | null][] = [
    [t('signup.field.organisationName.label'), member.organisationName],
    [
      t('signup.field.organisationNumber.label'),
      member.organisationNumber && formatOrganisationNumber(member.organisationNumber),
    ],
    [t('personal.memberNumber'), member.memberNumber ? String(member.memberNumber) : null],
    [t('personal.joinedOn'), member.joinedOn && sayDay(member.joinedOn, language)],
    [t('personal.leftOn'), member.leftOn && sayDay(member.leftOn, language)],
    [t('signup.field.website.label'), member.website],
    [t('signup.field.streetAddress.label'), member.streetAddress],
    [t('signup.field.postalCode.label'), member.postalCode],
    [t('signup.field.city.label'), member.city],
    [t('signup.field.invoiceEmail.label'), member.invoiceEmail],
    [t('signup.field.invoiceReference.label'), member.invoiceReference],
    [t('personal.contacts'), people.join('\n')],
  ]
  return told.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** A further contact person is told what is kept about them, of whom, and who gave it. */
const rowsOfContact = (record: PersonalRecord, t: Translate): Row[] => {
  const person = contactIn(record)
  const told: [string, string | undefined | null][] = [
    [t('signup.field.contactName.label'), person.contactName],
    [t('signup.field.contactRole.label'), person.contactRole],
    [t('signup.field.contactEmail.label'), record.email],
    [t('signup.field.contactPhone.label'), person.contactPhone],
  ]
  return told.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** What is known of the person who opened the page, by the names of the form. */
export const contactIn = (
  record: PersonalRecord,
): Partial<Record<'contactName' | 'contactRole' | 'contactPhone', string>> => {
  if (record.kind === 'member') {
    const { name, roles, phone } = record.contact
    return {
      ...(name ? { contactName: name } : {}),
      ...(roles ? { contactRole: roles } : {}),
      ...(phone ? { contactPhone: phone } : {}),
    }
  }
  const { answers } = record.signup
  const further = answers.contacts?.find(({ contactEmail }) => isSame(contactEmail, record.email))
  const { contactName, contactRole, contactPhone } = isApplicant(record) || !further ? answers : further
  return {
    contactName,
    ...(contactRole ? { contactRole } : {}),
    ...(contactPhone ? { contactPhone } : {}),
  }
}

/** What can be put right on the page, as it stands now. */
export const fieldsOf = (record: PersonalRecord): { name: CorrectableField; value: string }[] => {
  const person = new Map<string, string | null | undefined>(Object.entries(contactIn(record)))
  if (!isApplicant(record)) return correctableByOthers.map((name) => ({ name, value: person.get(name) ?? '' }))
  const company = new Map<string, unknown>(
    Object.entries(record.kind === 'signup' ? record.signup.answers : record.member),
  )
  const shown = new Set<string>(
    record.kind === 'signup' && record.signup.asked
      ? record.signup.asked.items.flatMap((item) => (item.blockType === 'field' ? [item.name] : []))
      : correctableFields,
  )
  return correctableFields
    .filter((name) => shown.has(name))
    .map((name) => ({ name, value: String(person.get(name) ?? company.get(name) ?? '') }))
}

const feeRows = (record: PersonalRecord, language: Language, t: Translate): Row[] => {
  const fee = readFrozenFee(record.kind === 'signup' ? record.signup.price : record.member.fee)
  if (!fee) return []
  const { lines, total } = sayQuote(fee, language, t)
  return [...lines, ...(total ? [total] : [])].map(({ label, amount }) => ({ label, value: amount }))
}

/** Why each field may be kept: the fields by what they rest on. Of a further contact person, why theirs are. */
const basesOf = (signup: PersonalSignup | null, t: Translate): Row[] => {
  const asked = signup?.asked?.items.flatMap((item) => (item.blockType === 'field' ? [item] : [])) ?? []
  if (asked.length === 0) {
    const names = ['contactName', 'contactRole', 'contactEmail', 'contactPhone'] as const
    const labels = names.map((name) => t(`signup.field.${name}.label`))
    return [{ label: t('personal.basis.legitimate-interest'), value: labels.join(', ') }]
  }
  return legalBases.flatMap((basis) => {
    const labels = asked.filter(({ name }) => basisOfField[name] === basis).map(({ label }) => label.replace(/\?$/, ''))
    return labels.length > 0 ? [{ label: t(`personal.basis.${basis}`), value: labels.join(', ') }] : []
  })
}

/** The name of the consent by which a member is shown on the site; its field in the register is `listed`. */
export const listingConsent = 'listing'

const consentRows = async (
  payload: Payload,
  record: PersonalRecord,
  signup: PersonalSignup,
  language: Language,
): Promise<PersonalView['consents']> => {
  await noteConsentsOf(payload, record.row)
  const known = await consentsOf(payload, signup.id)
  return (signup.asked?.consents ?? []).map(({ name, text, required }) => {
    const latest = known.get(name)
    const isListing = record.kind === 'member' && name === listingConsent
    return {
      name,
      text,
      given: isListing ? record.member.listed : (latest?.given ?? signup.answers.consents[name] === true),
      changedAt: latest ? sayDay(latest.at, language) : null,
      mayChange: !required, // what one must agree to is a condition, not a consent
    }
  })
}

const historyOf = (signup: PersonalSignup, language: Language, t: Translate): PersonalView['history'] => [
  { at: sayDay(signup.createdAt, language), text: t('personal.status.received') },
  ...settledMoves(signup.history, new Date()).map(({ at, to }) => ({
    at: sayDay(new Date(at), language),
    text: t(`personal.status.${to}`),
  })),
]

/** Until when this is kept, in a sentence. */
const sayKept = (record: PersonalRecord, language: Language, settings: RetentionSettings, t: Translate): string => {
  if (record.kind === 'signup') {
    const { member, memberDueAt } = record.signup
    const on = forgottenOn({ ...record.signup, hasMember: Boolean(member ?? memberDueAt) }, settings)
    return on ? t('personal.kept.until', { date: sayDay(on, language) }) : t('personal.kept.member')
  }
  const { leftOn } = record.member
  if (!leftOn) return t('personal.kept.member')
  return t('personal.kept.left', {
    date: sayDay(new Date(leftOn.getTime() + settings.leftDays * 86_400_000), language),
    invoices: sayDay(memberForgottenOn(leftOn, settings), language),
  })
}
