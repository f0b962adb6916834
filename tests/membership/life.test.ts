import type { Language } from 'shared/languages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readAnswer } from '../support/answer.ts'
import { type Company, createCompany, type Signup } from '../support/company.ts'
import { later } from '../support/later.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { waitFor } from '../support/server-process.ts'
import { hire, signIn, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let company: Company
let officer: StaffMember
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  cms = await startCms({ settings: { SMTP_URL: mailbox.url } })
  company = createCompany(cms.url)
  officer = await hire(cms.url, await signIn(cms.url), 'membershipOfficer')
})
afterAll(async () => {
  await cms.end()
  await mailbox.close()
})

const hour = 60 // in minutes
const passes = (minutes: number) => later(cms, minutes)
const emailOf = (signup: Signup) => String(signup.answers['contactEmail'])

const rowSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  moves: z.number().nullish(),
  history: z
    .array(z.object({ from: z.string(), to: z.string(), by: z.object({ kind: z.string(), name: z.string() }) }))
    .nullish(),
})

const storedOf = async (signup: Signup) => {
  const rows = await officer.lists('signups', `where[contactEmail][equals]=${encodeURIComponent(emailOf(signup))}`)
  expect(rows).toHaveLength(1)
  return rowSchema.parse(rows[0])
}

const signsUp = async (language: Language = 'sv', own: Record<string, unknown> = {}): Promise<Signup> => {
  const signup = await company.fillsIn(language, own)
  const answer = await company.sends(signup)
  expect(answer.status, answer.text).toBe(201)
  return signup
}

const linkPattern = /https?:\/\/\S+\/(?:sv\/bekrafta|en\/confirm)\/\?token=(\S+)/
const tokenFor = async (signup: Signup): Promise<string> => {
  const { text = '' } = await mailbox.mailTo(emailOf(signup))
  return linkPattern.exec(text)?.[1] ?? `no link in: ${text}`
}

const presses = async (token: string, more: object = {}) =>
  readAnswer(
    await fetch(`${cms.url}/api/signup/confirm`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, ...more }),
    }),
  )

/** A signup whose company has confirmed it, and read what it then got. */
const confirmed = async (language: Language = 'sv'): Promise<Signup> => {
  const signup = await signsUp(language)
  expect((await presses(await tokenFor(signup))).body).toEqual({ outcome: 'confirmed' })
  await mailbox.mailTo(emailOf(signup))
  return signup
}

const decides = async (signup: Signup, to: string, reason?: string) => {
  const { id, moves } = await storedOf(signup)
  return officer.ask('POST', '/api/desk/decide', { signups: [{ id, moves: moves ?? 0 }], to, reason })
}

describe('a company confirms', () => {
  test.each(['sv', 'en'] as const)('in %s, and gets an acknowledgement in that language', async (language) => {
    const signup = await signsUp(language)
    expect((await storedOf(signup)).status).toBe('received')
    expect(await presses(await tokenFor(signup))).toMatchObject({ status: 200, body: { outcome: 'confirmed' } })
    const { status, history } = await storedOf(signup)
    expect(status).toBe('confirmed')
    expect(history).toEqual([
      expect.objectContaining({ from: 'received', to: 'confirmed', by: { kind: 'applicant', name: '' } }),
    ])
    const { subject, html } = await mailbox.mailTo(emailOf(signup))
    expect(subject).toMatch(language === 'sv' ? /Vi har tagit emot er ansökan/ : /We have received your application/)
    expect(html).toContain(`<html lang="${language}">`)
  })

  test('once, however many press at the same time', async () => {
    const signup = await signsUp()
    const token = await tokenFor(signup)
    const answers = await Promise.all(Array.from({ length: 50 }, () => presses(token)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(answers.filter(({ text }) => text.includes('confirmed'))).toHaveLength(1)
    expect((await storedOf(signup)).history).toHaveLength(1)
  })

  test('with no link but the right one, and is told nothing by the others', async () => {
    const signup = await signsUp()
    const token = await tokenFor(signup)
    const forged = [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      token.replace('.0.', '.1.'),
      `KW-AAAA-AAAA.0.${'a'.repeat(43)}`,
      'x',
    ]
    const answers = await Promise.all(forged.map((wrong) => presses(wrong)))
    await presses(token)
    answers.push(await presses(token)) // it is used now
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { outcome: 'void' } })
    expect((await storedOf(signup)).status).toBe('confirmed')
  })

  test.each(['', '{', '{"token":1}', '[]', `{"token":"${'x'.repeat(5000)}"}`])(
    'with nonsense, and is refused: %#',
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      const { status } = await fetch(`${cms.url}/api/signup/confirm`, { method: 'POST', headers, body })
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    },
  )
})

