import { createHash, randomUUID } from 'node:crypto'
import { askedSchema } from 'shared/membership/asked'
import { beginsWithZeroBits, proofText, shortestFillSeconds } from 'shared/membership/proof-of-work'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Company, createCompany } from '../support/company.ts'
import { related, richText } from '../support/rich-text.ts'
import { anybody, type Document, signIn, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let company: Company
let officer: StaffMember
let forms = 0

beforeAll(async () => {
  cms = await startCms()
  company = createCompany(cms.url)
  officer = await signIn(cms.url)
})
afterAll(() => cms.end())

const field = (name: string, more: object = {}) => ({ blockType: 'field', name, required: true, ...more })
const question = (key: string, type: string, label: string, more: object = {}) => ({
  blockType: 'question',
  key,
  type,
  label,
  ...more,
})
const indispensable = [
  field('organisationNumber'),
  field('organisationName'),
  field('contactName'),
  field('contactEmail'),
]
const formWith = (items: object[], more: object = {}) => ({
  title: `Formulär ${(forms += 1)}`,
  items,
  receiptHeading: 'Tack!',
  ...more,
})
const publishesForm = (items: object[], more: object = {}) =>
  officer.creates('signup-forms', 'sv', formWith(items, more), 'published')

const answersOf = (email: string, more: object = {}) => ({
  organisationNumber: '556026-9986',
  organisationName: 'Exempel AB',
  contactName: 'Åsa Öberg',
  contactEmail: email,
  ...more,
})
const signupFor = (form: Document, answers: object, more: object = {}) => ({
  form: form['slug'],
  formVersion: form['version'],
  language: 'sv',
  answers,
  ...more,
})
const rowOf = async (email: string): Promise<Document> => {
  const [row] = await officer.lists('signups', `where[contactEmail][equals]=${encodeURIComponent(email)}`)
  if (!row) throw new Error(`No signup of ${email} is stored.`)
  return row
}

describe('a form that cannot work is not published, and the reason is told', () => {
  test.each([
    ['no way to reach the applicant', indispensable.slice(0, 3), /E-postadress/],
    [
      'a condition on nothing',
      [...indispensable, field('website', { showWhen: { name: 'fair', is: ['yes'] } })],
      /fair/,
    ],
    ['an empty step', [...indispensable, { blockType: 'step', heading: 'Mer' }], /steg/i],
    ['a fee that cannot be told', [...indispensable, field('plan'), field('country')], /Registreringsnummer/],
  ])('%s', async (_what, items, reason) => {
    const form = await officer.creates('signup-forms', 'sv', formWith(items))
    const { status, text } = await officer.ask('PATCH', `/api/signup-forms/${form.id}?locale=sv`, {
      _status: 'published',
    })
    expect(status, text).toBe(400)
    expect(text).toMatch(reason)
  })

  test('a plan that is not there', async () => {
    const form = await officer.creates('signup-forms', 'sv', formWith(indispensable))
    const nowhere = cms.store.settings['DATABASE_URL']?.startsWith('mongodb') ? 'f'.repeat(24) : 987654
    const { status } = await officer.ask('PATCH', `/api/signup-forms/${form.id}?locale=sv`, {
      plans: [nowhere],
      _status: 'published',
    })
    expect(status).toBe(400)
  })

  test('closing before it opens', async () => {
    const times = { opensAt: '2027-01-02T00:00:00.000Z', closesAt: '2027-01-01T00:00:00.000Z' }
    const form = await officer.creates('signup-forms', 'sv', formWith(indispensable, times))
    const { status, text } = await officer.ask('PATCH', `/api/signup-forms/${form.id}?locale=sv`, {
      _status: 'published',
    })
    expect(status, text).toBe(400)
  })
})

test('what was asked is kept with what was answered, in the version that was shown', async () => {
  const consent = (words: string) => [{ name: 'terms', required: true, text: richText(words) }]
  const exports = (label: string) => question('exports', 'yesNo', label, { required: true })
  const markets = question('markets', 'several', 'Vart?', {
    required: true,
    options: [
      { value: 'nordic', label: 'Norden' },
      { value: 'world', label: 'Världen' },
    ],
    showWhen: { name: 'exports', is: ['yes'] },
  })
  const items = [{ blockType: 'step', heading: 'Om er' }, ...indispensable, exports('Exporterar ni?'), markets]
  const yesterdays = await publishesForm(items, { consents: consent('Vi följer stadgarna.') })
  const todays = await officer.publishes('signup-forms', yesterdays.id, 'sv', {
    items: [...items.slice(0, -2), exports('Säljer ni utomlands?'), field('website')],
    consents: consent('Vi följer de nya stadgarna.'),
  })
  const answers = (email: string, more: object) => answersOf(email, { ...more, consents: { terms: true } })

  const open = answers('yesterday@example.com', { questions: { exports: true, markets: ['nordic', 'world'] } })
  expect((await company.sends(signupFor(yesterdays, open))).status).toBe(201)
  const { asked, ...row } = await rowOf('yesterday@example.com')
  expect(askedSchema.parse(asked)).toMatchObject({
    form: yesterdays['title'],
    items: expect.arrayContaining([
      { blockType: 'step', heading: 'Om er' },
      expect.objectContaining({ key: 'exports', label: 'Exporterar ni?' }),
      expect.objectContaining({ key: 'markets', label: 'Vart?' }),
    ]),
    consents: [
      {
        name: 'terms',
        text: 'Vi följer stadgarna.',
        hash: createHash('sha256').update('Vi följer stadgarna.').digest('hex'),
        required: true,
      },
    ],
  })
  expect(row['answersInWords']).toContain('Vart?: Norden; Världen')

  const now = answers('today@example.com', { questions: { exports: 'no' }, website: 'www.example.com' })
  expect((await company.sends(signupFor(todays, now))).status).toBe(201)
  const later = await rowOf('today@example.com')
  expect(JSON.stringify(later['asked'])).toContain('Säljer ni utomlands?')
  expect(JSON.stringify(later['asked'])).toContain('Vi följer de nya stadgarna.')
  expect(JSON.stringify(later['asked'])).not.toContain('Vart?')
})

describe('a form takes signups while it is open', () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

  test('and not before', async () => {
    const form = await publishesForm(indispensable, { opensAt: inHours(1) })
    const { status, body } = await company.sends(signupFor(form, answersOf('early@example.com')))
    expect(status).toBe(400)
    expect(body).toEqual({ errors: { request: 'form-not-open' } })
  })

  test('and not after, whichever version was shown, but what was stored in time is answered again', async () => {
    const form = await publishesForm(indispensable, { closesAt: inHours(1) })
    const key = randomUUID()
    const signup = signupFor(form, answersOf('in-time@example.com'))
    const first = await company.sends(signup, { key })
    expect(first.status).toBe(201)
    await officer.publishes('signup-forms', form.id, 'sv', { closesAt: inHours(-1) })
    expect((await company.sends(signup, { key })).body).toEqual(first.body)
    const { status, body } = await company.sends(signupFor(form, answersOf('late@example.com')))
    expect(status).toBe(400)
    expect(body).toEqual({ errors: { request: 'form-closed' } })
  })
})

