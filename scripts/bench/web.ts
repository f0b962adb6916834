import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const repository = resolve(import.meta.dirname, '../..')
const patienceMilliseconds = 10 * 60 * 1000

/** A port of this machine that nobody uses at the moment. */
export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? found(address.port) : failed(new Error('No port was given.')),
      )
    })
  })

/** A directory that is gone when the task is done. */
export const inTemporaryDirectory = async <Result>(task: (directory: string) => Promise<Result>): Promise<Result> => {
  const directory = await mkdtemp(join(tmpdir(), 'klusterwebb-bench-'))
  try {
    return await task(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Waits until the address answers 200; throws when it has not within ten minutes. */
export const untilAnswered = async (address: string): Promise<void> => {
  const end = Date.now() + patienceMilliseconds
  while (Date.now() < end) {
    const ok = await fetch(address).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await new Promise((wait) => setTimeout(wait, 25))
  }
  throw new Error(`${address} did not answer within ten minutes.`)
}

export interface Web {
  site: string
  cms: string
  siteKey: string
  pid: number
  stop: () => Promise<void>
}

export const adminEmail = 'bench@example.org'
export const adminPassword = 'only-for-measuring-1'

/** Settings for a web of its own: its ports, its directory, and the example content when the database is empty. */
export const ownSettings = async (dataDirectory: string): Promise<Record<string, string>> => {
  const [site, cms] = [await freePort(), await freePort()]
  return {
    PORT: String(site),
    CMS_URL: `http://127.0.0.1:${cms}`,
    SITE_URL: `http://127.0.0.1:${site}`,
    DATA_DIR: dataDirectory,
    DATABASE_URL: '',
    SMTP_URL: '',
    SEED: 'example',
    ADMIN_EMAIL: adminEmail,
    ADMIN_PASSWORD: adminPassword,
    PAYLOAD_SECRET: 'only-for-measuring-never-for-running',
    SITE_KEY: 'only-for-measuring-never-for-running',
    SIGNUP_LIMIT_PER_10_MINUTES: '1000000',
  }
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve_) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve_()) : resolve_(),
  )

/** Starts a command and gives a way to end it and wait for its end. */
export const startProcess = (command: string[], cwd: string, settings: Record<string, string>) => {
  const [program = '', ...rest] = command
  const child = spawn(program, rest, {
    cwd,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

/** Starts the whole product from the built repository and waits until a release is live. */
export const startWeb = async (settings: Record<string, string>): Promise<Web> => {
  const running = startProcess([process.execPath, 'scripts/start.ts'], repository, settings)
  const site = settings['SITE_URL'] ?? ''
  await untilAnswered(`${site}/sv/`)
  return { site, cms: settings['CMS_URL'] ?? '', siteKey: settings['SITE_KEY'] ?? '', ...running }
}

/** The CMS and the site as two processes of their own, so that one can be stopped and started without the other. */
export const startParts = async (settings: Record<string, string>) => {
  const environment = {
    ...settings,
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join(repository, 'node_modules/.cache/node'),
    MALLOC_ARENA_MAX: '2',
  }
  const startSite = () => startProcess([process.execPath, 'site/src/server.ts'], repository, environment)
  const cms = startProcess([process.execPath, 'cms/src/server.ts'], repository, environment)
  let site = startSite()
  await untilAnswered(`${settings['SITE_URL']}/sv/`)
  return {
    url: settings['SITE_URL'] ?? '',
    cmsUrl: settings['CMS_URL'] ?? '',
    siteKey: settings['SITE_KEY'] ?? '',
    cms,
    site: () => site,
    stopSite: () => site.stop(),
    startSite: () => {
      site = startSite()
    },
    stop: async () => {
      await Promise.all([site.stop(), cms.stop()])
    },
  }
}
export type RunningParts = Awaited<ReturnType<typeof startParts>>

/** A process, what it was started as, and what of its memory is resident now and was at most, in MB. */
export interface ProcessMemory {
  command: string
  megabytes: number
  most: number
}

/** The memory of a process and all its descendants. */
export const memoryOf = async (root: number): Promise<ProcessMemory[]> => {
  const processes = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const read = (file: string) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')
        const status = await read('status')
        return {
          pid: Number(name),
          parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0),
          megabytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024,
          most: Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024,
          command: (await read('cmdline')).replaceAll('\0', ' ').trim(),
        }
      }),
  )
  const family = new Set([root])
  for (let size = 0; size !== family.size;) {
    size = family.size
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
  }
  return processes
    .filter(({ pid }) => family.has(pid))
    .map(({ command, megabytes, most }) => ({ command, megabytes, most }))
}