describe('a company that does not confirm', () => {
  test('can have the link sent again, but not so often that a mailbox fills', async () => {
    const signup = await signsUp()
    const token = await tokenFor(signup)
    expect((await presses(token, { again: true })).body).toEqual({ outcome: 'sent' })
    expect((await presses(`KW-AAAA-AAAA.0.${'a'.repeat(43)}`, { again: true })).body).toEqual({ outcome: 'sent' })
    expect(mailbox.waitingFor(emailOf(signup))).toBe(0) // the first one is not a minute old
  })

  test('is reminded once, expires, and can still begin anew with a link that ends the earlier ones', async () => {
    const signup = await signsUp()
    const token = await tokenFor(signup)
    await passes(25 * hour)
    const reminder = await mailbox.mailTo(emailOf(signup))
    expect(reminder.subject).toContain('Påminnelse')
    expect(reminder.text).toContain(token)
    await passes(26 * hour)
    expect(mailbox.waitingFor(emailOf(signup))).toBe(0)

    await passes(73 * hour)
    const { status, history } = await storedOf(signup)
    expect(status).toBe('expired')
    expect(history).toEqual([expect.objectContaining({ to: 'expired', by: { kind: 'system', name: '' } })])
    expect((await presses(token)).body).toEqual({ outcome: 'void' })

    expect((await presses(token, { again: true })).body).toEqual({ outcome: 'sent' })
    const fresh = await tokenFor(signup)
    expect(fresh).not.toBe(token)
    expect((await presses(token)).body).toEqual({ outcome: 'void' })
    expect((await presses(fresh)).body).toEqual({ outcome: 'confirmed' })
    await mailbox.mailTo(emailOf(signup))
  })

  test('does not expire while our letter could not reach it', async () => {
    const signup = await company.fillsIn('sv')
    await mailbox.close()
    await company.sends(signup)
    await passes(80 * hour)
    expect((await storedOf(signup)).status).toBe('received')
    await mailbox.open()
    await passes(81 * hour)
    await cms.process().stop() // by its own clock it would leave the mail server alone for a while yet
    await cms.restart()
    const token = await tokenFor(signup)
    expect((await presses(token)).body).toEqual({ outcome: 'confirmed' })
  })
})

