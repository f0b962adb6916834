import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { atMost, type Figure } from './figure.ts'
import { startMongo } from './mongo.ts'
import {
  adminEmail,
  adminPassword,
  inTemporaryDirectory,
  memoryOf,
  ownSettings,
  repository,
  startProcess,
  untilAnswered,
} from './web.ts'

const members = 10_000
const fewMembers = 1000
const rowsTakenOut = 30_000 // of each format, whatever the length of the list
const mostSeconds = 5
const mostGrowthMegabytes = 60
const lookEveryMilliseconds = 50

const formats = { CSV: 'csv?', XLSX: 'xlsx?', 'CSV as of an earlier day': 'csv?on=2025-01-01&' }

const signIn = async (cms: string): Promise<string> => {
  const response = await fetch(`${cms}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: adminEmail, password: adminPassword }),
  })
  return `JWT ${z.object({ token: z.string() }).parse(await response.json()).token}`
}

interface Download {
  seconds: number
  bytes: number
  mostMegabytes: number
}

/** Fetches a list to its end while looking at the memory of the one who sends it. */
const download = async (url: string, authorization: string, pid: number): Promise<Download> => {
  let mostMegabytes = 0
  const look = async () => {
    const [{ megabytes } = { megabytes: 0 }] = await memoryOf(pid)
    mostMegabytes = Math.max(mostMegabytes, megabytes)
  }
  const timer = setInterval(() => void look(), lookEveryMilliseconds)
  const startedAt = performance.now()
  try {
    const response = await fetch(url, { headers: { authorization } })
    if (!response.ok || !response.body) throw new Error(`${url} was answered ${response.status}.`)
    let bytes = 0
    for await (const chunk of response.body) bytes += chunk.length
    return { seconds: (performance.now() - startedAt) / 1000, bytes, mostMegabytes }
  } finally {
    clearInterval(timer)
  }
}

interface TakenOut {
  seconds: Record<string, number> // the slowest of each format
  mostMegabytes: number
}

/** Takes a register of so many members out again and again, until as many rows have gone out as from any other one. */
const takeOut = (count: number, databaseUrl: string): Promise<TakenOut> =>
  inTemporaryDirectory(async (directory) => {
    const settings: Record<string, string> = {
      ...(await ownSettings(join(directory, 'register'))),
      DATABASE_URL: databaseUrl,
      SEED: 'none',
      NODE_ENV: 'production',
      MALLOC_ARENA_MAX: '2', // as `npm start` has it
    }
    const filling = spawn(process.execPath, ['scripts/bench/fill-register.ts', String(count)], {
      cwd: repository,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [code] = await once(filling, 'close')
    if (code !== 0) throw new Error('The register could not be filled; the reason stands above.')
    const server = startProcess([process.execPath, 'cms/src/server.ts'], repository, settings)
    const cms = settings['CMS_URL'] ?? ''
    try {
      await untilAnswered(`${cms}/readyz`)
      const authorization = await signIn(cms)
      const seconds: Record<string, number> = {}
      let mostMegabytes = 0
      for (const [name, path] of Object.entries(formats)) {
        for (let rows = 0; rows < rowsTakenOut; rows += count) {
          const one = await download(`${cms}/api/register/${path}language=sv`, authorization, server.pid)
          seconds[name] = Math.max(seconds[name] ?? 0, one.seconds)
          mostMegabytes = Math.max(mostMegabytes, one.mostMegabytes)
        }
      }
      return { seconds, mostMegabytes }
    } finally {
      await server.stop()
    }
  })

/**
 * A process that works takes more memory than one that rests, however short the lists. What a long list takes besides is
 * seen beside a process that sent as many rows in short ones.
 */
const measureOn = async (database: string, urlFor: (name: string) => string): Promise<Figure[]> => {
  const short = await takeOut(fewMembers, urlFor('few'))
  const long = await takeOut(members, urlFor('many'))
  const growth = Math.max(long.mostMegabytes - short.mostMegabytes, 0)
  return [
    ...Object.entries(long.seconds).map(([name, seconds]) =>
      atMost(mostSeconds, `${members} members as ${name}, ${database}`, 's', seconds),
    ),
    { name: `most memory with ${fewMembers} members, ${database}`, unit: 'MB', ours: short.mostMegabytes },
    atMost(mostGrowthMegabytes, `what ${members} members take besides, ${database}`, 'MB', growth),
  ]
}

/** How long it takes to take a register of ten thousand members out, and how much memory. */
export const measure = async (): Promise<Figure[]> => {
  const figures = await measureOn('SQLite', () => '')
  const mongo = await startMongo()
  if (!mongo) {
    console.log('NOT RUN: the register on MongoDB, because no mongod was found.')
    return figures
  }
  try {
    figures.push(...(await measureOn('MongoDB', mongo.urlFor)))
  } finally {
    await mongo.stop()
  }
  return figures
}
