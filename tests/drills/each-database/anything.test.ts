import * as fc from 'fast-check'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Company, createCompany, type Signup } from '../../support/company.ts'
import { drill, isLong } from '../../support/drill.ts'
import { signIn, type StaffMember } from '../../support/staff.ts'
import { type Cms, startCms } from '../../support/start-cms.ts'

const inputs = isLong ? 10_000 : 300
const questions = isLong ? 10_000 : 300
const warmUps = isLong ? 1000 : 0 // what a process takes once and keeps is no growth
const atOnce = 4
const longestMilliseconds = 2000
const mostGrowthBytes = 50 * 2 ** 20

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

/** How long each took; the longest is told. A CMS that others keep busy is no hang, so in `npm test` there is more time. */
const createStopwatch = () => {
  const most = isLong ? longestMilliseconds : 10 * longestMilliseconds
  const state = { longest: 0 }
  return {
    longest: () => Math.round(state.longest),
    times: async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
      const startedAt = performance.now()
      const answer = await ask()
      const milliseconds = performance.now() - startedAt
      state.longest = Math.max(state.longest, milliseconds)
      expect(milliseconds).toBeLessThan(most)
      return answer
    },
  }
}

/** So many inputs of a kind, a few at a time. What is wrong is told with the smallest input that shows it. */
const tryEach = <Input>(input: fc.Arbitrary<Input>, count: number, check: (input: Input) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(fc.array(input, { minLength: atOnce, maxLength: atOnce }), async (inputs) => {
      await Promise.all(inputs.map(check))
    }),
    { numRuns: count / atOnce },
  )

/** Does it a thousand times unmeasured and then for good, and tells how much more memory the CMS holds afterwards. */
const withoutGrowth = async (runs: number, act: (runs: number) => Promise<void>, of = cms): Promise<string> => {
  const memory = async () => Number(await of.process().ask({ work: 'memory' }))
  if (!isLong) {
    await act(runs)
    return 'memory not measured'
  }
  await act(warmUps)
  const before = await memory()
  await act(runs)
  const growth = (await memory()) - before
  expect(growth).toBeLessThan(mostGrowthBytes)
  return `memory ${(growth / 2 ** 20).toFixed(0)} MB more`
}

drill(
  `R15 whatever is written in a field, the answer is 201 or 400, and 201 means stored`,
  { minutes: 15 },
  async ({ tell }) => {
    const before = await countSignups()
    const fields = Object.keys(rightly.answers)
    const watch = createStopwatch()
    let taken = 0
    const growth = await withoutGrowth(inputs, (count) =>
      tryEach(fc.tuple(fc.constantFrom(...fields), anything), count, async ([field, answer]) => {
        const signup = { ...rightly, answers: { ...rightly.answers, [field]: answer } }
        const { status, text } = await watch.times(() => company.sends(signup))
        if (status === 201) taken += 1
        expect([201, 400], `${status} ${text}`).toContain(status)
      }),
    )
    tell(
      `${inputs} signups with anything in a field: ${taken} taken, none an error of ours, ${watch.longest()} ms at most, ${growth}`,
    )
    expect(await countSignups()).toBe(before + taken)
  },
)

const badBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => new Blob([bytes]))
const nonsense = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.toWellFormed()),
  fc.nat(3000).map((depth) => '['.repeat(depth)),
  fc.nat(3000).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  badBytes,
)

/** How the CMS answers what is no signup: the statuses that are not 400. */
const answersToNonsense = async (sender: Company, count: number, watch = createStopwatch()): Promise<number[]> => {
  const others: number[] = []
  await tryEach(nonsense, count, async (body) => {
    const { status } = await watch.times(() => sender.sends(body))
    if (status !== 400) others.push(status)
  })
  return others
}

drill(
  'R15 whatever is sent instead of a signup is refused, never with an error of ours',
  { minutes: 15 },
  async ({ tell }) => {
    const watch = createStopwatch()
    const growth = await withoutGrowth(inputs, async (count) => {
      expect(await answersToNonsense(company, count, watch)).toEqual([])
    })
    tell(`${inputs} bodies that are no signup: all refused, ${watch.longest()} ms at most, ${growth}`)
  },
)

drill('R15 whatever is asked of the API, the answer is never an error of ours', { minutes: 15 }, async ({ tell }) => {
  const word = fc.string({ unit: 'binary', maxLength: 20 })
  const part = fc.oneof(
    word,
    fc.constantFrom('where', 'title', 'equals', 'or', 'and', '_status', 'id', 'limit', 'sort', 'draft', 'depth'),
  )
  const question = fc.array(fc.tuple(fc.array(part, { minLength: 1, maxLength: 4 }), word), { maxLength: 4 })
  const collection = fc.constantFrom('pages', 'news', 'members', 'signups', 'media', 'emails', 'users')
  const watch = createStopwatch()
  const growth = await withoutGrowth(questions, (count) =>
    tryEach(fc.tuple(collection, question), count, async ([slug, pairs]) => {
      const query = pairs.map(([[name = '', ...keys], value]) => {
        const path = [
          encodeURIComponent(name.toWellFormed()),
          ...keys.map((key) => `[${encodeURIComponent(key.toWellFormed())}]`),
        ]
        return `${path.join('')}=${encodeURIComponent(value.toWellFormed())}`
      })
      const { status, text } = await watch.times(() => officer.ask('GET', `/api/${slug}?${query.join('&')}`))
      expect(status, `${slug}?${query.join('&')} => ${text}`).toBeLessThan(500)
    }),
  )
  tell(
    `${questions} questions to the API: none answered with an error of ours, ${watch.longest()} ms at most, ${growth}`,
  )
})

drill('R15 its check finds out a CMS that fails at what is no JSON', { minutes: 3 }, async ({ tell }) => {
  const broken = await startCms({ broken: 'fails at what is no JSON' })
  try {
    const failed = (await answersToNonsense(createCompany(broken.url), 100)).filter((status) => status >= 500)
    tell(`${failed.length} of 100 were answered with an error, and told of`)
    expect(failed.length).toBeGreaterThan(0)
  } finally {
    await broken.end()
  }
})

drill(
  'R15 its check finds out a CMS that keeps something of whatever it is sent',
  { minutes: 10, onlyLong: true },
  async ({ tell }) => {
    const broken = await startCms({ broken: 'keeps something of whatever it is sent' })
    try {
      const sendNonsense = async (count: number) => void (await answersToNonsense(createCompany(broken.url), count))
      await expect(withoutGrowth(inputs, sendNonsense, broken)).rejects.toThrow('to be less than')
      tell(`${inputs} bodies of which it kept 10 kB each were told of`)
    } finally {
      await broken.end()
    }
  },
)
