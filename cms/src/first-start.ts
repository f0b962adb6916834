import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { env } from './env.ts'

// Set while the example is being made, so that a start after one that was cut off knows what it found.
const exampleUnfinished = 'example-unfinished'

/**
 * On an empty database: the example organisation, unless SEED=none, and the first administrator. On one with content but
 * without users, as when the last one was deleted: a new administrator, and nothing else.
 */
export const prepareFirstStart = async (payload: Payload): Promise<void> => {
  const { totalDocs: users } = await payload.count({ collection: 'users' })
  if (users > 0) return
  const { totalDocs: pages } = await payload.count({ collection: 'pages' })
  const unfinished = await payload.kv.has(exampleUnfinished)
  if (env.SEED === 'example' && (pages === 0 || unfinished)) {
    console.log('Creating the example organisation …')
    await payload.kv.set(exampleUnfinished, true)
    if (unfinished) await removeContent(payload)
    const { seedExample } = await import('./example/seed-example.ts') // read only when it is needed
    await seedExample(payload)
    await payload.kv.delete(exampleUnfinished)
  }
  await createAdministrator(payload)
}

const removeContent = async (payload: Payload): Promise<void> => {
  for (const { slug, versions } of payload.config.collections) {
    if (slug.startsWith('payload-')) continue
    await payload.db.deleteMany({ collection: slug, where: {} })
    if (versions) await payload.db.deleteVersions({ collection: slug, where: {} })
  }
}

const createAdministrator = async (payload: Payload): Promise<void> => {
  const email = env.ADMIN_EMAIL ?? 'admin@example.org'
  const password = env.ADMIN_PASSWORD ?? randomBytes(15).toString('base64url')
  await payload.create({ collection: 'users', data: { email, password, name: 'Administrator', role: 'administrator' } })
  if (!env.ADMIN_PASSWORD) {
    console.log(
      `\n  Sign in at ${env.SITE_URL}/admin\n  The first administrator: ${email}\n  Password (shown only now): ${password}\n`,
    )
  }
}
