import { unzipSync } from 'fflate'
import { setTimeout as pause } from 'node:timers/promises'
import { dayInSweden } from 'shared/membership/calendar-date'
import { addMonths } from 'shared/membership/leaving'
import { sayAdmin } from 'shared/translations/admin'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk } from '../support/desk.ts'
import { isLong } from '../support/drill.ts'
import { later } from '../support/later.ts'
import { createRegisterClerk, type RegisterClerk } from '../support/register.ts'
import { startProcess, waitFor } from '../support/server-process.ts'
import { settingsOf } from '../support/settings.ts'
import { hire, signIn, siteReader, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

const kills = isLong ? 20 : 3

let cms: Cms
let officer: StaffMember
let clerk: RegisterClerk

beforeAll(async () => {
  cms = await startCms({ content: 'none' })
  officer = await signIn(cms.url)
  clerk = await createRegisterClerk(cms.url)
})
afterAll(() => cms.end())

const today = dayInSweden(new Date())
const dayFromNow = (days: number) =>
  new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const historyOf = (id: string) => officer.lists('member-history', `where[member][equals]=${id}&sort=-on,-at&limit=50`)
const enters = (data: object) => officer.creates('members', 'sv', data, 'published')
const changes = async (id: string, data: object) => {
  const answer = await officer.ask('PATCH', `/api/members/${id}?locale=sv&depth=0`, data)
  expect(answer.status, answer.text).toBe(200)
  return Object(Object(answer.body).doc)
}
const namesOnSite = async () => {
  const { body } = await siteReader(cms.url).ask('GET', '/api/members?locale=sv&depth=0&limit=100')
  return (Object(body).docs as { organisationName: string }[]).map(({ organisationName }) => organisationName)
}

describe('a member', () => {
  test('that is entered gets a number, a status and a main contact, and its history begins', async () => {
    const first = await enters({
      organisationName: 'Första AB',
      contactName: 'Åsa Öberg',
      contactEmail: 'asa@example.com',
    })
    const second = await enters({
      organisationName: 'Andra AB',
      organisationNumber: 'SE556026998601',
      joinedOn: '2020-03-01',
      contacts: [{ name: 'Per Ek' }, { name: 'Liv Al', email: 'liv@example.com', isMain: true }],
    })
    expect(Number(second['memberNumber'])).toBe(Number(first['memberNumber']) + 1)
    expect(first).toMatchObject({
      status: 'active',
      slug: 'forsta-ab',
      contacts: [{ name: 'Åsa Öberg', isMain: true }],
    })
    expect(String(first['joinedOn'])).toContain(today)
    expect(second).toMatchObject({
      organisationNumber: '556026-9986',
      contactName: 'Liv Al',
      contactEmail: 'liv@example.com',
    })
    expect(await historyOf(second.id)).toMatchObject([{ on: '2020-03-01', reason: 'joined', by: 'Administrator' }])
  })

  test('that changes its name and number is found under the old ones as of a day before', async () => {
    const { id } = await enters({
      organisationName: 'Gamla Namnet AB',
      organisationNumber: '559999-0008',
      joinedOn: '2019-01-01',
    })
    await changes(id, {
      organisationName: 'Nya Namnet AB',
      organisationNumber: '559999-0016',
      changesOn: '2024-07-01T12:00:00Z',
    })
    const [latest] = await historyOf(id)
    expect(latest).toMatchObject({ on: '2024-07-01', reason: 'changed' })
    expect(latest?.['changes']).toEqual([
      { field: 'organisationName', from: 'Gamla Namnet AB', to: 'Nya Namnet AB' },
      { field: 'organisationNumber', from: '559999-0008', to: '559999-0016' },
    ])
    const namesOn = async (day: string) => (await clerk.lists(`on=${day}`)).map((row) => row['Organisationens namn'])
    expect(await namesOn('2018-12-31')).not.toContain('Gamla Namnet AB')
    expect(await namesOn('2024-06-30')).toContain('Gamla Namnet AB')
    expect(await namesOn('2024-06-30')).not.toContain('Nya Namnet AB')
    expect(await namesOn('2024-07-01')).toContain('Nya Namnet AB')
  })

  test('whose changes are noted in another order than they happened is right as of each day', async () => {
    const first = { organisationName: 'Ordning AB', city: 'Kiruna', joinedOn: '2019-01-01' }
    const { id } = await enters(first)
    await changes(id, { organisationName: 'Nyordning AB', changesOn: '2024-07-01T12:00:00Z' })
    await changes(id, { city: 'Gällivare', changesOn: '2022-03-01T12:00:00Z' }) // found out afterwards
    const on = async (day: string) =>
      (await clerk.lists(`on=${day}`)).map((row) => `${row['Organisationens namn']}, ${row['Ort']}`)
    expect(await on('2022-02-28')).toContain('Ordning AB, Kiruna')
    expect(await on('2022-03-01')).toContain('Ordning AB, Gällivare')
    expect(await on('2024-07-01')).toContain('Nyordning AB, Gällivare')
    expect(await on(today)).toContain('Nyordning AB, Gällivare')
    const tooEarly = await officer.ask('PATCH', `/api/members/${id}`, { city: 'Boden', changesOn: '2018-12-31' })
    expect(tooEarly.status).toBe(400)
    expect(tooEarly.text).toContain('före inträdet')
  })

  test('that gives notice stays to its last day by the rules, may change its mind, and is then a former member', async () => {
    await officer.ask('POST', '/api/globals/register-settings', { noticeMonths: 3, leavingDay: 'any-day' })
    const { id } = await enters({ organisationName: 'Lämnar AB', joinedOn: '2021-01-01', listed: true })
    const leaving = await changes(id, { noticeOn: today })
    expect(leaving).toMatchObject({ status: 'leaving' })
    expect(String(leaving.leavingOn)).toContain(addMonths(today, 3))
    expect(await namesOnSite()).toContain('Lämnar AB')
    expect(await changes(id, { noticeOn: null })).toMatchObject({ status: 'active', leavingOn: null })
    expect(await changes(id, { leavingOn: today })).toMatchObject({ status: 'leaving' }) // the last day belongs to it
    expect(await changes(id, { leavingOn: dayFromNow(-1) })).toMatchObject({ status: 'left' })
    expect(await namesOnSite()).not.toContain('Lämnar AB')
    expect((await historyOf(id)).map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['joined', 'leaving', 'stayed', 'left']),
    )
    const names = async (query: string) => (await clerk.lists(query)).map((row) => row['Organisationens namn'])
    expect(await names('')).not.toContain('Lämnar AB')
    expect(await names('left=1')).toContain('Lämnar AB')
    expect(await names(`on=${dayFromNow(-1)}`)).toContain('Lämnar AB')
    const tooEarly = await officer.ask('PATCH', `/api/members/${id}`, { leavingOn: '2020-12-31' })
    expect(tooEarly.status).toBe(400)
    expect(tooEarly.text).toContain('före inträdet')
  })

  test('that is erased takes its history along, and its number goes to nobody else', async () => {
    const { id, memberNumber } = await enters({ organisationName: 'Raderas AB' })
    expect(await historyOf(id)).toHaveLength(1)
    await officer.removes('members', id)
    expect(
      (await officer.lists('member-history', 'limit=100')).filter(({ member }) => !member || String(member) === id),
    ).toEqual([])
    const next = await enters({ organisationName: 'Kommer Efter AB' })
    expect(next['memberNumber']).toBe(Number(memberNumber) + 1)
  })

  test('is nobody else’s business: only membership officers read history and take the register out', async () => {
    const communicator = await hire(cms.url, officer, 'communicator')
    for (const path of ['/api/register/csv', '/api/register/xlsx', '/api/register/print', '/api/member-history'])
      expect((await communicator.ask('GET', path)).status, path).toBe(403)
    expect((await communicator.ask('POST', '/api/register/import', {})).status).toBe(403)
    expect((await officer.ask('GET', '/api/register/csv?on=i-fjol')).status).toBe(400)
    expect((await siteReader(cms.url).ask('GET', '/api/register/csv')).status).toBe(403)
    expect(
      (await siteReader(cms.url).ask('GET', '/api/members?where[contacts.email][like]=liv&limit=10')).text,
    ).not.toContain('Andra')
  })
})