test('a company from another country is known by its own number', async () => {
  const form = await publishesForm([
    field('country'),
    ...indispensable,
    field('foreignNumber'),
    field('postalCode', { required: false }),
  ])
  const danish = answersOf('dansk@example.com', { country: 'DK', foreignNumber: 'CVR 12 34 56 78', postalCode: '2100' })
  expect((await company.sends(signupFor(form, danish))).status).toBe(201)
  expect(await rowOf('dansk@example.com')).toMatchObject({
    organisationNumber: 'DK CVR12345678',
    answers: { country: 'DK', foreignNumber: 'CVR 12 34 56 78', postalCode: '2100' },
  })
  const swedish = { ...danish, country: 'SE' }
  expect((await company.sends(signupFor(form, swedish))).body).toEqual({ errors: { postalCode: 'not-a-postal-code' } })
})

describe('the price', () => {
  const priceSchema = z.object({
    state: z.string(),
    gross: z.number(),
    lines: z.array(z.object({ gross: z.number() })),
  })

  test('is worked out here and kept, whatever the form showed', async () => {
    const signup = await company.fillsIn('sv', { contactEmail: 'price@example.com' })
    expect((await company.sends(signup)).status).toBe(201)
    const row = await rowOf('price@example.com')
    const price = priceSchema.parse(row['price'])
    expect(price.state).toBe('priced')
    expect(price.gross).toBeGreaterThan(0)
    expect(price.lines.reduce((sum, { gross }) => sum + gross, 0)).toBe(price.gross)
    expect(row['priceTotal']).toBe(price.gross)
    const other = { ...signup, answers: { ...signup.answers, price: 1 } }
    expect((await company.sends(other)).body).toEqual({ errors: { price: 'unknown-field' } })
  })

  test('of a form for one kind of member is that plan’s, without asking', async () => {
    const [plan] = await officer.lists('plans', 'where[slug][equals]=small')
    const form = await publishesForm(indispensable, { plans: [related(plan?.id ?? '')] })
    expect((await company.sends(signupFor(form, answersOf('small@example.com')))).status).toBe(201)
    const row = await rowOf('small@example.com')
    expect(row).toMatchObject({ answers: { plan: 'small' }, asked: { plan: { slug: 'small' } } })
    expect(row['priceTotal']).toBeGreaterThan(0)
    const asking = signupFor(form, answersOf('gold@example.com', { plan: 'large' }))
    expect((await company.sends(asking)).body).toEqual({ errors: { plan: 'unknown-field' } })
  })
})

