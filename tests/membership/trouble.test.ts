import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCompany, type Signup } from '../support/company.ts'
import { atDesk } from '../support/desk.ts'
import { later } from '../support/later.ts'
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

test('a company is taken up again while the letter that declines it waits for the mail server: it never gets that letter', async () => {
  await mailbox.close()
  const signup = await createCompany(cms.url).fillsIn('sv')
  const officer = await signIn(cms.url)
  const desk = atDesk(officer)
  const entered = await desk.enters(signup)
  const id = 'id' in entered ? entered.id : ''
  const letter = async () => {
    const emails = await officer.lists('emails', `where[to][equals]=${emailOf(signup)}&where[kind][equals]=declined`)
    return emails.map(({ state }) => state)
  }
  await desk.decides([await desk.opens(id)], 'declined', { reason: 'Vi tog fel på två företag.' })
  await later(cms, 2)
  expect(await letter()).toEqual(['due'])
  await desk.decides([await desk.opens(id)], 'reviewing')
  await mailbox.open()
  await later(cms, 60)
  expect(await letter()).toEqual(['dropped'])
  expect(
    mailbox
      .all()
      .map(({ subject }) => subject)
      .join(),
  ).not.toContain('Besked om er ansökan')
}, 150_000)
