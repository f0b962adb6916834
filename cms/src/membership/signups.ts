import { APIError, type CollectionBeforeChangeHook, type CollectionConfig, type Field, type FieldHook } from 'payload'
import { languages } from 'shared/languages'
import { type SignupFieldName, signupFieldNames } from 'shared/membership/signup-field'
import { maskPersonalNumber } from 'shared/membership/organisation-number'
import { formatPostalCode } from 'shared/membership/postal-code'
import { isSignupStatus, mayMove, signupStatuses } from 'shared/membership/signup-status'
import { adminLanguage, adminText, sayAdmin } from 'shared/translations/admin'
import { translateTo } from 'shared/translations/translate'
import { administrators, fieldForNobody, hasRole, membershipOfficers, nobody } from '../access.ts'
import { env } from '../env.ts'

/** What has become of a signup's e-mails. `held`: nobody is written to until a person has looked at the signup. */
export const mailStates = ['held', 'due', 'sending', 'sent', 'failed'] as const

/** What was sent in stays as it was sent. */
const asSent = { access: { update: fieldForNobody }, admin: { readOnly: true } }
const inSidebar = { ...asSent, admin: { readOnly: true, position: 'sidebar' as const } }

/** Refuses a move that the table of moves does not have, and touches no column but those that staff may change. */
const keepAllowedMoves: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const from: unknown = originalDoc?.status
  const to: unknown = data['status'] ?? from
  if (from !== to && (!isSignupStatus(from) || !isSignupStatus(to) || !mayMove(from, to))) {
    const language = adminLanguage(req)
    const say = (status: unknown) =>
      isSignupStatus(status) ? adminText(`signups.status.${status}`)[language] : String(status)
    throw new APIError(
      sayAdmin(language, 'signups.status.not-allowed', { from: say(from), to: say(to) }),
      400,
      null,
      true,
    )
  }
  // Payload would write the whole row back as it was read, and so undo what the mail worker did in the meantime.
  const changed = { status: to, notes: data['notes'], updatedAt: data['updatedAt'] }
  const isReleased = from === 'suspected' && to === 'received'
  return isReleased ? { ...changed, mailState: 'due', mailDueAt: new Date().toISOString() } : changed
}

const isAnswered = (name: SignupFieldName, answers: object): boolean => name in answers && name !== 'organisationNumber' // it has a field of its own, and is personal data of sole traders

const sayAnswer = (name: SignupFieldName, answer: string): string =>
  name === 'postalCode' ? formatPostalCode(answer) : answer

/** The answers as a person reads them, a line each. */
const sayAnswers: FieldHook = ({ data, req }) => {
  const answers: unknown = data?.['answers']
  if (typeof answers !== 'object' || answers === null) return undefined
  const language = adminLanguage(req)
  const translate = translateTo(language)
  const entries = new Map<string, unknown>(Object.entries(answers))
  const consents: unknown = entries.get('consents')
  return [
    ...signupFieldNames
      .filter((name) => isAnswered(name, answers))
      .map((name) => `${translate(`signup.field.${name}.label`)}: ${sayAnswer(name, String(entries.get(name)))}`),
    ...Object.entries(typeof consents === 'object' && consents ? consents : {}).map(([name, given]) => {
      const answer = adminText(given === true ? 'signups.answer.yes' : 'signups.answer.no')[language]
      return `${sayAdmin(language, 'signups.answer.consent', { name })}: ${answer}`
    }),
  ].join('\n')
}

/** The number of a sole trader is shown on the signup itself, not in lists. */
const maskInLists: FieldHook = ({ value, findMany, overrideAccess }) =>
  findMany && !overrideAccess && typeof value === 'string' ? maskPersonalNumber(value) : value

