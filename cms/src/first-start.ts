import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { env } from './env.ts'

/** On a database without users: makes the first administrator and, unless SEED=none, the example organisation. */
export const prepareFirstStart = async (payload: Payload): Promise<void> => {
  const { totalDocs: users } = await payload.count({ collection: 'users' })
  if (users > 0) return
  const { totalDocs: pages } = await payload.count({ collection: 'pages' })
  if (env.SEED === 'example' && pages === 0) {
    console.log('Creating the example organisation …')
    const { seedExample } = await import('./example/seed-example.ts') // read only when it is needed
    await seedExample(payload)
  }
  await createAdministrator(payload)
}

const createAdministrator = async (payload: Payload): Promise<void> => {
  const email = env.ADMIN_EMAIL ?? 'admin@example.org'
  const password = env.ADMIN_PASSWORD ?? randomBytes(15).toString('base64url')
  await payload.create({ collection: 'users', data: { email, password, name: 'Administrator', role: 'administrator' } })
  if (!env.ADMIN_PASSWORD) {
    console.log(`\n  The first administrator: ${email}\n  Password (shown only now):   ${password}\n`)
  }
}
