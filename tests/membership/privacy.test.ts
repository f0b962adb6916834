import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Company, createCompany, type Signup } from '../support/company.ts'
import { atDesk } from '../support/desk.ts'
import { later, nightOf } from '../support/later.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { signIn, siteReader, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let company: Company
let officer: StaffMember
let mailbox: Mailbox
let site: ReturnType<typeof siteReader>

beforeAll(async () => {
  mailbox = await openMailbox()
  cms = await startCms({ settings: { SMTP_URL: mailbox.url } })
  company = createCompany(cms.url)
  officer = await signIn(cms.url)
  site = siteReader(cms.url)
})
afterAll(async () => {
  await cms.end()
  await mailbox.close()
})

const emailOf = (signup: Signup) => String(signup.answers['contactEmail'])
const tokenIn = (text: string | undefined, name: 'token' | 'link') => {
  const token = new RegExp(`[?&]${name}=([\\w.-]+)`).exec(text ?? '')?.[1]
  if (!token) throw new Error(`The mail has no ${name}:\n${text}`)
  return token
}

/** Signs up and confirms by the link in the mail; gives the personal link of the letter that follows. */
const signsUp = async (own: Record<string, unknown> = {}, language: 'sv' | 'en' = 'sv') => {
  const signup = await company.fillsIn(language, own)
  expect((await company.sends(signup)).status).toBe(201)
  const asked = await mailbox.mailTo(emailOf(signup))
  const confirmed = await officer.ask('POST', '/api/signup/confirm', { token: tokenIn(asked.text, 'token') })
  expect(confirmed.status).toBe(200)
  const received = await mailbox.mailTo(emailOf(signup))
  return { signup, email: emailOf(signup), link: tokenIn(received.text, 'link') }
}

const storedOf = async (email: string) => {
  const rows = await officer.lists('signups', `where[contactEmail][equals]=${encodeURIComponent(email)}&limit=10`)
  return rows
}

const ofOneCompany = { organisationName: 'Två Gånger AB', organisationNumber: '559999-0024' }

/** An officer approves, and the minute in which it can be undone passes. */
const approves = async (email: string) => {
  const [row] = await storedOf(email)
  const signups = [{ id: row?.id, moves: row?.['moves'] }]
  expect((await officer.ask('POST', '/api/desk/decide', { signups, to: 'approved' })).body).toMatchObject({
    refused: [],
  })
  await later(cms, 2)
}

const viewSchema = z.looseObject({
  status: z.string(),
  who: z.string(),
  rows: z.array(z.object({ label: z.string(), value: z.string() })),
  consents: z.array(z.looseObject({ name: z.string(), given: z.boolean(), mayChange: z.boolean() })),
  fields: z.array(z.object({ name: z.string(), value: z.string(), wrong: z.string().nullable() })),
  mayWithdraw: z.boolean(),
  mayRemove: z.boolean(),
})
const answerSchema = z.object({
  view: viewSchema.nullable(),
  refusal: z.string().nullable(),
  file: z.object({ json: z.record(z.string(), z.unknown()), html: z.string() }).optional(),
})

/** What the site's front asks of the CMS for a person's own page. */
const asks = async (link: string, act: string, more: object = {}, language = 'sv') => {
  const answer = await site.ask('POST', '/api/personal', { link, language, act, ...more })
  expect(answer.status, answer.text).toBe(200)
  return answerSchema.parse(answer.body)
}
const opened = async (link: string, language = 'sv') => {
  const { view, refusal } = await asks(link, 'open', {}, language)
  if (!view) throw new Error(`The page was refused: ${refusal}`)
  return view
}

