import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import { type EmailKind, problemsOfEmailText } from 'shared/membership/email-kind'
import { type EmailText, ownEmailText } from 'shared/membership/email-text'
import { z } from 'zod'

/** When the recipients of a form are told of new signups. */
export const noticeTimes = ['atOnce', 'daily'] as const

/** The name of a letter's group of fields. @example groupOf('personal-page') // 'personalPage' */
export const groupOf = (kind: EmailKind): string => kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const textSchema = z.object({ subject: z.string().nullish(), body: z.string().nullish() })
const noticeTimeSchema = z.object({ noticeTime: z.enum(noticeTimes).nullish() })

/** What a letter says: what was written in the CMS in this language, else our own. */
export const readEmailText = async (payload: Payload, kind: EmailKind, language: Language): Promise<EmailText> => {
  const texts: unknown = await payload.findGlobal({ slug: 'email-texts', locale: language, depth: 0 })
  const written = textSchema.safeParse(Object(texts)[groupOf(kind)]).data
  return writtenOrOwn(kind, language, { subject: written?.subject ?? '', body: written?.body ?? '' })
}

/** A text whose parts are left empty has our own there. One that cannot be used, from before a change, is not used. */
export const writtenOrOwn = (kind: EmailKind, language: Language, written: EmailText): EmailText => {
  const own = ownEmailText(kind, language)
  const { unknown, missing } = problemsOfEmailText(kind, written)
  if (unknown.length > 0 || missing.length > 0) return own
  return { subject: written.subject.trim() || own.subject, body: written.body.trim() || own.body }
}

/** Are notices sent at once, or gathered for the next morning? */
export const readNoticeTime = async (payload: Payload): Promise<(typeof noticeTimes)[number]> => {
  const texts: unknown = await payload.findGlobal({ slug: 'email-texts', depth: 0 })
  return noticeTimeSchema.safeParse(texts).data?.noticeTime ?? 'atOnce'
}