describe('an officer decides', () => {
  test('to approve: the company is welcomed, a member, once the decision can no longer be undone', async () => {
    const signup = await confirmed()
    const answer = await decides(signup, 'approved')
    expect(answer.status, answer.text).toBe(200)
    expect((await storedOf(signup)).status).toBe('approved')
    expect(mailbox.waitingFor(emailOf(signup))).toBe(0)
    await passes(2)
    const { member } = await storedOf(signup)
    expect(member).toBeTruthy()
    const { subject, text } = await mailbox.mailTo(emailOf(signup))
    expect(subject).toContain('Välkomna')
    expect(text).toMatch(/medlemsnummer är \d+/)
    await passes(3)
    expect(mailbox.waitingFor(emailOf(signup))).toBe(0)
  })

  test('and takes it back in time: nobody is written to', async () => {
    const signup = await confirmed()
    await decides(signup, 'approved')
    const { id, moves } = await storedOf(signup)
    const answer = await officer.ask('POST', '/api/desk/undo', { signups: [{ id, moves }] })
    expect(answer.status, answer.text).toBe(200)
    await passes(2)
    const stored = await storedOf(signup)
    expect(stored.status).not.toBe('approved')
    expect(stored['member']).toBeFalsy()
    expect(mailbox.waitingFor(emailOf(signup))).toBe(0)
  })

  test('to decline: the company is told why, in its own language', async () => {
    const signup = await confirmed('en')
    const reason = 'Your business is outside our field. <b>Sorry</b> {{reference}}'
    await decides(signup, 'declined', reason)
    await passes(2)
    const { subject, text, html } = await mailbox.mailTo(emailOf(signup))
    expect(subject).toContain('About your membership application')
    expect(text).toContain(reason)
    expect(html).toContain('&lt;b&gt;Sorry&lt;/b&gt;')
  })

  test('at the same moment as a colleague: one decision counts, and the history tells of one', async () => {
    const signup = await confirmed()
    const { id, moves } = await storedOf(signup)
    const wishes = ['approved', 'duplicate', 'reviewing', 'approved', 'duplicate', 'reviewing']
    await Promise.all(
      wishes.map((to) => officer.ask('POST', '/api/desk/decide', { signups: [{ id, moves: moves ?? 0 }], to })),
    )
    expect((await storedOf(signup)).history).toHaveLength(2) // it was confirmed, too
  })

  test('but cannot write a status past the table of moves', async () => {
    const signup = await signsUp()
    const { id } = await storedOf(signup)
    const answer = await officer.ask('PATCH', `/api/signups/${id}`, { status: 'approved', notes: 'Ringde dem.' })
    expect(answer.status, answer.text).toBe(200)
    expect(await storedOf(signup)).toMatchObject({ status: 'received', notes: 'Ringde dem.', history: [] })
    await decides(signup, 'approved')
    expect((await storedOf(signup)).status).toBe('received')
  })

  test('and writes notes while the letters are being made: no note is refused, and no letter is lost', async () => {
    for (let round = 1; round <= 8; round += 1) {
      const signup = await signsUp()
      const { id } = await storedOf(signup)
      for (let note = 1; note <= 6; note += 1) {
        const answer = await officer.ask('PATCH', `/api/signups/${id}`, { notes: `Ringde ${note} gånger.` })
        expect(answer.status, answer.text).toBe(200)
      }
      await tokenFor(signup)
      expect(await storedOf(signup)).toMatchObject({ mailState: 'made', notes: 'Ringde 6 gånger.' })
    }
  })
})

describe('the texts of the letters', () => {
  const written = (confirm: object) => officer.ask('POST', '/api/globals/email-texts?locale=sv', { confirm })

  test('are the communicator’s own once they are written, and ours again once they are emptied', async () => {
    const own = {
      subject: 'Välkommen, {{organisation}}',
      body: 'Tryck här:\n\n{{confirmLink}}\n\nHej från {{cluster}}',
    }
    const answer = await written(own)
    expect(answer.status, answer.text).toBe(200)
    const signup = await signsUp('sv', { organisationName: 'Ängs & Söner' })
    const mail = await mailbox.mailTo(emailOf(signup))
    expect(mail.subject).toBe('Välkommen, Ängs & Söner')
    expect(mail.text).toMatch(/^Tryck här:\n\nhttp\S+\n\nHej från \S/)
    const english = await signsUp('en')
    expect((await mailbox.mailTo(emailOf(english))).subject).toContain('Confirm your membership application')
    await written({ subject: '', body: '' })
    const another = await signsUp()
    expect((await mailbox.mailTo(emailOf(another))).subject).toContain('Bekräfta er ansökan')
  })

  test('are refused when they leave out the link, or name what the letter does not know', async () => {
    for (const body of ['Hej!', 'Hej {{contact}}! {{confirmLink}}', '{{confirmLink}} {{lösenord}}']) {
      const answer = await written({ subject: 'Hej', body })
      expect(answer.status).toBe(400)
      expect(answer.text).toMatch(/\{\{(confirmLink|contact|lösenord)\}\}/)
    }
  })

  test('are shown as a letter while they are written, to those who handle memberships', async () => {
    const wish = { kind: 'declined', language: 'en', subject: 'Hello {{contact}}', body: 'Because: {{reason}}' }
    const { body } = await officer.ask('POST', '/api/email-preview', wish)
    expect(body).toMatchObject({ subject: 'Hello Anna Ek', usable: true, own: { subject: expect.any(String) } })
    const visitor = await fetch(`${cms.url}/api/email-preview`, { method: 'POST', body: JSON.stringify(wish) })
    expect(visitor.status).toBe(403)
  })
})

