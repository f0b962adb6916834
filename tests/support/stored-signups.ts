import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { inMongo, type Store } from './databases.ts'

const rowSchema = z.object({
  reference: z.string().nullish(),
  idempotencyKey: z.string().nullish(),
  bodyHash: z.string().nullish(),
  organisationName: z.string().nullish(),
  contactEmail: z.string().nullish(),
  status: z.string().nullish(),
  mailState: z.string().nullish(),
  answers: z.preprocess(
    (stored) => (typeof stored === 'string' ? JSON.parse(stored) : stored),
    z.record(z.string(), z.unknown()).nullish(),
  ),
})
export type StoredSignup = z.infer<typeof rowSchema>

interface StoredSignups {
  rows: StoredSignup[]
  /** What the database says of its own soundness; `ok` when nothing is wrong. */
  soundness: string
}

const columns = {
  reference: 'reference',
  idempotencyKey: 'idempotency_key',
  bodyHash: 'body_hash',
  organisationName: 'organisation_name',
  contactEmail: 'contact_email',
  status: 'status',
  mailState: 'mail_state',
  answers: 'answers',
}
const keyIndex = 'signups_idempotency_key_idx'

const openFile = (store: Store) => new DatabaseSync(join(store.dataDirectory, 'klusterwebb.db'))

const readFile = (store: Store): StoredSignups => {
  const file = openFile(store)
  try {
    const wanted = Object.entries(columns).map(([name, column]) => `${column} as "${name}"`)
    const rows = file.prepare(`select ${wanted.join(', ')} from signups`).all()
    const [found] = file.prepare('pragma integrity_check').all()
    return { rows: rows.map((row) => rowSchema.parse(row)), soundness: String(found?.['integrity_check']) }
  } finally {
    file.close()
  }
}

/** All signups as they lie in the database, past the CMS, which must be stopped on SQLite. */
export const readStoredSignups = async (store: Store): Promise<StoredSignups> => {
  const url = store.settings['DATABASE_URL']
  if (!url) return readFile(store)
  return inMongo(url, async (client) => {
    const rows = await client.db().collection('signups').find().toArray()
    const { valid } = await client.db().command({ validate: 'signups', full: true })
    return { rows: rows.map((row) => rowSchema.parse(row)), soundness: valid === true ? 'ok' : 'not valid' }
  })
}

/** Breaks the database: the same key may be stored twice. On SQLite the CMS must be stopped. */
export const allowEqualKeys = async (store: Store): Promise<void> => {
  const url = store.settings['DATABASE_URL']
  if (url) {
    await inMongo(url, async (client) => {
      await client.db().collection('signups').dropIndex('idempotencyKey_1')
    })
    return
  }
  const file = openFile(store)
  file.exec(`drop index ${keyIndex}`)
  file.close()
}
