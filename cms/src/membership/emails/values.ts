import { defaultLanguage, type Language, languageLocales } from 'shared/languages'
import { confirmPath } from 'shared/membership/confirm-path'
import type { EmailValues } from 'shared/membership/email-kind'
import { emailLanguageName } from 'shared/membership/email-text'
import { personalPaths } from 'shared/membership/personal-page'
import type { StoredSignup } from '../stored-signup.ts'
import type { Sender } from './sender.ts'

const momentsIn = (language: Language) =>
  new Intl.DateTimeFormat(languageLocales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  })
const moments = { sv: momentsIn('sv'), en: momentsIn('en') } // made once: to make one takes longer than the rest of a letter

/** @example sayMoment(new Date('2026-11-22T11:03:22Z'), 'sv') // '22 november 2026 kl. 12:03' */
export const sayMoment = (moment: Date, language: Language): string => moments[language].format(moment)

interface Known {
  language: Language // of the letter
  sender: Sender
  signup?: StoredSignup | undefined
  formTitle?: string | undefined
}

/** What a letter about a signup can name; what only some letters need is added by whoever writes them. */
export const valuesOf = ({ language, sender, signup, formTitle }: Known): EmailValues => ({
  cluster: sender.name,
  ...(sender.email ? { clusterEmail: sender.email } : {}),
  deskLink: `${sender.address}/admin/collections/signups${signup ? `/${encodeURIComponent(signup.id)}` : ''}`,
  ...(formTitle ? { form: formTitle } : {}),
  ...(signup
    ? {
        organisation: signup.organisationName,
        contact: signup.contactName,
        reference: signup.reference,
        date: sayMoment(signup.createdAt, language),
        formLanguage: emailLanguageName(signup.language, language),
        ...(signup.confirmBy ? { confirmBy: sayMoment(signup.confirmBy, language) } : {}),
        ...(signup.reason ? { reason: signup.reason } : {}),
      }
    : {}),
})

/** What stands for a real signup in the preview of a text. */
export const exampleValues = (language: Language, sender: Sender): EmailValues => {
  const now = new Date()
  const signup: StoredSignup = {
    ...exampleSignup,
    language,
    createdAt: now,
    confirmBy: new Date(now.getTime() + 72 * 3_600_000),
  }
  const swedish = language === defaultLanguage
  const { deskLink: _, ...values } = valuesOf({ language, sender, signup })
  return {
    ...values,
    deskLink: `${sender.address}/admin/collections/signups`,
    form: swedish ? 'Bli medlem' : 'Become a member',
    confirmLink: `${sender.address}${confirmPath(language)}?token=…`,
    personalLink: `${sender.address}${personalPaths[language]}?link=…`,
    validUntil: sayMoment(new Date(now.getTime() + 24 * 3_600_000), language),
    reason: swedish
      ? 'Verksamheten ligger utanför klustrets område.'
      : 'The business is outside the field of the cluster.',
    memberNumber: '1042',
    plan: swedish ? 'Medelstort företag' : 'Medium-sized company',
    newSignups: `– Exempel AB (${exampleSignup.reference}), ${sayMoment(now, language)}`,
    waiting: '3',
    held: '1',
    undelivered: '1',
  }
}

const exampleSignup: StoredSignup = {
  id: '1',
  reference: 'KW-7F3K-92QD',
  form: 'bli-medlem',
  language: defaultLanguage,
  status: 'received',
  statusChangedAt: null,
  organisationName: 'Exempel AB',
  organisationNumber: null,
  contactName: 'Anna Ek',
  contactEmail: 'anna@example.com',
  moves: 0,
  history: [],
  confirmRound: 0,
  confirmBy: null,
  confirmTokenHash: null,
  confirmedAt: null,
  decidedAt: null,
  effectiveAt: null,
  reason: null,
  member: null,
  enteredBy: null,
  createdAt: new Date(0),
}
