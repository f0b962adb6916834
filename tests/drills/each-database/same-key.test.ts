import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Company, createCompany, type Signup } from '../../support/company.ts'
import { drill, isLong, onMongo } from '../../support/drill.ts'
import { type Cms, startCms } from '../../support/start-cms.ts'
import { allowEqualKeys, readStoredSignups } from '../../support/stored-signups.ts'

const requests = isLong ? 500 : 100
const atOnce = 50
const times = isLong ? 100 : 5

let cms: Cms
let company: Company

beforeAll(async () => {
  cms = await startCms()
  company = createCompany(cms.url)
})
afterAll(() => cms.end())

const rowsOf = async ({ answers }: Signup): Promise<number> =>
  (await readStoredSignups(cms.store)).rows.filter(({ contactEmail }) => contactEmail === answers['contactEmail'])
    .length

/** Goes to the database past the CMS, which on SQLite is stopped meanwhile. */
const whileStopped = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  if (onMongo) return act()
  await cms.process().stop()
  const result = await act()
  await cms.restart()
  return result
}

/** Sends one signup many times under one key, so many at once, and gives the answers. */
const sendMany = async (signup: Signup, key: string) => {
  const answers: { status: number; text: string }[] = []
  while (answers.length < requests)
    answers.push(
      ...(await Promise.all(Array.from({ length: atOnce }, () => company.sends(signup, { key })))).map(
        ({ status, text }) => ({ status, text }),
      ),
    )
  return answers
}

drill(`R3 ${requests} requests with one key, and then other answers with it`, { minutes: 5 }, async ({ tell }) => {
  const signup = await company.fillsIn('sv')
  const key = randomUUID()
  const answers = await sendMany(signup, key)
  const taken = answers.filter(({ status }) => status === 201)
  const other = { ...signup, answers: { ...signup.answers, organisationName: 'Ett annat AB' } }
  const changed = await company.sends(other, { key })
  const rows = await whileStopped(() => rowsOf(signup))
  tell(
    `${requests} requests, ${atOnce} at once: ${rows} row, ${taken.length} times 201 with ${new Set(taken.map(({ text }) => text)).size} reference; other answers: ${changed.status}`,
  )
  expect(answers.filter(({ status }) => ![201, 409, 503].includes(status))).toEqual([])
  expect(answers.slice(atOnce).filter(({ status }) => status !== 201)).toEqual([])
  expect(new Set(taken.map(({ text }) => text)).size).toBe(1)
  expect(changed.status).toBe(422)
  expect(rows).toBe(1)
})

/** Sends it and goes away before the answer has come. */
const sendsAndLeaves = async (signup: Signup, key: string): Promise<void> => {
  const leaving = new AbortController()
  setTimeout(() => leaving.abort(), Math.random() * 15)
  await fetch(new URL('/api/signup', cms.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(signup),
    signal: leaving.signal,
  }).catch(() => undefined)
}

const habits: Record<string, (signup: Signup, key: string) => Promise<unknown>> = {
  'a double click': (signup, key) => Promise.all([company.sends(signup, { key }), company.sends(signup, { key })]),
  'back, and sent again': async (signup, key) => {
    await company.sends(signup, { key })
    await company.sends(signup, { key })
  },
  'a reload while it is sent': async (signup, key) => {
    await sendsAndLeaves(signup, key)
    await company.sends(signup, { key })
  },
  'two tabs, one of which leaves': (signup, key) =>
    Promise.all([sendsAndLeaves(signup, key), company.sends(signup, { key }), company.sends(signup, { key })]),
}

drill('R4 what people do with a form stores one signup each', { minutes: 10 }, async ({ tell }) => {
  const made = new Map<string, Signup[]>()
  for (const [habit, send] of Object.entries(habits)) {
    const signups: Signup[] = []
    for (let time = 0; time < times; time += 1) {
      const signup = await company.fillsIn(time % 2 ? 'sv' : 'en')
      await send(signup, randomUUID())
      signups.push(signup)
    }
    made.set(habit, signups)
  }
  const { rows } = await whileStopped(() => readStoredSignups(cms.store))
  for (const [habit, signups] of made) {
    const stored = signups.map(
      ({ answers }) => rows.filter(({ contactEmail }) => contactEmail === answers['contactEmail']).length,
    )
    tell(`${habit}, ${times} times: ${stored.filter((count) => count === 1).length} stored once`)
    expect(stored, habit).toEqual(signups.map(() => 1))
  }
})

drill('R3 its check finds out a database that takes a key twice', { minutes: 3 }, async ({ tell }) => {
  await whileStopped(() => allowEqualKeys(cms.store))
  const signup = await company.fillsIn('sv')
  await sendMany(signup, randomUUID())
  if (!onMongo) await cms.process().stop()
  const rows = await rowsOf(signup)
  tell(`${requests} requests with one key stored ${rows} rows, and were told of`)
  expect(rows).toBeGreaterThan(1)
})
