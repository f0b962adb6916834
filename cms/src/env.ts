import { resolve } from 'node:path'
import { z } from 'zod'

const emptyAsMissing = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''))

const port = (fallback: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be between 1 and 65535')
    .max(65535, 'must be between 1 and 65535')
    .default(fallback)

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address such as http://localhost:3000' })
  .transform((address) => address.replace(/\/+$/, ''))

const settingsSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: port(3000), // where visitors come; the site's front listens there
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((directory) => resolve(directory)), // from the repository's root, where npm runs commands; database, uploads, releases, mail
  DATABASE_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or be left out, which means an SQLite file in DATA_DIR')
    .refine(
      (url) => url.startsWith('mongodb+srv://') || /[?&]replicaSet=[^&]+/.test(url),
      'must name a replica set (…?replicaSet=rs0): without one MongoDB has no transactions and a signup could be lost',
    )
    .optional(),
  SITE_URL: webAddress.optional(), // the address visitors use; default http://localhost:PORT
  SIGNUP_ORIGIN: webAddress.optional(), // where the front answers when the pages are served from elsewhere; default SITE_URL
  SITE_INTERNAL_URL: webAddress.optional(), // where the site's front can be reached from here; default http://127.0.0.1:PORT
  CMS_URL: webAddress.default('http://127.0.0.1:3001'), // where this CMS listens
  PAYLOAD_SECRET: z
    .string('is missing: set it to at least 32 random characters')
    .min(32, 'must be at least 32 characters'),
  SITE_KEY: z.string('is missing: set it to at least 32 random characters').min(32, 'must be at least 32 characters'),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(15, 'must be at least 15 characters')
    .max(128, 'must be at most 128 characters')
    .optional(),
  SEED: z.enum(['example', 'none'], 'must be example or none').default('example'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://user:password@mail.example.org:587' })
    .optional(), // unset: mails are files in DATA_DIR/mail
  COMPANY_REGISTER_URL: webAddress.optional(), // where facts about companies are looked up; see company-register.ts
  COMPANY_REGISTER_KEY: z.string().optional(),
  MAIL_FROM: z.string().default('Klusterwebb <no-reply@localhost>'),
  SIGNUP_LIMIT_PER_10_MINUTES: z.coerce
    .number('must be a whole number of at least 1, for example 20')
    .int('must be a whole number of at least 1, for example 20')
    .min(1, 'must be a whole number of at least 1, for example 20')
    .default(20), // per visitor's address; the front refuses what is above, see membership/robots.ts for the rest
  TRUST_PROXY: z.coerce.number('must be the number of proxies in front').int().min(0).max(10).default(0),
})

/** Reads the settings; a wrong one is told in one sentence each, naming the setting and how to mend it. */
export const readSettings = (environment: NodeJS.ProcessEnv) => {
  const parsed = settingsSchema.safeParse(emptyAsMissing(environment))
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues
        .map((issue) => `The setting ${issue.path.join('.')} ${issue.message}. Mend it and start again.`)
        .join('\n'),
    )
  }
  const settings = parsed.data
  return {
    ...settings,
    SITE_URL: settings.SITE_URL ?? `http://localhost:${settings.PORT}`,
    SITE_INTERNAL_URL: settings.SITE_INTERNAL_URL ?? `http://127.0.0.1:${settings.PORT}`,
  }
}

const orStop = () => {
  try {
    return readSettings(process.env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/** The settings of the CMS. The only reader of `process.env` here. */
export const env = orStop()
