import { z } from 'zod'
import { accessibilitySchema } from './accessibility.ts'
import { optionalIdSchema, optionalTextSchema } from './id.ts'

/** A colour as a communicator picks it: `#0b5d4e`. */
export const colourPattern = /^#[0-9a-f]{6}$/i
const colourSchema = z.string().regex(colourPattern).nullish()

/** What is done about a text that one language lacks: it is told, or it does not go live until both languages have it. */
export const languageRules = ['report', 'hold'] as const

/** The global `site-settings` in one language. */
export const siteSettingsSchema = z.object({
  name: z.string(),
  tagline: optionalTextSchema,
  logo: optionalIdSchema,
  colours: z
    .object({ primary: colourSchema, accent: colourSchema })
    .nullish()
    .transform((colours) => ({ primary: colours?.primary ?? '#0b5d4e', accent: colours?.accent ?? '#f2b84b' })),
  startPage: optionalIdSchema, // pages
  newsPage: optionalIdSchema, // pages; news items live below it
  email: optionalTextSchema,
  phone: optionalTextSchema,
  address: optionalTextSchema, // lines parted by a line break
  organisationNumber: optionalTextSchema,
  footerText: optionalTextSchema,
  securityContact: optionalTextSchema, // an e-mail address or the address of a page
  accessibility: accessibilitySchema.nullish().transform((accessibility) => accessibility ?? null),
  languageRule: z
    .enum(languageRules)
    .nullish()
    .transform((rule) => rule ?? 'report'),
  updatedAt: optionalTextSchema,
})
export type SiteSettings = z.infer<typeof siteSettingsSchema>
