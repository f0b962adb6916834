import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { ensureBuilt } from './build.ts'
import { type Environment, readEnvironment, withSecrets } from './settings.ts'

const repository = resolve(import.meta.dirname, '..')
const firstPauseMilliseconds = 500
const longestPauseMilliseconds = 15_000
const steadyAfterMilliseconds = 30_000
const stopWithinMilliseconds = 12_000

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
  const node = process.execPath
  return dev
    ? [
        {
          name: 'CMS',
          command: [node, '--watch-path=cms/src', '--watch-path=shared/src', 'cms/src/server.ts'],
          environment,
        },
        { name: 'site', command: [node, 'scripts/dev-site.ts'], environment },
      ]
    : [
        // With more arenas, glibc keeps for good what making pictures took for a moment: 980 MB instead of 590 after the first start.
        { name: 'CMS', command: [node, 'cms/src/server.ts'], environment: { ...environment, MALLOC_ARENA_MAX: '2' } },
        // A small young generation: the front makes much short-lived garbage, and would else keep 30 MB more than it needs.
        { name: 'site', command: [node, '--max-semi-space-size=2', 'site/src/server.ts'], environment },
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
const environment = readEnvironment(dev ? 'development' : 'production')
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
