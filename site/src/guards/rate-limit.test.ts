import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { handOnToCms } from '../hand-on-to-cms.ts'
import { rateLimit } from './rate-limit.ts'

let server: Server
let url = ''

beforeEach(async () => {
  const nobody = 'http://127.0.0.1:9' // where no CMS is
  const app = express()
    .use(rateLimit(2))
    .post('/api/signup', (req, res, next) => (req.query['away'] ? next() : void res.status(201).json({})))
    .use(handOnToCms({ cmsUrl: nobody, answerSeconds: 1 }))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  url = `http://127.0.0.1:${port}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const post = (path: string, body: BodyInit = '{}') => fetch(url + path, { method: 'POST', body })

test('who sends too often is told when to try again, as a page where the browser shows the answer', async () => {
  const withLogo = new FormData()
  withLogo.set('organisationName', 'Exempel AB')
  for (let signup = 0; signup < 2; signup += 1) expect((await post('/api/signup')).status).toBe(201)
  for (const form of [new URLSearchParams({ organisationName: 'Exempel AB' }), withLogo]) {
    const { status, headers } = await post('/api/signup', form)
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(500)
    expect(headers.get('content-type')).toContain('text/html')
  }
  expect((await post('/api/signup')).headers.get('content-type')).toContain('application/json')
})

test('what the CMS is not there to answer does not count, so that forms that wait for it get through', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) expect((await post('/api/signup?away=1')).status).toBe(503)
  expect((await post('/api/signup')).status).toBe(201)
})
