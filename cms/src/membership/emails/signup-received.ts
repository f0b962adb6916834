import { languageLocales } from 'shared/languages'
import type { Translate } from 'shared/translations/translate'
import type { OutgoingMail } from '../../mail-transport.ts'
import type { StoredSignup } from '../stored-signup.ts'
import { writeLetter } from './letter.ts'
import type { Sender } from './sender.ts'

/**
 * Tells the applicant that the signup is here, in the language of the form. It repeats nothing of what was written but
 * the organisation's name: the form is open to all, so anybody can have this letter sent to somebody else.
 */
export const signupReceived = (signup: StoredSignup, sender: Sender, translate: Translate): OutgoingMail => {
  const { reference, language, organisationName: organisation } = signup
  const date = new Intl.DateTimeFormat(languageLocales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(signup.createdAt)
  const paragraphs = [
    translate('email.received.greeting'),
    translate('email.received.thanks', { organisation, date }),
    translate('email.received.reference', { reference }),
    translate('email.received.next'),
    ...(sender.email ? [translate('email.received.not-you')] : []), // only where a reply reaches somebody
    translate('email.received.signature', { name: sender.name }),
  ]
  return {
    to: [signup.contactEmail],
    replyTo: sender.email,
    messageId: `<${reference}.received@${sender.host}>`,
    ...writeLetter({ language, subject: translate('email.received.subject', { reference }), paragraphs }),
  }
}
