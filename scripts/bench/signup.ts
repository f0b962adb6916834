import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { atMost, type Figure, percentile } from './figure.ts'
import { startMongo } from './mongo.ts'
import { inTemporaryDirectory, ownSettings, repository, startProcess, untilAnswered } from './web.ts'

const connections = 10
const signupsPerRound = 1500
const rounds = 3
const goal = 0.8
const perSecond = 50
const steadySeconds = 20
const longestMilliseconds = 250

const answers = {
  country: 'SE',
  organisationNumber: '556026-9986',
  organisationName: 'Mätbolaget AB',
  employees: '12',
  plan: 'medium',
  contactName: 'Mia Mätare',
  contactEmail: 'mia@example.org',
  streetAddress: 'Mätgatan 1',
  postalCode: '984 99',
  city: 'Rönnfors',
  consents: { terms: true },
}

const fire = async (url: string, request: () => { headers: Record<string, string>; body: string }): Promise<number> => {
  let refusal = ''
  const result = await autocannon({
    url,
    connections,
    amount: signupsPerRound,
    requests: [
      {
        method: 'POST',
        setupRequest: (prepared) => ({ ...prepared, ...request() }),
        onResponse: (status, body) => {
          if (status !== 201) refusal = `${status} ${body}`
        },
      },
    ],
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${result.non2xx} signups to ${url} were refused (${refusal}) and ${result.errors} failed; the figure would be wrong.`,
    )
  return signupsPerRound / result.duration
}

const formVersion = 2 // of the example's form: each language's publication counted up

const throughEndpoint = (cms: string) =>
  fire(`${cms}/api/signup`, () => ({
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ form: 'bli-medlem', formVersion, language: 'sv', answers }),
  }))

/** How long each of so many signups a second takes to be acknowledged, sent when its time has come, whatever the others do. */
const steadily = async (cms: string): Promise<number[]> => {
  const send = async (place: number): Promise<number> => {
    await new Promise((due) => setTimeout(due, (place * 1000) / perSecond))
    const began = performance.now()
    const own = { ...answers, contactEmail: `mia${place}@example.org` }
    const response = await fetch(`${cms}/api/signup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ form: 'bli-medlem', formVersion, language: 'sv', answers: own }),
    })
    const text = await response.text()
    if (response.status !== 201) throw new Error(`A signup was answered ${response.status}: ${text}`)
    return performance.now() - began
  }
  return Promise.all(Array.from({ length: perSecond * steadySeconds }, (_, place) => send(place)))
}

const throughBareCreate = (cms: string) =>
  fire(`${cms}/api/signups`, () => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      reference: randomUUID(),
      idempotencyKey: randomUUID(),
      bodyHash: randomUUID(),
      form: 'bli-medlem',
      formVersion,
      language: 'sv',
      organisationName: answers.organisationName,
      organisationNumber: '5560269986',
      contactName: answers.contactName,
      contactEmail: answers.contactEmail,
      answers,
      status: 'received',
      mailState: 'due',
    }),
  }))

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const measureOn = (database: string, databaseUrl: (name: string) => string): Promise<Figure[]> =>
  inTemporaryDirectory(async (directory) => {
    const settings = async (name: string): Promise<Record<string, string>> => ({
      ...(await ownSettings(join(directory, name))),
      DATABASE_URL: databaseUrl(name),
      NODE_ENV: 'production',
    })
    const [own, bare] = [await settings('own'), await settings('bare')]
    const servers = [
      startProcess([process.execPath, 'cms/src/server.ts'], repository, own),
      startProcess([process.execPath, 'scripts/bench/bare-create-server.ts'], repository, bare),
    ]
    try {
      await Promise.all([own, bare].map((given) => untilAnswered(`${given['CMS_URL']}/healthz`)))
      const waits = await steadily(own['CMS_URL'] ?? '') // first, as the letters of what follows take a while
      const steady = atMost(
        longestMilliseconds,
        `signups at ${perSecond} per second, ${database}, p99`,
        'ms',
        percentile(waits, 99),
      )
      const [ours, other]: [number[], number[]] = [[], []]
      // In turns, so that both meet the same machine; the first round warms up.
      for (let round = 0; round <= rounds; round += 1) {
        const [a, b] = [await throughEndpoint(own['CMS_URL'] ?? ''), await throughBareCreate(bare['CMS_URL'] ?? '')]
        if (round > 0) {
          ours.push(a)
          other.push(b)
        }
      }
      const ratio = median(ours) / median(other)
      const accepted: Figure = {
        name: `signups accepted, ${database}, ${connections} connections`,
        unit: 'per s',
        ours: median(ours),
        other: median(other),
        otherName: 'bare REST create',
        ratio,
        goal: `≥ ${goal} × bare`,
        met: ratio >= goal,
      }
      return [steady, accepted]
    } finally {
      await Promise.all(servers.map((server) => server.stop()))
    }
  })

/** Signups per second through the real endpoint beside Payload's bare create, on each database. */
export const measure = async (): Promise<Figure[]> => {
  const figures = await measureOn('SQLite', () => '')
  const mongo = await startMongo()
  if (!mongo) {
    console.log('NOT RUN: signups on MongoDB, because no mongod was found.')
    return figures
  }
  try {
    figures.push(...(await measureOn('MongoDB', mongo.urlFor)))
  } finally {
    await mongo.stop()
  }
  return figures
}
