import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Migration, Payload } from 'payload'
import { env } from './env.ts'

/** SQLite when no DATABASE_URL is given, else MongoDB. What differs between them is here, in the write queue and in `find-mentions.ts`. */
export const usesMongo = env.DATABASE_URL !== undefined
export const sqliteFile = join(env.DATA_DIR, 'klusterwebb.db')
const copyBeforeMigrating = `${sqliteFile}.before-migration`

/**
 * Payload's database adapter.
 *
 * SQLite: no `transactionOptions` (its client would open a connection per transaction and lose its settings), no WAL
 * (the bundled SQLite 3.45 has the WAL-reset defect), schema by committed migrations only.
 * MongoDB: an acknowledged write is on a majority's disks, and unique indexes exist before the first request.
 */
export const openDatabase = async () => {
  // Only the adapter in use is loaded: the other one would cost every start a fifth of a second.
  if (env.DATABASE_URL) {
    const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
    return mongooseAdapter({
      url: env.DATABASE_URL,
      connectOptions: {
        autoIndex: false, // `migrateDatabase` makes collections and indexes, one after another
        autoCreate: false,
        writeConcern: { w: 'majority', j: true },
        retryWrites: true,
        serverSelectionTimeoutMS: 8000,
      },
      transactionOptions: { writeConcern: { w: 'majority', j: true } },
    })
  }
  const [{ sqliteAdapter }, { index }] = await Promise.all([
    import('@payloadcms/db-sqlite'),
    import('@payloadcms/db-sqlite/drizzle/sqlite-core'),
  ])
  return sqliteAdapter({
    client: { url: `file:${sqliteFile}` },
    autoIncrement: true,
    push: false,
    migrationDir: resolve('cms/src/migrations'),
    afterSchemaInit: [
      ({ extendTable, schema }) => {
        for (const [name, table] of Object.entries(schema.tables)) {
          // Payload's one index of a table of texts begins with the language, but texts are looked up by their document
          // alone: without this each look-up reads the whole table, some twenty times in a save.
          if (name.endsWith('_locales'))
            extendTable({
              table,
              extraConfig: ({ _parentID }) => ({ parent: index(`${name}_parent_id_idx`).on(_parentID) }),
            })
          // Each save looks for the oldest of the document's versions, and would read every one of them whole to sort them.
          if (name.endsWith('_v'))
            extendTable({
              table,
              extraConfig: ({ parent, updatedAt, createdAt }) =>
                parent ? { age: index(`${name}_age_idx`).on(parent, updatedAt, createdAt) } : {},
            })
        }
        return schema
      },
    ],
  })
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Makes the place of the SQLite file and, when an earlier migration was cut off, puts the copy from before it back. */
export const prepareDatabase = async (): Promise<void> => {
  await mkdir(env.DATA_DIR, { recursive: true })
  if (!usesMongo && (await exists(copyBeforeMigrating))) await rename(copyBeforeMigrating, sqliteFile)
}

/**
 * Makes what is missing of MongoDB's collections and indexes. One after another: a server builds three indexes at a time
 * at most, and one that is asked for two hundred at once has been seen to end.
 */
const ensureCollections = async ({ db }: Payload): Promise<void> => {
  for (const model of [...Object.values(db.collections), ...Object.values(db.versions), db.globals]) {
    await model.createCollection()
    await model.createIndexes()
  }
}

/**
 * Brings the database to the present schema. SQLite migrations run without a transaction here, so the file is copied
 * first and put back when one fails or is cut off. On MongoDB there are only collections and indexes to make.
 */
export const migrateDatabase = async (payload: Payload): Promise<void> => {
  if (usesMongo) return ensureCollections(payload)
  const { migrations } = await import('./migrations/index.ts')
  const done = (await exists(sqliteFile)) ? await namesOfMigrationsDone(payload) : []
  if (migrations.every(({ name }) => done.includes(name))) return
  if (done.length > 0) {
    await copyFile(sqliteFile, `${copyBeforeMigrating}.part`)
    await rename(`${copyBeforeMigrating}.part`, copyBeforeMigrating)
  }
  // Payload types a migration's arguments as unknown; its own SQLite adapter hands over what ours expect.
  await payload.db.migrate({ migrations: migrations as Migration[] })
  await rm(copyBeforeMigrating, { force: true })
}

const namesOfMigrationsDone = async (payload: Payload): Promise<string[]> => {
  try {
    const { docs } = await payload.find({ collection: 'payload-migrations', limit: 0, pagination: false })
    return docs.map((migration) => migration.name ?? '')
  } catch {
    return [] // a new file has no table of migrations yet
  }
}
