import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import type { EmailKind } from 'shared/membership/email-kind'
import { z } from 'zod'
import { pokeMailWorkers } from './mail-workers.ts'

interface WantedEmail {
  kind: EmailKind
  signupId?: string | undefined
  memberId?: string | undefined
  to: string // one address
  language: Language
  messageKey: string // what tells this letter from all others, such as `KW-7F3K-92QD.received`
  values?: Record<string, unknown> // what the letter needs beyond the signup
  dueAt?: Date
}

const customSchema = z.object({ siteUrl: z.string() })

/** The host that a Message-ID ends with: the site's. */
export const hostOf = (payload: Payload): string => new URL(customSchema.parse(payload.config.custom).siteUrl).hostname

/**
 * Puts an e-mail among those that are to be sent. One that was put there before, told by its `messageKey`, is not put
 * there again, so this may be repeated. Answers whether it was new.
 */
export const queueEmail = async (
  payload: Payload,
  { kind, signupId, memberId, to, language, messageKey, values, dueAt = new Date() }: WantedEmail,
): Promise<boolean> => {
  const isNew = await insert(payload, {
    messageId: `<${messageKey.replace(/[^\w.-]/g, '_')}@${hostOf(payload)}>`,
    kind,
    signup: signupId ?? null,
    member: memberId ?? null,
    to,
    language,
    state: 'due',
    attempts: 0,
    dueAt: dueAt.toISOString(),
    values: values ?? null,
  })
  if (isNew) pokeMailWorkers()
  return isNew
}

/** False when the Message-ID is taken. */
const insert = async (payload: Payload, data: Record<string, unknown>): Promise<boolean> => {
  try {
    await payload.db.create({ collection: 'emails', data, returning: false })
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') return false
    throw error
  }
}

/** Tries an e-mail again that was given up, to another address if one is given. False when it was not given up. */
export const retryEmail = async (payload: Payload, id: string, to?: string): Promise<boolean> => {
  const tried: unknown = await payload.db.updateOne({
    collection: 'emails',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'failed' } }] },
    data: { state: 'due', attempts: 0, error: null, dueAt: new Date().toISOString(), ...(to ? { to } : {}) },
    options: { atomic: true },
  })
  if (tried) pokeMailWorkers()
  return Boolean(tried)
}
