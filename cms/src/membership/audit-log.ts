import type { CollectionConfig, Payload, PayloadRequest } from 'payload'
import { adminText } from 'shared/translations/admin'
import { administrators, hasRole, nobody } from '../access.ts'

/** What is noted of those who handle personal data, so that it can be told who read, took out or erased what. */
export const auditedActs = [
  'person-found',
  'person-exported',
  'person-erased',
  'person-exported-own',
  'person-corrected-own',
  'consent-changed',
  'signup-withdrawn',
  'number-shown',
  'register-exported',
  'register-imported',
  'retention-run',
  'erasures-replayed',
] as const
export type AuditedAct = (typeof auditedActs)[number]

/**
 * Who did what with personal data. Rows are only added, and go after two years; they hold no personal data of those whom
 * they are about, only what stands for an address.
 */
export const AuditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: { singular: adminText('auditLog.singular'), plural: adminText('auditLog.plural') },
  admin: {
    group: adminText('group.membership'),
    description: adminText('auditLog.description'),
    useAsTitle: 'act',
    defaultColumns: ['createdAt', 'act', 'by', 'about', 'details'],
    listSearchableFields: ['by', 'about', 'details'],
    hidden: ({ user }) => user?.['role'] !== 'administrator',
  },
  access: {
    create: nobody,
    read: administrators,
    update: nobody,
    delete: nobody,
    unlock: nobody,
    readVersions: nobody,
    admin: ({ req }) => hasRole(req, 'administrator'),
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  versions: false,
  fields: [
    {
      name: 'act',
      type: 'select',
      index: true,
      label: adminText('auditLog.act'),
      options: auditedActs.map((act) => ({ value: act, label: adminText(`auditLog.act.${act}`) })),
    },
    { name: 'by', type: 'text', label: adminText('auditLog.by') }, // a member of staff; else who it was, in a word
    { name: 'about', type: 'text', index: true, label: adminText('auditLog.about') }, // a reference, an id, or what stands for an address
    { name: 'details', type: 'text', label: adminText('auditLog.details') },
  ],
}

interface Audited {
  act: AuditedAct
  by: string
  about?: string
  details?: string
}

/** Notes what somebody did with personal data. Neither `about` nor `details` may name a person. */
export const writeAudit = async (payload: Payload, { act, by, about = '', details = '' }: Audited): Promise<void> => {
  await payload.db.create({ collection: 'audit-log', data: { act, by, about, details }, returning: false })
}

/** Who asks, as the log names them. */
export const auditedName = ({ user }: PayloadRequest): string => {
  if (typeof user !== 'object' || user === null) return ''
  if ('name' in user && typeof user.name === 'string' && user.name) return user.name
  return 'email' in user && typeof user.email === 'string' ? user.email : ''
}

const hour = 3_600_000

/** Notes that somebody was shown a personal number; once an hour, as a page that is open asks again and again. */
export const noteNumberShown = async (req: PayloadRequest, about: string, now = new Date()): Promise<void> => {
  const by = auditedName(req)
  const noted: unknown = await req.payload.db.findOne({
    collection: 'audit-log',
    where: {
      and: [
        { act: { equals: 'number-shown' } },
        { by: { equals: by } },
        { about: { equals: about } },
        { createdAt: { greater_than: new Date(now.getTime() - hour).toISOString() } },
      ],
    },
  })
  if (!noted) await writeAudit(req.payload, { act: 'number-shown', by, about })
}
