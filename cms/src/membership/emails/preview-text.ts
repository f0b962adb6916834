import { type Endpoint, Forbidden } from 'payload'
import { languages } from 'shared/languages'
import { emailKinds, problemsOfEmailText } from 'shared/membership/email-kind'
import { ownEmailText } from 'shared/membership/email-text'
import { z } from 'zod'
import { membershipOfficers } from '../../access.ts'
import { writtenOrOwn } from './read-email-text.ts'
import { writeLetter } from './letter.ts'
import { readSender } from './sender.ts'
import { exampleValues } from './values.ts'

const questionSchema = z.object({
  kind: z.enum(emailKinds),
  language: z.enum(languages),
  subject: z.string().max(1000).nullish(),
  body: z.string().max(20_000).nullish(),
})

/**
 * `POST /api/email-preview` with `{kind, language, subject, body}`: the letter as it would be sent for a made-up company,
 * and our own text for that letter. `usable` is false when the text cannot be used, and then the letter shows our own.
 */
const previewText: Endpoint = {
  path: '/email-preview',
  method: 'post',
  handler: async (req) => {
    if (!(await membershipOfficers({ req }))) throw new Forbidden(req.t)
    const question = questionSchema.safeParse(await req.json?.().catch(() => undefined))
    if (!question.success) return Response.json({ error: 'not-understood' }, { status: 400 })
    const { kind, language } = question.data
    const written = { subject: question.data.subject ?? '', body: question.data.body ?? '' }
    const { unknown, missing } = problemsOfEmailText(kind, written)
    const sender = await readSender(req.payload, language)
    const letter = writeLetter(language, writtenOrOwn(kind, language, written), exampleValues(language, sender))
    return Response.json({
      ...letter,
      usable: unknown.length === 0 && missing.length === 0,
      own: ownEmailText(kind, language),
    })
  },
}

/** How a text looks as a letter, while it is written. */
export const emailPreviewEndpoints: Endpoint[] = [previewText]
