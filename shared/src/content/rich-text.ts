import { z } from 'zod'
import { type ForeignLanguage, isForeignLanguage } from './foreign-language.ts'
import { idSchema } from './id.ts'
import { isSafeAddress, referenceSchema, type Reference } from './link.ts'

/** Bits of a text node's `format`, as Lexical numbers them. */
export const textFormats = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const

export interface TextNode {
  type: 'text'
  text: string
  format: number
  /** Lexical's state of a text: the language of words that are not in that of the page. */
  $?: { lang?: ForeignLanguage | undefined } | undefined
}
export interface LineBreakNode {
  type: 'linebreak'
}
export interface LinkNode {
  type: 'link' | 'autolink'
  fields: {
    linkType?: 'custom' | 'internal' | null
    url?: string | null
    doc?: Reference | null
    newTab?: boolean | null
  }
  children: RichTextNode[]
}
export interface ParagraphNode {
  type: 'paragraph'
  children: RichTextNode[]
}
export interface HeadingNode {
  type: 'heading'
  tag: 'h2' | 'h3' | 'h4'
  children: RichTextNode[]
}
export interface QuotationNode {
  type: 'quote'
  children: RichTextNode[]
}
export interface ListNode {
  type: 'list'
  listType: 'bullet' | 'number'
  start?: number | undefined
  children: RichTextNode[]
}
export interface ListItemNode {
  type: 'listitem'
  children: RichTextNode[]
}
export interface RuleNode {
  type: 'horizontalrule'
}
/** What Lexical may hold here; the editor offers no more than this. */
export type RichTextNode =
  TextNode | LineBreakNode | LinkNode | ParagraphNode | HeadingNode | QuotationNode | ListNode | ListItemNode | RuleNode

const textStateSchema = z
  .object({ lang: z.custom<ForeignLanguage>(isForeignLanguage).optional().catch(undefined) })
  .optional()
  .catch(undefined)

const children = z.array(z.lazy((): z.ZodType<RichTextNode> => richTextNodeSchema))

const documentReferenceSchema = z.object({
  relationTo: referenceSchema.shape.relationTo,
  // Lexical keeps the whole document when the answer was populated, only its id otherwise.
  value: z.union([idSchema, z.looseObject({ id: idSchema }).transform((document) => document.id)]),
})

export const richTextNodeSchema: z.ZodType<RichTextNode> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), format: z.number().catch(0), $: textStateSchema }),
  z.object({ type: z.literal('linebreak') }),
  z.object({
    type: z.enum(['link', 'autolink']),
    fields: z.object({
      linkType: z.enum(['custom', 'internal']).nullish(),
      url: z
        .string()
        .nullish()
        .refine((url) => !url || isSafeAddress(url), 'unsafe-address'),
      doc: documentReferenceSchema.nullish(),
      newTab: z.boolean().nullish(),
    }),
    children,
  }),
  z.object({ type: z.literal('paragraph'), children }),
  z.object({ type: z.literal('heading'), tag: z.enum(['h2', 'h3', 'h4']), children }),
  z.object({ type: z.literal('quote'), children }),
  z.object({ type: z.literal('list'), listType: z.enum(['bullet', 'number']), start: z.number().optional(), children }),
  z.object({ type: z.literal('listitem'), children }),
  z.object({ type: z.literal('horizontalrule') }),
])

/** Rich text as Payload's Lexical field stores it: `{ root: { children } }`. */
export const richTextSchema = z.object({ root: z.object({ children: z.array(richTextNodeSchema) }) })
export type RichText = z.infer<typeof richTextSchema>

export const optionalRichTextSchema = richTextSchema.nullish().transform((text) => text ?? null)

/** The words of a rich text, for search and descriptions; block elements are parted by a space. */
export const richTextToPlainText = (richText: RichText | null): string => {
  const words = (nodes: RichTextNode[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'text') return node.text
        if (!('children' in node)) return ' '
        const inside = words(node.children)
        return node.type === 'link' || node.type === 'autolink' ? inside : `${inside} `
      })
      .join('')
  return richText ? words(richText.root.children).replace(/\s+/g, ' ').trim() : ''
}