describe('taken out', () => {
  test('no cell is a formula, and a sole trader’s number is masked unless asked for', async () => {
    await enters({
      organisationName: '=HYPERLINK("https://evil.example";"Klicka")',
      organisationNumber: '121212-1212',
      city: '＝1+1',
      contacts: [{ name: '@SUM(A1)', roles: '-2+3', email: 'formel@example.com', phone: '+46701740605' }],
    })
    const [row] = (await clerk.lists()).filter((each) => each['Kontaktpersonens e-post'] === 'formel@example.com')
    expect(row).toMatchObject({
      'Organisationens namn': '\'=HYPERLINK("https://evil.example";"Klicka")',
      Organisationsnummer: '••••••-••••',
      Ort: "'＝1+1",
      Kontaktperson: "'@SUM(A1)",
      'Kontaktpersonens roll': "'-2+3",
      'Kontaktpersonens telefon': "'+46701740605",
    })
    const [whole] = (await clerk.lists('personal=1')).filter(
      (each) => each['Kontaktpersonens e-post'] === 'formel@example.com',
    )
    expect(whole?.['Organisationsnummer']).toBe('121212-1212')

    const workbook = unzipSync(await clerk.takesOut('xlsx'))
    const sheet = Buffer.from(workbook['xl/worksheets/sheet1.xml'] ?? []).toString()
    expect(sheet).toContain('&apos;=HYPERLINK'.replace('&apos;', "'"))
    expect(sheet).not.toContain('<f>')
    expect(sheet).not.toContain('121212')

    const page = (await clerk.takesOut('print')).toString()
    expect(page).toContain('Medlemsregister')
    expect(page).toContain('&#61;HYPERLINK'.replace('&#61;', '='))
    expect(page).not.toContain('121212')
  })

  test('and sent back unchanged, the list changes nothing, in either form', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const { report, text } = await clerk.sendsList(await clerk.takesOut(format, 'left=1&personal=1'))
      expect(report, text).toMatchObject({ creates: 0, updates: 0, faulty: 0, problems: [] })
      expect(report?.unchanged).toBeGreaterThan(4)
    }
  })
})