describe('a person’s own page', () => {
  test('tells in words what is kept, in either language', async () => {
    const { link } = await signsUp({ organisationName: 'Ängs & Söner AB' })
    const sv = await opened(link)
    expect(sv.status).toBe('Bekräftad, väntar på behandling')
    expect(sv.rows).toContainEqual({ label: 'Organisationens namn', value: 'Ängs & Söner AB' })
    expect(sv.mayWithdraw).toBe(true)
    expect((await opened(link, 'en')).status).toBe('Confirmed, waiting to be dealt with')
  })

  test('takes corrections by the rules of the form, and keeps what is wrong out', async () => {
    const { link, email } = await signsUp()
    const wrong = await asks(link, 'correct', { values: { contactName: '', contactPhone: '112' } })
    expect(wrong.refusal).toBe('invalid')
    expect(wrong.view?.fields).toContainEqual({
      name: 'contactPhone',
      value: '112',
      wrong: 'Ange ett telefonnummer med riktnummer, till exempel 070-174 06 05',
    })
    expect((await storedOf(email))[0]).toMatchObject({ contactName: 'Åsa Öberg' })
    const right = await asks(link, 'correct', { values: { contactName: 'Åsa Ek', contactPhone: '070-174 06 99' } })
    expect(right.refusal).toBeNull()
    expect((await storedOf(email))[0]).toMatchObject({ contactName: 'Åsa Ek' })
    expect((await opened(link)).fields).toContainEqual({ name: 'contactPhone', value: '+46701740699', wrong: null })
  })

  test('lets a consent be taken back as easily as it was given, and every answer is noted', async () => {
    const { link, email } = await signsUp()
    const listing = async () => (await opened(link)).consents.find(({ name }) => name === 'listing')
    expect(await listing()).toMatchObject({ given: true, mayChange: true })
    await asks(link, 'consent', { consent: 'listing', given: false })
    expect(await listing()).toMatchObject({ given: false })
    await asks(link, 'consent', { consent: 'listing', given: true })
    const rows = await officer.lists(
      'consents',
      `where[subject][equals]=${encodeURIComponent(email)}&where[name][equals]=listing&sort=at&limit=10`,
    )
    expect(rows.map(({ given, channel }) => [given, channel])).toEqual([
      [true, 'form'],
      [false, 'personal-page'],
      [true, 'personal-page'],
    ])
    expect(rows[0]).toMatchObject({
      text: expect.stringContaining('medlemmarna på webbplatsen'),
      textHash: expect.any(String),
      language: 'sv',
    })
  })

  test('of a member from abroad takes what is right there', async () => {
    const email = `dansk-${Date.now()}@example.com`
    const abroad = { country: 'DK', foreignNumber: 'CVR 12 34 56 78', postalCode: '2100', city: 'København' }
    const contacts = [{ name: 'Søren Holm', email: email.replace('dansk', 'Dansk'), isMain: true }]
    await officer.creates('members', 'sv', { organisationName: 'Dansk Skov A/S', ...abroad, contacts })
    await site.ask('POST', '/api/personal/link', { email, language: 'en' })
    const link = tokenIn((await mailbox.mailTo(email)).text, 'link')
    const corrected = await asks(link, 'correct', { values: { postalCode: '2200', city: 'København N' } }, 'en')
    expect(corrected.refusal).toBeNull()
    expect(corrected.view?.rows.map(({ value }) => value)).toContain('2200')
  })

  test('does not let a condition be taken back', async () => {
    const { link } = await signsUp()
    expect((await asks(link, 'consent', { consent: 'terms', given: false })).refusal).toBe('not-now')
  })

  test('gives a copy of everything, and none of what staff wrote', async () => {
    const { link, email } = await signsUp()
    const [row] = await storedOf(email)
    await officer.ask('PATCH', `/api/signups/${row?.id}`, { notes: 'Ring styrelsen.' })
    const { file } = await asks(link, 'export')
    expect(file?.json).toMatchObject({ about: email, signups: [expect.objectContaining({ contactEmail: email })] })
    expect(JSON.stringify(file?.json)).not.toContain('styrelsen')
    expect(file?.html).toContain(email)
  })

  test('withdraws the application once, with a letter', async () => {
    const { link, email } = await signsUp()
    expect((await asks(link, 'withdraw')).view?.status).toBe('Återtagen')
    expect((await storedOf(email))[0]).toMatchObject({ status: 'withdrawn' })
    await later(cms, 0)
    expect((await mailbox.mailTo(email)).subject).toMatch(/återtagen/)
    expect((await asks(link, 'withdraw')).refusal).toBe('not-now')
  })

  test('opens to nobody whose link is made up, changed or somebody else’s', async () => {
    const { link } = await signsUp()
    const [content = '', signature = ''] = link.split('.')
    const other = Buffer.from(JSON.stringify(['signup', '1', 'x', 9_999_999_999])).toString('base64url')
    for (const forged of [`${other}.${signature}`, `${content}.${'a'.repeat(43)}`, content, 'x', `${link}x`]) {
      expect(await asks(forged, 'open')).toEqual({ view: null, refusal: 'forged' })
    }
  })

  test('is for the site alone to ask for', async () => {
    const { link } = await signsUp()
    const body = { link, language: 'sv', act: 'open' }
    for (const path of ['/api/personal', '/api/personal/link']) {
      expect((await officer.ask('POST', path, body)).status).toBe(403)
      expect((await fetch(`${cms.url}${path}`, { method: 'POST', body: JSON.stringify(body) })).status).toBe(403)
    }
  })

  test('is found again by whoever has the address, and nobody else learns anything', async () => {
    const { email } = await signsUp()
    const ask = (address: string) => site.ask('POST', '/api/personal/link', { email: address, language: 'en' })
    const [known, unknown] = [await ask(email), await ask('nobody-at-all@example.com')]
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
    const mail = await mailbox.mailTo(email)
    expect((await opened(tokenIn(mail.text, 'link'), 'en')).who).toBe('applicant')
    expect(mailbox.waitingFor('nobody-at-all@example.com')).toBe(0)
  })
})

