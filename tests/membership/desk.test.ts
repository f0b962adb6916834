import { randomUUID } from 'node:crypto'
import { sayAdmin } from 'shared/translations/admin'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, createCompany, type Signup } from '../support/company.ts'
import { atDesk, type Officer } from '../support/desk.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { waitFor } from '../support/server-process.ts'
import { anybody, type Caller, hire, signIn, siteReader, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let mailbox: Mailbox
let company: Company
let boss: StaffMember
let officer: Officer
let colleague: Officer

beforeAll(async () => {
  mailbox = await openMailbox()
  cms = await startCms({ settings: { SMTP_URL: mailbox.url } })
  company = createCompany(cms.url)
  boss = await signIn(cms.url)
  officer = atDesk(await hire(cms.url, boss, 'membershipOfficer'))
  colleague = atDesk(boss, 'en')
})
afterAll(async () => {
  await cms.end()
  await mailbox.close()
})

const emailOf = ({ answers }: Signup) => String(answers['contactEmail'])

const signsUp = async (own: Record<string, unknown> = {}, language: 'sv' | 'en' = 'sv'): Promise<Signup> => {
  const filled = await company.fillsIn(language)
  const signup = { ...filled, answers: { ...filled.answers, ...own } }
  const { status, text } = await company.sends(signup)
  expect(status, text).toBe(201)
  return signup
}

/** A signup that an officer has taken up. */
const underReview = async (own: Record<string, unknown> = {}, language: 'sv' | 'en' = 'sv') => {
  const signup = await signsUp(own, language)
  await officer.decides([await officer.opensThatOf(signup)], 'reviewing')
  return { signup, page: await officer.opensThatOf(signup) }
}

describe('the list', () => {
  test('says what waits for whom, and a signup that is taken up goes from the company to us', async () => {
    const signup = await signsUp({ organisationName: 'Väntande Vävar AB' })
    const find = 'väntande'
    expect((await officer.finds({ show: 'todo', find })).rows).toEqual([])
    const [waiting] = (await officer.finds({ show: 'company', find })).rows
    expect(waiting).toMatchObject({ organisationName: 'Väntande Vävar AB', status: 'received', waits: 'company' })
    const before = (await officer.counts()).groups
    await officer.decides([await officer.opensThatOf(signup)], 'reviewing')
    const { rows } = await officer.finds({ find })
    expect(rows).toEqual([expect.objectContaining({ status: 'reviewing', waits: 'us' })])
    expect((await officer.counts()).groups).toMatchObject({
      todo: before.todo + 1,
      company: before.company - 1,
      all: before.all,
    })
  })

  test('finds by name in any letters, by person, number, address and reference, and by several words at once', async () => {
    const signup = await signsUp({ organisationName: 'Öst & Ås Åkeri (publ)', contactName: 'Mïra Ångström' })
    const { reference } = await officer.opensThatOf(signup)
    const searches = ['ÅKERI', 'öst & ås', 'ångström', '(publ)', reference.toLowerCase(), 'åkeri mïra', emailOf(signup)]
    for (const find of searches) {
      const { rows } = await officer.finds({ show: 'all', find })
      expect(
        rows.map((row) => row.reference),
        find,
      ).toEqual([reference])
    }
    const byNumber = await officer.finds({ show: 'all', find: '556026-9986' })
    expect(byNumber.rows.map((row) => row.reference)).toContain(reference)
    for (const find of ['.*', '%', '_', '[a-z]', '*', '\\', "'", 'åkeri finnsinte'])
      expect((await officer.finds({ show: 'all', find })).rows, find).toEqual([])
  })

  test('narrows by language and by how long nothing has happened, and pages', async () => {
    await signsUp({ organisationName: 'Filter Ltd' }, 'en')
    const find = 'filter ltd'
    expect((await officer.finds({ show: 'all', find, language: 'en' })).total).toBe(1)
    expect((await officer.finds({ show: 'all', find, language: 'sv' })).total).toBe(0)
    expect((await officer.finds({ show: 'all', find, waitedDays: 1 })).total).toBe(0)
    const { total } = await officer.finds({ show: 'all' })
    expect((await officer.finds({ show: 'all', from: total - 1 })).rows).toHaveLength(1)
  })
})

describe('a decision', () => {
  test('can be undone within a minute, and no letter goes out', async () => {
    const { signup, page } = await underReview()
    const { done } = await officer.decides([page], 'approved')
    expect(Date.parse(done[0]?.undoUntil ?? '')).toBeGreaterThan(Date.now())
    const approved = await officer.opensThatOf(signup)
    expect(approved).toMatchObject({ status: 'approved', waits: null, member: null })
    expect((await officer.undoes([approved])).done).toHaveLength(1)
    const undone = await officer.opensThatOf(signup)
    expect(undone).toMatchObject({ status: 'reviewing', undoUntil: null })
    expect(undone.history[0]).toMatchObject({ note: sayAdmin('sv', 'desk.history.undone') })
    expect((await officer.undoes([undone])).refused[0]?.message).toBe(sayAdmin('sv', 'refusal.desk.too-late'))
    expect(undone.emails.map(({ kind }) => kind)).not.toContain(sayAdmin('sv', 'emails.kind.approved'))
  })

  test('of two who decide at once one is first, and the other is told who and what', async () => {
    const { page } = await underReview()
    const deeds = await Promise.all([
      officer.decides([page], 'approved'),
      colleague.decides([page], 'declined', { reason: 'Utanför klustrets område.' }),
    ])
    expect(deeds.flatMap(({ done }) => done)).toHaveLength(1)
    const [refused] = deeds.flatMap(({ refused }) => refused)
    const { status, history } = await officer.opens(page.id)
    const language = deeds[0].refused.length > 0 ? 'sv' : 'en'
    expect(refused?.message).toContain(
      sayAdmin(language, `signups.status.${status === 'approved' ? 'approved' : 'declined'}`),
    )
    expect(refused?.message).toContain(history[0]?.by)
  })

  test('on several at once: what cannot be moved is named with the reason, and the rest is moved', async () => {
    const [one, other] = [await underReview(), await underReview()]
    const fresh = await officer.opensThatOf(await signsUp({ organisationName: 'Obekräftad AB' }))
    const deed = await officer.decides([one.page, fresh, other.page], 'approved')
    expect(deed.done.map(({ id }) => id)).toEqual([one.page.id, other.page.id])
    expect(deed.refused).toEqual([{ id: fresh.id, name: 'Obekräftad AB', message: expect.stringMatching(/Mottagen/) }])
    const undone = await officer.undoes(deed.done)
    expect(undone.done).toHaveLength(2)
  })

  test('to decline needs a reason, and the letter is read in the language of the company before it is sent', async () => {
    const { page } = await underReview({ organisationName: 'Decline Ltd' }, 'en')
    const without = await officer.decides([page], 'declined')
    expect(without.refused[0]?.message).toBe(sayAdmin('sv', 'refusal.desk.no-reason'))
    const { letter } = await officer.previews(page, 'declined', 'Outside the field of the cluster.')
    expect(letter).toMatchObject({ to: page.contactEmail, language: 'en' })
    expect(letter?.text).toContain('Outside the field of the cluster.')
    expect((await officer.previews(page, 'approved')).letter?.text).toContain('Decline Ltd')
    expect((await officer.previews(page, 'duplicate')).letter).toBeNull()
    await officer.decides([page], 'declined', { reason: 'Outside the field of the cluster.', note: 'Styrelsen 3 juni' })
    const declined = await officer.opens(page.id)
    expect(declined).toMatchObject({ status: 'declined', reason: 'Outside the field of the cluster.' })
    expect(declined.history[0]).toMatchObject({ note: 'Styrelsen 3 juni' })
  })
})

describe('the page of a signup', () => {
  test('tells the answers in the words they were asked in, the price, the e-mails and the history', async () => {
    const signup = await signsUp({ organisationName: 'Hela Sidan AB' }, 'en')
    await mailbox.mailTo(emailOf(signup))
    const page = await waitFor('the letter to be noted as sent', async () => {
      const page = await officer.opensThatOf(signup)
      return page.emails.some(({ state }) => state === 'sent') ? page : undefined
    })
    const rows = page.sections.flatMap((section) => section.rows)
    expect(rows).toContainEqual(expect.objectContaining({ value: 'Hela Sidan AB' }))
    expect(rows).toContainEqual(expect.objectContaining({ value: expect.stringContaining('556026-9986') }))
    expect(page.consents.every(({ text, given }) => given && text.includes(' '))).toBe(true)
    expect(page.price?.total.amount).toMatch(/kr/)
    expect(page.history).toEqual([expect.objectContaining({ what: sayAdmin('sv', 'desk.history.sent') })])
    const inEnglish = await colleague.opens(page.id)
    expect(inEnglish.history[0]?.what).toBe(sayAdmin('en', 'desk.history.sent'))
  })

  test('hides the number of a sole trader until somebody asks to see it, which is noted', async () => {
    const own = { organisationNumber: '121212-1212', vatNumber: 'SE121212121201', organisationName: 'Tolvans Verkstad' }
    const { id, reference } = await officer.opensThatOf(await signsUp(own))
    const shown = async () =>
      (await boss.lists('audit-log', 'where[act][equals]=number-shown&limit=100')).filter(
        ({ about }) => about === reference,
      )
    const page = await officer.opens(id)
    expect(page).toMatchObject({ isSoleTrader: true, organisationNumber: '••••••-••••' })
    const values = page.sections.flatMap(({ rows }) => rows.map(({ value }) => value))
    expect(values).toContainEqual(expect.stringContaining('••••••-••••'))
    expect(JSON.stringify(page)).not.toContain('1212')
    expect(await shown()).toEqual([])
    expect(await officer.asksForNumber(id)).toBe('1212121212')
    expect(await officer.asksForNumber(id)).toBe('1212121212')
    expect(await shown()).toMatchObject([{ by: 'membershipOfficer i test' }])
  })

  test('shows other signups of the same number or address, of which the company is told nothing', async () => {
    const own = { organisationNumber: '202100-5489', organisationName: 'Först Ut AB' }
    const first = await officer.opensThatOf(await signsUp(own))
    const second = await signsUp({ ...own, organisationName: 'Sen Samma AB' })
    const related = await waitFor('the connection to be found', async () => {
      const { related } = await officer.opensThatOf(second)
      return related.length > 0 ? related : undefined
    })
    expect(related).toContainEqual(
      expect.objectContaining({ kind: 'signup', id: first.id, why: 'number', exists: true }),
    )
  })

  test('keeps notes, and does not write over what somebody else wrote meanwhile', async () => {
    const { id } = await officer.opensThatOf(await signsUp())
    expect((await officer.notes(id, 'Ringde på måndagen.', '')).status).toBe(204)
    const late = await colleague.notes(id, 'Called on Tuesday.', '')
    expect([late.status, late.text]).toEqual([
      409,
      expect.stringContaining(sayAdmin('en', 'refusal.desk.notes-overtaken')),
    ])
    expect((await officer.opens(id)).notes).toBe('Ringde på måndagen.')
    expect((await colleague.notes(id, 'Called on Tuesday.', 'Ringde på måndagen.')).status).toBe(204)
  })
})

test('an e-mail that was refused is listed with the reason, and can be tried again', async () => {
  const filled = await company.fillsIn('sv')
  mailbox.refuses(emailOf(filled))
  await company.sends(filled)
  const failed = await waitFor('the e-mail to be given up', async () =>
    (await officer.failedEmails()).emails.find(({ to }) => to === emailOf(filled)),
  )
  expect(failed).toMatchObject({ state: 'failed', error: expect.stringContaining('No such user') })
  expect(failed.signup?.name).toBe(filled.answers['organisationName'])
  const { rows } = await officer.finds({ show: 'all', find: emailOf(filled) })
  expect(rows[0]?.failedEmails).toBe(1)
  expect((await officer.counts()).failedEmails).toBeGreaterThan(0)
  expect(await officer.tries([failed.id])).toBe(1)
  expect(await officer.tries(['none'])).toBe(0)
})

describe('a signup entered by hand', () => {
  test('is under review at once, once however often it is sent, and is acknowledged', async () => {
    const filled = await company.fillsIn('sv')
    const answers = { ...filled.answers, organisationName: 'Papper & Penna AB' }
    const key = randomUUID()
    const [first, again] = [
      await officer.enters({ ...filled, answers }, key),
      await officer.enters({ ...filled, answers }, key),
    ]
    expect(again).toEqual(first)
    const page = await officer.opensThatOf(filled)
    expect(page).toMatchObject({ status: 'reviewing', organisationName: 'Papper & Penna AB', waits: 'us' })
    expect(page.enteredBy).toContain('membershipOfficer')
    expect(page.history[0]?.what).toBe(sayAdmin('sv', 'desk.history.entered'))
    expect((await mailbox.mailTo(emailOf(filled))).text).toContain('Papper & Penna AB')
  })

  test('is not stored while something is wrong, which is said by field in the language of whoever enters it', async () => {
    const filled = await company.fillsIn('sv')
    const answers = { ...filled.answers, organisationNumber: '556026-9987', contactEmail: 'åsa.example.com' }
    const entered = await colleague.enters({ ...filled, answers })
    expect(entered).toEqual({
      errors: {
        organisationNumber: expect.stringContaining('organisation number'),
        contactEmail: expect.stringContaining('email'),
      },
    })
    const unknown = await officer.enters({ ...filled, form: 'finns-inte' })
    expect(unknown).toEqual({ errors: { request: sayAdmin('sv', 'refusal.desk.no-form') } })
  })
})

test('the desk is open to those who handle memberships, and to nobody else', async () => {
  const { id, moves } = await officer.opensThatOf(await signsUp())
  const doors: [string, string, object?][] = [
    ['GET', 'counts'],
    ['POST', 'find', { show: 'all' }],
    ['GET', `signups/${id}`],
    ['POST', `signups/${id}/notes`, { notes: 'x', before: '' }],
    ['POST', `signups/${id}/link`, {}],
    ['POST', `signups/${id}/number`, {}],
    ['POST', `signups/${id}/member`, {}],
    ['POST', 'preview', { id, to: 'withdrawn' }],
    ['POST', 'decide', { signups: [{ id, moves }], to: 'reviewing' }],
    ['POST', 'undo', { signups: [{ id, moves }] }],
    ['GET', 'emails'],
    ['POST', 'emails/retry', { all: true }],
    ['GET', 'forms'],
    ['POST', 'signups', {}],
  ]
  const others: Caller[] = [
    anybody(cms.url),
    siteReader(cms.url),
    await hire(cms.url, boss, 'communicator'),
    await hire(cms.url, boss, 'publisher'),
  ]
  for (const caller of others) {
    for (const [method, door, body] of doors)
      expect((await caller.ask(method, `/api/desk/${door}`, body)).status, `${method} ${door}`).toBe(403)
  }
  expect(await officer.opens(id)).toMatchObject({ status: 'received', notes: '' })
})

test('what is no question is refused in words and changes nothing', async () => {
  const wrong: [string, unknown][] = [
    ['find', { show: 'everything' }],
    ['find', { show: 'all', from: -1 }],
    ['find', { show: 'all', find: 'x'.repeat(1000) }],
    ['decide', { signups: [], to: 'approved' }],
    ['decide', { signups: [{ id: 1, moves: 0 }], to: 'expired' }],
    ['preview', null],
    ['signups', { key: 'short' }],
  ]
  for (const [door, body] of wrong) {
    const answer = await boss.ask('POST', `/api/desk/${door}`, body, 'sv')
    expect([answer.status, answer.text], door).toEqual([
      400,
      expect.stringContaining(sayAdmin('sv', 'refusal.desk.malformed')),
    ])
  }
  const missing = await boss.ask('GET', `/api/desk/signups/${'0'.repeat(24)}`, undefined, 'sv')
  expect(missing.status).toBe(404)
  const deed = await officer.decides([{ id: '0'.repeat(24), moves: 0 }], 'approved')
  expect(deed.refused[0]?.message).toBe(sayAdmin('sv', 'refusal.desk.gone'))
})
