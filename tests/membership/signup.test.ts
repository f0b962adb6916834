import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, createCompany, type Signup } from '../support/company.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let company: Company
let officer: StaffMember
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  cms = await startCms({ settings: { SMTP_URL: mailbox.url } })
  company = createCompany(cms.url)
  officer = await signIn(cms.url)
})
afterAll(async () => {
  await cms.end()
  await mailbox.close()
})

const emailOf = (signup: Signup) => String(signup.answers['contactEmail'])
const storedOf = (signup: Signup) =>
  officer.lists('signups', `where[contactEmail][equals]=${encodeURIComponent(emailOf(signup))}&limit=100`)
const countSignups = async () => Number(Object((await officer.ask('GET', '/api/signups/count')).body).totalDocs)

describe('a company signs up', () => {
  test.each(['sv', 'en'] as const)(
    'in %s, and is stored, answered and written to in that language',
    async (language) => {
      const signup = await company.fillsIn(language, { organisationName: 'Ängs & Söner "AB"' })
      const { status, body } = await company.sends(signup)
      expect(status).toBe(201)
      expect(body).toEqual({ reference: expect.stringMatching(/\S{4,}/) })
      expect(await storedOf(signup)).toEqual([
        expect.objectContaining({
          ...Object(body),
          language,
          organisationName: 'Ängs & Söner "AB"',
          organisationNumber: '5560269986',
        }),
      ])
      const mail = await mailbox.mailTo(emailOf(signup))
      expect(mail.subject).toContain(String(Object(body).reference))
      expect(mail.subject).toMatch(language === 'sv' ? /ansökan/ : /application/)
      expect(mail.text).toContain('Ängs & Söner "AB"')
    },
  )

  test('and the same signup sent again, even fifty times at once, is the same signup', async () => {
    const signup = await company.fillsIn('sv')
    const key = randomUUID()
    const first = await company.sends(signup, { key })
    const again = await Promise.all(Array.from({ length: 50 }, () => company.sends(signup, { key })))
    expect(again.map(({ status, body }) => ({ status, body }))).toEqual(
      again.map(() => ({ status: 201, body: first.body })),
    )
    expect(await storedOf(signup)).toHaveLength(1)
    await mailbox.mailTo(emailOf(signup))
    expect(mailbox.waitingFor(emailOf(signup))).toBe(0)
  })

  test('and fifty sendings of a first signup at once store one', async () => {
    const signup = await company.fillsIn('en')
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 50 }, () => company.sends(signup, { key })))
    const references = new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text))
    expect(references.size).toBe(1)
    expect(answers.filter(({ status }) => ![201, 409, 503].includes(status))).toEqual([])
    expect(await storedOf(signup)).toHaveLength(1)
  })

  test('and the same key with other answers is refused and changes nothing', async () => {
    const signup = await company.fillsIn('sv')
    const key = randomUUID()
    await company.sends(signup, { key })
    const other = { ...signup, answers: { ...signup.answers, organisationName: 'Ett annat AB' } }
    const { status, body } = await company.sends(other, { key })
    expect(status).toBe(422)
    expect(body).toMatchObject({ errors: { request: 'key-reused' } })
    expect(await storedOf(signup)).toEqual([expect.objectContaining({ organisationName: 'Exempel AB' })])
  })

  test('and what it sends besides the answers is refused, whatever it would like to be', async () => {
    const before = await countSignups()
    const signup = await company.fillsIn('sv')
    for (const extra of [
      { status: 'approved' },
      { id: 1 },
      { reference: 'mine' },
      { createdAt: '2020-01-01' },
      { mailState: 'sent' },
    ]) {
      expect((await company.sends({ ...signup, ...extra })).status).toBe(400)
      expect((await company.sends({ ...signup, answers: { ...signup.answers, ...extra } })).status).toBe(400)
    }
    expect(await countSignups()).toBe(before)
  })

  test('two hundred at once: all are acknowledged, all are stored, each once', async () => {
    const signups = await Promise.all(Array.from({ length: 200 }, () => company.fillsIn('sv')))
    const answers = await Promise.all(signups.map((signup) => company.sends(signup)))
    expect(answers.filter(({ status }) => status !== 201).map(({ status, text }) => `${status} ${text}`)).toEqual([])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(200)
    const stored: string[] = []
    for (const page of [1, 2, 3, 4]) {
      const rows = await officer.lists('signups', `limit=100&page=${page}`)
      stored.push(...rows.map((row) => String(row['contactEmail'])))
    }
    const wanted = signups.map(emailOf)
    expect(stored.filter((email) => wanted.includes(email)).toSorted()).toEqual(wanted.toSorted())
  })
})

