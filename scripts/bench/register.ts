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
const mostSeconds = 5
const mostGrowthMegabytes = 60 // while a list goes out, beside what the first one left
const lookEveryMilliseconds = 50

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

const measureOn = (database: string, databaseUrl: string): Promise<Figure[]> =>
  inTemporaryDirectory(async (directory) => {
    const own = await ownSettings(join(directory, 'register'))
    const settings = { ...own, DATABASE_URL: databaseUrl, SEED: 'none', NODE_ENV: 'production' as const }
    const filling = spawn(process.execPath, ['scripts/bench/fill-register.ts', String(members)], {
      cwd: repository,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [code] = await once(filling, 'close')
    if (code !== 0) throw new Error('The register could not be filled; the reason stands above.')
    const server = startProcess([process.execPath, 'cms/src/server.ts'], repository, settings)
    const cms = own['CMS_URL'] ?? ''
    try {
      await untilAnswered(`${cms}/readyz`)
      const authorization = await signIn(cms)
      const figures: Figure[] = []
      for (const [name, path] of [
        ['CSV', 'csv?'],
        ['XLSX', 'xlsx?'],
        ['CSV as of an earlier day', 'csv?on=2025-01-01&'],
      ] as const) {
        const url = `${cms}/api/register/${path}language=sv`
        await download(url, authorization, server.pid) // what the first one compiles and fills is no list's size
        const [before] = await memoryOf(server.pid)
        const { seconds, mostMegabytes } = await download(url, authorization, server.pid)
        const of = `${members} members as ${name}, ${database}`
        figures.push(atMost(mostSeconds, of, 's', seconds))
        const growth = Math.max(mostMegabytes - (before?.megabytes ?? 0), 0)
        figures.push(atMost(mostGrowthMegabytes, `memory that it takes besides, ${of}`, 'MB', growth))
      }
      return figures
    } finally {
      await server.stop()
    }
  })

/** How long it takes to take a register of ten thousand members out, and how much memory. */
export const measure = async (): Promise<Figure[]> => {
  const figures = await measureOn('SQLite', '')
  const mongo = await startMongo()
  if (!mongo) {
    console.log('NOT RUN: the register on MongoDB, because no mongod was found.')
    return figures
  }
  try {
    figures.push(...(await measureOn('MongoDB', mongo.urlFor('register'))))
  } finally {
    await mongo.stop()
  }
  return figures
}