describe('a list that is read in', () => {
  const list = [
    'Namn;Orgnr;Postnr;Ort;E-post;Telefon;Anställda;Medlem sedan;Visas på webbplatsen;Favoritfärg',
    'Lista Ett AB;559999-0024;984 99;Åmål;ett@example.com;070-174 06 05;12;2018-05-04;ja;blå',
    'Lista Två AB;802999-0002;98499;Örebro;tva@exämple.com;;1 200;2018-05-04;nej;',
    ';769999-0003;111 20;Malå;;;;;;',
    'Lista Fyra AB;559999-0009;011 20;Luleå;inte en adress;070-123;många;31/2;kanske;',
    'Lista Ett en gång till;5599990024;;;;;;;;',
    '',
    'Lista Sex;;;Piteå;;;;4.5.2018;;',
  ].join('\r\n')

  test('is first only told of, every problem by its row, and nothing is saved', async () => {
    const { report } = await clerk.sendsList(list)
    expect(report).toMatchObject({ rows: 6, creates: 3, updates: 0, unchanged: 0, faulty: 3, saved: 0, remaining: 3 })
    const told = report?.problems.map(({ row, column, message }) => `${row} ${column}: ${message}`) ?? []
    expect(told).toEqual([
      expect.stringMatching(/^4 Organisationens namn: .*saknas/),
      expect.stringMatching(/^5 Organisationsnummer: ”559999-0009”/),
      expect.stringMatching(/^5 Postnummer: ”011 20”/),
      expect.stringMatching(/^5 Kontaktpersonens e-post: ”inte en adress”/),
      expect.stringMatching(/^5 Kontaktpersonens telefon: ”070-123”/),
      expect.stringMatching(/^5 Antal anställda: ”många”/),
      expect.stringMatching(/^5 Medlem sedan: ”31\/2”/),
      expect.stringMatching(/^5 Visas på webbplatsen: ”kanske”/),
      expect.stringMatching(/^6 null: .*rad 2/),
    ])
    expect(report?.warnings.map(({ message }) => message).join()).toMatch(/Favoritfärg.*Organisationsnummer saknas/s)
    expect((await clerk.lists()).map((row) => row['Organisationens namn'])).not.toContain('Lista Ett AB')
  })

  test('and then saved where it is right; sent again it changes nothing, and an empty cell erases nothing', async () => {
    // As an old Excel saves it.
    const western = Buffer.from(list, 'latin1')
    const { report } = await clerk.sendsList(western, { apply: true })
    expect(report).toMatchObject({ saved: 3, remaining: 0, faulty: 3 })
    const rows = await clerk.lists()
    expect(rows.find((row) => row['Organisationens namn'] === 'Lista Ett AB')).toMatchObject({
      Organisationsnummer: '559999-0024',
      Postnummer: '984 99',
      Ort: 'Åmål',
      'Kontaktpersonens e-post': 'ett@example.com',
      'Antal anställda': '12',
      'Medlem sedan': '2018-05-04',
      'Visas på webbplatsen': 'Ja',
    })
    expect(rows.find((row) => row['Organisationens namn'] === 'Lista Sex')).toMatchObject({
      'Medlem sedan': '2018-05-04',
    })
    expect((await clerk.sendsList(western, { apply: true })).report).toMatchObject({ saved: 0, unchanged: 3 })
    const empty = await clerk.sendsList('Namn,Orgnr,Ort,Telefon\nLista Ett AB,559999-0024,,\n', { apply: true })
    expect(empty.report).toMatchObject({ unchanged: 1, saved: 0 })
    await officer.creates('plans', 'sv', { name: 'Liten organisation', slug: 'liten' }, 'published')
    const corrected =
      'Namn\tOrgnr\tOrt\tMedlemsform\tBransch\nLista Ett AB\t559999-0024\tSäffle\tliten organisation\tTrä, Skog\n'
    const changed = await clerk.sendsList(corrected, { apply: true })
    expect(changed.report).toMatchObject({ updates: 1, saved: 1 })
    expect((await clerk.sendsList(corrected)).report).toMatchObject({ updates: 0, unchanged: 1, changes: [] })
    const renaming = 'Namn;Orgnr;Anställda;E-post\nBytt Namn AB;559999-0024;1.000;ny@example.com\n'
    expect((await clerk.sendsList(renaming)).report?.changes).toEqual([
      {
        row: 2,
        column: null,
        message: 'Lista Ett AB: Organisationens namn → Bytt Namn AB, Antal anställda, Kontaktpersoner',
      },
    ])
    expect((await clerk.lists()).find((row) => row['Organisationens namn'] === 'Lista Ett AB')).toMatchObject({
      Medlemsform: 'Liten organisation',
      Verksamhetsområden: 'Trä, Skog',
    })
    const [member] = await officer.lists('members', 'where[organisationNumber][equals]=559999-0024')
    expect(member).toMatchObject({ city: 'Säffle', contactEmail: 'ett@example.com' })
    expect(await historyOf(String(member?.id))).toMatchObject([
      { reason: 'changed', source: 'lista.csv' },
      { reason: 'joined' },
    ])
  })

  test('is refused in words when it is no list', async () => {
    for (const [bytes, words] of [
      ['', 'tom'],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'går inte att läsa'],
      [Buffer.from('PK\u0003\u0004 not a workbook'), 'går inte att läsa'],
      [Buffer.alloc(10_000_001, 'a'), 'för stor'],
    ] as const) {
      const { status, text } = await clerk.sendsList(bytes)
      expect(status).toBe(400)
      expect(text).toContain(words)
    }
    expect((await clerk.sendsList('Färg;Form\nblå;rund')).report?.problems[0]?.message).toContain('ingen kolumn')
  })
})