describe('a person whom somebody else named', () => {
  test('is told once the application is confirmed, sees their own details alone, and can be taken off', async () => {
    const named = `named-${Date.now()}@example.com`
    const { email } = await signsUp({ contacts: [{ contactName: 'Bo Ek', contactEmail: named }] })
    await later(cms, 0)
    const mail = await mailbox.mailTo(named)
    expect(mail.subject).toContain('kontaktperson')
    const link = tokenIn(mail.text, 'link')
    const view = await opened(link)
    expect(view.who).toBe('contact')
    expect(JSON.stringify(view)).not.toContain(email)
    expect(view).toMatchObject({ mayWithdraw: false, mayRemove: true })
    expect((await asks(link, 'withdraw')).refusal).toBe('not-now')
    const again = `${named.charAt(0).toUpperCase()}${named.slice(1)}` // as a telephone writes it
    await site.ask('POST', '/api/personal/link', { email: again, language: 'sv' })
    expect((await opened(tokenIn((await mailbox.mailTo(named)).text, 'link'))).who).toBe('contact')
    expect(await asks(link, 'remove')).toEqual({ view: null, refusal: null })
    expect((await asks(link, 'open')).refusal).toBe('gone')
    const [row] = await storedOf(email)
    expect(JSON.stringify(row)).not.toContain(named)
    await site.ask('POST', '/api/personal/link', { email: named, language: 'en' })
    await later(cms, 0)
    expect(mailbox.waitingFor(named)).toBe(0)
  }, 120_000)

  test('is gone from the application too when they are taken off the member that came of it', async () => {
    const named = `of-member-${Date.now()}@example.com`
    const { email } = await signsUp({
      organisationName: 'Avtagen AB',
      organisationNumber: '802999-0002',
      contacts: [{ contactName: 'Bo Ek', contactEmail: named }],
    })
    await later(cms, 0)
    const link = tokenIn((await mailbox.mailTo(named)).text, 'link')
    await approves(email)
    expect((await opened(link)).of).toBe('member')
    expect(await asks(link, 'remove')).toEqual({ view: null, refusal: null })
    expect((await asks(link, 'open')).refusal).toBe('gone')
    expect(JSON.stringify(await storedOf(email))).not.toContain(named)
  }, 120_000)
})

