import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { atMost, type Figure, percentile } from './figure.ts'
import { startMongo } from './mongo.ts'
import {
  adminEmail,
  adminPassword,
  inTemporaryDirectory,
  ownSettings,
  repository,
  startProcess,
  untilAnswered,
} from './web.ts'

const signups = 100_000
const members = 10_000
const rounds = 25
const goal = 300 // milliseconds, of which 95 of 100 questions are answered

/** What officers ask of the desk, by what it is called in the figures. The words are in the names of `many-signups.ts`. */
const questions: Record<string, ((round: number) => Record<string, unknown>)[]> = {
  list: [
    () => ({ show: 'todo' }),
    () => ({ show: 'company' }),
    () => ({ show: 'all' }),
    () => ({ show: 'all', from: 50_000 }),
  ],
  search: [
    (round) => ({ show: 'all', find: `kontakt-${round * 997}@example.org` }),
    (round) => ({ show: 'all', find: `${5_560_000_000 + round * 1499}` }),
    () => ({ show: 'all', find: 'åkeri rönnfors' }),
    () => ({ show: 'all', find: 'örjan ångström' }),
    () => ({ show: 'all', find: 'finns inte alls' }),
  ],
  filters: [
    () => ({ show: 'all', language: 'en' }),
    () => ({ show: 'decided', language: 'en', waitedDays: 30 }),
    () => ({ show: 'todo', waitedDays: 14, form: 'bli-medlem' }),
    () => ({ show: 'closed', language: 'sv', find: 'sågverk' }),
  ],
}

const tokenSchema = z.object({ token: z.string() })
const foundSchema = z.object({ total: z.number(), rows: z.array(z.object({ id: z.string() })) })
const formsSchema = z.object({ forms: z.array(z.object({ slug: z.string(), language: z.string() })) })

const fill = async (settings: Record<string, string>): Promise<void> => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'many-signups.ts'), String(signups), String(members)],
    { cwd: repository, env: { ...process.env, ...settings }, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error('The signups could not be made; the reason stands above.')
}

const answers = {
  organisationNumber: '556026-9986',
  organisationName: 'Mätbolaget AB',
  employees: '12',
  plan: 'medium',
  contactName: 'Mia Mätare',
  contactEmail: 'mia@example.org',
  country: 'SE',
  streetAddress: 'Mätgatan 1',
  postalCode: '984 99',
  city: 'Rönnfors',
  consents: { terms: true, listing: false },
}

/** One signed-in officer. */
const signIn = async (cms: string) => {
  const ask = async (method: string, path: string, body?: object, token?: string): Promise<unknown> => {
    const response = await fetch(`${cms}/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const { token } = tokenSchema.parse(await ask('POST', 'users/login', { email: adminEmail, password: adminPassword }))
  return (method: string, path: string, body?: object) => ask(method, path, body, token)
}

/** Makes the one signup and the one member that all others are cloned from. */
const makeTemplates = async (cms: string): Promise<void> => {
  const ask = await signIn(cms)
  const { forms } = formsSchema.parse(await ask('GET', 'desk/forms'))
  const form = forms.find(({ language }) => language === 'sv')?.slug
  await ask('POST', 'desk/signups', { key: randomUUID(), form, language: 'sv', answers, tellsApplicant: false })
}

const timed = async (question: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await question()
  return performance.now() - started
}

const measureOn = (database: string, databaseUrl: string): Promise<Figure[]> =>
  inTemporaryDirectory(async (directory) => {
    const settings: Record<string, string> = {
      ...(await ownSettings(directory)),
      DATABASE_URL: databaseUrl,
      NODE_ENV: 'production',
    }
    const cms = settings['CMS_URL'] ?? ''
    const start = async () => {
      const server = startProcess([process.execPath, 'cms/src/server.ts'], repository, settings)
      await untilAnswered(`${cms}/healthz`)
      return server
    }
    const first = await start()
    await makeTemplates(cms).finally(first.stop)
    await fill(settings)
    const server = await start()
    try {
      const ask = await signIn(cms)
      const find = async (question: object) => foundSchema.parse(await ask('POST', 'desk/find', question))
      const { total, rows } = await find({ show: 'all' })
      if (total < signups)
        throw new Error(`There are ${total} signups instead of ${signups}; the figures would be wrong.`)
      const times = new Map<string, number[]>()
      const note = (name: string, milliseconds: number) => times.set(name, [...(times.get(name) ?? []), milliseconds])
      for (let round = 0; round <= rounds; round += 1) {
        for (const [name, asked] of Object.entries(questions)) {
          for (const question of asked) {
            const taken = await timed(() => find(question(round)))
            if (round > 0) note(name, taken) // the first round warms up
          }
        }
        const id = rows[round % rows.length]?.id ?? ''
        const taken = await timed(() => ask('GET', `desk/signups/${id}`))
        const counted = await timed(() => ask('GET', 'desk/counts'))
        if (round > 0) {
          note('page of a signup', taken)
          note('counts on the dashboard', counted)
        }
      }
      const about = `${signups.toLocaleString('en')} signups, ${members.toLocaleString('en')} members, ${database}`
      const figures = [...times].map(([name, taken]) =>
        atMost(goal, `officer's ${name}, ${about}, p95`, 'ms', percentile(taken, 95)),
      )
      console.log(
        `On ${database}: ${[...times].map(([name, taken]) => `${name} ${percentile(taken, 95).toFixed(0)} ms`).join(', ')}.`,
      )
      return figures
    } finally {
      await server.stop()
    }
  })

/** How soon the officer's desk answers with a large register, on each database. */
export const measure = async (): Promise<Figure[]> => {
  const figures = await measureOn('SQLite', '')
  const mongo = await startMongo()
  if (!mongo) {
    console.log('NOT RUN: the desk on MongoDB, because no mongod was found.')
    return figures
  }
  try {
    figures.push(...(await measureOn('MongoDB', mongo.urlFor('desk'))))
  } finally {
    await mongo.stop()
  }
  return figures
}
