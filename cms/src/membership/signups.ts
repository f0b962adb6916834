import type { CollectionBeforeChangeHook, CollectionConfig, Field, FieldHook } from 'payload'
import { languages } from 'shared/languages'
import { answersInWords } from 'shared/membership/answers-in-words'
import { askedSchema } from 'shared/membership/asked'
import { maskPersonalNumber, maskPersonalNumberIn } from 'shared/membership/organisation-number'
import { storedAnswersSchema } from 'shared/membership/signup'
import { signupStatuses } from 'shared/membership/signup-status'
import { adminLanguage, adminText } from 'shared/translations/admin'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'
import { administrators, fieldForNobody, hasRole, hiddenFromOthers, membershipOfficers, nobody } from '../access.ts'
import { deskViews } from '../admin/desk/views.ts'
import { deskIndexes, deskTextFields } from './find-on-desk.ts'

/**
 * `due`: the e-mails that the row calls for have not been put in `emails` yet; `made`: they have. `held`: nobody is
 * written to until a person has looked at the signup.
 */
export const mailStates = ['held', 'due', 'made'] as const

/** What was sent in stays as it was sent. */
const asSent = { access: { update: fieldForNobody }, admin: { readOnly: true } }
const inSidebar = { ...asSent, admin: { readOnly: true, position: 'sidebar' as const } }

/** Staff write notes; a status changes through `move-signup.ts` alone. */
const keepToNotes: CollectionBeforeChangeHook = ({ data }) =>
  // Payload would write the whole row back as it was read, and so undo what was moved or sent in the meantime.
  ({ notes: data['notes'], updatedAt: data['updatedAt'] })

/** The answers as a person reads them, a line each. */
const sayAnswers: FieldHook = ({ data, req }) => {
  const asked = askedSchema.safeParse(data?.['asked'])
  const answers = storedAnswersSchema.safeParse(data?.['answers'])
  if (!asked.success || !answers.success) return undefined
  const language = adminLanguage(req)
  const number = answers.data.organisationNumber ?? ''
  const isPersonal = maskPersonalNumber(number) !== number
  const said = answersInWords(asked.data, answers.data, language, translateTo(language))
    .filter(({ name }) => name !== 'organisationNumber') // has a field of its own, and is personal data of sole traders
    .map(({ label, answer }) => `${label}: ${answer.replaceAll('\n', '; ')}`)
    .join('\n')
  return isPersonal ? maskPersonalNumberIn(said, number) : said
}

/** The number of a sole trader is given out by the desk alone, to whoever asks for it: the admin's own pages hold it masked. */
const maskNumber: FieldHook = ({ value, overrideAccess }) =>
  !overrideAccess && typeof value === 'string' ? maskPersonalNumber(value) : value

const numberedSchema = z.looseObject({ organisationNumber: z.string() })

/** The same for the answers, in which it may stand in a VAT number, too. */
const maskAnswers: FieldHook = ({ value, overrideAccess }) => {
  const { data: answers } = numberedSchema.safeParse(value)
  if (overrideAccess || !answers || maskPersonalNumber(answers.organisationNumber) === answers.organisationNumber)
    return value
  const masked: unknown = JSON.parse(JSON.stringify(answers), (_, answer: unknown) =>
    typeof answer === 'string' ? maskPersonalNumberIn(answer, answers.organisationNumber) : answer,
  )
  return masked
}

const hidden = { ...asSent, admin: { hidden: true } }

