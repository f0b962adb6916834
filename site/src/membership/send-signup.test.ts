import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSignupSender, type SendingState } from './send-signup.ts'

const request = {
  form: 'bli-medlem',
  formVersion: 1,
  language: 'sv',
  answers: { organisationName: 'Exempel AB' },
} as const
const key = '0123456789abcdef'

const states: SendingState[] = []
const steps = () => states.map((state) => (state.step === 'waiting' ? `waiting ${state.seconds}` : state.step))
const server = vi.fn<typeof fetch>()
const answers = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  server.mockImplementationOnce(async () => Response.json(body, { status, headers }))
const isAway = () => server.mockRejectedValueOnce(new TypeError('fetch failed'))
const settle = () => vi.advanceTimersByTimeAsync(0)
const sender = () => createSignupSender('/api/signup', (state) => states.push(state))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', server)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  server.mockReset()
  states.length = 0
})

describe('a signup that is sent', () => {
  test('is stored when the server says so, and only then', async () => {
    answers(201, { reference: 'KW-7F3K-92QD' })
    sender().send(request, key)
    expect(steps()).toEqual(['sending'])
    await settle()
    expect(states.at(-1)).toEqual({ step: 'stored', reference: 'KW-7F3K-92QD' })
  })

  test('is sent once when the button is pressed twice', async () => {
    answers(201, { reference: 'KW-7F3K-92QD' })
    const sending = sender()
    sending.send(request, key)
    sending.send(request, key)
    await settle()
    expect(server).toHaveBeenCalledTimes(1)
  })

  test('is not sent again when it is refused', async () => {
    answers(400, { errors: { contactEmail: 'not-an-email' } })
    sender().send(request, key)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(server).toHaveBeenCalledTimes(1)
    expect(states.at(-1)).toEqual({ step: 'refused', errors: { contactEmail: 'not-an-email' } })
  })

  test('is told how long to wait after too many', async () => {
    answers(429, { error: 'too-many' }, { 'Retry-After': '290' })
    sender().send(request, key)
    await settle()
    expect(states.at(-1)).toEqual({ step: 'too-many', minutes: 5 })
  })
})

describe('while the server does not answer', () => {
  test('it is tried again with the same key, ever more seldom', async () => {
    for (let attempt = 0; attempt < 7; attempt++) isAway()
    answers(201, { reference: 'KW-7F3K-92QD' })
    sender().send(request, key)
    await vi.advanceTimersByTimeAsync((2 + 4 + 8 + 16 + 32 + 60 + 60) * 1000)
    const pauses = [2, 4, 8, 16, 32, 60, 60].flatMap((seconds) => ['sending', `waiting ${seconds}`])
    expect(steps()).toEqual([...pauses, 'sending', 'stored'])
    const keys = server.mock.calls.map(([, init]) => new Headers(init?.headers).get('Idempotency-Key'))
    expect(new Set(keys)).toEqual(new Set([key]))
  })

  test('a busy server says how long to wait', async () => {
    answers(503, { errors: { request: 'busy' } }, { 'Retry-After': '10' })
    sender().send(request, key)
    await settle()
    expect(steps()).toEqual(['sending', 'waiting 10'])
  })

  test('a server that hangs counts as away', async () => {
    server.mockImplementationOnce(
      (_, init) =>
        new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    )
    sender().send(request, key)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(steps()).toEqual(['sending', 'waiting 2'])
  })

  test('a logo is given the time that it takes on a slow line', async () => {
    server.mockImplementationOnce(
      (_, init) =>
        new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    )
    const logo = `data:image/webp;base64,${'A'.repeat(200_000)}`
    sender().send({ ...request, answers: { ...request.answers, logo } }, key)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(steps()).toEqual(['sending'])
    await vi.advanceTimersByTimeAsync(2000)
    expect(steps()).toEqual(['sending', 'waiting 2'])
  })

  test('it is sent at once when the line is back', async () => {
    isAway()
    answers(201, { reference: 'KW-7F3K-92QD' })
    const sending = sender()
    sending.send(request, key)
    await settle()
    sending.hurry()
    await settle()
    expect(steps()).toEqual(['sending', 'waiting 2', 'sending', 'stored'])
  })

  test('without a line it says so', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    isAway()
    sender().send(request, key)
    await settle()
    expect(states.at(-1)).toMatchObject({ step: 'waiting', reason: 'offline' })
  })

  test('a change stops it until it is sent again', async () => {
    isAway()
    const sending = sender()
    sending.send(request, key)
    await settle()
    sending.change()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(server).toHaveBeenCalledTimes(1)
    expect(steps()).toEqual(['sending', 'waiting 2', 'changed'])
  })

  test('after ten minutes it offers another way', async () => {
    server.mockRejectedValue(new TypeError('fetch failed'))
    sender().send(request, key)
    await vi.advanceTimersByTimeAsync(9 * 60_000)
    expect(states.at(-1)).toMatchObject({ step: 'waiting', isLong: false })
    await vi.advanceTimersByTimeAsync(2 * 60_000)
    expect(states.at(-1)).toMatchObject({ step: 'waiting', isLong: true })
  })
})
