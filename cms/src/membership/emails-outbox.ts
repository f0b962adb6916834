import type { CollectionConfig } from 'payload'
import { languages } from 'shared/languages'
import { emailKinds } from 'shared/membership/email-kind'
import { adminText } from 'shared/translations/admin'
import { hasRole, hiddenFromOthers, membershipOfficers, nobody } from '../access.ts'
import { env } from '../env.ts'
import { emailStates } from './stored-email.ts'

/**
 * The e-mails that are to go out and those that went, a row each: to whom, which letter and how it fared. What a letter
 * says is written when it is sent, so a row holds no text. Written by `queue-email.ts` and `send-emails.ts` alone.
 */
export const Emails: CollectionConfig = {
  slug: 'emails',
  labels: { singular: adminText('emails.singular'), plural: adminText('emails.plural') },
  admin: {
    group: adminText('group.membership'),
    hideAPIURL: true,
    description: adminText('emails.description'),
    components: { beforeListTable: env.SMTP_URL ? [] : ['/admin/OutgoingMails.tsx#OutgoingMails'] },
    useAsTitle: 'to',
    defaultColumns: ['to', 'kind', 'state', 'attempts', 'createdAt', 'sentAt'],
    listSearchableFields: ['to', 'messageId'],
    hidden: hiddenFromOthers,
  },
  access: {
    create: nobody,
    read: membershipOfficers,
    update: nobody,
    delete: nobody,
    unlock: nobody,
    readVersions: nobody,
    admin: ({ req }) => hasRole(req, 'administrator', 'membershipOfficer'),
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  versions: false,
  indexes: [{ fields: ['state', 'dueAt'] }],
  fields: [
    { name: 'to', type: 'text', index: true, label: adminText('emails.to') },
    {
      name: 'kind',
      type: 'select',
      label: adminText('emails.kind'),
      options: emailKinds.map((kind) => ({ value: kind, label: adminText(`emails.kind.${kind}`) })),
    },
    {
      name: 'state',
      type: 'select',
      label: adminText('emails.state'),
      options: emailStates.map((state) => ({ value: state, label: adminText(`emails.state.${state}`) })),
    },
    { name: 'error', type: 'textarea', label: adminText('emails.error') },
    {
      name: 'language',
      type: 'select',
      label: adminText('signups.language'),
      options: languages.map((language) => ({ value: language, label: adminText(`signups.language.${language}`) })),
    },
    { name: 'attempts', type: 'number', label: adminText('emails.attempts') },
    { name: 'dueAt', type: 'date', label: adminText('emails.dueAt') },
    { name: 'sentAt', type: 'date', label: adminText('emails.sentAt') },
    { name: 'signup', type: 'text', index: true, admin: { hidden: true } },
    { name: 'member', type: 'text', index: true, admin: { hidden: true } },
    { name: 'messageId', type: 'text', unique: true, index: true, label: adminText('emails.messageId') },
    { name: 'values', type: 'json', admin: { hidden: true } }, // only what the letter needs beyond the signup
  ],
}
