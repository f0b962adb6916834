import type { Payload } from 'payload'
import { type Language, languageLocales } from 'shared/languages'
import { type EmailKind, emailValues, type EmailValues } from 'shared/membership/email-kind'
import { personalLink, personalLinkEnds } from './personal-link.ts'
import { personalMemberSchema } from './personal-record.ts'
import type { StoredSignup } from './stored-signup.ts'

interface Addressed {
  kind: EmailKind
  language: Language
  signup: StoredSignup | undefined
  member: string | null
  to: string | undefined
}

/** What a letter that leads to a person's own page can name. The link is made when the letter is written, and kept nowhere. */
export const personalValues = async (
  payload: Payload,
  { kind, language, signup, member, to: email }: Addressed,
): Promise<EmailValues> => {
  const { must, may } = emailValues[kind]
  const id = member ?? signup?.id
  if (!email || !id || ![...must, ...may].includes('personalLink')) return {}
  const ends = personalLinkEnds()
  const of = { kind: member ? ('member' as const) : ('signup' as const), id, email, language }
  return {
    personalLink: personalLink(payload, of, ends),
    validUntil: new Intl.DateTimeFormat(languageLocales[language], {
      dateStyle: 'long',
      timeZone: 'Europe/Stockholm',
    }).format(ends),
    ...(member && !signup ? await organisationOf(payload, member) : {}),
  }
}

const organisationOf = async (payload: Payload, id: string): Promise<EmailValues> => {
  const document: unknown = await payload.findByID({ collection: 'members', id, depth: 0, disableErrors: true })
  return document ? { organisation: personalMemberSchema.parse(document).organisationName } : {}
}