describe('the recipients of a form', () => {
  const recipientAddress = 'kansliet@example.org'

  const tells = async (recipients: string[], noticeTime: 'atOnce' | 'daily'): Promise<void> => {
    const boss = await signIn(cms.url)
    const [form] = await boss.lists('signup-forms', 'where[slug][equals]=bli-medlem')
    await boss.publishes('signup-forms', form?.id ?? '', 'sv', { recipients })
    await officer.ask('POST', '/api/globals/email-texts?locale=sv', { noticeTime })
  }

  test('are told of a signup at once, or of all in the morning', async () => {
    await tells([recipientAddress], 'atOnce')
    const first = await signsUp('sv', { organisationName: 'Första AB' })
    const notice = await mailbox.mailTo(recipientAddress)
    expect(notice.subject).toContain('Första AB')
    expect(notice.text).not.toContain(emailOf(first)) // the answers stay in the admin

    await tells([recipientAddress], 'daily')
    const second = await signsUp('sv', { organisationName: 'Andra AB' })
    await mailbox.mailTo(emailOf(second))
    expect(mailbox.waitingFor(recipientAddress)).toBe(0)
    await passes(24 * hour)
    const digest = await waitFor('the summary', async () =>
      mailbox.waitingFor(recipientAddress) > 0 ? mailbox.mailTo(recipientAddress) : undefined,
    )
    expect(digest.subject).toContain('dagens läge')
    expect(digest.text).toContain('Andra AB')
    await passes(24 * hour + 1)
    expect(mailbox.waitingFor(recipientAddress)).toBe(0)
  })

  test('are told once a day of what was held as a robot’s, also where each signup is told of at once', async () => {
    const to = 'ordforande@example.org'
    await tells([to], 'atOnce')
    const held = await company.fillsIn('sv', { organisationName: 'Robot AB' })
    expect((await company.sends({ ...held, trap: 'x' })).status).toBe(201)
    await passes(0)
    expect(mailbox.waitingFor(to)).toBe(0)
    await passes(24 * hour)
    const digest = await waitFor('the summary', async () =>
      mailbox.waitingFor(to) > 0 ? mailbox.mailTo(to) : undefined,
    )
    expect(digest.text).toContain('en robot kan ha skickat dem: 1')
    expect(digest.text).not.toContain('Nya ansökningar')
    await passes(24 * hour + 1)
    expect(mailbox.waitingFor(to)).toBe(0)
    await decides(held, 'declined') // it was a robot’s
  })

  test('are told once of a letter that was given up, also where each signup is told of at once', async () => {
    const to = 'kassor@example.org'
    await tells([to], 'atOnce')
    const misspelt = await company.fillsIn('sv', { organisationName: 'Felstavat AB' })
    mailbox.refuses(emailOf(misspelt))
    expect((await company.sends(misspelt)).status).toBe(201)
    expect((await mailbox.mailTo(to)).subject).toContain('Felstavat AB')
    expect(await officer.lists('signups', 'where[status][equals]=suspected')).toEqual([])
    await passes(24 * hour)
    const digest = await waitFor('the summary', async () =>
      mailbox.waitingFor(to) > 0 ? mailbox.mailTo(to) : undefined,
    )
    expect(digest.text).toContain('Mejl som inte gick att skicka: ')
    await passes(24 * hour + 1)
    expect(mailbox.waitingFor(to)).toBe(0)
  })

  test('are told once of a colleague who cannot be written to, and not again of each summary that fails', async () => {
    const [to, gone] = ['kvar@example.org', 'slutat@example.org']
    await tells([to, gone], 'atOnce')
    mailbox.refuses(gone)
    await signsUp('sv', { organisationName: 'Tredje AB' })
    expect((await mailbox.mailTo(to)).subject).toContain('Tredje AB')
    await passes(24 * hour)
    await waitFor('the summary', async () => (mailbox.waitingFor(to) > 0 ? mailbox.mailTo(to) : undefined))
    await passes(48 * hour)
    expect(mailbox.waitingFor(to)).toBe(0)
  })
})
