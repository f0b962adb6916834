/** What the signup endpoint is compared with: Payload's own REST `create` on the same collection, opened to all, no more. */
import express from 'express'
import { getPayload } from 'payload'
import { payloadApi } from '../../cms/src/api.ts'
import { migrateDatabase, prepareDatabase } from '../../cms/src/database.ts'
import { env } from '../../cms/src/env.ts'

await prepareDatabase()
const configuration = import('../../cms/src/payload.config.ts').then((module) => module.default)
const config = await configuration
const signups = config.collections.find(({ slug }) => slug === 'signups')
if (!signups) throw new Error('There is no collection "signups" to compare with.')
signups.access.create = () => true
// Our own hooks are no part of the bare create, which is to be as quick as it can be.
signups.hooks = { ...signups.hooks, beforeChange: [] }
for (const field of signups.flattenedFields) if ('hooks' in field) field.hooks = {}
const payload = await getPayload({ config, cron: false })
await migrateDatabase(payload)

const app = express()
app.get('/healthz', (_req, res) => {
  res.json({ status: 'ok' })
})
app.use('/api', payloadApi(configuration, env.CMS_URL))
const server = app.listen(Number(new URL(env.CMS_URL).port), '127.0.0.1')
process.on('SIGTERM', () => server.close(() => process.exit(0)))
