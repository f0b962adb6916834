/**
 * A register of any size to measure on: `node scripts/bench/many-signups.ts SIGNUPS MEMBERS`, with the settings of a CMS that
 * has been started once, clones its only signup and its only member, with names, numbers and times of their own.
 */
import { getPayload } from 'payload'
import { z } from 'zod'

const rowsAtOnce = 500
const hour = 3_600_000

const places = [
  'Rönnfors',
  'Limna',
  'Kvarnsele',
  'Åsele',
  'Östbyn',
  'Ängsholm',
  'Vidje',
  'Lidbruk',
  'Söderby',
  'Norrtälje',
]
const trades = ['Åkeri', 'Bygg', 'Konsult', 'Sågverk', 'Mekaniska', 'Data', 'Skog', 'Energi', 'Livs', 'Media', 'Plåt']
const forms = ['AB', 'HB', 'Ekonomisk förening', '& Söner', 'Ideell förening', 'i Norr AB', 'Kommanditbolag']
const first = [
  'Anna',
  'Björn',
  'Cecilia',
  'Åke',
  'Örjan',
  'Moa',
  'Elsa',
  'Karin',
  'Lars',
  'Måns',
  'Siv',
  'Tove',
  'Ylva',
]
const last = ['Ek', 'Öberg', 'Lind', 'Ström', 'Länta', 'Ångström', 'Berg', 'Dahl', 'Falk', 'Nyström', 'Sjö']

const pick = (from: readonly string[], number: number) => from[number % from.length] ?? ''

/** Most have been decided long ago; some hundreds wait for us. */
const statusOf = (number: number): string => {
  const share = number % 1000
  if (share < 3) return 'confirmed'
  if (share < 5) return 'reviewing'
  if (share < 6) return 'suspected'
  if (share < 10) return 'received'
  if (share < 700) return 'approved'
  return share < 800 ? 'declined' : share < 850 ? 'duplicate' : share < 900 ? 'withdrawn' : 'expired'
}

/** What a signup has of its own, by the names that Payload knows. */
const ownOf = (number: number) => ({
  reference: `KW-${number.toString(36).toUpperCase().padStart(8, '0')}`,
  idempotencyKey: `many-${number}`,
  organisationName: `${pick(places, number)} ${pick(trades, Math.floor(number / 7))} ${pick(forms, Math.floor(number / 31))} ${number}`,
  organisationNumber: String(5_560_000_000 + number),
  contactName: `${pick(first, number)} ${pick(last, Math.floor(number / 5))}`,
  contactEmail: `kontakt-${number}@example.org`,
  language: number % 5 === 0 ? 'en' : 'sv',
  status: statusOf(number),
  mailState: 'made',
})

const timesOf = (number: number, all: number) => ({
  createdAt: new Date(Date.now() - (all - number + 48) * (hour / 4)),
  statusChangedAt: new Date(Date.now() - (all - number) * (hour / 4)),
})

/** What a clone has of its own, by field. */
type Own = Record<string, string | number | Date>

const columnOf = (field: string) => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)

/** As much of SQLite's client as cloning needs. */
interface Client {
  execute: (
    statement: string | { sql: string; args: (string | number | bigint | ArrayBuffer | null)[] },
  ) => Promise<{ rows: Record<string, string | number | bigint | ArrayBuffer | null>[]; columns: string[] }>
  executeMultiple: (statements: string) => Promise<void>
}

const isSqlite = (db: object): db is { client: Client } => 'rawTables' in db

/** Clones the first row of a table, each with what is its own. */
const cloneOnSqlite = async ({ client }: { client: Client }, table: string, owns: Iterable<Own>): Promise<void> => {
  const { rows, columns } = await client.execute(`SELECT * FROM "${table}" ORDER BY id LIMIT 1`)
  const [template] = rows
  if (!template) throw new Error(`There is no row in ${table} to clone.`)
  const names = columns.filter((name) => name !== 'id')
  const insert = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => '?').join()})`
  await client.executeMultiple('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY')
  await client.execute('BEGIN')
  for (const own of owns) {
    const values = new Map(Object.entries(own).map(([field, value]) => [columnOf(field), value]))
    const args = names.map((name) => {
      const value = values.get(name) ?? template[name] ?? null
      return value instanceof Date ? value.toISOString() : value
    })
    await client.execute({ sql: insert, args })
  }
  await client.execute('COMMIT')
  await client.executeMultiple('PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE')
}

const cloneOnMongo = async (
  collection: { findOne: () => Promise<object | null>; insertMany: (rows: object[]) => Promise<unknown> } | undefined,
  owns: Iterable<Own>,
): Promise<void> => {
  const template = await collection?.findOne()
  if (!collection || !template) throw new Error('There is no document to clone.')
  const { _id: _, ...rest } = { _id: null, ...template }
  let rows: object[] = []
  for (const own of owns) {
    rows.push({ ...structuredClone(rest), ...own })
    if (rows.length < rowsAtOnce) continue
    await collection.insertMany(rows)
    rows = []
  }
  if (rows.length > 0) await collection.insertMany(rows)
}

function* many<Row>(all: number, make: (number: number) => Row): Generator<Row> {
  for (let number = 1; number <= all; number += 1) yield make(number)
}

const [signups, members] = z
  .tuple([z.coerce.number().int().positive(), z.coerce.number().int().positive()])
  .parse(process.argv.slice(2))

const { default: config } = await import('../../cms/src/payload.config.ts')
const { deskTextOf } = await import('../../cms/src/membership/find-on-desk.ts')
const payload = await getPayload({ config, cron: false })
const clone = (collection: 'signups' | 'members', owns: Iterable<Own>) =>
  isSqlite(payload.db)
    ? cloneOnSqlite(payload.db, collection, owns)
    : cloneOnMongo(payload.db.collections[collection]?.collection, owns)

await clone(
  'signups',
  many(signups, (number) => {
    const own = { ...ownOf(number), ...timesOf(number, signups) }
    return { ...own, ...deskTextOf(own) }
  }),
)
await clone(
  'members',
  many(members, (number) => {
    const { organisationName, organisationNumber } = ownOf(number)
    return { organisationName, organisationNumber, memberNumber: 100_000 + number, slug: `member-${number}` }
  }),
)
await payload.destroy()
process.exit(0)
