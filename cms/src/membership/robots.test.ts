import { createHash } from 'node:crypto'
import { beginsWithZeroBits, proofText } from 'shared/membership/proof-of-work'
import { beforeEach, describe, expect, test } from 'vitest'
import { createRobots, type Robots } from './robots.ts'

const key = 'a-key-of-one-signup'
const minute = 60_000
let now = 0
let robots: Robots

beforeEach(() => {
  now = Date.parse('2026-11-22T12:00:00Z')
  robots = createRobots({ secret: 'only for tests', limitPer10Minutes: 20, now: () => now })
})

/** What the browser does while somebody writes. */
const prove = (forKey = key): { token: string; nonce: number } => {
  const { token, bits } = robots.newToken()
  let nonce = 0
  const holds = () =>
    beginsWithZeroBits(
      createHash('sha256')
        .update(proofText(token, forKey, nonce))
        .digest(),
      bits,
    )
  while (!holds()) nonce += 1
  return { token, nonce }
}
let persons = 0
const verdict = (
  signup: Parameters<Robots['judge']>[0],
  { of = key, from = '192.0.2.7', email = `person${(persons += 1)}@example.com` } = {},
) => robots.judge(signup, of, { address: from, email }).verdict

describe('somebody who writes', () => {
  test('is taken, with the proof that the browser made meanwhile', () => {
    const proof = prove()
    now += 4000
    expect(verdict({ proof })).toBe('take')
  })

  test('is taken without JavaScript', () => {
    expect(verdict({})).toBe('take')
  })

  test('is taken with a page that was open for days, whose token is too old', () => {
    const proof = prove()
    now += 30 * 60 * minute
    expect(verdict({ proof })).toBe('take')
  })

  test('does not count twice when the signup had been stored', () => {
    for (let time = 0; time < 100; time += 1)
      robots.judge({}, key, { address: '192.0.2.7', email: 'a@example.com' }).undo()
    expect(verdict({})).toBe('take')
  })
})

describe('what may be a robot is held', () => {
  test('when the field is filled in that nobody sees', () => {
    const proof = prove()
    now += 4000
    expect(verdict({ proof, trap: 'https://spam.example' })).toBe('hold')
    expect(verdict({ proof, trap: ' ' })).toBe('take')
  })

  test('when a form was filled in in less than three seconds', () => {
    const proof = prove()
    now += 2000
    expect(verdict({ proof })).toBe('hold')
  })

  test('when more than a few come from one address without a proof, and those with one are taken still', () => {
    const verdicts = Array.from({ length: 7 }, () => verdict({}))
    expect(verdicts).toEqual(['take', 'take', 'take', 'take', 'take', 'hold', 'hold'])
    expect(verdict({}, { from: '198.51.100.1' })).toBe('take')
    const proof = prove()
    now += 4000
    expect(verdict({ proof })).toBe('take')
    now += 10 * minute
    expect(verdict({})).toBe('take')
  })

  test('when many come from everywhere without a proof', () => {
    const from = (place: number) => `192.0.2.${place}`
    for (let place = 0; place < 60; place += 1) expect(verdict({}, { from: from(place) })).toBe('take')
    expect(verdict({}, { from: from(60) })).toBe('hold')
  })

  test('when one person would be written to again and again, wherever it comes from', () => {
    const proof = prove()
    now += 4000
    const verdicts = Array.from({ length: 6 }, (_, place) =>
      verdict({ proof }, { from: `192.0.2.${place}`, email: place % 2 ? 'eva@example.com' : 'Eva@example.com' }),
    )
    expect(verdicts).toEqual(['take', 'take', 'take', 'take', 'take', 'hold'])
    now += 60 * minute
    expect(verdict({}, { email: 'eva@example.com' })).toBe('take')
  })

  test('when very many come with one, and a flood is refused', () => {
    const verdicts = Array.from({ length: 6001 }, () => verdict({}))
    expect(verdicts.at(600)).toBe('hold')
    expect(verdicts.at(-2)).toBe('hold')
    expect(verdicts.at(-1)).toBe('refuse')
  })
})

describe('a proof counts for nothing', () => {
  test.each([
    ['for another signup', (proof: { token: string; nonce: number }) => proof, 'another-key-of-a-signup'],
    ['with another number', ({ token, nonce }) => ({ token, nonce: nonce + 1 }), key],
    ['with a token of fewer bits', ({ token, nonce }) => ({ token: token.replace('.14.', '.1.'), nonce }), key],
    ['with a token that is none', () => ({ token: 'x', nonce: 0 }), key],
  ] satisfies [string, (proof: { token: string; nonce: number }) => { token: string; nonce: number }, string][])(
    '%s',
    (_what, change, of) => {
      const proof = change(prove())
      now += 4000
      const verdicts = Array.from({ length: 6 }, () => verdict({ proof }, { of }))
      expect(verdicts.at(-1)).toBe('hold')
    },
  )

  test('and more is asked for while many come without', () => {
    expect(robots.newToken().bits).toBe(14)
    for (let place = 0; place < 40; place += 1) verdict({})
    expect(robots.newToken().bits).toBe(17)
  })
})
