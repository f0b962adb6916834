import type { Language } from 'shared/languages'
import type { PreviewedCollection } from 'shared/publishing/preview-link'
import { type AdminTextKey, isAdminTextKey, sayAdmin } from 'shared/translations/admin'
import { type Translate, translateTo } from 'shared/translations/translate'
import { z } from 'zod'
import { parseDocument } from '../content/from-cms.ts'
import { type ContentChange, nameOfCollection } from '../content/kinds.ts'

/** A draft as far as it can be shown, with a sentence for each part that was left out; or the field that keeps it from that. */
export type ReadDraft = { change: ContentChange; notes: string[] } | { obstacle: string }

type Raw = Record<string, unknown>

const rawSchema = z.record(z.string(), z.unknown())

const mostPartsLeftOut = 300

/** Lists of rows. The editor's form counts the rows of an empty one instead of giving it. */
const lists: readonly string[] = ['blocks', 'facts', 'contacts', 'fields', 'consents', 'areasOfWork', 'questions']
/** Parts that a document can be shown without. */
const optionalParts: readonly string[] = [
  'hero',
  'body',
  'event',
  'privacyNotice',
  'receiptText',
  'searchDescription',
  'order',
]

/** An empty text is no text; a counted list is an empty one. */
const plain = (raw: Raw): Raw =>
  Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      if (typeof value === 'string' && value.trim() === '') return [name, null]
      return [name, lists.includes(name) && typeof value === 'number' ? [] : value]
    }),
  )

/** The draft with everything that only a published document must have: made up where it is missing. */
const completed = (collection: PreviewedCollection, id: string, given: Raw): Raw => {
  const raw = plain(given)
  const blocks: unknown = raw['blocks']
  const slug: unknown = raw['slug']
  const hasSlug = typeof slug === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)
  const version: unknown = raw['version']
  return {
    ...raw,
    id,
    slug: hasSlug ? slug : `preview-${id}`,
    updatedAt: raw['updatedAt'] ?? new Date().toISOString(),
    ...(collection === 'news' ? { publishedOn: raw['publishedOn'] ?? new Date().toISOString() } : {}),
    ...(collection === 'signup-forms' ? { version: typeof version === 'number' && version > 0 ? version : 1 } : {}),
    ...(Array.isArray(blocks)
      ? {
          blocks: blocks.map((block) => {
            const parsed = rawSchema.safeParse(block)
            return parsed.success ? plain(parsed.data) : block
          }),
        }
      : {}),
  }
}

const isNumber = (segment: string | undefined): boolean => segment !== undefined && /^\d+$/.test(segment)

/** A copy of a value in which what a path leads to is empty. */
const emptiedAt = (value: unknown, [first, ...rest]: string[]): unknown => {
  if (first === undefined) return null
  if (Array.isArray(value)) {
    return value.map((each: unknown, place) => (place === Number(first) ? emptiedAt(each, rest) : each))
  }
  const parsed = rawSchema.safeParse(value)
  return parsed.success ? { ...parsed.data, [first]: emptiedAt(parsed.data[first], rest) } : value
}

const collectionKeys: Record<PreviewedCollection, string> = {
  pages: 'pages',
  news: 'news',
  quotes: 'quotes',
  'fact-boxes': 'factBoxes',
  contacts: 'contacts',
  'glossary-terms': 'glossaryTerms',
  'signup-forms': 'signupForms',
}

const blockTypeOf = (raw: Raw, place: number): string => {
  const blocks: unknown = raw['blocks']
  const block = rawSchema.safeParse(Array.isArray(blocks) ? blocks[place] : null)
  return block.success ? String(block.data['blockType']) : ''
}

interface Named {
  collection: PreviewedCollection
  language: Language
}

/** What the editor calls a field, by its path: `['blocks', '2', 'facts', '0', 'text']` → "Vad siffran säger". */
const nameOfField = ({ collection, language }: Named, path: string[], blockType: string): string => {
  const fields = path
    .slice(0, path.includes('root') ? path.indexOf('root') : undefined)
    .filter((each) => !isNumber(each))
  const name = fields.at(-1) ?? ''
  const above = fields.at(-2) ?? ''
  const subject = collectionKeys[collection]
  const keys = [
    `${above}.${name}`, // facts.text, link.address
    ...(blockType ? [`blocks.${blockType}.${name}`, `quotes.${name}`] : []),
    `${subject}.${[above, name].filter(Boolean).join('.')}`,
    `${subject}.${name}`,
    `${name}.label`,
  ]
  const key = keys.find((each): each is AdminTextKey => isAdminTextKey(each))
  return key ? sayAdmin(language, key) : name
}

const nameOfList = ({ collection, language }: Named, list: string): string => {
  const key = [`${collectionKeys[collection]}.${list}`, `${list}.label`].find((each) => isAdminTextKey(each))
  return key ? sayAdmin(language, key) : list
}

/**
 * Reads what somebody is still writing. A block or row that cannot be shown is left out and told; without a field that the
 * document cannot do without, nothing is shown.
 */
export const readDraft = ({ collection, id, language }: Named & { id: string }, given: Raw): ReadDraft => {
  const named = { collection, language }
  const t: Translate = translateTo(language)
  const name = nameOfCollection(collection)
  if (!name) return { obstacle: collection }
  const original = completed(collection, id, given)
  const notes: string[] = []
  const places = new Map<string, number[]>() // where the rows that are left stood, by the name of their list
  let raw = original

  for (let leftOut = 0; leftOut <= mostPartsLeftOut; leftOut += 1) {
    const read = parseDocument(name, language, raw)
    if ('change' in read) return { change: read.change, notes }
    const path = String(read.problem.values?.['field'] ?? '').split('.')
    const [part = '', row] = path
    const rows: unknown = raw[part]
    const rowsBefore: unknown = original[part]
    const place = places.get(part)?.[Number(row)] ?? Number(row)
    const isRow = Array.isArray(rows) && isNumber(row) && Array.isArray(rowsBefore)
    const blockType = part === 'blocks' && isRow ? blockTypeOf(original, place) : ''
    const field = nameOfField(named, path, blockType)
    const kindKey = `blocks.${blockType}.singular`
    const kind = isAdminTextKey(kindKey) ? sayAdmin(language, kindKey) : blockType
    if (path.at(-1) === 'address' && path.length > 1) {
      raw = { ...raw, [part]: emptiedAt(raw[part], path.slice(1)) } // a half-typed address leads nowhere
    } else if (isRow) {
      const left = places.get(part) ?? rowsBefore.map((_, index) => index)
      places.set(part, left.toSpliced(Number(row), 1))
      raw = { ...raw, [part]: rows.toSpliced(Number(row), 1) }
      const number = place + 1
      notes.push(
        part === 'blocks'
          ? t('preview.note.block', { number, kind, field })
          : t('preview.note.row', { number, list: nameOfList(named, part), field }),
      )
    } else if (optionalParts.includes(part) && raw[part] !== null) {
      raw = { ...raw, [part]: null }
      notes.push(t('preview.note.part-left-out', { part: nameOfField(named, [part], ''), field }))
    } else {
      return { obstacle: field }
    }
  }
  return { obstacle: '' }
}
