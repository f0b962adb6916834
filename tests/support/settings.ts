import { resolve } from 'node:path'

/** The first administrator of every server that a test starts. */
export const administrator = { email: 'admin@example.org', password: 'a long password for tests' }

/** The key by which the site reads what is published. */
export const siteKey = 'the-key-of-the-site-in-tests-0123456789'

/** Where Node keeps our code as it has compiled it, which saves each of the many starts in tests a third of its time. */
const compiled = resolve(import.meta.dirname, '../../node_modules/.cache/klusterwebb-compiled')

/** What a started process needs of the machine; nothing else of the developer's environment reaches it. */
const ofTheMachine = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** The settings of a server in tests. What a test gives comes last and wins; an empty text means "not set". */
export const settingsOf = (own: Record<string, string>): NodeJS.ProcessEnv => ({
  ...ofTheMachine(),
  HOST: '127.0.0.1',
  NODE_COMPILE_CACHE: compiled,
  PAYLOAD_SECRET: 'a-secret-that-only-tests-use-0123456789',
  SITE_KEY: siteKey,
  ADMIN_EMAIL: administrator.email,
  ADMIN_PASSWORD: administrator.password,
  SEED: 'none',
  MALLOC_ARENA_MAX: '2', // as `npm start` has it
  SIGNUP_LIMIT_PER_10_MINUTES: '100000', // all of a test's companies come from one address, and prove nothing
  ...own,
  NODE_ENV: 'production',
})
