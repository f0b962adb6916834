import { afterAll, beforeAll, expect, test } from 'vitest'
import { uploadPicture } from '../support/pictures.ts'
import { createRegisterClerk } from '../support/register.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

const listPath = '/sv/vara-medlemmar/'
let web: Web
let officer: StaffMember
let visitor: Visitor

beforeAll(async () => {
  web = await startWeb()
  officer = await signIn(web.cms.url)
  visitor = createVisitor(web.url)
})
afterAll(() => web.end())

const enters = (data: object) => officer.creates('members', 'sv', data, 'published')
const changes = async (id: string, data: object, language = 'sv') => {
  const answer = await officer.ask('PATCH', `/api/members/${id}?locale=${language}&depth=0`, data)
  expect(answer.status, answer.text).toBe(200)
}

test('those who agreed are listed in the Swedish alphabet, and nobody else', async () => {
  const names = ['Ödeshög Data AB', 'Ängelholms Snickeri', 'Åmåls Bleck AB', 'Zinkgruvans Bod', 'Älvsbyns Verkstad']
  for (const organisationName of names) await enters({ organisationName, city: 'Rönnfors', listed: true })
  await enters({ organisationName: 'Vill inte synas AB', city: 'Rönnfors' })
  const { text } = await visitor.sees(listPath, 'Älvsbyns Verkstad')
  const shown = names.toSorted((one, other) => text.indexOf(one) - text.indexOf(other))
  expect(shown).toEqual([
    'Zinkgruvans Bod',
    'Åmåls Bleck AB',
    'Älvsbyns Verkstad',
    'Ängelholms Snickeri',
    'Ödeshög Data AB',
  ])
  expect(text).not.toContain('Vill inte synas AB')
})

test('they are chosen among by town and field of work without a script', async () => {
  const { id } = await enters({ organisationName: 'Taggade Trä AB', listed: true, tags: ['Örtodling'] })
  await enters({ organisationName: 'Taggade Text AB', listed: true, tags: ['Yllevävning'] })
  await visitor.sees(listPath, 'Taggade Text AB')
  const { html, text } = await visitor.opens(listPath)
  expect(text).toMatch(/Avgränsa listan.*Alla.*Yllevävning \(1\).*Örtodling \(1\).*Rönnfors \(\d+\)/s)
  const [, number] = /value="(\d+)"[^>]*>\s*<span[^>]*>\s*Örtodling/.exec(html) ?? []
  expect(html).toMatch(new RegExp(`class="member[^"]*in-${number}"[^>]*id="member-${id}"`))
  const scripts = html.match(/<script(?![^>]*ld\+json)[^>]*>/g) ?? []
  expect(scripts).toHaveLength(1) // what fetches the search when it is opened
})

test('one that wants it has a page of its own in each language that it presents itself in, and keeps its address', async () => {
  const { id } = await enters({
    organisationName: 'Egen Sida AB',
    website: 'https://egensida.example',
    city: 'Lidbruk',
    listed: true,
    ownPage: true,
    presentation: 'Vi bygger broar av trä.\n\nSedan 1911.',
  })
  const path = `${listPath}egen-sida-ab/`
  const page = await visitor.sees(path, 'Vi bygger broar av trä.')
  expect(page.text).toMatch(/Egen Sida AB.*egensida\.example.*Lidbruk/s)
  expect((await visitor.opens(listPath)).html).toContain(`href="${path}"`)
  expect(await visitor.sitemap()).toContain(path)
  expect((await visitor.opens('/en/our-members/egen-sida-ab/')).status).toBe(404)
  await changes(id, { presentation: 'We build bridges of wood.' }, 'en')
  const english = await visitor.sees('/en/our-members/egen-sida-ab/', 'We build bridges of wood.')
  expect(english.text).not.toContain('broar')
  expect(english.html).toContain(`hreflang="sv" href="${web.url}${path}"`)
  await changes(id, { organisationName: 'Nytt Namn AB' })
  await visitor.sees(path, 'Nytt Namn AB')
})

test('one that leaves is gone from the list, and its page with it', async () => {
  const { id } = await enters({
    organisationName: 'Går Sin Väg AB',
    joinedOn: '2020-01-01',
    listed: true,
    ownPage: true,
    presentation: 'Vi går snart.',
  })
  await visitor.sees(`${listPath}gar-sin-vag-ab/`, 'Vi går snart.')
  await changes(id, { leavingOn: '2026-01-31' })
  await visitor.meets(`${listPath}gar-sin-vag-ab/`, 404)
  expect((await visitor.opens(listPath)).text).not.toContain('Går Sin Väg AB')
})

test('a list that is read in appears in one release', async () => {
  const releases = async () => (await officer.lists('release-requests', 'limit=100&where[status][equals]=live')).length
  const before = await releases()
  const list = [
    'Namn;Ort;Visas på webbplatsen',
    ...Array.from({ length: 30 }, (_, place) => `Inläst ${place} AB;Storsele;ja`),
  ]
  const clerk = await createRegisterClerk(web.cms.url)
  const { report } = await clerk.sendsList(list.join('\n'), { apply: true })
  expect(report).toMatchObject({ saved: 30, remaining: 0 })
  const { text } = await visitor.sees(listPath, 'Inläst 29 AB')
  expect(text).toContain('Inläst 0 AB')
  expect(await releases()).toBeLessThanOrEqual(before + 2)
})

test('a logo is not read aloud where the name stands beside it', async () => {
  const logo = await uploadPicture(officer, 'hors-en-gang.webp') // shows, it says, a table
  const { id } = await enters({
    organisationName: 'Hörs En Gång AB',
    listed: true,
    ownPage: true,
    presentation: 'Vi svarvar.',
    logo,
  })
  await visitor.sees(listPath, 'Hörs En Gång AB')
  const { html: list } = await visitor.opens(listPath)
  const { html: page } = await visitor.sees(`${listPath}hors-en-gang-ab/`, 'Vi svarvar.')
  for (const html of [list.slice(list.indexOf(`id="member-${id}"`)), page.slice(page.indexOf('<article'))])
    expect(/<img[^>]*>/.exec(html)?.[0]).toMatch(/alt(="")?[ >]/)
})
