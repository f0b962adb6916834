import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import { personalPaths } from 'shared/membership/personal-page'
import { z } from 'zod'

const day = 86_400_000
/** How long a link opens the page. A new one can be asked for on the page itself. */
export const personalLinkDays = 90

/** Whose page a link opens. It is bound to the address that it was sent to, so that it ends when that one goes. */
export interface PersonalLinkOf {
  kind: 'signup' | 'member'
  id: string
  email: string
}

const contentSchema = z.tuple([z.enum(['signup', 'member']), z.string(), z.string(), z.number()])

const hmac = (payload: Payload, purpose: string, text: string): string =>
  createHmac('sha256', payload.secret).update(`${purpose}\n${text}`).digest('base64url')

/** What stands for an address where the address itself should not be. The same address has the same one. */
export const tagOfAddress = (payload: Payload, email: string): string =>
  hmac(payload, 'personal-address', email.trim().toLowerCase()).slice(0, 22)

/** The token of a link: what it opens as base64url of JSON, a point, and its signature. */
export const personalToken = (payload: Payload, { kind, id, email }: PersonalLinkOf, expires: Date): string => {
  const content = [kind, id, tagOfAddress(payload, email), Math.floor(expires.getTime() / 1000)]
  const written = Buffer.from(JSON.stringify(content)).toString('base64url')
  return `${written}.${hmac(payload, 'personal-link', written)}`
}

/** When a link that is made now ends. */
export const personalLinkEnds = (now = new Date()): Date => new Date(now.getTime() + personalLinkDays * day)

/** The link to a person's own page, as an e-mail to that person bears it. */
export const personalLink = (
  payload: Payload,
  of: PersonalLinkOf & { language: Language },
  expires = personalLinkEnds(),
): string => `${payload.config.serverURL}${personalPaths[of.language]}?link=${personalToken(payload, of, expires)}`

export interface ReadLink {
  kind: 'signup' | 'member'
  id: string
  addressTag: string
}

/** Reads a token; nothing in it counts before its signature was found to be ours. */
export const readPersonalToken = (
  payload: Payload,
  token: string,
  now = new Date(),
): { link: ReadLink } | { refusal: 'forged' | 'expired' } => {
  const [, written, signature] = /^([\w-]{1,500})\.([\w-]{43})$/.exec(token) ?? []
  if (written === undefined || signature === undefined) return { refusal: 'forged' }
  const expected = hmac(payload, 'personal-link', written)
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) return { refusal: 'forged' }
  const content = contentSchema.safeParse(JSON.parse(Buffer.from(written, 'base64url').toString()))
  if (!content.success) return { refusal: 'forged' }
  const [kind, id, addressTag, expires] = content.data
  return expires * 1000 > now.getTime() ? { link: { kind, id, addressTag } } : { refusal: 'expired' }
}