test('what a fee was once reckoned by does not keep a plan from being chosen', async () => {
  const left = { perUnit: 100, minimum: 500, maximum: 400, tiers: [{ upTo: 10, amount: null }] } // of a basis that was given up
  const table = { from: '2020-01-01T12:00:00.000Z', basis: 'fixed', amount: 100_000, ...left }
  const plan = await officer.creates('plans', 'sv', { name: 'Stödmedlem', slug: 'stod', feeTables: [table] })
  const form = await publishesForm(indispensable, { plans: [related(plan.id)] })
  expect((await company.sends(signupFor(form, answersOf('stod@example.com')))).status).toBe(201)
  expect(await rowOf('stod@example.com')).toMatchObject({ answers: { plan: 'stod' }, priceTotal: 100_000 })
})

test('two of one company, and a member, are answered alike, and the officer sees the connection', async () => {
  const form = await publishesForm(indispensable)
  const number = { organisationNumber: '559999-0008' }
  await officer.creates('members', 'sv', { organisationName: 'Redan Medlem AB', organisationNumber: '5599990008' })
  const answers = await Promise.all(
    ['one', 'other'].map((who) => company.sends(signupFor(form, answersOf(`${who}@same.example.com`, number)))),
  )
  for (const { status, body } of answers) {
    expect(status).toBe(201)
    expect(Object.keys(Object(body))).toEqual(['reference'])
  }
  for (const [who, other] of [
    ['one', 'other'],
    ['other', 'one'],
  ]) {
    const { reference } = await rowOf(`${other}@same.example.com`)
    await expect
      .poll(async () => (await rowOf(`${who}@same.example.com`))['related'], { timeout: 20_000 })
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'member', name: 'Redan Medlem AB', why: 'number' }),
          expect.objectContaining({ kind: 'signup', reference, why: 'number' }),
        ]),
      )
  }
})

test('a member from abroad is known by its number, however it was written', async () => {
  const form = await publishesForm([field('country'), ...indispensable, field('foreignNumber')])
  const known = { organisationName: 'Norsk Skog AS', country: 'NO', foreignNumber: 'NO 923 609 016 MVA' }
  const { id } = await officer.creates('members', 'sv', known)
  const answers = { country: 'NO', foreignNumber: 'no923609016mva' }
  expect((await company.sends(signupFor(form, answersOf('norsk@example.com', answers)))).status).toBe(201)
  await expect
    .poll(async () => (await rowOf('norsk@example.com'))['related'], { timeout: 20_000 })
    .toEqual([{ kind: 'member', id, name: 'Norsk Skog AS', why: 'number' }])
})

describe('robots', () => {
  const tokenSchema = z.object({ token: z.string(), bits: z.number() })
  const prove = async (key: string) => {
    const { token, bits } = tokenSchema.parse((await anybody(cms.url).ask('GET', '/api/signup/token')).body)
    let nonce = 0
    const holds = () =>
      beginsWithZeroBits(
        createHash('sha256')
          .update(proofText(token, key, nonce))
          .digest(),
        bits,
      )
    while (!holds()) nonce += 1
    return { token, nonce }
  }

  test('what a browser proved while somebody wrote is a signup like any other, also when it is sent again', async () => {
    const form = await publishesForm(indispensable)
    const key = randomUUID()
    const signup = signupFor(form, answersOf('person@example.com'), { proof: await prove(key) })
    await new Promise((waited) => setTimeout(waited, shortestFillSeconds * 1000 + 100))
    const first = await company.sends(signup, { key })
    expect(first.status).toBe(201)
    const again = await company.sends({ ...signup, proof: await prove(key) }, { key })
    expect(again.body).toEqual(first.body)
    expect(await rowOf('person@example.com')).toMatchObject({ status: 'received' })
  })

  test('a robot is answered as anybody is, and nobody is written to', async () => {
    const form = await publishesForm(indispensable)
    const key = randomUUID()
    const quick = signupFor(form, answersOf('quick@example.com'), { proof: await prove(key) })
    const trapped = signupFor(form, answersOf('trapped@example.com'), { trap: 'https://spam.example' })
    for (const [signup, sentWith] of [
      [quick, key],
      [trapped, randomUUID()],
    ] as const) {
      const { status, body } = await company.sends(signup, { key: sentWith })
      expect(status).toBe(201)
      expect(Object.keys(Object(body))).toEqual(['reference'])
    }
    for (const email of ['quick@example.com', 'trapped@example.com'])
      expect(await rowOf(email)).toMatchObject({ status: 'suspected', mailState: 'held' })
  })

  test.each([[{ token: 'x' }], [{ token: 'x', nonce: -1 }], [{ token: 'x'.repeat(201), nonce: 1 }], ['x'], [null]])(
    'a proof that is none (%j) is refused',
    async (proof) => {
      const form = await publishesForm(indispensable)
      const { status } = await company.sends(signupFor(form, answersOf('none@example.com'), { proof }))
      expect(status).toBe(400)
    },
  )
})
