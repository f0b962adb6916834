import type {
  CollectionBeforeValidateHook,
  CollectionConfig,
  FlattenedField,
  GlobalBeforeValidateHook,
  GlobalConfig,
  PayloadRequest,
} from 'payload'
import { ValidationError } from 'payload'
import { adminLanguage, type AdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import { sayTo } from './refusals.ts'

const longestText = 200_000
const mostBlocks = 200

interface Oversized {
  path: string
  label: unknown
  key: Extract<AdminTextKey, 'refusal.text.too-long' | 'refusal.blocks.too-many'>
  values: Record<string, number>
}

const recordSchema = z.record(z.string(), z.unknown())
const rowsSchema = z.array(recordSchema)

/** How many characters a rich text says, whatever is around them. */
const lengthOfRichText = (node: unknown): number => {
  const parsed = recordSchema.safeParse(node)
  if (!parsed.success) return 0
  const { text, children, root } = parsed.data
  const own = typeof text === 'string' ? text.length : 0
  const below = Array.isArray(children) ? children.reduce((sum: number, child) => sum + lengthOfRichText(child), 0) : 0
  return own + below + (root === undefined ? 0 : lengthOfRichText(root))
}

function* oversizedIn(fields: FlattenedField[], data: Record<string, unknown>, above = ''): Generator<Oversized> {
  for (const field of fields) {
    const value = data[field.name]
    if (value === null || value === undefined) continue
    const path = `${above}${field.name}`
    const label = 'label' in field ? field.label : undefined
    const length = field.type === 'richText' ? lengthOfRichText(value) : typeof value === 'string' ? value.length : 0
    if (length > longestText)
      yield { path, label, key: 'refusal.text.too-long', values: { length, longest: longestText } }
    const record = recordSchema.safeParse(value)
    if ((field.type === 'group' || field.type === 'tab') && record.success)
      yield* oversizedIn(field.flattenedFields, record.data, `${path}.`)
    const rows = rowsSchema.safeParse(value)
    if (!rows.success) continue
    if (field.type === 'blocks' && rows.data.length > mostBlocks)
      yield { path, label, key: 'refusal.blocks.too-many', values: { count: rows.data.length, most: mostBlocks } }
    for (const [place, row] of rows.data.entries()) {
      const block = field.type === 'blocks' ? field.blocks.find(({ slug }) => slug === row['blockType']) : undefined
      const inRow = block?.flattenedFields ?? (field.type === 'array' ? field.flattenedFields : [])
      yield* oversizedIn(inRow, row, `${path}.${place}.`)
    }
  }
}

const labelIn = (label: unknown, language: string): string => {
  const labels = recordSchema.safeParse(label)
  const said = labels.success ? labels.data[language] : label
  return typeof said === 'string' ? said : ''
}

const refuse = (fields: FlattenedField[], data: unknown, req: PayloadRequest): void => {
  const document = recordSchema.safeParse(data)
  const oversized = document.success ? [...oversizedIn(fields, document.data)] : []
  if (oversized.length === 0) return
  const errors = oversized.map(({ path, label, key, values }) => ({
    path,
    label: labelIn(label, adminLanguage(req)),
    message: sayTo(req, key, values),
  }))
  throw new ValidationError({ errors }, req.t)
}

const refuseOversized: CollectionBeforeValidateHook = ({ collection, data, req }) => {
  refuse(collection.flattenedFields, data, req)
  return data
}

const refuseOversizedInGlobal: GlobalBeforeValidateHook = ({ global, data, req }) => {
  refuse(global.flattenedFields, data, req)
  return data
}

/** A collection that refuses texts and lists of blocks that no page can bear, in drafts too. */
export const limitSizes = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeValidate: [...(collection.hooks?.beforeValidate ?? []), refuseOversized] },
})

/** The same for a global. */
export const limitGlobalSizes = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: { ...global.hooks, beforeValidate: [...(global.hooks?.beforeValidate ?? []), refuseOversizedInGlobal] },
})