describe('without anybody at the register', () => {
  /** Another process on the same database; on SQLite no other one may write meanwhile. */
  const run = (...args: string[]) =>
    startProcess('tests/support/make-members.ts', settingsOf({ ...cms.store.settings, CMS_URL: cms.url }), args)
  const membersNamed = async (start: string) =>
    (await officer.lists('members', 'limit=250')).filter(({ organisationName }) =>
      String(organisationName).startsWith(start),
    )

  test('a membership ends when its last day has passed', async () => {
    const { id } = await enters({
      organisationName: 'Slutar i tid AB',
      joinedOn: '2020-05-05',
      leavingOn: dayFromNow(3),
    })
    await cms.process().stop()
    const aging = run('age', id)
    expect(await aging.ended, aging.output()).toBe(0)
    await cms.restart()
    officer = await signIn(cms.url)
    clerk = await createRegisterClerk(cms.url)
    await waitFor('the membership to end', async () => {
      const [member] = await officer.lists('members', `where[id][equals]=${id}&limit=1`)
      return member?.['status'] === 'left' ? member : undefined
    })
    expect((await historyOf(id))[0]).toMatchObject({ reason: 'left', on: dayFromNow(0), by: '' })
  })

  test('an approved signup becomes one member, wherever the making is killed, and a known one is brought up to date', async () => {
    const known = await enters({
      organisationName: 'Hette något annat AB',
      organisationNumber: '5599100038',
      joinedOn: '2015-02-03',
      contacts: [{ name: 'Gammal Vän', email: 'vän@exempel.example'.replace('ä', 'a') }],
    })
    await cms.process().stop()
    const adding = run('add', '12')
    expect(await adding.ended, adding.output()).toBe(0)
    for (let kill = 0; kill < kills; kill += 1) {
      const making = run('make')
      while (making.isRunning() && !making.output().includes('begins')) await pause(5)
      await pause(Math.random() * 120)
      await making.kill()
    }
    const last = run('make')
    expect(await last.ended, last.output()).toBe(0)
    await cms.restart()
    officer = await signIn(cms.url)
    clerk = await createRegisterClerk(cms.url)

    // MongoDB holds on to the transaction of whoever was killed for a while; the clock of the register tries again.
    const members = await waitFor(
      'all of them to be members',
      async () => {
        const made = await membersNamed('Godkända företaget')
        const signups = await officer.lists('signups', 'limit=100&where[status][equals]=approved')
        const ids = made.map(({ id }) => id)
        return made.length >= 12 && signups.every(({ member }) => ids.includes(String(member))) ? made : undefined
      },
      { seconds: 120, every: 1000 },
    )
    expect(members).toHaveLength(12)
    expect(new Set(members.map(({ memberNumber }) => memberNumber)).size).toBe(12)
    const signups = await officer.lists('signups', 'limit=100&where[status][equals]=approved')
    expect(signups.map((row) => row['member']).toSorted()).toEqual(members.map(({ id }) => id).toSorted())
    for (const member of members) {
      const isKnown = member.id === known.id
      expect(member).toMatchObject({
        status: 'active',
        city: 'Rönnfors',
        listed: true,
        feeTotal: 450_000,
        contactName: 'Åsa Öberg',
      })
      expect(member['contacts']).toHaveLength(isKnown ? 3 : 2)
      const history = await historyOf(member.id)
      expect(history.map(({ reason }) => reason)).toEqual(isKnown ? ['changed', 'joined'] : ['joined'])
      expect(history[0]).toMatchObject({ source: expect.stringMatching(/^KW-TEST-/) })
    }
    const updated = members.find(({ id }) => id === known.id)
    expect(updated?.['memberNumber']).toBe(known['memberNumber'])
    expect(String(updated?.['joinedOn'])).toContain('2015-02-03')
  }, 240_000)

  test('one that the register refuses is shown with the reason and waits, until an officer has put it right', async () => {
    const known = await enters({ organisationName: 'Felstavad Faktura AB', organisationNumber: '5599100509' })
    await cms.process().stop()
    for (const args of [
      ['spoil', known.id],
      ['add', '1', '50'],
    ]) {
      const acting = run(...args)
      expect(await acting.ended, acting.output()).toBe(0)
    }
    await cms.restart()
    officer = await signIn(cms.url)
    clerk = await createRegisterClerk(cms.url)
    const desk = atDesk(officer)
    const { id } = await waitFor('officers to be told', async () => {
      const { faulted } = await desk.counts()
      return faulted.find(({ name }) => name === 'Godkända företaget 50 AB')
    })
    const { memberFault, member } = await desk.opens(id)
    expect(member).toBeNull()
    expect(memberFault?.reason).toContain(`: ${sayAdmin('sv', 'members.invoiceEmail')}.`)
    expect(memberFault?.reason).not.toContain('inte en adress')
    expect(Date.parse(memberFault?.tryAt ?? '')).toBeGreaterThan(Date.now() + 20 * 3_600_000)

    await changes(known.id, { invoiceEmail: 'faktura@example.com' })
    expect((await desk.triesMemberAgain(id)).status).toBe(204)
    const made = await waitFor('the member to be brought up to date', async () => {
      const page = await desk.opens(id)
      return page.member ? page : undefined
    })
    expect(made).toMatchObject({ member: known.id, memberFault: null })
    expect((await desk.counts()).faulted).toEqual([])
    expect((await desk.triesMemberAgain(id)).status).toBe(409)
  })
})

