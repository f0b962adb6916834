import { afterEach, expect, test, vi } from 'vitest'
import { lookUpCompany } from './look-up-company.ts'

const answering = (answer: () => Response | Promise<Response>) => {
  const asked = vi.fn<typeof fetch>(() => Promise.resolve(answer()))
  vi.stubGlobal('fetch', asked)
  return asked
}
afterEach(() => vi.unstubAllGlobals())

const facts = { organisationName: 'Exempel AB', city: 'Stockholm' }

test('what the register knows is asked for beside the form', async () => {
  const asked = answering(() => Response.json({ facts }))
  expect(await lookUpCompany('/api/signup', '556026-9986')).toEqual(facts)
  expect(asked.mock.calls[0]?.[0]).toBe('/api/company')
})

test('a number that is personal, or none, is asked about nowhere', async () => {
  const asked = answering(() => Response.json({ facts }))
  for (const number of ['121212-1212', '556026-9987', ''])
    expect(await lookUpCompany('/api/signup', number)).toEqual({})
  expect(asked).not.toHaveBeenCalled()
})

test.each([
  ['knows nothing', () => Response.json({ facts: null })],
  ['is away', () => Promise.reject(new TypeError('fetch failed'))],
  ['fails', () => new Response('', { status: 503 })],
])('a register that %s is not noticed', async (_what, answer) => {
  answering(answer)
  expect(await lookUpCompany('/api/signup', '556026-9986')).toEqual({})
})
