import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoMemoryServer } from 'mongodb-memory-server-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findMongod } from '../support/mongod.ts'
import { freePort, startProcess } from '../support/server-process.ts'
import { settingsOf } from '../support/settings.ts'

let directory = ''
let busy: Server
let busyPort = 0

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'klusterwebb-start-'))
  await writeFile(join(directory, 'a-file'), '')
  busyPort = await freePort()
  busy = createServer().listen(busyPort, '127.0.0.1')
  await once(busy, 'listening')
})
afterAll(async () => {
  busy.close()
  await rm(directory, { recursive: true, force: true })
})

const cms = 'cms/src/server.ts'
const site = 'site/src/server.ts'

/** Starts a program that cannot start, and gives what it said. */
const saidBy = async (program: string, settings: Record<string, string>) => {
  const free = { CMS_URL: `http://127.0.0.1:${await freePort()}`, PORT: String(await freePort()) }
  const started = startProcess(program, settingsOf({ DATA_DIR: join(directory, 'data'), ...free, ...settings }))
  const tooLong = setTimeout(() => void started.kill(), 40_000)
  const code = await started.ended
  clearTimeout(tooLong)
  return { code, said: started.output().trim() }
}

/** It ends with 1, its last line is a sentence that names what is wrong, and no stack is shown. */
const expectOneSentence = ({ code, said }: { code: number | null; said: string }, names: RegExp) => {
  expect(said.split('\n').at(-1)).toMatch(names)
  expect(said).not.toMatch(/^\s+at /m)
  expect(code).toBe(1)
}

describe('a wrong setting stops the start with a sentence that names it', () => {
  const wrong = {
    CMS_URL: 'nowhere',
    SITE_URL: 'ftp://example.org',
    PORT: '70000',
    PAYLOAD_SECRET: 'short',
    SITE_KEY: '',
    ADMIN_EMAIL: 'admin',
    ADMIN_PASSWORD: 'short',
    SEED: 'everything',
    SMTP_URL: 'mail.example.org',
    TRUST_PROXY: 'yes',
    DATABASE_URL: 'postgres://127.0.0.1/web',
  }

  test('the CMS tells of all that are wrong at once, a line each', async () => {
    const { code, said } = await saidBy(cms, wrong)
    expect(code).toBe(1)
    const told = new Set(said.split('\n').map((line) => /[A-Z_]{4,}/.exec(line)?.[0]))
    expect([...told].toSorted()).toEqual(Object.keys(wrong).toSorted())
  })

  test('a MongoDB that is named without its replica set is not accepted', async () => {
    expectOneSentence(await saidBy(cms, { DATABASE_URL: 'mongodb://127.0.0.1/web' }), /DATABASE_URL.*replica/)
  })

  test.each(['CMS_URL', 'SITE_URL', 'PORT', 'SITE_KEY', 'TRUST_PROXY'] as const)('the site: %s', async (name) => {
    expectOneSentence(await saidBy(site, { [name]: wrong[name] }), new RegExp(name))
  })
})

describe('a port that another program has', () => {
  test('of the CMS', async () => {
    expectOneSentence(await saidBy(cms, { CMS_URL: `http://127.0.0.1:${busyPort}` }), new RegExp(String(busyPort)))
  })
  test('of the site', async () => {
    expectOneSentence(await saidBy(site, { PORT: String(busyPort) }), /PORT/)
  })
})

describe('a DATA_DIR that cannot be written to', () => {
  const places = [
    ['is a file', () => join(directory, 'a-file')],
    ['is below a file', () => join(directory, 'a-file', 'data')],
    // Where even root may not make a directory; there is no such place but on Linux.
    ...(process.platform === 'linux' ? [['is read-only', () => '/sys/klusterwebb'] as const] : []),
  ] as const
  for (const [what, place] of places) {
    test(`because it ${what}`, async () => {
      expectOneSentence(await saidBy(cms, { DATA_DIR: place() }), /DATA_DIR/)
      expectOneSentence(await saidBy(site, { DATA_DIR: place() }), /DATA_DIR/)
    })
  }
})

describe.concurrent('a MongoDB', () => {
  test('that is not there', async () => {
    const url = `mongodb://127.0.0.1:${await freePort()}/web?replicaSet=rs0`
    expectOneSentence(await saidBy(cms, { DATABASE_URL: url }), /DATABASE_URL/)
  })

  test('that is no replica set', async ({ skip }) => {
    const systemBinary = await findMongod()
    if (!systemBinary) return skip('NOT RUN: there is no mongod to be found')
    const single = await MongoMemoryServer.create({
      binary: { systemBinary, checkMD5: false },
      instance: { storageEngine: 'wiredTiger', launchTimeout: 60_000 },
    })
    try {
      const url = new URL('/web?replicaSet=rs0', single.getUri()).href
      expectOneSentence(await saidBy(cms, { DATABASE_URL: url }), /replica/)
    } finally {
      await single.stop()
    }
  })
})
