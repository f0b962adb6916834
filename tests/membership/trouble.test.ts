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
