import type { FlattenedField } from 'payload'
import { z } from 'zod'

/** A document that another one refers to. */
export interface DocumentReference {
  relationTo: string
  id: string
}

const recordSchema = z.record(z.string(), z.unknown())
const rowsSchema = z.array(recordSchema)
const idSchema = z.union([z.string(), z.number()]).transform(String)
const polymorphicSchema = z.object({ relationTo: z.string(), value: idSchema })

/** What running text links to. */
function* referencesInText(node: unknown): Generator<DocumentReference> {
  const parsed = recordSchema.safeParse(node)
  if (!parsed.success) return
  const link = z.object({ doc: polymorphicSchema }).safeParse(parsed.data['fields'])
  if (link.success) yield { relationTo: link.data.doc.relationTo, id: link.data.doc.value }
  const children = z.array(z.unknown()).safeParse(parsed.data['children'])
  for (const child of children.data ?? []) yield* referencesInText(child)
}

/**
 * Every document that a document refers to: pictures, relations, and links in running text.
 * @param data the document in one language, fetched with `depth: 0`
 */
export function* referencesIn(fields: FlattenedField[], data: Record<string, unknown>): Generator<DocumentReference> {
  for (const field of fields) {
    const value = data[field.name]
    if (value === null || value === undefined) continue
    if (field.type === 'relationship' || field.type === 'upload') {
      for (const one of Array.isArray(value) ? value : [value]) {
        const single = idSchema.safeParse(one)
        const polymorphic = polymorphicSchema.safeParse(one)
        if (single.success && typeof field.relationTo === 'string')
          yield { relationTo: field.relationTo, id: single.data }
        if (polymorphic.success) yield { relationTo: polymorphic.data.relationTo, id: polymorphic.data.value }
      }
    } else if (field.type === 'group' || field.type === 'tab') {
      yield* referencesIn(field.flattenedFields, recordSchema.parse(value))
    } else if (field.type === 'array') {
      for (const row of rowsSchema.parse(value)) yield* referencesIn(field.flattenedFields, row)
    } else if (field.type === 'blocks') {
      for (const row of rowsSchema.parse(value)) {
        const block = field.blocks.find(({ slug }) => slug === row['blockType'])
        if (block) yield* referencesIn(block.flattenedFields, row)
      }
    } else if (field.type === 'richText') {
      yield* referencesInText(z.object({ root: z.unknown() }).safeParse(value).data?.root)
    }
  }
}
