import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Field, Payload } from 'payload'
import type { Language } from 'shared/languages'
import { type SignupStatus, signupStatuses } from 'shared/membership/signup-status'
import { fieldForNobody } from '../access.ts'
import { usesMongo } from '../database.ts'

// At a hundred thousand signups the desk must answer at once, and rows are wide: answers, history, price. So there is one
// narrow index with all that the desk filters, searches and sorts by. Payload's own questions would read whole rows, and
// SQLite's LIKE holds Å and å for different letters; so each database is asked in its own words, and of that index only.
// MongoDB takes an index apart field by field. There the searched fields lie in one text, `deskText`, which takes a third as
// long to read; and what is counted is counted in an index that begins with what narrows it.

const filtered = ['createdAt', 'status', 'statusChangedAt', 'language', 'form'] as const
const searched = ['organisationName', 'contactName', 'contactEmail', 'organisationNumber', 'reference'] as const

const counted = ['status', 'language', 'form', 'createdAt', 'statusChangedAt'] as const

/** The desk's indexes, their fields in the order in which they are read. */
export const deskIndexes = usesMongo
  ? [{ fields: [...filtered] }, { fields: [...counted] }]
  : [{ fields: [...filtered, ...searched] }]

/** What the desk searches on MongoDB, beside the columns that it is made of: there alone such a field exists. */
export const deskTextFields: Field[] = usesMongo
  ? [
      {
        name: 'deskText',
        type: 'text',
        index: true,
        access: { read: fieldForNobody, update: fieldForNobody },
        admin: { hidden: true },
      },
    ]
  : []

const firstLetter = 'A'.charCodeAt(0)

/** Capital letters that sort as moments do; what is searched for is written small, and so is never found in them. */
const sayInCapitals = (moment: Date): string =>
  [...moment.getTime().toString(16).padStart(12, '0')]
    .map((digit) => String.fromCharCode(firstLetter + Number.parseInt(digit, 16)))
    .join('')

/**
 * The `deskText` of a row, to be written in the very statement that writes one of its columns: who is taken out of them is
 * then out of the search, too. Small letters, and before them the moment, so that its index has the newest last.
 */
export const deskTextOf = ({ createdAt, ...row }: Record<string, unknown>): { deskText?: string } => {
  if (!usesMongo) return {}
  const moment = sayInCapitals(createdAt instanceof Date ? createdAt : new Date())
  return { deskText: [moment, ...searched.map((field) => toSearched(row[field]))].join('\n') }
}

const toSearched = (text: unknown): string => (typeof text === 'string' ? text.normalize('NFC').toLowerCase() : '')

const rowsAtOnce = 500

/** Gives signups from before there was a `deskText` theirs; on MongoDB only, where a field comes without a migration. */
export const fillDeskTexts = async ({ db }: Payload): Promise<void> => {
  const collection = usesMongo ? db.collections['signups']?.collection : undefined
  if (!collection) return
  const projection = Object.fromEntries(['createdAt', ...searched].map((field) => [field, 1]))
  for (;;) {
    const rows = await collection.find({ deskText: null }, { projection, limit: rowsAtOnce }).toArray()
    if (rows.length === 0) return
    await collection.bulkWrite(
      rows.map((row) => ({
        updateOne: { filter: { _id: row._id, deskText: null }, update: { $set: deskTextOf(row) } },
      })),
    )
  }
}

const mostWords = 6
const mostLetters = 100

/** The most that a search finds: who gets more writes another word. */
export const mostFound = 1000

/** Which signups are asked for. */
export interface DeskQuestion {
  statuses: readonly SignupStatus[]
  words: readonly string[]
  language?: Language | undefined
  form?: string | undefined
  /** Only what has stood where it stands since this moment or longer. */
  since?: Date | undefined
  sort: 'longest-wait' | 'newest'
  from: number
  size: number
}

/** The ids on one page, and how many there are in all; a search counts to `mostFound` + 1. */
export interface DeskFinding {
  ids: string[]
  total: number
}

/** The words of what somebody wrote into the search. An organisation number may be written with its hyphen. */
export const readWords = (text: string): string[] =>
  text
    .slice(0, mostLetters)
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => (/^\d{6}[-–]\d{1,4}$/.test(word) ? word.replace(/\D/g, '') : word))

const isSqlite = (db: object): db is SQLiteAdapter => 'rawTables' in db

/** Finds a page of signups. Each word must occur in one of the columns that are searched; capital letters are no matter. */
export const findOnDesk = (payload: Payload, question: DeskQuestion): Promise<DeskFinding> =>
  isSqlite(payload.db) ? findOnSqlite(payload.db, question) : findOnMongo(payload, question)

/** How many signups there are in each status. */
export const countStatuses = async (payload: Payload): Promise<Map<string, number>> => {
  if (isSqlite(payload.db)) {
    const { rows } = await payload.db.client.execute('SELECT status, count(*) AS many FROM signups GROUP BY status')
    return new Map(rows.map(({ status, many }) => [String(status), Number(many)]))
  }
  const collection = payload.db.collections['signups']?.collection
  const count = async (status: SignupStatus): Promise<[string, number]> => [
    status,
    (await collection?.countDocuments({ status }, { hint: { status: 1 } })) ?? 0,
  ]
  return new Map(await Promise.all(signupStatuses.map(count)))
}