describe('what is wrong is told by the field', () => {
  test.each([
    ['organisationNumber', '556026-9987', 'not-an-organisation-number'],
    ['organisationNumber', '', 'required'],
    ['organisationName', 'X', 'too-short'],
    ['organisationName', 'x'.repeat(201), 'too-long'],
    ['organisationName', 'Exempel\u202EAB', 'unallowed-character'],
    ['contactEmail', 'åsa', 'not-an-email'],
    ['contactEmail', 'a@example.com\r\nBcc: b@example.com', 'not-an-email'],
    ['contactName', null, 'wrong-type'],
    ['contactName', ['Åsa'], 'wrong-type'],
    ['contactName', { first: 'Åsa' }, 'wrong-type'],
    ['contactName', true, 'wrong-type'],
    ['contactName', 12, 'wrong-type'],
    ['nickname', 'Åsa', 'unknown-field'],
  ])('%s %j => %s', async (field, answer, code) => {
    const before = await countSignups()
    const signup = await company.fillsIn('sv', { [field]: answer })
    const { status, body } = await company.sends(signup)
    expect(status).toBe(400)
    expect(body).toEqual({ errors: { [field]: code } })
    expect(await countSignups()).toBe(before)
  })

  test('an empty form is told all that is missing at once', async () => {
    const { form, formVersion } = await company.fillsIn('en')
    const { status, body } = await company.sends({ form, formVersion, language: 'en', answers: {} })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      errors: {
        organisationNumber: 'required',
        organisationName: 'required',
        contactName: 'required',
        contactEmail: 'required',
      },
    })
  })

  test('a required consent that is missing or said no to is asked for', async () => {
    const form = await company.form('sv')
    const required = form.consents.find((consent) => consent.required)
    if (!required) throw new Error('The form of the example has no required consent.')
    for (const consents of [{}, { [required.name]: false }, { [required.name]: 'true' }]) {
      const { status, body } = await company.sends(await company.fillsIn('sv', { consents }))
      expect(status).toBe(400)
      expect(body).toMatchObject({ errors: { [`consents.${required.name}`]: 'consent-required' } })
    }
  })
})

describe('what is no signup at all is refused, and nothing is stored', () => {
  const refusals: [
    string,
    number,
    () => Promise<{ body: string | Blob; headers?: Record<string, string>; key?: string }>,
  ][] = [
    ['broken JSON', 400, () => Promise.resolve({ body: '{"form": ' })],
    ['a word', 400, () => Promise.resolve({ body: '"medlem"' })],
    ['null', 400, () => Promise.resolve({ body: 'null' })],
    ['a list', 400, () => Promise.resolve({ body: '[]' })],
    ['nothing', 400, () => Promise.resolve({ body: '' })],
    [
      'only nulls',
      400,
      () => Promise.resolve({ body: '{"form":null,"formVersion":null,"language":null,"answers":null}' }),
    ],
    [
      'bytes that are no text',
      400,
      () => Promise.resolve({ body: new Blob([new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])]) }),
    ],
    ['no key', 400, async () => ({ body: JSON.stringify(await company.fillsIn('sv')), key: '' })],
    [
      'a key of a megabyte',
      400,
      async () => ({ body: JSON.stringify(await company.fillsIn('sv')), key: 'k'.repeat(8000) }),
    ],
    [
      'another form',
      400,
      async () => ({ body: JSON.stringify({ ...(await company.fillsIn('sv')), form: 'no-such-form' }) }),
    ],
    [
      'another language',
      400,
      async () => ({ body: JSON.stringify({ ...(await company.fillsIn('sv')), language: 'de' }) }),
    ],
    [
      'a version in words',
      400,
      async () => ({ body: JSON.stringify({ ...(await company.fillsIn('sv')), formVersion: 'one' }) }),
    ],
    [
      'a huge number',
      400,
      async () => ({
        body: JSON.stringify(await company.fillsIn('sv')).replace(/"formVersion":\d+/, '"formVersion":1e999'),
      }),
    ],
    [
      'a hand in the prototype',
      400,
      async () => ({
        body: JSON.stringify(await company.fillsIn('sv')).replace(
          '"answers":{',
          '"answers":{"__proto__":{"status":"approved"},',
        ),
      }),
    ],
    [
      'a hand in the constructor',
      400,
      async () => ({
        body: JSON.stringify(await company.fillsIn('sv')).replace(
          '{',
          '{"constructor":{"prototype":{"status":"approved"}},',
        ),
      }),
    ],
    [
      'answers in answers',
      400,
      async () => ({ body: JSON.stringify(await company.fillsIn('sv', { contactName: { a: { b: { c: 1 } } } })) }),
    ],
    ['ten thousand levels', 400, () => Promise.resolve({ body: '['.repeat(10_000) + ']'.repeat(10_000) })],
    [
      '65 KiB',
      413,
      async () => ({ body: JSON.stringify(await company.fillsIn('sv', { message: 'x'.repeat(65 * 1024) })) }),
    ],
    ['XML', 415, () => Promise.resolve({ body: '<signup/>', headers: { 'content-type': 'application/xml' } })],
    [
      'plain text',
      415,
      async () => ({ body: JSON.stringify(await company.fillsIn('sv')), headers: { 'content-type': 'text/plain' } }),
    ],
  ]
  test.each(refusals)('%s: %i', async (_what, wanted, make) => {
    const before = await countSignups()
    const { body, headers = {}, key } = await make()
    const answer = await company.sends(body, { headers, key })
    expect(answer.status, answer.text).toBe(wanted)
    expect(answer.body).toMatchObject({ errors: expect.any(Object) })
    expect(await countSignups()).toBe(before)
  })

  test('from a page of somebody else', async () => {
    const before = await countSignups()
    const { status } = await company.sends(await company.fillsIn('sv'), {
      headers: { origin: 'https://elsewhere.example.org' },
    })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(await countSignups()).toBe(before)
  })

  test('by the back door of the collection', async () => {
    const signup = await company.fillsIn('sv')
    for (const path of ['/api/signups', '/api/signups?draft=true']) {
      const response = await fetch(`${cms.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(signup.answers),
      })
      expect(response.status).toBe(403)
    }
  })
})
