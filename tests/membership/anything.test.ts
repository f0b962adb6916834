import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, createCompany, type Signup } from '../support/company.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { type Cms, startCms } from '../support/start-cms.ts'

let cms: Cms
let company: Company
let officer: StaffMember
let rightly: Signup

beforeAll(async () => {
  cms = await startCms()
  company = createCompany(cms.url)
  officer = await signIn(cms.url)
  rightly = await company.fillsIn('sv')
})
afterAll(() => cms.end())

const countSignups = async () => Number(Object((await officer.ask('GET', '/api/signups/count')).body).totalDocs)

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.double(),
  fc.bigInt().map(String),
  fc.constantFrom(null, true, false, [], {}, '__proto__', '\u0000', '\uD800', '$where', { $gt: '' }),
  fc.jsonValue({ maxDepth: 3 }),
)

test('whatever is written in a field, the answer is 201 or 400, and 201 means stored', async () => {
  const before = await countSignups()
  const fields = Object.keys(rightly.answers)
  let taken = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), anything, async (field, answer) => {
      const { status, text } = await company.sends({ ...rightly, answers: { ...rightly.answers, [field]: answer } })
      if (status === 201) taken += 1
      expect([201, 400], `${status} ${text}`).toContain(status)
    }),
    { numRuns: 300 },
  )
  expect(await countSignups()).toBe(before + taken)
})

test('whatever is sent instead of a signup is refused, never with an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (body) => {
      const { status, text } = await company.sends(JSON.stringify(body))
      expect(status, text).toBe(400)
    }),
    { numRuns: 200 },
  )
})

test('whatever is asked of the API, the answer is never an error of ours', async () => {
  const word = fc.string({ unit: 'binary', maxLength: 20 })
  const part = fc.oneof(
    word,
    fc.constantFrom('where', 'title', 'equals', 'or', 'and', '_status', 'id', 'limit', 'sort', 'draft', 'depth'),
  )
  const question = fc.array(fc.tuple(fc.array(part, { minLength: 1, maxLength: 4 }), word), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(question, async (pairs) => {
      const query = pairs.map(([[name = '', ...keys], value]) => {
        const path = [
          encodeURIComponent(name.toWellFormed()),
          ...keys.map((key) => `[${encodeURIComponent(key.toWellFormed())}]`),
        ]
        return `${path.join('')}=${encodeURIComponent(value.toWellFormed())}`
      })
      const { status, text } = await officer.ask('GET', `/api/pages?${query.join('&')}`)
      expect(status, `${query.join('&')} => ${text}`).toBeLessThan(500)
    }),
    { numRuns: 300 },
  )
})
