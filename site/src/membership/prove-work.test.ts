import { createHash } from 'node:crypto'
import { beginsWithZeroBits, proofText, shortestFillSeconds } from 'shared/membership/proof-of-work'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProver } from './prove-work.ts'

const address = '/api/signup/token'
const key = '0123456789abcdef'
const server = vi.fn<typeof fetch>()
const gives = (token: string) => server.mockImplementationOnce(async () => Response.json({ token, bits: 8 }))

beforeEach(() => vi.stubGlobal('fetch', server))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  server.mockReset()
})

test('the browser finds a number that the server can check with one look', async () => {
  gives('token')
  const prover = createProver(address)
  const held = await prover.begin(key)
  expect(held).toMatchObject({ token: 'token', bits: 8 })
  const proof = await prover.finish(key)
  const hash = createHash('sha256').update(proofText('token', key, proof?.nonce ?? -1))
  expect(beginsWithZeroBits(hash.digest(), 8)).toBe(true)
})

test('a form that is filled in faster than a person can waits until the token is old enough', async () => {
  gives('token')
  const prover = createProver(address)
  const held = await prover.begin(key)
  await prover.finish(key)
  expect(Date.now() - (held?.at ?? 0)).toBeGreaterThan(shortestFillSeconds * 1000)
})

test('a token is asked for once, however much is written, and one that was kept is used again', async () => {
  gives('token')
  const prover = createProver(address)
  await Promise.all([prover.begin(key), prover.begin(key)])
  const held = await prover.begin(key)
  expect(server).toHaveBeenCalledTimes(1)
  const afterReload = createProver(address)
  expect(await afterReload.begin(key, held ?? undefined)).toEqual(held)
  expect(server).toHaveBeenCalledTimes(1)
})

test('one that was kept for more than a day is not', async () => {
  gives('new')
  const old = { token: 'old', bits: 8, at: Date.now() - 24 * 3_600_000 }
  expect(await createProver(address).begin(key, old)).toMatchObject({ token: 'new' })
})

test.each([
  ['the server is away', () => server.mockRejectedValueOnce(new TypeError('fetch failed'))],
  ['the server has none', () => server.mockImplementationOnce(async () => new Response('', { status: 503 }))],
  ['the answer is something else', () => server.mockImplementationOnce(async () => Response.json({ token: 7 }))],
])('without a token, when %s, there is no proof, and nothing waits for one', async (_why, goesWrong) => {
  goesWrong()
  const prover = createProver(address)
  expect(await prover.begin(key)).toBeNull()
  expect(await prover.finish(key)).toBeNull()
})

test('a token that could not be had while it was written is asked for once more when it is sent', async () => {
  server.mockRejectedValueOnce(new TypeError('fetch failed'))
  const prover = createProver(address)
  expect(await prover.begin(key)).toBeNull()
  gives('token')
  expect(await prover.finish(key)).toMatchObject({ token: 'token' })
})

test('a browser that cannot hash asks for nothing', async () => {
  vi.stubGlobal('crypto', {})
  expect(await createProver(address).begin(key)).toBeNull()
  expect(server).not.toHaveBeenCalled()
})
