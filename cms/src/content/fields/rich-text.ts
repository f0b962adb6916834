import { type FieldHook, type PayloadRequest, type RichTextField, validations } from 'payload'
import { richTextSchema } from 'shared/content/rich-text'
import { adminText, type AdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import { textEditor } from '../editor.ts'
import { sayTo } from '../refusals.ts'

const nodeSchema = z.looseObject({ type: z.string() })
const parentSchema = z.looseObject({ children: z.array(nodeSchema) })
type Node = z.infer<typeof nodeSchema>

const headingsInstead: Record<string, string> = { h1: 'h2', h5: 'h4', h6: 'h4' }

/** What pasting brings along and the site does not know, as what comes nearest: tabulators, and headings of other levels. */
const toOfferedNode = (node: Node): Node => {
  if (node.type === 'tab') return { ...node, type: 'text', text: ' ' }
  const heading = node.type === 'heading' ? headingsInstead[String(node['tag'])] : undefined
  const parent = parentSchema.safeParse(node)
  return {
    ...node,
    ...(heading ? { tag: heading } : {}),
    ...(parent.success ? { children: parent.data.children.map(toOfferedNode) } : {}),
  }
}

const keepToOfferedNodes: FieldHook = ({ value }) => {
  const root = parentSchema.safeParse(value?.root)
  return root.success ? { ...value, root: { ...root.data, children: root.data.children.map(toOfferedNode) } } : value
}

/** Validation: what the site's schema refuses cannot be saved, so that no page fails to render for the sake of its text. */
const refuseUnknownNodes = (value: object | null | undefined, { req }: { req: PayloadRequest }): string | true => {
  if (value === null || value === undefined) return true
  const parsed = richTextSchema.safeParse(value)
  if (parsed.success) return true
  const unsafe = JSON.stringify(parsed.error.issues).includes('unsafe-address')
  return sayTo(req, unsafe ? 'refusal.address.unsafe' : 'refusal.richText.unknown')
}

interface RichTextOptions {
  name: string
  label: AdminTextKey
  description?: AdminTextKey
  required?: boolean
  localized?: boolean
}

/** Running text with headings, lists and links, as `shared/content/rich-text.ts` knows it. */
export const richTextField = ({
  name,
  label,
  description,
  required = false,
  localized = false,
}: RichTextOptions): RichTextField => ({
  name,
  type: 'richText',
  required,
  localized,
  label: adminText(label),
  editor: textEditor,
  ...(description ? { admin: { description: adminText(description) } } : {}),
  hooks: { beforeValidate: [keepToOfferedNodes] },
  validate: async (value, options) => {
    const known = refuseUnknownNodes(value, options)
    return known === true ? validations.richText(value, options) : known
  },
})
