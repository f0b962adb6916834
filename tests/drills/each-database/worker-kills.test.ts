import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, expect } from 'vitest'
import { createCompany } from '../../support/company.ts'
import { drill, isLong, onMongo } from '../../support/drill.ts'
import { type Mailbox, openMailbox } from '../../support/mailbox.ts'
import { startProcess } from '../../support/server-process.ts'
import { settingsOf } from '../../support/settings.ts'
import { type Cms, startCms } from '../../support/start-cms.ts'

const kills = isLong ? 50 : 6
const signups = isLong ? 120 : 14
const minutesOfALease = 6 // what a killed worker had claimed is free again

let cms: Cms
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  await mailbox.close() // nothing goes out before the drill begins
  cms = await startCms({ settings: { SMTP_URL: mailbox.url } })
})
afterAll(async () => {
  await cms.end()
  await mailbox.close()
})

const works = async (settings: Record<string, string>): Promise<number | null> => {
  const worker = startProcess(
    'tests/support/tend-membership.ts',
    settingsOf({ ...cms.store.settings, CMS_URL: cms.url, SMTP_URL: mailbox.url, ...settings }),
  )
  const code = await worker.ended
  if (code !== 0 && code !== null) throw new Error(`The worker failed:\n${worker.output()}`)
  return code
}

/** Which applicants got nothing, how many mails came again, and who got another mail instead of the same. */
const judge = (addresses: string[], mails: ParsedMail[]) => {
  const idsOf = new Map<string, Set<string>>()
  for (const { to, messageId = '' } of mails)
    for (const { address = '' } of [to ?? []].flat().flatMap(({ value }) => value))
      idsOf.set(address, (idsOf.get(address) ?? new Set()).add(messageId))
  return {
    without: addresses.filter((address) => !idsOf.has(address)),
    extra: mails.length - new Set(mails.map(({ messageId }) => messageId)).size,
    unlike: addresses.filter((address) => (idsOf.get(address)?.size ?? 0) > 1),
  }
}

drill(
  'R2 kill -9 in the mail worker, before, during and after each mail',
  { minutes: isLong ? 15 : 4, onlyLong: onMongo },
  async ({ tell }) => {
    const company = createCompany(cms.url)
    const addresses: string[] = []
    for (let number = 0; number < signups; number += 1) {
      const signup = await company.fillsIn(number % 2 ? 'sv' : 'en', { contactEmail: `kill-${number}@example.com` })
      expect((await company.sends(signup)).status).toBe(201)
      addresses.push(`kill-${number}@example.com`)
    }
    await cms.process().stop()
    await mailbox.open()

    let killed = 0
    let minutes = 0
    const moments = ['before', 'during', 'after'] as const
    for (let round = 0; round < kills; round += 1) {
      minutes += minutesOfALease
      if ((await works({ MINUTES_AHEAD: String(minutes), KILL_AT: moments[round % 3] ?? 'before' })) === null)
        killed += 1
    }
    minutes += minutesOfALease
    await works({ MINUTES_AHEAD: String(minutes) })

    const found = judge(addresses, mailbox.all())
    tell(
      `${signups} signups, ${killed} kills: ${mailbox.all().length} mails, ${found.extra} of them again, ${found.without.length} never came`,
    )
    expect(killed).toBeGreaterThan(kills / 3)
    expect(found).toMatchObject({ without: [], unlike: [] })
    expect(found.extra).toBeLessThanOrEqual(killed)

    // The check is worth something: a worker that notes mails as sent without sending them is found out.
    await cms.restart()
    await mailbox.close()
    const forgotten = await company.fillsIn('sv', { contactEmail: 'forgotten@example.com' })
    expect((await company.sends(forgotten)).status).toBe(201)
    await cms.process().stop()
    await mailbox.open()
    await works({ MINUTES_AHEAD: String(minutes + minutesOfALease), FORGETS: '1' })
    await works({ MINUTES_AHEAD: String(minutes + 2 * minutesOfALease) })
    expect(judge(['forgotten@example.com'], mailbox.all()).without).toEqual(['forgotten@example.com'])
  },
)
