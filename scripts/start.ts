import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ensureBuilt } from './build.ts'

const repository = resolve(import.meta.dirname, '..')
const firstPauseMilliseconds = 500
const longestPauseMilliseconds = 15_000
const steadyAfterMilliseconds = 30_000
const stopWithinMilliseconds = 12_000

type Environment = Record<string, string | undefined>

/** The settings: the environment first, then the file `.env`, which `.env.example` shows. */
const readEnvironment = (): Environment => {
  if (existsSync(join(repository, '.env'))) process.loadEnvFile(join(repository, '.env'))
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' }
}

/** On the embedded database the secrets are made once and kept in DATA_DIR; with MongoDB the operator gives them. */
const withSecrets = async (environment: Environment): Promise<Environment> => {
  if (environment['DATABASE_URL'] && environment['PAYLOAD_SECRET'] && environment['SITE_KEY']) return environment
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
  return { ...(typeof kept === 'object' ? kept : {}), ...given }
}

interface Part {
  name: string
  command: string[]
  environment: Environment
}

/** Starts the parts, restarts what dies, and ends them all together. */
const supervise = (parts: Part[]) => {
  const running = new Map<string, ChildProcess>()
  let stopping = false

  const stop = (code: number) => {
    if (stopping) return
    stopping = true
    for (const child of running.values()) child.kill('SIGTERM')
    const leave = () => running.size === 0 && process.exit(code)
    for (const child of running.values()) child.once('exit', () => setImmediate(leave))
    setTimeout(() => {
      for (const child of running.values()) child.kill('SIGKILL')
      process.exit(code)
    }, stopWithinMilliseconds).unref()
    leave()
  }

  const run = (part: Part, pause: number, first: boolean) => {
    const [program = 'node', ...rest] = part.command
    const startedAt = Date.now()
    const child = spawn(program, rest, {
      cwd: repository,
      env: part.environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    running.set(part.name, child)
    child.once('exit', (code, signal) => {
      running.delete(part.name)
      if (stopping) return
      const steady = Date.now() - startedAt > steadyAfterMilliseconds
      if (code === 1 && first && !steady) {
        // It said why it could not start; starting it again would only say it again.
        return stop(1)
      }
      const next = steady ? firstPauseMilliseconds : Math.min(pause * 2, longestPauseMilliseconds)
      console.error(`The ${part.name} ended (${signal ?? `code ${code}`}); it starts again in ${pause} ms.`)
      setTimeout(() => !stopping && run(part, next, false), pause)
    })
  }

  for (const part of parts) run(part, firstPauseMilliseconds, true)
  process.on('SIGTERM', () => stop(0))
  process.on('SIGINT', () => stop(0))
}

const partsOf = (environment: Environment, dev: boolean): Part[] => {
  const mode = { ...environment, NODE_ENV: dev ? 'development' : 'production' }
  const node = process.execPath
  return dev
    ? [
        {
          name: 'CMS',
          command: [node, '--watch-path=cms/src', '--watch-path=shared/src', 'cms/src/server.ts'],
          environment: mode,
        },
        { name: 'site', command: [node, 'scripts/dev-site.ts'], environment: mode },
      ]
    : [
        { name: 'CMS', command: [node, 'cms/src/server.ts'], environment: mode },
        { name: 'site', command: [node, 'site/src/server.ts'], environment: mode },
      ]
}

const explain = (error: unknown, environment: Environment): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  const directory = resolve(repository, environment['DATA_DIR'] || './data')
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR') {
    return `The directory ${directory} cannot be written to. Give this user the right to write there, or set DATA_DIR to another directory, and start again.`
  }
  if (code === 'ENOSPC') {
    return `The disk of ${directory} is full. Make room there, or set DATA_DIR to a directory on another disk, and start again.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const dev = process.argv.includes('--dev')
const environment = readEnvironment()
try {
  const complete = await withSecrets(environment)
  Object.assign(process.env, complete)
  await import('../cms/src/env.ts') // stops here, with a sentence, on a wrong setting
  if (!dev) await ensureBuilt()
  supervise(partsOf(complete, dev))
} catch (error) {
  console.error(explain(error, environment))
  process.exit(1)
}
