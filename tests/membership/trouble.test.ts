import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCompany, type Signup } from '../support/company.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { waitFor } from '../support/server-process.ts'
import { signIn } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let mailbox: Mailbox

beforeEach(async () => {
  mailbox = await openMailbox()
  cms = await startCms({ settings: { SMTP_URL: mailbox.url } })
})
afterEach(async () => {
  await cms.end()
  await mailbox.close()
})

const emailOf = (signup: Signup) => String(signup.answers['contactEmail'])

test('the mail server is away: the signup is taken all the same, and the mail arrives once it is back', async () => {
  await mailbox.close()
  const company = createCompany(cms.url)
  const signup = await company.fillsIn('sv')
  expect((await company.sends(signup)).status).toBe(201)
  const officer = await signIn(cms.url)
  const attempts = await waitFor('a first attempt to send', async () => {
    const [email] = await officer.lists('emails', `where[to][equals]=${emailOf(signup)}&limit=1`)
    return Number(email?.['attempts']) > 0 && email?.['state'] === 'due' ? email : undefined
  })
  expect(attempts['error']).toContain('ECONNREFUSED')
  await mailbox.open()
  await cms.process().stop() // whatever it waited for, a CMS that starts again looks first at what is due
  await cms.restart()
  const mail = await mailbox.mailTo(emailOf(signup), 100)
  expect(mail.text).toContain('Exempel AB')
}, 150_000)

test('the CMS is killed while companies sign up: every signup that was acknowledged is there, once', async () => {
  const company = createCompany(cms.url)
  const template = await company.fillsIn('sv')
  const acknowledged: { email: string; reference: string }[] = []
  const enough = new AbortController()
  let number = 0

  /** Sends signup after signup, each until it is acknowledged, as the form in a browser does. */
  const sendOneAfterAnother = async () => {
    while (!enough.signal.aborted) {
      const email = `killed-${(number += 1)}@example.com`
      const signup = { ...template, answers: { ...template.answers, contactEmail: email } }
      const key = randomUUID()
      for (;;) {
        const answer = await company.sends(signup, { key }).catch(() => undefined)
        if (answer?.status === 201) {
          acknowledged.push({ email, reference: String(Object(answer.body).reference) })
          break
        }
        if (enough.signal.aborted) return
        await pause(50)
      }
    }
  }
  const senders = Array.from({ length: 8 }, sendOneAfterAnother)
  for (let kill = 1; kill <= 3; kill += 1) {
    await pause(300 + Math.random() * 500)
    await cms.process().kill()
    await cms.restart()
  }
  await pause(300)
  enough.abort()
  await Promise.all(senders)

  expect(acknowledged.length).toBeGreaterThan(20)
  const officer = await signIn(cms.url)
  const stored = new Map<string, string[]>()
  for (let page = 1; ; page += 1) {
    const rows = await officer.lists('signups', `limit=100&page=${page}&sort=createdAt`)
    for (const row of rows) {
      const email = String(row['contactEmail'])
      stored.set(email, [...(stored.get(email) ?? []), String(row['reference'])])
    }
    if (rows.length < 100) break
  }
  expect(acknowledged.filter(({ email, reference }) => stored.get(email)?.join() !== reference)).toEqual([])
})
