import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import { z } from 'zod'

/** Who writes the e-mails. */
export interface Sender {
  name: string // of the organisation, in the language of the e-mail
  email: string | undefined // where answers go
  address: string // where the pages that need the front are, and the admin; without a slash at the end
}

const customSchema = z.object({ siteUrl: z.string() })
const settingsSchema = z.object({ name: z.string().nullish(), email: z.string().nullish() })

/** Who writes, as the settings of the site say it in one language. */
export const readSender = async (payload: Payload, language: Language): Promise<Sender> => {
  const settings = settingsSchema.parse(await payload.findGlobal({ slug: 'site-settings', locale: language, depth: 0 }))
  const { siteUrl } = customSchema.parse(payload.config.custom)
  return {
    name: settings.name || new URL(siteUrl).hostname,
    email: settings.email || undefined,
    address: addressOfFront(payload),
  }
}

/** Where the front answers, which need not be where the pages are served. */
export const addressOfFront = (payload: Payload): string =>
  payload.config.serverURL || customSchema.parse(payload.config.custom).siteUrl
