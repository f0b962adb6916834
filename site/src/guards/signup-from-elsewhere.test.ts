import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { signupFromElsewhere } from './signup-from-elsewhere.ts'

const site = 'https://www.example.org'
let server: Server
let url = ''

beforeEach(async () => {
  const app = express()
    .use('/api/signup', signupFromElsewhere(site))
    .use((req, res) => void res.status(req.method === 'POST' ? 201 : 404).json({}))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  url = `http://127.0.0.1:${port}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const ask = async (path: string, method: string, origin: string) => {
  const { status, headers } = await fetch(url + path, { method, headers: { origin } })
  return { status, allowed: headers.get('access-control-allow-origin'), headers }
}

test('a page of the site, served elsewhere, may send a signup and read the answer', async () => {
  const asked = await ask('/api/signup', 'OPTIONS', site)
  expect(asked).toMatchObject({ status: 204, allowed: site })
  expect(asked.headers.get('access-control-allow-headers')).toBe('Content-Type, Idempotency-Key')
  expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
  const sent = await ask('/api/signup', 'POST', site)
  expect(sent).toMatchObject({ status: 201, allowed: site })
  expect(sent.headers.get('access-control-expose-headers')).toBe('Retry-After')
  expect(sent.headers.get('vary')).toBe('Origin')
})

test('nobody else may, and nothing else is opened', async () => {
  expect(await ask('/api/signup', 'OPTIONS', 'https://evil.example')).toMatchObject({ status: 404, allowed: null })
  expect(await ask('/api/signup', 'POST', 'null')).toMatchObject({ allowed: null })
  expect(await ask('/api/users/login', 'OPTIONS', site)).toMatchObject({ status: 404, allowed: null })
  expect(await ask('/api/users/login', 'POST', site)).toMatchObject({ allowed: null })
})