const mailFields: Field[] = [
  {
    name: 'mailState',
    type: 'select',
    label: adminText('signups.mailState'),
    options: mailStates.map((state) => ({ value: state, label: adminText(`signups.mailState.${state}`) })),
    ...inSidebar,
  },
  { name: 'mailError', type: 'textarea', label: adminText('signups.mailError'), ...inSidebar },
  { name: 'mailAttempts', type: 'number', label: adminText('signups.mailAttempts'), ...inSidebar },
  { name: 'mailDueAt', type: 'date', label: adminText('signups.mailDueAt'), ...inSidebar },
  { name: 'receiptSentAt', type: 'date', label: adminText('signups.receiptSentAt'), ...inSidebar },
  { name: 'noticeSentAt', type: 'date', label: adminText('signups.noticeSentAt'), ...inSidebar },
  { name: 'mailMessageId', type: 'text', ...asSent, admin: { hidden: true } },
]

/**
 * The signups as they came in, a flat row each, so that one INSERT stores one whole. Their only door in is
 * `receive-signup.ts`; staff decide on them and may write notes.
 */
export const Signups: CollectionConfig = {
  slug: 'signups',
  labels: { singular: adminText('signups.singular'), plural: adminText('signups.plural') },
  admin: {
    group: adminText('group.membership'),
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'organisationName', 'status', 'language', 'createdAt', 'mailState'],
    listSearchableFields: ['reference', 'organisationName', 'organisationNumber', 'contactName', 'contactEmail'],
    description: adminText('signups.description'),
    components: { beforeListTable: env.SMTP_URL ? [] : ['/admin/OutgoingMails.tsx#OutgoingMails'] },
    hidden: ({ user }) => user?.['role'] !== 'administrator' && user?.['role'] !== 'membershipOfficer',
  },
  access: {
    create: nobody,
    read: membershipOfficers,
    update: membershipOfficers,
    delete: administrators,
    unlock: nobody,
    readVersions: nobody,
    admin: ({ req }) => hasRole(req, 'administrator', 'membershipOfficer'),
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  versions: false,
  hooks: { beforeChange: [keepAllowedMoves] },
  indexes: [{ fields: ['mailState', 'mailDueAt'] }],
  fields: [
    {
      name: 'status',
      type: 'select',
      index: true,
      label: adminText('signups.status'),
      admin: { position: 'sidebar', description: adminText('signups.status.description') },
      options: signupStatuses.map((status) => ({ value: status, label: adminText(`signups.status.${status}`) })),
    },
    { name: 'organisationName', type: 'text', label: adminText('signups.organisationName'), ...asSent },
    {
      name: 'organisationNumber',
      type: 'text',
      index: true,
      label: adminText('signups.organisationNumber'),
      hooks: { afterRead: [maskInLists] },
      ...asSent,
    },
    { name: 'contactName', type: 'text', label: adminText('signups.contactName'), ...asSent },
    { name: 'contactEmail', type: 'text', index: true, label: adminText('signups.contactEmail'), ...asSent },
    {
      name: 'answersInWords',
      type: 'textarea',
      virtual: true,
      label: adminText('signups.answers'),
      hooks: { afterRead: [sayAnswers] },
      ...asSent,
    },
    {
      name: 'notes',
      type: 'textarea',
      label: adminText('signups.notes'),
      admin: { description: adminText('signups.notes.description') },
    },
    { name: 'reference', type: 'text', unique: true, index: true, label: adminText('signups.reference'), ...inSidebar },
    {
      name: 'language',
      type: 'select',
      label: adminText('signups.language'),
      options: languages.map((language) => ({ value: language, label: adminText(`signups.language.${language}`) })),
      ...inSidebar,
      admin: { ...inSidebar.admin, description: adminText('signups.language.description') },
    },
    { name: 'form', type: 'text', label: adminText('signups.form'), ...inSidebar },
    { name: 'formVersion', type: 'number', label: adminText('signups.formVersion'), ...inSidebar },
    ...mailFields,
    // Shown in words above: the editor that Payload gives JSON would be fetched from somebody else's server.
    { name: 'answers', type: 'json', ...asSent, admin: { hidden: true } },
    { name: 'idempotencyKey', type: 'text', unique: true, index: true, ...asSent, admin: { hidden: true } },
    { name: 'bodyHash', type: 'text', ...asSent, admin: { hidden: true } },
  ],
}
