import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { confirmPath } from 'shared/membership/confirm-path'
import { addressOfFront } from './emails/sender.ts'
import type { StoredSignup } from './stored-signup.ts'

type Confirmable = Pick<StoredSignup, 'reference' | 'confirmRound'>

/** How long a link can be used, counted from when its letter was sent. */
export const confirmMilliseconds = 72 * 3_600_000
export const remindAfterMilliseconds = 24 * 3_600_000

/** Signs with what the secret, the purpose and the signup give, so that a letter sent twice has the same link. */
const sign = (payload: Payload, { reference, confirmRound }: Confirmable): string =>
  createHmac('sha256', payload.secret).update(`confirm ${reference} ${confirmRound}`).digest('base64url')

/** What the link in the letter carries. It tells its signup and its round, so that one that is too old can be replaced. */
export const confirmToken = (payload: Payload, signup: Confirmable): string =>
  `${signup.reference}.${signup.confirmRound}.${sign(payload, signup)}`

/** What the row holds of a token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

const tokenPattern = /^([A-Z0-9-]{4,20})\.(\d{1,4})\.([\w-]{43})$/

/** Whose token this is; null when we did not make it. */
export const readToken = (payload: Payload, token: string): Confirmable | null => {
  const [, reference = '', round = '', signature = ''] = tokenPattern.exec(token) ?? []
  const signup = { reference, confirmRound: Number(round) }
  return reference !== '' && timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload, signup))) ? signup : null
}

/** Where the letter leads. */
export const confirmLink = (payload: Payload, signup: Confirmable & Pick<StoredSignup, 'language'>): string =>
  `${addressOfFront(payload)}${confirmPath(signup.language)}?token=${confirmToken(payload, signup)}`
