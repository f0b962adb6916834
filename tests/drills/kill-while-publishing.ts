import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { waitFor, waitUntilReady } from '../support/server-process.ts'
import { signIn } from '../support/staff.ts'
import { createVisitor } from '../support/visitor.ts'
import { type Drill, percentile } from './drill.ts'
import { withProduct } from './product.ts'
import { digestOf, isListed, startReader } from './reader.ts'

const publishes = 50
const latestKillMilliseconds = 400
const victims = ['site/src/publishing/renderer.ts', 'site/src/server.ts', 'cms/src/server.ts'] as const
type Victim = (typeof victims)[number]

/** The process below the supervisor that runs a program, or undefined while it is being started again. */
const findProcess = async (supervisor: number, program: Victim): Promise<number | undefined> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const processes = await Promise.all(
    pids.map(async (pid) => {
      const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
      const parent = Number(/^PPid:\s+(\d+)/m.exec(await read('status'))?.[1] ?? 0)
      return { pid: Number(pid), parent, command: (await read('cmdline')).replaceAll('\0', ' ') }
    }),
  )
  const parts = processes.filter(({ parent }) => parent === supervisor)
  const ours = [...parts, ...processes.filter(({ parent }) => parts.some(({ pid }) => pid === parent))]
  return ours.find(({ command }) => command.includes(program))?.pid
}

/** `kill -9` of the renderer, the front and the CMS at random moments of fifty publishes, while somebody reads throughout. */
export const killWhilePublishing: Drill = {
  title: 'kill -9 of renderer, front and CMS at random moments of 50 publishes',

  checkChecker: async () => {
    const page = new TextEncoder().encode('<!doctype html><title>A page</title>')
    const listed = new Map([['/sv/', new Set([digestOf(page)])]])
    return [
      ...(isListed(listed, '/sv/', page) ? [] : ['a whole page was taken for a broken one']),
      ...(isListed(listed, '/sv/', page.subarray(0, 20)) ? ['half a page was not noticed'] : []),
      ...(isListed(listed, '/en/', page) ? ['the page of another address was not noticed'] : []),
    ]
  },

  run: () =>
    withProduct(async ({ url, directory, supervisor }) => {
      await waitUntilReady(`${url}/readyz`, supervisor, 60)
      const visitor = createVisitor(url)
      const reader = startReader(url, directory, await visitor.sitemap())
      const faults: string[] = []
      const milliseconds: number[] = []
      let kills = 0

      const persistently = async <Result>(what: string, act: () => Promise<Result>): Promise<Result> => {
        let obstacle = ''
        const noting = (error: unknown) => void (obstacle = String(error))
        return waitFor(what, () => act().catch(noting), { seconds: 90, every: 100 }).catch((error: unknown) => {
          throw new Error(`${String(error)} ${obstacle}`, { cause: error })
        })
      }
      const publisher = await persistently('somebody to sign in', () => signIn(url))
      const pages = await publisher.lists('pages', 'limit=20&locale=sv&where[_status][equals]=published')
      const newest = new Map<string, string>()

      for (let turn = 0; turn < publishes; turn += 1) {
        const { id } = pages[turn % pages.length] ?? { id: '' }
        const words = `Vändning ${turn}, ${Math.random().toString(36).slice(2)}`
        const victim = victims[turn % victims.length] ?? victims[0]
        const killed = (async () => {
          await pause(Math.random() * latestKillMilliseconds)
          const pid = await findProcess(supervisor.pid, victim)
          if (pid === undefined) return
          process.kill(pid, 'SIGKILL')
          kills += 1
        })()
        const startedAt = performance.now()
        await persistently(`turn ${turn} to be saved`, () =>
          publisher.publishes('pages', id, 'sv', { introduction: words }),
        )
        await killed
        newest.set(id, words)
        await persistently(`turn ${turn} to be live`, async () => {
          const { body } = await publisher.ask('GET', `/api/publishing/state?collection=pages&id=${id}`)
          const address = Object(Object(body).addresses).sv
          const { html } = await visitor.opens(new URL(String(address)).pathname)
          return html.includes(words) ? true : undefined
        }).catch((error: unknown) => faults.push(String(error)))
        milliseconds.push(performance.now() - startedAt)
      }
      const { answers, away, releases, faults: wrong } = await reader.end()
      return {
        figures: {
          publishes,
          kills,
          'answers read': answers,
          'not answered while the front was away': away,
          releases,
          'median until live, ms': Math.round(percentile(milliseconds, 50)),
          'longest until live, ms': Math.round(percentile(milliseconds, 100)),
        },
        faults: [...faults, ...wrong],
      }
    }),
}
