import { z } from 'zod'
import { accessibilitySchema } from './accessibility.ts'
import { optionalIdSchema, optionalTextSchema } from './id.ts'

/** A colour as a communicator picks it: `#0b5d4e`. */
export const colourPattern = /^#[0-9a-f]{6}$/i
const colourSchema = z.string().regex(colourPattern).nullish()

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
  updatedAt: optionalTextSchema,
})
export type SiteSettings = z.infer<typeof siteSettingsSchema>
