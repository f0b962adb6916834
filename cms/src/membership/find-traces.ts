import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { mailDirectory } from '../mail.ts'
import { readEml } from './read-eml.ts'

// Where a person's address stands cannot be asked of Payload: it may be in any text, list or history of any document.
// So each database is asked in its own words for every text there is, and whoever erases asks again afterwards.

/** A place where one of the words stands: a row of a collection, or of one of its versions. */
export interface Trace {
  collection: string // its slug; of a version, that of its document
  id: string // of the document, or of the version
  isVersion: boolean
}

type Id = string | number

const isSqlite = (db: object): db is SQLiteAdapter => 'rawTables' in db

/** What holds no personal data, or is what asks. */
const ignored = ['payload_migrations', 'payload-migrations', 'payload_kv', 'payload-kv']

/** Every row that holds one of the words, whatever its capitals. */
export const findTraces = async (payload: Payload, words: readonly string[]): Promise<Trace[]> => {
  const wanted = words.map((word) => word.trim().toLowerCase()).filter((word) => word.length > 2)
  if (wanted.length === 0) return []
  const found = isSqlite(payload.db)
    ? await findOnSqlite(payload, payload.db, wanted)
    : await findOnMongo(payload, wanted)
  const known = new Map(found.map((trace) => [`${trace.collection}/${trace.isVersion}/${trace.id}`, trace]))
  return [...known.values()]
}

const tableOf = (slug: string): string => slug.replaceAll('-', '_')
const quoted = (name: string): string => `"${name}"`

const textTypes = ['text', 'varchar', 'jsonb']

type Table = SQLiteAdapter['rawTables'][string]

const parentColumns = ['_parent_id', 'parent_id']

/** Where a row's document is: the table above, and the column that names the row there. */
const above = ({ columns, foreignKeys = {} }: Table): { column: string; to: string } | undefined => {
  const direct = Object.values(columns).flatMap(({ name, reference }) =>
    reference ? [{ column: name, to: reference.table }] : [],
  )
  const keyed = Object.values(foreignKeys).flatMap(({ columns: keys, foreignColumns }) =>
    keys.flatMap((key, place) => {
      const [column, to] = [columns[key]?.name, foreignColumns[place]?.table]
      return column && to ? [{ column, to }] : []
    }),
  )
  return [...direct, ...keyed].find(({ column }) => parentColumns.includes(column))
}

const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** SQLite makes only A to Z small, so other letters are looked for as they are usually written: Åsa, åsa and ÅSA. */
const waysToWrite = (word: string): string[] => {
  const capitalised = word.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
  return [...new Set([word, word.toUpperCase(), capitalised].map(asciiLower))]
}

const findOnSqlite = async (payload: Payload, db: SQLiteAdapter, wanted: string[]): Promise<Trace[]> => {
  const words = wanted.flatMap(waysToWrite)
  const ask = async (sql: string, args: Id[]): Promise<Id[]> => {
    const { rows } = await db.client.execute({ sql, args })
    return rows.flatMap(({ found }) => (typeof found === 'string' || typeof found === 'number' ? [found] : []))
  }
  const roots = new Map<string, { collection: string; isVersion: boolean }>()
  for (const { slug } of [...payload.config.collections, ...payload.config.globals]) {
    roots.set(tableOf(slug), { collection: slug, isVersion: false })
    roots.set(`_${tableOf(slug)}_v`, { collection: slug, isVersion: true })
  }
  const tables = new Map(Object.values(db.rawTables).map((table) => [table.name, table]))

  const climb = async (name: string, ids: Id[]): Promise<Trace[]> => {
    if (ids.length === 0) return []
    const root = roots.get(name)
    if (root) return ids.map((id) => ({ ...root, id: String(id) }))
    const table = tables.get(name)
    const up = table && above(table)
    if (!up) return ids.map((id) => ({ collection: name, id: String(id), isVersion: false }))
    const places = ids.map(() => '?').join(', ')
    const parents = await ask(
      `SELECT DISTINCT ${quoted(up.column)} AS found FROM ${quoted(name)} WHERE id IN (${places})`,
      ids,
    )
    return climb(up.to, parents)
  }

  const found: Trace[] = []
  for (const table of tables.values()) {
    if (ignored.includes(table.name)) continue
    const texts = Object.values(table.columns).filter(({ type }) => textTypes.includes(type))
    if (texts.length === 0) continue
    const conditions = texts.flatMap(({ name }) => words.map(() => `instr(lower(${quoted(name)}), ?) > 0`))
    const args = texts.flatMap(() => words)
    const rows = await ask(`SELECT id AS found FROM ${quoted(table.name)} WHERE ${conditions.join(' OR ')}`, args)
    found.push(...(await climb(table.name, rows)))
    await setImmediate() // SQLite answers without letting go of the process
  }
  return found
}

const findOnMongo = async ({ db }: Payload, words: string[]): Promise<Trace[]> => {
  const places = [
    ...Object.entries(db.collections).map(([collection, model]) => ({ collection, model, isVersion: false })),
    ...Object.entries(db.versions).map(([collection, model]) => ({ collection, model, isVersion: true })),
    { collection: 'globals', model: db.globals, isVersion: false },
  ]
  const found: Trace[] = []
  for (const { collection, model, isVersion } of places) {
    if (ignored.includes(collection)) continue
    for await (const row of model.collection.find({})) {
      const text = JSON.stringify(row).toLowerCase()
      if (words.some((word) => text.includes(word))) found.push({ collection, id: String(row._id), isVersion })
    }
  }
  return found
}

/** The mails that were written as files and hold one of the words. */
export const findMailFiles = async (words: readonly string[]): Promise<string[]> => {
  const wanted = words.map((word) => word.trim().toLowerCase()).filter((word) => word.length > 2)
  const names = (await readdir(mailDirectory).catch(() => [])).filter((name) => name.endsWith('.eml'))
  const found: string[] = []
  for (const name of wanted.length > 0 ? names : []) {
    const content = await readFile(join(mailDirectory, name)).catch(() => null)
    if (!content) continue
    const { to, subject, text } = readEml(content)
    const all = `${to}\n${subject}\n${text}\n${content.toString('latin1')}`.toLowerCase()
    if (wanted.some((word) => all.includes(word))) found.push(name)
  }
  return found
}

export const removeMailFile = (name: string): Promise<void> => rm(join(mailDirectory, name), { force: true })

/**
 * Writes the SQLite file anew, so that nothing is left in parts of it that were given up before SQLite was told to overwrite
 * them (`database.ts`). MongoDB does that by itself as it compacts.
 */
export const scrubFreedSpace = async ({ db }: Payload): Promise<void> => {
  if (isSqlite(db)) await db.client.execute('VACUUM')
}
