import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))
const webAddress = z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ''))
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

const originSchema = webAddress.refine((address) => new URL(address).origin === address)

const cmsAccessSchema = z.object({
  CMS_URL: webAddress.default('http://127.0.0.1:3001'),
  SITE_KEY: z.string().min(16), // shown to the CMS, which then answers with what is published
})

const settingsSchema = cmsAccessSchema.extend({
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .transform((directory) => resolve(repositoryRoot, directory)),
  SITE_URL: webAddress.optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0), // how many proxies of one's own stand before the front
  SIGNUP_LIMIT_PER_10_MINUTES: wholeNumber(1, 1_000_000_000).default(20), // per visitor's address
  SIGNUP_ORIGIN: originSchema.optional(), // where forms are posted to when pages are served from elsewhere
  RELEASE_WEBHOOK_URL: z
    .string()
    .default('')
    .transform((addresses) => addresses.split(',').flatMap((address) => address.trim() || []))
    .pipe(z.array(z.url({ protocol: /^https?$/ }))), // told when a release went live
  RELEASE_WEBHOOK_SECRET: z.string().min(16).optional(), // what is told is signed with it
})

/** The settings of the site's front; `siteUrl` and `cmsUrl` end without a slash, `dataDir` is absolute. */
export interface Settings {
  port: number
  host: string
  dataDir: string
  siteUrl: string
  cmsUrl: string
  siteKey: string
  trustProxy: number
  signupLimitPer10Minutes: number
  signupOrigin: string // empty: the page's own
  releaseWebhookUrls: string[]
  releaseWebhookSecret: string | undefined
}

/** A setting is wrong. The message is one sentence that says which one and how to mend it. */
export class SettingsError extends Error {}

const howToMend: Record<string, string> = {
  CMS_URL: 'the address of the CMS, for example http://127.0.0.1:3001',
  SITE_KEY: 'the key of at least 16 characters that the CMS was given too; "npm start" makes one and passes it on',
  PORT: 'a whole number from 0 to 65535, for example 3000',
  HOST: 'the address to listen on, for example 127.0.0.1',
  DATA_DIR: 'a directory, for example ./data',
  SITE_URL: 'the public address of the web, for example https://www.example.org',
  TRUST_PROXY: 'the number of proxies before the site, from 0 to 10',
  SIGNUP_LIMIT_PER_10_MINUTES: 'a whole number of at least 1, for example 20',
  SIGNUP_ORIGIN: 'the address of the front without a path, for example https://cms.example.org',
  RELEASE_WEBHOOK_URL: 'one or more web addresses with commas between, for example https://hooks.example.org/released',
  RELEASE_WEBHOOK_SECRET: 'a text of at least 16 characters that the receiver knows too',
}

/** Settings given as an empty text count as not given, so that a line in `.env` may be left blank. */
const givenSettings = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))

const parseSettings = <Schema extends z.ZodType>(schema: Schema, environment: NodeJS.ProcessEnv): z.infer<Schema> => {
  const parsed = schema.safeParse(givenSettings(environment))
  if (parsed.success) return parsed.data
  const name = String(parsed.error.issues[0]?.path[0])
  throw new SettingsError(`The setting ${name} is missing or wrong: it must be ${howToMend[name]}.`)
}

/** Reads the settings of the front. Throws `SettingsError`. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const settings = parseSettings(settingsSchema, environment)
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.DATA_DIR,
    siteUrl: settings.SITE_URL ?? `http://localhost:${settings.PORT}`,
    cmsUrl: settings.CMS_URL,
    siteKey: settings.SITE_KEY,
    trustProxy: settings.TRUST_PROXY,
    signupLimitPer10Minutes: settings.SIGNUP_LIMIT_PER_10_MINUTES,
    signupOrigin: settings.SIGNUP_ORIGIN ?? '',
    releaseWebhookUrls: settings.RELEASE_WEBHOOK_URL,
    releaseWebhookSecret: settings.RELEASE_WEBHOOK_SECRET,
  }
}

/** Where the CMS is, and the key that opens it. */
export interface CmsAccess {
  cmsUrl: string
  siteKey: string
}

/** Reads only what it takes to fetch content, for a static build. Throws `SettingsError`. */
export const readCmsAccess = (environment: NodeJS.ProcessEnv): CmsAccess => {
  const settings = parseSettings(cmsAccessSchema, environment)
  return { cmsUrl: settings.CMS_URL, siteKey: settings.SITE_KEY }
}

/** Reads where forms are posted to, empty for the page's own origin; for pages, which are compiled without it. Throws `SettingsError`. */
export const readSignupOrigin = (environment: NodeJS.ProcessEnv): string =>
  parseSettings(z.object({ SIGNUP_ORIGIN: originSchema.default('') }), environment).SIGNUP_ORIGIN
