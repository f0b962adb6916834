import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Settings } from '../env.ts'
import type { PreviewQuestion, PreviewResult } from '../preview/preview-messages.ts'
import type { Order } from './release-maker.ts'
import type { Forgotten, Progress, Published, Question, RenderedPage, RendererMessage } from './renderer-messages.ts'

const program = fileURLToPath(new URL('renderer.ts', import.meta.url))
const firstPauseMilliseconds = 500
const longestPauseMilliseconds = 15_000
const steadyAfterMilliseconds = 30_000
const readyWithinMilliseconds = 20_000
const publishWithinMilliseconds = 15 * 60 * 1000
const renderWithinMilliseconds = 5000
const mostMemoryMegabytes = 768
const youngMemoryMegabytes = 8 // more would be taken before it is looked for what can be given back
const mostGrowthPercent = 50 // of what is in use, before it is looked for again

/** The front's side of the renderer: a child process that renders pages and may die without anybody noticing. */
export interface Renderer {
  /** Makes a release. Rejects when the renderer died or took too long. */
  publish: (order: Order, tell?: (progress: Progress) => void) => Promise<Published>
  /** Takes earlier releases away that have any of these words in them; without words, all of them. */
  forget: (words: string[] | null) => Promise<Forgotten>
  /** What is to be done with a release that the renderer made unasked; one listener. */
  onCaughtUp: (listener: (published: Published) => void) => void
  /** Makes one page from the live release's content. `locals` reach the page as `Astro.locals`. */
  render: (path: string, locals: Record<string, unknown>) => Promise<RenderedPage>
  /** Shows a draft. Rejects when the renderer died or took too long. */
  preview: (question: PreviewQuestion) => Promise<PreviewResult>
  /** Which compiled pages it runs; null while it is not running. */
  bundle: () => string | null
  /** Resolves when it is ready, or with null when it is not within the given time. */
  ready: (milliseconds?: number) => Promise<string | null>
  processId: () => number | undefined
  stop: () => Promise<void>
}

/** The renderer gets the settings it needs and no secret that it does not. */
const environmentFor = (settings: Settings): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  // Without these, glibc keeps for good what compressing pages took for a moment.
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '262144',
  MALLOC_TRIM_THRESHOLD_: '262144',
  ...(process.env['PATH'] ? { PATH: process.env['PATH'] } : {}),
  DATA_DIR: settings.dataDir,
  SITE_URL: settings.siteUrl,
  CMS_URL: settings.cmsUrl,
  SITE_KEY: settings.siteKey,
  SIGNUP_ORIGIN: settings.signupOrigin,
})

type Answer = Extract<RendererMessage, { job: number }>

interface Pending {
  resolve: (message: Answer) => void
  tell: (progress: Progress) => void
  reject: (error: Error) => void
}

/** Starts the renderer, and starts it again when it dies: after half a second at first, later more seldom. */
export const startRenderer = (settings: Settings): Renderer => {
  const pending = new Map<number, Pending>()
  const waiters = new Set<(bundle: string) => void>()
  let child: ChildProcess | undefined
  let bundle: string | null = null
  let stopping = false
  let pause = firstPauseMilliseconds
  let lastJob = 0
  let restart: NodeJS.Timeout | undefined
  let hearCaughtUp: (published: Published) => void = () => {}

  const hear = (message: RendererMessage): void => {
    if (message.type === 'ready') {
      bundle = message.bundle
      for (const tell of waiters) tell(bundle)
      waiters.clear()
    } else if (message.type === 'caught-up') {
      hearCaughtUp(message.result)
    } else if (message.type === 'progress') {
      pending.get(message.job)?.tell(message.progress)
    } else {
      pending.get(message.job)?.resolve(message)
      pending.delete(message.job)
    }
  }

  const run = (): void => {
    const startedAt = Date.now()
    child = fork(program, [], {
      env: environmentFor(settings),
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        `--max-old-space-size=${mostMemoryMegabytes}`,
        `--max-semi-space-size=${youngMemoryMegabytes}`,
        `--heap-growing-percent=${mostGrowthPercent}`,
      ],
    })
    child.on('message', (message) => hear(message as RendererMessage))
    child.on('error', (error) => console.error('The renderer could not be reached.', error))
    child.once('exit', (code, signal) => {
      bundle = null
      for (const { reject } of pending.values()) reject(new Error('The renderer ended before it had answered.'))
      pending.clear()
      if (stopping) return
      pause =
        Date.now() - startedAt > steadyAfterMilliseconds
          ? firstPauseMilliseconds
          : Math.min(pause * 2, longestPauseMilliseconds)
      console.error(
        `The renderer ended (${signal ?? `code ${code}`}); it starts again in ${pause} ms. The site is served meanwhile.`,
      )
      restart = setTimeout(run, pause)
    })
  }

  const ready = (milliseconds = readyWithinMilliseconds): Promise<string | null> =>
    new Promise((resolve) => {
      if (bundle !== null) return resolve(bundle)
      const tell = (id: string) => {
        clearTimeout(timer)
        resolve(id)
      }
      const timer = setTimeout(() => {
        waiters.delete(tell)
        resolve(null)
      }, milliseconds)
      waiters.add(tell)
    })

  const ask = async (
    question: (job: number) => Question,
    milliseconds: number,
    tell: (progress: Progress) => void = () => {},
  ): Promise<Answer> => {
    if ((await ready()) === null) throw new Error('The renderer is not running.')
    const job = (lastJob += 1)
    const asked = child
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        pending.delete(job)
        reject(new Error(`The renderer did not answer within ${milliseconds / 1000} s.`))
      }, milliseconds)
      pending.set(job, {
        tell,
        resolve: (message) => {
          clearTimeout(timer)
          resolve(message)
        },
        reject: (error) => {
          clearTimeout(timer)
          reject(error)
        },
      })
      asked?.send(question(job))
    })
  }

  run()
  return {
    bundle: () => bundle,
    ready,
    processId: () => child?.pid,
    onCaughtUp: (listener) => {
      hearCaughtUp = listener
    },
    publish: async (order, tell) => {
      try {
        const message = await ask((job) => ({ type: 'publish', job, order }), publishWithinMilliseconds, tell)
        if (message.type === 'published') return message.result
      } catch (error) {
        if (bundle !== null) child?.kill('SIGKILL') // it hangs; a new one will not
        throw error
      }
      throw new Error('The renderer answered something else than was asked.')
    },
    forget: async (words) => {
      const message = await ask((job) => ({ type: 'forget', job, words }), publishWithinMilliseconds)
      if (message.type === 'forgotten') return message.forgotten
      throw new Error(
        message.type === 'failed' ? message.reason : 'The renderer answered something else than was asked.',
      )
    },
    render: async (path, locals) => {
      const message = await ask((job) => ({ type: 'render', job, path, locals }), renderWithinMilliseconds)
      if (message.type === 'rendered') return message.page
      throw new Error(
        message.type === 'failed' ? message.reason : 'The renderer answered something else than was asked.',
      )
    },
    preview: async (question) => {
      const message = await ask((job) => ({ type: 'preview', job, question }), renderWithinMilliseconds)
      if (message.type === 'previewed') return message.result
      throw new Error(
        message.type === 'failed' ? message.reason : 'The renderer answered something else than was asked.',
      )
    },
    stop: async () => {
      stopping = true
      clearTimeout(restart)
      const running = child
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      await new Promise<void>((resolve) => {
        running.once('exit', () => resolve())
        running.kill('SIGTERM')
      })
    },
  }
}