/** What the life of a signup needs; all in columns of the row itself, so that one update changes them together. */
const lifeFields: Field[] = [
  {
    name: 'mailState',
    type: 'select',
    label: adminText('signups.mailState'),
    options: mailStates.map((state) => ({ value: state, label: adminText(`signups.mailState.${state}`) })),
    ...inSidebar,
  },
  { name: 'mailDueAt', type: 'date', ...hidden },
  { name: 'statusChangedAt', type: 'date', label: adminText('signups.statusChangedAt'), ...inSidebar },
  { name: 'confirmedAt', type: 'date', label: adminText('signups.confirmedAt'), ...inSidebar },
  { name: 'decidedAt', type: 'date', label: adminText('signups.decidedAt'), ...inSidebar },
  { name: 'reason', type: 'textarea', label: adminText('signups.reason'), ...asSent },
  { name: 'effectiveAt', type: 'date', ...hidden }, // when a decision can no longer be undone
  { name: 'moves', type: 'number', defaultValue: 0, ...hidden }, // how often it was moved: what an update goes by
  { name: 'history', type: 'json', ...hidden },
  { name: 'confirmRound', type: 'number', defaultValue: 0, ...hidden },
  { name: 'confirmBy', type: 'date', ...hidden },
  { name: 'confirmTokenHash', type: 'text', index: true, ...hidden },
  { name: 'remindAt', type: 'date', ...hidden },
  { name: 'member', type: 'text', ...hidden }, // the id of the member that was made of it
  { name: 'memberDueAt', type: 'date', index: true, ...hidden }, // when it is to be made, until it is
  { name: 'memberFault', type: 'json', ...hidden }, // why it could not be made
  { name: 'asked', type: 'json', ...hidden }, // the form in words, as it was shown
  { name: 'price', type: 'json', ...hidden }, // the quote as it was frozen
  { name: 'priceTotal', type: 'number', ...hidden }, // in öre, VAT included
  { name: 'related', type: 'json', ...hidden }, // members and signups of the same number or address
  { name: 'employees', type: 'number', ...hidden },
  { name: 'enteredBy', type: 'text', label: adminText('signups.enteredBy'), ...inSidebar },
]

/**
 * The signups as they came in, a flat row each, so that one INSERT stores one whole. Their only door in is
 * `receive-signup.ts`; staff may write notes, and move them through `move-signup.ts`.
 */
export const Signups: CollectionConfig = {
  slug: 'signups',
  labels: { singular: adminText('signups.singular'), plural: adminText('signups.plural') },
  admin: {
    group: adminText('group.membership'),
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'organisationName', 'status', 'language', 'createdAt', 'statusChangedAt'],
    listSearchableFields: ['reference', 'organisationName', 'organisationNumber', 'contactName', 'contactEmail'],
    description: adminText('signups.description'),
    components: { views: deskViews },
    hidden: hiddenFromOthers,
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
  hooks: { beforeChange: [keepToNotes] },
  indexes: [{ fields: ['mailState', 'mailDueAt'] }, ...deskIndexes],
  fields: [
    {
      name: 'status',
      type: 'select',
      index: true,
      access: { update: fieldForNobody },
      label: adminText('signups.status'),
      admin: { readOnly: true, position: 'sidebar', description: adminText('signups.status.description') },
      options: signupStatuses.map((status) => ({ value: status, label: adminText(`signups.status.${status}`) })),
    },
    { name: 'organisationName', type: 'text', label: adminText('signups.organisationName'), ...asSent },
    {
      name: 'organisationNumber',
      type: 'text',
      index: true,
      label: adminText('signups.organisationNumber'),
      hooks: { afterRead: [maskNumber] },
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
    ...lifeFields,
    ...deskTextFields,
    // Shown in words above: the editor that Payload gives JSON would be fetched from somebody else's server.
    { name: 'answers', type: 'json', ...asSent, admin: { hidden: true }, hooks: { afterRead: [maskAnswers] } },
    // The logo, drawn anew, as a data address: in the row, so that one INSERT stores it and one DELETE takes it away.
    { name: 'logo', type: 'textarea', hidden: true, access: { update: fieldForNobody } },
    { name: 'idempotencyKey', type: 'text', unique: true, index: true, ...asSent, admin: { hidden: true } },
    { name: 'bodyHash', type: 'text', ...asSent, admin: { hidden: true } },
  ],
}
