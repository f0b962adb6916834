import express from 'express'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitQuery } from './query-limit.ts'

let server: Server
let origin: string

beforeAll(async () => {
  const app = express()
  app.use(limitQuery)
  app.use((_req, res) => {
    res.json({ answered: true })
  })
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

const statusOf = async (query: string, method = 'GET') =>
  (await fetch(`${origin}/api/pages?${query}`, { method })).status

test.each([
  ['where={', 400],
  ['where=7', 400],
  ['data={"a":', 400],
  ['limit=0', 400],
  ['limit=-1', 400],
  ['limit=1e6', 400],
  ['limit=251', 400],
  ['depth=10', 400],
  ['page=0', 400],
  ['where={"title":{"equals":"x"}}', 200],
  ['where[title][equals]=x&limit=250&depth=1&page=2', 200],
  [`q=${'x'.repeat(5000)}`, 414],
])('a question %s is answered with %i', async (query, status) => {
  expect(await statusOf(query)).toBe(status)
})

test('deleting all that match, as the admin does, may say limit=0', async () => {
  expect(await statusOf('limit=0', 'DELETE')).toBe(200)
})