test('a contact person whom staff add is told a quarter of an hour later, but not one who was taken off again or knows', async () => {
  const { id } = await enters({
    organisationName: 'Berättar För Alla AB',
    contacts: [
      { name: 'Ny Vän', email: 'ny.van@example.com' },
      { name: 'Fel Skriven', email: 'fel@example.com' },
    ],
  })
  await changes(id, { contacts: [{ name: 'Ny Vän', email: 'Ny.van@example.com', phone: '070-174 06 05' }] })
  const abroad = 'Namn;Land;E-post\nTells Abroad Ltd;Norge;abroad@example.com\n'
  expect((await clerk.sendsList(abroad)).report).toMatchObject({ contacts: 1, saved: 0 })
  await clerk.sendsList(abroad, { apply: true })
  const knows = 'Namn;E-post\nVet Redan AB;vet@example.com\n'
  await clerk.sendsList(knows, { apply: true, contactsKnow: true })

  const addresses = ['ny.van@example.com', 'fel@example.com', 'abroad@example.com', 'vet@example.com']
  const letters = async () =>
    (await officer.lists('emails', 'where[kind][equals]=informed&limit=100&sort=createdAt'))
      .map(({ to, language, state }) => ({ to, language, state }))
      .filter(({ to }) => addresses.includes(String(to)))
  expect(await letters()).toEqual([
    { to: 'ny.van@example.com', language: 'sv', state: 'due' },
    { to: 'fel@example.com', language: 'sv', state: 'due' },
    { to: 'abroad@example.com', language: 'en', state: 'due' },
  ])
  await later(cms, 16)
  officer = await signIn(cms.url)
  expect((await letters()).map(({ state }) => state)).toEqual(['sent', 'dropped', 'sent'])
})
