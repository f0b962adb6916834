import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const repository = resolve(import.meta.dirname, '..')

export type Environment = NodeJS.ProcessEnv

/** The settings: the environment first, then the file `.env`, which `.env.example` shows. */
export const readEnvironment = (mode: 'production' | 'development' = 'production'): Environment => {
  if (existsSync(join(repository, '.env'))) process.loadEnvFile(join(repository, '.env'))
  return {
    ...process.env,
    NODE_ENV: mode,
    NODE_COMPILE_CACHE: join(repository, 'node_modules/.cache/node'), // later starts compile nothing anew
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
}

/** On the embedded database the secrets are made once and kept in DATA_DIR; with MongoDB the operator gives them. */
export const withSecrets = async (environment: Environment): Promise<Environment> => {
  if (environment['DATABASE_URL']) return environment
  const directory = resolve(repository, environment['DATA_DIR'] || './data')
  const file = join(directory, 'secrets.json')
  if (!existsSync(file)) {
    const made = {
      PAYLOAD_SECRET: randomBytes(32).toString('base64url'),
      SITE_KEY: randomBytes(32).toString('base64url'),
    }
    await mkdir(directory, { recursive: true })
    await writeFile(`${file}.part`, JSON.stringify(made), { mode: 0o600 })
    await rename(`${file}.part`, file)
  }
  const kept: unknown = JSON.parse(await readFile(file, 'utf8'))
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value))
  return { ...environment, ...(typeof kept === 'object' ? kept : {}), ...given }
}
