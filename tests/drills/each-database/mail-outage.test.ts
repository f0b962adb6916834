import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { z } from 'zod'
import { startBrokenMailServer, type Trouble } from '../../support/broken-mail-server.ts'
import { createCompany } from '../../support/company.ts'
import { drill, isLong, onMongo } from '../../support/drill.ts'
import { type Mailbox, openMailbox } from '../../support/mailbox.ts'
import { startProcess, waitFor } from '../../support/server-process.ts'
import { settingsOf } from '../../support/settings.ts'
import { signIn } from '../../support/staff.ts'
import { type Cms, startCms } from '../../support/start-cms.ts'

const signupsEach = isLong ? 20 : 3
const mostMilliseconds = 1000 // for a signup to be acknowledged
const mostMinutes = 15 // from recovery until everything is out

/** What is wrong with the mail server, and for how long. What hangs costs real time, so it hangs for shorter in `npm test`. */
const outages: { name: string; trouble: Trouble | null; minutes: number }[] = [
  { name: 'away', trouble: null, minutes: 120 },
  { name: 'busy (451)', trouble: 'busy', minutes: 120 },
  { name: 'hanging up after the mail', trouble: 'drops', minutes: 30 },
  { name: 'hanging', trouble: 'hangs', minutes: isLong ? 10 : 1 },
]

let cms: Cms
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  cms = await startCms({ settings: { SMTP_URL: mailbox.url } })
})
afterAll(async () => {
  await cms.end()
  await mailbox.close()
})

const emailSchema = z.object({
  to: z.string(),
  state: z.string(),
  attempts: z.number(),
  sentAt: z.coerce.date().nullish(),
})

const emailsTo = async (part: string) => {
  const officer = await signIn(cms.url)
  const rows = await officer.lists('emails', `where[to][like]=${part}&limit=100`)
  return rows.map((row) => emailSchema.parse(row))
}

drill('R7 the mail server is in trouble', { minutes: isLong ? 15 : 5, onlyLong: onMongo }, async ({ tell }) => {
  const company = createCompany(cms.url)
  let ahead = 0
  for (const [place, { name, trouble, minutes }] of outages.entries()) {
    await mailbox.close()
    const broken = trouble ? await startBrokenMailServer(mailbox.url, trouble) : null
    const waits: number[] = []
    for (let number = 0; number < signupsEach; number += 1) {
      const signup = await company.fillsIn('sv', { contactEmail: `outage-${place}-${number}@example.com` })
      const startedAt = performance.now()
      expect((await company.sends(signup)).status).toBe(201)
      waits.push(performance.now() - startedAt)
    }
    expect(Math.max(...waits)).toBeLessThan(mostMilliseconds)
    await cms.process().stop()

    // Time passes: the outage, and then a quarter of an hour in which everything has to go out.
    const file = join(cms.store.dataDirectory, `outage-${place}`)
    const worker = startProcess(
      'tests/support/tend-membership.ts',
      settingsOf({
        ...cms.store.settings,
        CMS_URL: cms.url,
        SMTP_URL: mailbox.url,
        MINUTES_AHEAD: String(ahead),
        PHASES: `${minutes},${mostMinutes}`,
        WAIT_FILE: file,
      }),
    )
    const said = await waitFor(
      'the end of the outage',
      () => {
        if (!worker.isRunning()) throw new Error(`The worker ended:\n${worker.output()}`)
        return Promise.resolve(/phase 0 over at (\S+)/.exec(worker.output())?.[1])
      },
      { seconds: isLong ? 400 : 120 },
    )
    expect(mailbox.all().filter(({ to }) => [to].flat().some((one) => one?.text.includes(`outage-${place}-`)))).toEqual(
      [],
    )
    await broken?.stop()
    await mailbox.open()
    await writeFile(`${file}.0`, '')
    expect(await worker.ended, worker.output()).toBe(0)
    ahead += minutes + mostMinutes
    await cms.restart()

    const emails = await emailsTo(`outage-${place}-`)
    expect(emails).toHaveLength(signupsEach)
    expect(emails.map(({ state }) => state)).toEqual(emails.map(() => 'sent'))
    const afterMinutes = emails.map(({ sentAt }) => ((sentAt?.getTime() ?? Infinity) - Date.parse(said)) / 60_000)
    tell(
      `${name} for ${minutes} min: a signup took ${Math.round(Math.max(...waits))} ms at most, all mails were out ` +
        `${Math.max(...afterMinutes).toFixed(1)} min after`,
    )
    expect(Math.max(...afterMinutes)).toBeLessThanOrEqual(mostMinutes)
    for (const { to } of emails) expect(mailbox.waitingFor(to)).toBeGreaterThanOrEqual(1)
  }

  // A recipient that the server refuses for good is left to a person, and not tried again.
  mailbox.refuses('nobody@example.com')
  const signup = await company.fillsIn('sv', { contactEmail: 'nobody@example.com' })
  expect((await company.sends(signup)).status).toBe(201)
  const refused = await waitFor('the refusal', async () => {
    const [email] = await emailsTo('nobody@')
    return email?.state === 'failed' ? email : undefined
  })
  expect(refused.attempts).toBe(1)
  const health = await fetch(`${cms.url}/readyz`)
  expect(await health.json()).toMatchObject({ mailQueue: false })
  tell('a refused recipient (550) was tried once and is on the list of what needs a person')
})
