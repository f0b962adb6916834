import { z } from 'zod'
import { accessibilitySchema } from './accessibility.ts'
import { colourPattern } from './colour.ts'
import { optionalIdSchema, optionalTextSchema } from './id.ts'
import { themeNames, themes, typefaces, ownTheme } from './theme.ts'

const colourSchema = z.string().regex(colourPattern).nullish()

/** What is done about a text that one language lacks: it is told, or it does not go live until both languages have it. */
export const languageRules = ['report', 'hold'] as const

/** What every page shows of the organisation, in one language. */
const settingsSchema = z.object({
  name: z.string(),
  tagline: optionalTextSchema,
  logo: optionalIdSchema,
  theme: z.enum(themeNames).nullish(), // none: colours of its own
  colours: z.object({ primary: colourSchema, accent: colourSchema }).nullish(),
  typeface: z.enum(typefaces).nullish(), // none: the theme's
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

/** The global `site-settings` in one language, with the look that was chosen. */
export const siteSettingsSchema = settingsSchema.transform(({ theme, colours, typeface, ...settings }) => {
  const look = theme ? themes[theme] : ownTheme
  const own = theme ? null : colours
  return {
    ...settings,
    colours: { primary: own?.primary ?? look.primary, accent: own?.accent ?? look.accent },
    typeface: typeface ?? look.typeface,
  }
})
export type SiteSettings = z.infer<typeof siteSettingsSchema>