const foundSchema = z.object({ places: z.array(z.looseObject({ collection: z.string() })), mailFiles: z.number() })
const finds = async (email: string, words: string[] = []) => {
  const answer = await officer.ask('POST', '/api/privacy/find', { email, words })
  expect(answer.status, answer.text).toBe(200)
  return foundSchema.parse(answer.body)
}

/** Everything that the database has on its disk, as text. */
const wholeDatabase = async (): Promise<string> => {
  const url = cms.store.settings['DATABASE_URL']
  if (!url) return readFile(join(cms.store.dataDirectory, 'klusterwebb.db'), 'latin1')
  const client = await MongoClient.connect(url)
  try {
    const database = client.db()
    const all = await Promise.all(
      (await database.listCollections().toArray()).map(({ name }) => database.collection(name).find().toArray()),
    )
    return JSON.stringify(all)
  } finally {
    await client.close()
  }
}

describe('erasing a person', () => {
  test('leaves nothing of them, wherever they stood', async () => {
    const email = `erased-${Date.now()}@example.com`
    const { link } = await signsUp({ contactEmail: email })
    await asks(link, 'correct', { values: { contactRole: 'Vd' } })
    await asks(link, 'consent', { consent: 'listing', given: false })
    await signsUp({ contacts: [{ contactName: 'Person Som Raderas', contactEmail: email }] })
    await later(cms, 0)
    await mailbox.mailTo(email) // told of being named
    const found = await finds(email)
    expect(found.places.map(({ collection }) => collection)).toEqual(
      expect.arrayContaining(['signups', 'emails', 'consents']),
    )
    expect(await wholeDatabase()).toContain(email)

    const exported = await officer.ask('POST', '/api/privacy/export', { email })
    expect(exported.text).toContain('Vd')
    const erased = await officer.ask('POST', '/api/privacy/erase', { email })
    expect(erased.status, erased.text).toBe(200)
    expect(erased.body).toMatchObject({ signups: 1, signupsScrubbed: 1, left: [] })
    expect(await finds(email)).toEqual({ places: [], mailFiles: 0 })
    expect((await wholeDatabase()).toLowerCase()).not.toContain(email)
    expect((await asks(link, 'open')).refusal).toBe('gone')
  }, 120_000)

  test('of a sole trader who became a member takes them off the desk and off the pictures', async () => {
    const picture = sharp({ create: { width: 60, height: 20, channels: 3, background: '#0a5' } }).png()
    const [name, number] = ['Gunhild Tallbit', '811228-9874']
    const { signup, email } = await signsUp({
      organisationName: 'Tallbits Takarbeten',
      organisationNumber: number,
      contactName: name,
      logo: `data:image/png;base64,${(await picture.toBuffer()).toString('base64')}`,
    })
    const desk = atDesk(officer)
    const page = await desk.opensThatOf(signup)
    await desk.decides([page], 'approved')
    await later(cms, 2)
    const logos = () => officer.lists('media', `where[filename][contains]=${page.reference.toLowerCase()}`)
    await expect.poll(logos, { timeout: 60_000 }).toHaveLength(1)
    await expect.poll(async () => (await desk.opens(page.id)).member).not.toBeNull()
    const found = async (find: string) => (await desk.finds({ show: 'all', find })).rows.map(({ id }) => id)
    const searches = [email, name, number, 'tallbits takarbeten']
    for (const find of searches) expect(await found(find), find).toContain(page.id)
    const again = await signsUp({ organisationName: 'Samma Nummer', organisationNumber: number })
    const related = async () => (await desk.opensThatOf(again.signup)).related.map(({ name: called }) => called)
    expect((await related()).join()).toContain('Tallbits Takarbeten')

    expect((await officer.ask('POST', '/api/privacy/erase', { email })).status).toBe(200)
    for (const find of searches) expect(await found(find), find).not.toContain(page.id)
    expect(await related()).toContain(page.reference)
    const row = (await storedOf(again.email))[0]
    expect(JSON.stringify(row)).not.toContain('Tallbits')
    expect(await found(page.reference)).toEqual([page.id])
    expect(await logos()).toEqual([])
  }, 120_000)

  test('is noted, without naming whom', async () => {
    const rows = await officer.lists('audit-log', 'limit=200')
    const acts = rows.map(({ act }) => act)
    expect(acts).toEqual(
      expect.arrayContaining(['person-found', 'person-exported', 'person-erased', 'consent-changed']),
    )
    expect(JSON.stringify(rows)).not.toContain('@example.com')
  })

  test('tells what only an editor can change', async () => {
    const email = `editor-${Date.now()}@example.com`
    const page = await officer.creates('contacts', 'sv', { name: 'Siri', email, role: 'Kansliet' }, 'published')
    const erased = await officer.ask('POST', '/api/privacy/erase', { email })
    expect(erased.body).toMatchObject({
      left: expect.arrayContaining([
        { collection: 'contacts', label: 'Kontaktpersoner', id: page.id, isVersion: false },
      ]),
    })
  })

  test('is for those who handle memberships', async () => {
    const nobody = await fetch(`${cms.url}/api/privacy/erase`, { method: 'POST', body: '{"email":"a@example.com"}' })
    expect(nobody.status).toBe(403)
    expect((await site.ask('POST', '/api/privacy/find', { email: 'a@example.com' })).status).toBe(403)
    expect((await officer.ask('POST', '/api/privacy/find', { email: 'not an address' })).status).toBe(400)
  })
})

