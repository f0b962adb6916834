import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import type { Language } from 'shared/languages'
import type { SignupStatus } from 'shared/membership/signup-status'
import { z } from 'zod'

// At a hundred thousand signups the desk must answer at once, and rows are wide: answers, history, price. So there is one
// narrow index with all that the desk filters, searches and sorts by. Payload's own questions would read whole rows, and
// SQLite's LIKE holds Å and å for different letters; so each database is asked in its own words, and of that index only.

/** What the desk filters, searches and sorts by, in the order of its index. */
export const deskIndex = [
  'createdAt',
  'status',
  'statusChangedAt',
  'language',
  'form',
  'organisationName',
  'contactName',
  'contactEmail',
  'organisationNumber',
  'reference',
] as const

const searched = ['organisationName', 'contactName', 'contactEmail', 'organisationNumber', 'reference'] as const
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
  /** How many there are, where that is known already. */
  total?: number | undefined
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
  const rows: unknown = await payload.db.collections['signups']?.collection
    .aggregate([{ $sort: { status: 1 } }, { $group: { _id: '$status', many: { $sum: 1 } } }], { hint: { status: 1 } })
    .toArray()
  const counted = z.array(z.object({ _id: z.string().nullable(), many: z.number() })).parse(rows ?? [])
  return new Map(counted.map(({ _id, many }) => [String(_id), many]))
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
  if (question.total !== undefined) return { ids, total: question.total }
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
  const hint: Record<string, 1> = Object.fromEntries(deskIndex.map((field) => [field, 1]))
  const order: Record<string, 1 | -1> = sort === 'newest' ? { createdAt: -1 } : { statusChangedAt: 1, createdAt: 1 }
  const ask = async (filter: object, index: Record<string, 1>, limit: number, skip: number) => {
    const options = { projection: { _id: 1 as const }, hint: index, sort: order, skip, limit }
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
    const $and = words.map((word) => ({
      $or: searched.map((field) => ({ [field]: { $regex: escaped(word), $options: 'i' } })),
    }))
    return pageOf(await ask({ ...narrowed, $and }, hint, mostFound + 1, 0))
  }
  // What has waited longest is asked of groups that are worked off and so are small: their index leads to few rows.
  const ids = await ask(narrowed, sort === 'newest' ? hint : { status: 1 }, size, from)
  return { ids, total: question.total ?? (await collection.countDocuments(narrowed, { hint })) }
}
