import { languages } from 'shared/languages'
import type { Store } from './store.ts'

export const securityTextPath = '/.well-known/security.txt'

const validDays = 360 // the standard asks for less than a year
const dayInMilliseconds = 24 * 60 * 60 * 1000

const expiryAfter = (moment: Date): string => {
  const day = new Date(moment.getTime() + validDays * dayInMilliseconds)
  return `${day.toISOString().slice(0, 10)}T00:00:00.000Z`
}

/**
 * The file that tells where to report a weakness (RFC 9116). In a release it holds for a year from when the settings were last
 * saved, as a release rests on nothing but content; `stillValid` makes it hold from the day it is asked for.
 */
export const securityText = (store: Store, origin: string): string => {
  const { securityContact, email } = store.settings()
  const lines = [
    `Contact: ${contactAddress(securityContact ?? email, origin)}`,
    `Expires: ${expiryAfter(new Date(store.settingsSavedAt() ?? 0))}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}${securityTextPath}`,
  ]
  return `${lines.join('\n')}\n`
}

/** The contact as an address; the site itself where nobody is named. */
const contactAddress = (contact: string | null, origin: string): string => {
  if (!contact) return `${origin}/`
  return contact.includes('@') ? `mailto:${contact}` : contact
}

/** The same text, valid for a year from now on. It changes once a day. */
export const stillValid = (text: string, now: Date): string =>
  text.replace(/^Expires: .*$/m, `Expires: ${expiryAfter(now)}`)
