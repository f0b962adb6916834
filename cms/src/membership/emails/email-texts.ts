import type { Field, GlobalConfig, PayloadRequest, Tab } from 'payload'
import { type EmailKind, emailKinds, problemsOfEmailText } from 'shared/membership/email-kind'
import type { EmailText } from 'shared/membership/email-text'
import { adminText } from 'shared/translations/admin'
import { hiddenFromOthers, membershipOfficers, nobody } from '../../access.ts'
import { sayTo } from '../../content/refusals.ts'
import { groupOf, noticeTimes } from './read-email-text.ts'

const braced = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(', ')

const refuseUnusable =
  (kind: EmailKind, part: keyof EmailText) =>
  (value: unknown, { req }: { req: PayloadRequest }): string | true => {
    const text = { subject: '', body: '', [part]: typeof value === 'string' ? value : '' }
    const { unknown, missing } = problemsOfEmailText(kind, text)
    if (unknown.length > 0) return sayTo(req, 'refusal.emailText.unknown', { names: braced(unknown) })
    return missing.length > 0 ? sayTo(req, 'refusal.emailText.missing', { names: braced(missing) }) : true
  }

const tabOf = (kind: EmailKind): Tab => {
  const fields: Field[] = [
    {
      name: 'subject',
      type: 'text',
      localized: true,
      maxLength: 200,
      label: adminText('emailTexts.subject'),
      validate: refuseUnusable(kind, 'subject'),
    },
    {
      name: 'body',
      type: 'textarea',
      localized: true,
      maxLength: 8000,
      label: adminText('emailTexts.body'),
      admin: {
        rows: 14,
        description: adminText('emailTexts.body.description'),
      },
      validate: refuseUnusable(kind, 'body'),
    },
    {
      name: 'preview',
      type: 'ui',
      admin: {
        components: {
          Field: { path: '/admin/EmailTextPreview.tsx#EmailTextPreview', clientProps: { kind, group: groupOf(kind) } },
        },
      },
    },
  ]
  return { name: groupOf(kind), label: adminText(`emails.kind.${kind}`), fields }
}

/** What the e-mails say, where it is to be something else than our own texts; and when notices are sent. */
export const EmailTexts: GlobalConfig = {
  slug: 'email-texts',
  label: adminText('emailTexts.label'),
  admin: {
    group: adminText('group.membership'),
    hideAPIURL: true,
    description: adminText('emailTexts.description'),
    hidden: hiddenFromOthers,
  },
  access: { read: membershipOfficers, update: membershipOfficers, readVersions: nobody },
  fields: [
    {
      name: 'noticeTime',
      type: 'radio',
      defaultValue: 'atOnce',
      label: adminText('emailTexts.noticeTime'),
      admin: { description: adminText('emailTexts.noticeTime.description') },
      options: noticeTimes.map((time) => ({ value: time, label: adminText(`emailTexts.noticeTime.${time}`) })),
    },
    { type: 'tabs', tabs: emailKinds.map(tabOf) },
  ],
}