/** `Öberg` becomes `*[öÖ][bB][eE][rR][gG]*`. */
const globOf = (word: string): string =>
  `*${[...word]
    .map((letter) => {
      const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()]
      if (lower !== upper && upper.length === letter.length) return `[${lower}${upper}]`
      return '*?['.includes(letter) ? `[${letter}]` : letter
    })
    .join('')}*`

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)

// The order of the desk's index, further than it matters: SQLite would else take the index of `createdAt` alone, and read
// every row that this one leads to.
const newest = 'created_at DESC, status DESC, status_changed_at DESC'

const findOnSqlite = async ({ client }: SQLiteAdapter, question: DeskQuestion): Promise<DeskFinding> => {
  const { statuses, words, language, form, since, sort, from, size } = question
  const columns = searched.map(columnOf)
  // The plus keeps SQLite from the index of statuses alone, which would make it read every row that has one of them.
  const conditions = [
    `+status IN (${statuses.map(() => '?').join(', ')})`,
    ...(language ? ['+language = ?'] : []),
    ...(form ? ['+form = ?'] : []),
    ...(since ? ['coalesce(status_changed_at, created_at) <= ?'] : []),
    ...words.map(() => `(${columns.map((column) => `${column} GLOB ?`).join(' OR ')})`),
  ].join(' AND ')
  const values = [
    ...statuses,
    ...(language ? [language] : []),
    ...(form ? [form] : []),
    ...(since ? [since.toISOString()] : []),
    ...words.flatMap((word) => columns.map(() => globOf(word))),
  ]
  const order = sort === 'newest' ? newest : 'coalesce(status_changed_at, created_at) ASC, id ASC'
  const ask = async (limit: number, offset: number) => {
    const sql = `SELECT id FROM signups WHERE ${conditions} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`
    const { rows } = await client.execute({ sql, args: values })
    return rows.map(({ id }) => String(id))
  }
  if (words.length > 0) {
    const found = await ask(mostFound + 1, 0)
    return { ids: found.slice(0, mostFound).slice(from, from + size), total: found.length }
  }
  const ids = await ask(size, from)
  const sql = `SELECT count(*) AS many FROM signups WHERE ${conditions}`
  const { rows } = await client.execute({ sql, args: values })
  return { ids, total: Number(rows[0]?.['many'] ?? 0) }
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)

/** The column that a word alone points to, which has an index of its own: a whole number, an address, a reference. */
const identifierIn = ([word = '', ...others]: readonly string[]): { field: string; begins: string } | null => {
  if (others.length > 0) return null
  if (word.includes('@')) return { field: 'contactEmail', begins: word.toLowerCase() }
  if (/^\d{6,}$/.test(word)) return { field: 'organisationNumber', begins: word }
  return /^kw-/i.test(word) ? { field: 'reference', begins: word.toUpperCase() } : null
}

const indexOf = (fields: readonly string[]): Record<string, 1> => Object.fromEntries(fields.map((field) => [field, 1]))

const findOnMongo = async (payload: Payload, question: DeskQuestion): Promise<DeskFinding> => {
  const { statuses, words, language, form, since, sort, from, size } = question
  const collection = payload.db.collections['signups']?.collection
  if (!collection) return { ids: [], total: 0 }
  const narrowed = {
    status: { $in: [...statuses] },
    ...(language ? { language } : {}),
    ...(form ? { form } : {}),
    ...(since ? { statusChangedAt: { $lte: since }, createdAt: { $lte: since } } : {}), // null is less
  }
  const order: Record<string, 1 | -1> = sort === 'newest' ? { createdAt: -1 } : { statusChangedAt: 1, createdAt: 1 }
  const ask = async (
    filter: object,
    index: Record<string, 1>,
    limit: number,
    skip: number,
    sorted: typeof order = order,
  ) => {
    const options = { projection: { _id: 1 as const }, hint: index, sort: sorted, skip, limit, batchSize: limit }
    const rows = await collection.find(filter, options).toArray()
    return rows.map(({ _id }) => String(_id))
  }
  const pageOf = (found: string[]): DeskFinding => ({
    ids: found.slice(0, mostFound).slice(from, from + size),
    total: found.length,
  })
  const identifier = identifierIn(words)
  if (identifier) {
    const { field, begins } = identifier
    const filter = { ...narrowed, [field]: { $regex: `^${escaped(begins)}` } }
    const found = await ask(filter, { [field]: 1 }, mostFound + 1, 0)
    if (found.length > 0) return pageOf(found)
  }
  if (words.length > 0) {
    // The longest word first: it is the rarest as a rule, and a row without it is not looked at for the others.
    const sought = words.map(toSearched).toSorted((one, other) => other.length - one.length)
    const $and = sought.map((word) => ({ deskText: { $regex: escaped(word) } }))
    const asFound = sort === 'newest' ? { deskText: -1 as const } : order
    return pageOf(await ask({ ...narrowed, $and }, { deskText: 1 }, mostFound + 1, 0, asFound))
  }
  // What has waited longest is asked of groups that are worked off and so are small: their index leads to few rows.
  const index = sort === 'newest' ? indexOf(filtered) : indexOf(['status'])
  const [ids, total] = await Promise.all([
    ask(narrowed, index, size, from),
    collection.countDocuments(narrowed, { hint: indexOf(counted) }),
  ])
  return { ids, total }
}
