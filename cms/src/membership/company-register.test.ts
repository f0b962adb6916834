import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import express from 'express'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createLookUpCompany, httpRegister, registerOf } from './company-register.ts'

const servers: Server[] = []
const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port.')
  return `http://127.0.0.1:${address.port}`
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const facts = { organisationName: 'Exempel AB', city: 'Stockholm' }

describe('a register that is asked by HTTP', () => {
  test('is asked by number, with its key, once a day', async () => {
    const asked: string[] = []
    const url = await serve((req, res) => {
      asked.push(`${req.method} ${req.url} ${req.headers.authorization}`)
      res.setHeader('content-type', 'application/json')
      res.end(JSON.stringify({ ...facts, somethingElse: 1 }))
    })
    let now = 0
    const register = httpRegister({ url, key: 'secret', now: () => now })
    expect(await register.lookUp('5560269986')).toEqual(facts)
    expect(await register.lookUp('5560269986')).toEqual(facts)
    now = 25 * 3_600_000
    await register.lookUp('5560269986')
    expect(asked).toEqual(['GET /5560269986 Bearer secret', 'GET /5560269986 Bearer secret'])
  })

  test.each<[string, RequestListener]>([
    ['knows nothing', (_req, res) => res.writeHead(404).end()],
    ['fails', (_req, res) => res.writeHead(500).end('5560269986')],
    ['answers nonsense', (_req, res) => res.end('<html>')],
    ['sends numbers for texts', (_req, res) => res.end(JSON.stringify({ city: 7 }))],
    ['sends elsewhere', (_req, res) => res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['says nothing', () => undefined],
  ])('that %s is as good as none', async (_what, listener) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined)
    const register = httpRegister({ url: await serve(listener), key: undefined })
    expect(await register.lookUp('5560269986')).toBeNull()
    expect(JSON.stringify(warn.mock.calls)).not.toContain('5560269986')
    warn.mockRestore()
  })

  test('that is away is as good as none', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined)
    expect(await httpRegister({ url: 'http://127.0.0.1:1', key: undefined }).lookUp('5560269986')).toBeNull()
    warn.mockRestore()
  })
})

describe('POST /api/company', () => {
  const asking = async (url: string | undefined, organisationNumber: unknown): Promise<unknown> => {
    const app = express().post('/api/company', createLookUpCompany(registerOf({ COMPANY_REGISTER_URL: url })))
    const response = await fetch(`${await serve(app)}/api/company`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ organisationNumber }),
    })
    return response.json()
  }

  test('tells what the register knows, however the number is written', async () => {
    const register = await serve((_req, res) => res.end(JSON.stringify(facts)))
    expect(await asking(register, ' 556026 – 9986')).toEqual({ facts })
  })

  test('never asks about a sole trader, whose number is personal, or about what is no number', async () => {
    const asked = vi.fn<RequestListener>((_req, res) => void res.end('{}'))
    const register = await serve(asked)
    for (const number of ['121212-1212', '556026-9987', '', null, { $ne: '' }]) {
      expect(await asking(register, number)).toEqual({ facts: null })
    }
    expect(asked).not.toHaveBeenCalled()
  })

  test('tells nothing where there is no register', async () => {
    expect(await asking(undefined, '556026-9986')).toEqual({ facts: null })
  })
})
