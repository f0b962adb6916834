import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'
import { languages } from 'shared/languages'
import type { DocumentReference } from './references.ts'

// Payload cannot ask "which documents refer to this one": a reference may lie in any block and in running text. Reading
// all content took minutes at ten thousand pages, so each database is asked in its own words. What it answers are
// candidates, in visitors' versions and latest drafts; who asks looks at them more closely.

type Id = string | number

/** Ids of the documents of a collection that may refer to another document. */
export const findMentions = (payload: Payload, collection: CollectionSlug, wanted: DocumentReference): Promise<Id[]> =>
  isSqlite(payload.db)
    ? findOnSqlite(payload.db, collection, wanted)
    : findOnMongo(payload, payload.collections[collection].config, wanted)

const isSqlite = (db: object): db is SQLiteAdapter => 'rawTables' in db

type Table = SQLiteAdapter['rawTables'][string]

const tableOf = (slug: string): string => slug.replaceAll('-', '_')
const quoted = (name: string): string => `"${name}"`

/** The columns of a table that refer to another one, by that table's name. */
const foreignColumns = ({ columns, foreignKeys = {} }: Table): { column: string; to: string }[] => [
  ...Object.values(columns).flatMap(({ name, reference }) =>
    reference ? [{ column: name, to: reference.table }] : [],
  ),
  ...Object.values(foreignKeys).flatMap(({ columns: keys, foreignColumns: foreign }) =>
    keys.flatMap((key, place) => {
      const [column, to] = [columns[key]?.name, foreign[place]?.table]
      return column && to ? [{ column, to }] : []
    }),
  ),
]

const parentColumns: readonly string[] = ['_parent_id', 'parent_id']

/** Every row lies in a document's own table, or below it in a table of its blocks, languages, rows or relations. */
const findOnSqlite = async (db: SQLiteAdapter, collection: string, wanted: DocumentReference): Promise<Id[]> => {
  const ask = async (sql: string, values: Id[]): Promise<Id[]> => {
    const { rows } = await db.client.execute({ sql, args: values })
    return rows.flatMap(({ found }) => (typeof found === 'string' || typeof found === 'number' ? [found] : []))
  }
  const tables = new Map(Object.values(db.rawTables).map((table) => [table.name, table]))

  /** The rows of the document's own table that these rows lie below. */
  const climb = async (table: string, root: string, ids: Id[]): Promise<Id[]> => {
    const own = tables.get(table)
    const up = own && foreignColumns(own).find(({ column }) => parentColumns.includes(column))
    if (table === root || !up || ids.length === 0) return table === root ? ids : []
    const places = ids.map(() => '?').join(', ')
    const above = await ask(
      `SELECT DISTINCT ${quoted(up.column)} AS found FROM ${quoted(table)} WHERE id IN (${places})`,
      ids,
    )
    return climb(up.to, root, above)
  }

  const found: Id[] = []
  const main = tableOf(collection)
  const versions = `_${main}_v`
  for (const root of [main, versions]) {
    for (const table of tables.values()) {
      if (table.name !== root && !table.name.startsWith(`${root}_`)) continue
      const isOwnParent = (column: string) =>
        column === '_parent_id' || (column === 'parent_id' && (table.name !== root || root === versions))
      const relations = foreignColumns(table).filter(
        ({ column, to }) => to === tableOf(wanted.relationTo) && !isOwnParent(column),
      )
      const texts = Object.values(table.columns).filter(({ type }) => type === 'jsonb')
      const conditions = [
        ...relations.map(({ column }) => `${quoted(column)} = ?`),
        ...texts.map(({ name }) => `${quoted(name)} LIKE ? OR ${quoted(name)} LIKE ?`),
      ]
      if (conditions.length === 0) continue
      const values = [
        ...relations.map(() => wanted.id),
        ...texts.flatMap(() => [`%"value":${wanted.id}}%`, `%"value":${wanted.id},%`]),
      ]
      // Of the versions only the latest can still be published; there are up to fifty of each document.
      const isBelowVersion = foreignColumns(table).some(({ column, to }) => column === '_parent_id' && to === versions)
      const latest = isBelowVersion ? `_parent_id IN (SELECT id FROM ${quoted(versions)} WHERE latest = 1) AND ` : ''
      const rows = await ask(
        `SELECT id AS found FROM ${quoted(table.name)} WHERE ${latest}(${conditions.join(' OR ')})`,
        values,
      )
      found.push(...(await documentsOf(await climb(table.name, root, rows), root)))
    }
  }
  return [...new Set(found)]

  async function documentsOf(rows: Id[], root: string): Promise<Id[]> {
    if (root === main || rows.length === 0) return rows
    const places = rows.map(() => '?').join(', ')
    return ask(`SELECT parent_id AS found FROM ${quoted(root)} WHERE latest = 1 AND id IN (${places})`, rows)
  }
}

const deepestText = 10 // levels of running text in which a link may lie: a list in a list has four

/** Where in a stored document references to a collection may lie. */
function* mentionPaths(
  fields: FlattenedField[],
  relationTo: string,
  above: string,
  isLocalized: boolean,
): Generator<string> {
  for (const field of fields) {
    const isTable = !isLocalized && 'localized' in field && field.localized === true
    const paths = isTable ? languages.map((language) => `${above}${field.name}.${language}`) : [`${above}${field.name}`]
    for (const path of paths) {
      const below = isLocalized || isTable
      if (field.type === 'relationship' || field.type === 'upload') {
        if (field.relationTo === relationTo) yield path
        else if (Array.isArray(field.relationTo) && field.relationTo.some((slug) => slug === relationTo))
          yield `${path}.value`
      } else if (field.type === 'group' || field.type === 'tab' || field.type === 'array')
        yield* mentionPaths(field.flattenedFields, relationTo, `${path}.`, below)
      else if (field.type === 'blocks') {
        for (const block of field.blocks) yield* mentionPaths(block.flattenedFields, relationTo, `${path}.`, below)
      } else if (field.type === 'richText') {
        for (let depth = 1; depth <= deepestText; depth += 1)
          yield `${path}.root${'.children'.repeat(depth)}.fields.doc.value`
      }
    }
  }
}

const findOnMongo = async (
  { db }: Payload,
  config: SanitizedCollectionConfig,
  wanted: DocumentReference,
): Promise<Id[]> => {
  const itself = await db.collections[wanted.relationTo]?.findById(wanted.id).select('_id')
  const ids = [wanted.id, ...(itself ? [itself._id] : [])] // in running text an id is a text, elsewhere an ObjectId
  const anyOf = (prefix: string) => {
    const paths = new Set(mentionPaths(config.flattenedFields, wanted.relationTo, prefix, false))
    return [...paths].map((path) => ({ [path]: { $in: ids } }))
  }
  const find = async (model: (typeof db.collections)[string] | undefined, filter: object, key: '_id' | 'parent') => {
    const rows = (await model?.collection.find(filter, { projection: { [key]: 1 } }).toArray()) ?? []
    return rows.map((row) => String(row[key]))
  }
  if (anyOf('').length === 0) return []
  const live = await find(db.collections[config.slug], { $or: anyOf('') }, '_id')
  const drafts = config.versions?.drafts
    ? await find(db.versions[config.slug], { latest: true, $or: anyOf('version.') }, 'parent')
    : []
  return [...new Set([...live, ...drafts])]
}
