import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { runCommand } from '../support/command.ts'
import { createCompany } from '../support/company.ts'
import { filesWith, placesWith } from '../support/files-with.ts'
import { keptIds, liveId } from '../support/kept-release.ts'
import { waitFor } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

let web: Web
let officer: StaffMember
let visitor: Visitor
let elsewhere = ''

beforeAll(async () => {
  web = await startWeb() // without a mail server, so that letters are kept as files
  officer = await signIn(web.cms.url)
  visitor = createVisitor(web.url)
  elsewhere = await mkdtemp(join(tmpdir(), 'klusterwebb-erasure-'))
})
afterAll(async () => {
  await web.end()
  await rm(elsewhere, { recursive: true, force: true })
})

const layOut = async () => {
  const { code, said } = await runCommand(web, 'scripts/publish.ts', '--to', elsewhere)
  expect(code, said).toBe(0)
}

const erasedSchema = z.looseObject({ left: z.array(z.object({ collection: z.string(), label: z.string() })) })
const erases = async (email: string, words: string[] = []) => {
  const answer = await officer.ask('POST', '/api/privacy/erase', { email, words })
  expect(answer.status, answer.text).toBe(200)
  return erasedSchema.parse(answer.body)
}

const overviewSchema = z.object({
  releases: z.array(
    z.object({ action: z.string(), dropped: z.number(), notice: z.string().nullable(), isLive: z.boolean() }),
  ),
})
const releases = async () => overviewSchema.parse((await officer.ask('GET', '/api/publishing/overview')).body).releases

/** What the dashboard tells of the erasures, once it tells of so many. */
const erasuresTold = (many: number) =>
  waitFor(`${many} erasures to be told`, async () => {
    const told = (await releases()).filter(({ action }) => action === 'erased')
    return told.length >= many ? told : undefined
  })

/** Other people's news, so that there are releases before and after. */
const somethingElseIsPublished = async (title: string) => {
  const before = await liveId(web)
  await officer.creates(
    'pages',
    'sv',
    { title, slug: title.toLowerCase(), introduction: 'Om något annat.' },
    'published',
  )
  await waitFor('a release', async () => ((await liveId(web)) === before ? undefined : true))
}

test('a sole trader who signed up and is listed is gone from every file, but for what the bookkeeping needs', async () => {
  const [email, name, phone] = ['ragnhild@example.com', 'Ragnhild Sparrhök', '+46701740688']
  const company = createCompany(web.url, web.cms.url)
  const signup = await company.fillsIn('sv', { contactName: name, contactEmail: email, contactPhone: phone })
  expect((await company.sends(signup)).status).toBe(201)
  const organisationName = 'Sparrhöks Tvåhjul'
  await officer.creates('members', 'sv', {
    organisationName,
    organisationNumber: '811228-9874',
    listed: true,
    ownPage: true,
    presentation: 'Lagar cyklar.',
    contacts: [{ name, email, phone, isMain: true }],
  })
  const path = '/sv/vara-medlemmar/sparrhoks-tvahjul/'
  await visitor.sees(path, 'Lagar cyklar.')
  await somethingElseIsPublished('Mellantiden')
  await layOut()
  await waitFor('the letters', async () =>
    (await placesWith(web.cms.store, email)).some((file) => file.endsWith('.eml')) ? true : undefined,
  )
  expect(await filesWith(elsewhere, organisationName)).not.toEqual([])

  expect((await erases(email, [name, phone])).left).toEqual([])
  await visitor.meets(path, 404)
  const [told] = await erasuresTold(1)
  expect(told).toMatchObject({ notice: null, isLive: false })
  expect(told?.dropped).toBeGreaterThan(1)
  await layOut()
  for (const word of [email, name, phone, '070-174 06 88']) {
    expect(await placesWith(web.cms.store, word), word).toEqual([])
  }
  const isDatabase = (place: string) => /^(klusterwebb\.db|members|member-histories|release-requests)$/.test(place)
  for (const word of [organisationName, '811228-9874']) {
    expect(
      (await placesWith(web.cms.store, word)).filter((place) => !isDatabase(place)),
      word,
    ).toEqual([])
    expect(await filesWith(elsewhere, word), word).toEqual([])
  }
  expect((await visitor.opens('/sv/mellantiden/')).status).toBe(200)
  expect(web.cms.process().output() + web.site().output()).not.toMatch(/ragnhild|sparrhök/i)
}, 120_000)

test('one who stands in a text is pointed out, and is gone from what was published before when the text is', async () => {
  const contact = { name: 'Torgny Lavskrika', email: 'torgny@example.com', role: 'Kansliet' }
  const { id } = await officer.creates('contacts', 'sv', contact, 'published')
  const text = { title: 'Fråga oss', slug: 'fraga-oss', introduction: 'Torgny Lavskrika svarar: torgny@example.com.' }
  const page = await officer.creates('pages', 'sv', text, 'published')
  await visitor.sees('/sv/fraga-oss/', 'Torgny Lavskrika svarar')
  const before = await keptIds(web)

  const { left } = await erases('torgny@example.com', ['Torgny Lavskrika'])
  expect(left).toEqual(
    expect.arrayContaining([
      { collection: 'contacts', label: 'Kontaktpersoner' },
      { collection: 'pages', label: 'Sidor' },
    ]),
  )
  const [first] = await erasuresTold(2)
  expect(first?.notice).toContain('finns fortfarande med på webbplatsen')

  await officer.publishes('pages', page.id, 'sv', { introduction: 'Kansliet svarar.' })
  await officer.removes('contacts', id)
  await visitor.sees('/sv/fraga-oss/', 'Kansliet svarar.')
  expect((await erases('torgny@example.com', ['Torgny Lavskrika'])).left).toEqual([])
  const [last] = await erasuresTold(3)
  expect(last).toMatchObject({ notice: null })
  for (const word of ['torgny', 'lavskrika']) expect(await placesWith(web.cms.store, word), word).toEqual([])
  expect((await keptIds(web)).filter((release) => before.includes(release)).length).toBeLessThan(before.length)
}, 120_000)

test('whoever was never on the site takes no release with them', async () => {
  const company = createCompany(web.url, web.cms.url)
  const signup = await company.fillsIn('sv', { contactName: 'Okänd Sökande', contactEmail: 'okand@example.com' })
  expect((await company.sends(signup)).status).toBe(201)
  await somethingElseIsPublished('Senare')
  await somethingElseIsPublished('Sist')
  const before = await keptIds(web)
  await erases('okand@example.com', ['Okänd Sökande'])
  await waitFor('the erasure to be done', async () => {
    const waiting = await officer.lists('release-requests', 'where[status][equals]=requested')
    return waiting.length === 0 ? true : undefined
  })
  expect(await keptIds(web)).toEqual(before)
  expect(await placesWith(web.cms.store, 'okand@example.com')).toEqual([])
}, 60_000)
