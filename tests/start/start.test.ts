import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, type ServerProcess, startProcess, waitFor, waitUntilReady } from '../support/server-process.ts'
import { administrator, settingsOf } from '../support/settings.ts'
import { signIn } from '../support/staff.ts'

let dataDirectory = ''
let url = ''
let cmsUrl = ''
let program: ServerProcess

const start = () =>
  startProcess(
    'scripts/start.ts',
    settingsOf({
      DATA_DIR: dataDirectory,
      PORT: new URL(url).port,
      SITE_URL: url,
      CMS_URL: cmsUrl,
      SEED: 'example',
      PAYLOAD_SECRET: '', // made at the first start and kept
      SITE_KEY: '',
    }),
  )

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'klusterwebb-start-'))
  url = `http://localhost:${await freePort()}`
  cmsUrl = `http://127.0.0.1:${await freePort()}`
  program = start()
  await waitUntilReady(`${url}/sv/`, program, 110)
})
afterAll(async () => {
  await program.stop()
  await rm(dataDirectory, { recursive: true, force: true })
})

/** The processes that a process has started, as Linux tells. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)

test('the first start ends with a web in both languages and an administrator who can sign in', async () => {
  for (const path of ['/sv/', '/en/', '/readyz']) expect((await fetch(url + path)).status, path).toBe(200)
  await expect(signIn(url, administrator)).resolves.toBeDefined()
})

test('the secrets are made once, and nobody else may read them', async () => {
  const file = join(dataDirectory, 'secrets.json')
  const made = await readFile(file, 'utf8')
  expect(made).toMatch(/"PAYLOAD_SECRET":"[\w-]{32,}"/)
  await program.stop()
  program = start()
  await waitUntilReady(`${cmsUrl}/healthz`, program)
  expect(await readFile(file, 'utf8')).toBe(made)
  expect(made).not.toContain('undefined')
})

test.runIf(process.platform === 'linux')('what dies is started again, and meanwhile pages are answered', async () => {
  const before = childrenOf(program.pid)
  for (const child of before) {
    if (!readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('cms/src/server.ts')) continue
    process.kill(child, 'SIGKILL')
  }
  expect((await fetch(`${url}/sv/`)).status).toBe(200)
  await waitFor('the CMS to be back', async () => {
    const answer = await fetch(`${cmsUrl}/healthz`).catch(() => undefined)
    return answer?.status === 200 ? true : undefined
  })
  expect(childrenOf(program.pid)).not.toEqual(before)
})

test('asked to end, it ends, and everything that it started with it', async () => {
  const asked = Date.now()
  await program.stop()
  expect(await program.ended).toBe(0)
  expect(Date.now() - asked).toBeLessThan(12_000)
  for (const address of [`${url}/sv/`, `${cmsUrl}/healthz`]) await expect(fetch(address)).rejects.toThrow()
})
