import { defaultLanguage } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'
import type { OutgoingMail } from '../../mail-transport.ts'
import type { StoredSignup } from '../stored-signup.ts'
import { writeLetter } from './letter.ts'
import type { Sender } from './sender.ts'

/**
 * Tells the form's recipients that a signup came in, in the language of the house. The answers stay in the admin, where
 * only those who handle memberships read them.
 */
export const signupNotice = (
  signup: StoredSignup,
  form: { title: string; recipients: string[] },
  sender: Sender,
): OutgoingMail => {
  const translate = translateTo(defaultLanguage)
  const { reference, organisationName: organisation } = signup
  const paragraphs = [
    translate('email.notice.text', { organisation, form: form.title }),
    translate('email.notice.contact', { name: signup.contactName }),
    translate('email.notice.language', { language: translate(`email.language.${signup.language}`) }),
    translate('email.received.reference', { reference }),
  ]
  const link = {
    label: translate('email.notice.link'),
    address: `${sender.siteUrl}/admin/collections/signups/${encodeURIComponent(signup.id)}`,
  }
  return {
    to: form.recipients,
    messageId: `<${reference}.notice@${sender.host}>`,
    ...writeLetter({
      language: defaultLanguage,
      subject: translate('email.notice.subject', { organisation, reference }),
      paragraphs,
      link,
    }),
  }
}
