import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

/** The root of the project. */
export const root = resolve(import.meta.dirname, '../..')

/** A port on loopback that is free now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.')
  return address.port
}

/** Asks again and again until the answer is no longer undefined; throws with `what` when it takes too long. */
export const waitFor = async <Value>(
  what: string,
  ask: () => Promise<Value | undefined>,
  { seconds = 30, every = 50 }: { seconds?: number; every?: number } = {},
): Promise<Value> => {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const value = await ask()
    if (value !== undefined) return value
    if (Date.now() > end) throw new Error(`Waited ${seconds} s for ${what}, in vain.`)
    await pause(every)
  }
}

/** A program of the project that a test has started. */
export interface ServerProcess {
  pid: number
  /** What it has said so far, both streams in order. */
  output: () => string
  /** Its exit code once it has ended. */
  ended: Promise<number | null>
  isRunning: () => boolean
  /** Tells what was imported before it something, and gives what that answers once it is done. */
  ask: (wish: object) => Promise<unknown>
  /** Asks it to end and waits until it has. */
  stop: () => Promise<void>
  /** Ends it at once, as a lack of memory would. */
  kill: () => Promise<void>
}

const answerSchema = z.object({ done: z.unknown().optional(), failed: z.string().optional() })

const runningProcesses = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of runningProcesses) child.kill('SIGKILL')
})

/**
 * Starts `node <file>` with exactly these settings, with the Node that runs the tests.
 * @param importedBefore modules of the tests that are loaded first; they can be asked things
 */
export const startProcess = (
  file: string,
  settings: NodeJS.ProcessEnv,
  options: string[] = [],
  importedBefore: string[] = [],
): ServerProcess => {
  const before = importedBefore.flatMap((module) => ['--import', pathToFileURL(join(root, module)).href])
  const child = spawn(process.execPath, [...before, join(root, file), ...options], {
    cwd: root,
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe', ...(before.length > 0 ? ['ipc' as const] : [])],
  })
  runningProcesses.add(child)
  let said = ''
  child.stdout?.on('data', (data) => (said += String(data)))
  child.stderr?.on('data', (data) => (said += String(data)))
  const ended = new Promise<number | null>((resolveCode) => child.once('close', resolveCode))
  void ended.then(() => runningProcesses.delete(child))
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals) => {
    if (isRunning()) child.kill(signal)
    await ended
  }
  if (child.pid === undefined) throw new Error(`${file} could not be started.`)
  return {
    pid: child.pid,
    output: () => said,
    ended,
    isRunning,
    ask: async (wish) => {
      child.send(wish)
      const [answer] = await Promise.race([once(child, 'message'), ended.then(() => [{ failed: 'it ended' }])])
      const { done, failed } = answerSchema.parse(answer)
      if (failed !== undefined) throw new Error(`${JSON.stringify(wish)} was not done: ${failed}\n${said}`)
      return done
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Waits until an address answers 200; throws with what the program said when it ends before that. */
export const waitUntilReady = async (address: string, server: ServerProcess, seconds = 60): Promise<void> => {
  await waitFor(
    `${address} to answer 200`,
    async () => {
      if (!server.isRunning())
        throw new Error(`The program ended before ${address} answered. It said:\n${server.output()}`)
      const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
      await answer?.arrayBuffer()
      return answer?.status === 200 ? true : undefined
    },
    { seconds },
  ).catch((error: unknown) => {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${server.output()}`, { cause: error })
  })
}