describe('what is past its time', () => {
  const night = (moment: Date) => nightOf(cms, moment)
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

  test('is told of before it goes, and goes by the clock of its state', async () => {
    const withdrawn = await signsUp()
    await asks(withdrawn.link, 'withdraw')
    const waiting = await signsUp()
    expect((await officer.ask('GET', '/api/privacy/retention')).body).toMatchObject({ total: 0 })
    await night(inDays(29))
    expect(await storedOf(withdrawn.email)).toHaveLength(1)
    await night(inDays(31))
    expect(await storedOf(withdrawn.email)).toEqual([])
    expect(await storedOf(waiting.email)).toHaveLength(1)
    expect(await finds(withdrawn.email)).toEqual({ places: [], mailFiles: 0 })
    await night(inDays(731))
    expect(await storedOf(waiting.email)).toEqual([])
  })

  test('is also the logo of a member that left, unless the site shows the picture elsewhere', async () => {
    const upload = async (filename: string) => {
      const form = new FormData()
      const bytes = await sharp({ create: { width: 60, height: 20, channels: 3, background: '#0a5' } })
        .png()
        .toBuffer()
      form.set('file', new File([new Uint8Array(bytes)], filename, { type: 'image/png' }))
      form.set('_payload', JSON.stringify({ decorative: true }))
      const answer = await officer.ask('POST', '/api/media', form)
      expect(answer.status, answer.text).toBe(201)
      return z.object({ doc: z.object({ id: z.union([z.string(), z.number()]) }) }).parse(answer.body).doc.id
    }
    const [own, shared] = [await upload('sotlav.png'), await upload('delad.png')]
    const left = { joinedOn: '2020-01-01', leavingOn: '2024-12-31' }
    await officer.creates('members', 'sv', { organisationName: 'Sotlav AB', logo: own, ...left })
    await officer.creates('members', 'sv', { organisationName: 'Delad AB', logo: shared, ...left })
    await officer.creates('members', 'sv', { organisationName: 'Kvar AB', logo: shared })
    await night(new Date())
    const names = (await officer.lists('media', 'limit=100')).map(({ filename }) => filename)
    expect(names).not.toContain('sotlav.png')
    expect(names).toContain('delad.png')
    expect(await readdir(join(cms.store.dataDirectory, 'media'))).not.toContain('sotlav.png')
    const members = await officer.lists('members', 'where[organisationName][in]=Sotlav AB,Delad AB,Kvar AB&sort=id')
    expect(members.map(({ logo }) => logo ?? null)).toEqual([null, null, shared])
  })

  test('of a member with every signup that it came of', async () => {
    const [first, second] = [await signsUp(ofOneCompany), await signsUp(ofOneCompany)]
    for (const { email } of [first, second]) await approves(email)
    const [row] = await storedOf(first.email)
    const [other] = await storedOf(second.email)
    expect(other?.['member']).toBe(row?.['member'])
    const leaving = { joinedOn: '2020-05-05', noticeOn: '2020-06-06', leavingOn: '2020-12-31' }
    await officer.publishes('members', String(row?.['member']), 'sv', leaving)
    await night(new Date())
    for (const { email } of [first, second]) {
      const places = (await finds(email)).places.map(({ collection }) => collection)
      expect(places).toEqual(['emails']) // have a clock of their own
    }
    await night(inDays(8 * 366))
    for (const { id } of [row, other].flatMap((signup) => signup ?? []))
      expect(await officer.lists('signups', `where[id][equals]=${id}`)).toEqual([])
  })

  test('of a signup whose member was deleted by hand', async () => {
    const { email } = await signsUp({ organisationName: 'Raderad AB', organisationNumber: '559999-0016' })
    await approves(email)
    const [row] = await storedOf(email)
    const deleted = await officer.ask('DELETE', `/api/members/${String(row?.['member'])}`)
    expect(deleted.status, deleted.text).toBe(200)
    const told = (await officer.ask('GET', `/api/desk/signups/${row?.id}`)).body
    expect(told).toMatchObject({ isMemberDeleted: true, member: null })
    expect(JSON.stringify(told)).toContain('Medlemmen raderades ur registret')
    await night(inDays(364))
    expect(await storedOf(email)).toHaveLength(1)
    await night(inDays(366))
    expect(await storedOf(email)).toEqual([])
  })

  test('by settings that officers may change', async () => {
    const { link } = await signsUp()
    await asks(link, 'withdraw')
    const saved = await officer.ask('POST', '/api/globals/privacy-settings', { withdrawnDays: 1 })
    expect(saved.status, saved.text).toBe(200)
    const refused = await officer.ask('POST', '/api/globals/privacy-settings', { withdrawnDays: 0 })
    expect(refused.status).toBe(400)
  })

  test('and who was erased is erased again when an older copy of the database is put in place', async () => {
    if (cms.store.settings['DATABASE_URL']) return // a copy of a file is what an operator restores on SQLite
    const { email } = await signsUp()
    const file = join(cms.store.dataDirectory, 'klusterwebb.db')
    await cms.process().stop()
    await copyFile(file, `${file}.copy`)
    await cms.restart()
    officer = await signIn(cms.url)
    await officer.ask('POST', '/api/privacy/erase', { email })
    await cms.process().stop()
    await copyFile(`${file}.copy`, file)
    await cms.restart()
    officer = await signIn(cms.url)
    expect(await storedOf(email)).toHaveLength(1)
    await night(new Date())
    expect(await storedOf(email)).toEqual([])
  })
})

describe('mails that were written as files', () => {
  test('go with the person they were to', async () => {
    const directory = join(cms.store.dataDirectory, 'mail')
    const email = `file-${Date.now()}@example.com`
    await mkdir(directory, { recursive: true })
    await writeFile(join(directory, 'one.eml'), `To: ${email}\nSubject: Hej\n\nHej!`)
    await writeFile(join(directory, 'other.eml'), 'To: somebody@example.com\nSubject: Hej\n\nHej!')
    await officer.ask('POST', '/api/privacy/erase', { email })
    expect(await readdir(directory)).toEqual(['other.eml'])
  })
})
