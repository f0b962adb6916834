import { createHash } from 'node:crypto'
import type { ForeignLanguage } from 'shared/content/foreign-language'
import { textFormats } from 'shared/content/rich-text'
import type { Target } from './texts.ts'

/** Rich text as Payload's editor stores it; the form of each node is what Lexical itself writes. */
type Node = Record<string, unknown> & { type: string; version: number }
type Inline = string | Node

const block = { version: 1, direction: 'ltr', format: '', indent: 0 } as const

const text = (words: string, format = 0): Node => ({
  type: 'text',
  version: 1,
  text: words,
  format,
  mode: 'normal',
  style: '',
  detail: 0,
})
const inline = (parts: readonly Inline[]): Node[] => parts.map((part) => (typeof part === 'string' ? text(part) : part))

export const bold = (words: string): Node => text(words, textFormats.bold)
export const italic = (words: string): Node => text(words, textFormats.italic)

/** A part whose words are in another language than the page, so that screen readers say them as they sound. */
export const inLang = (lang: ForeignLanguage, part: Node): Node => ({ ...part, $: { lang } })

/** A link in running text: to an address, or to a page or term of the example. */
export const link = (words: string, target: string | Target): Node => ({
  ...block,
  type: 'link',
  version: 3,
  // Lexical gives every link an id; made from its content, so that the same text is stored the same every time.
  id: createHash('sha256')
    .update(JSON.stringify([words, target]))
    .digest('hex')
    .slice(0, 24),
  fields:
    typeof target === 'string'
      ? { linkType: 'custom', url: target, newTab: false }
      : { linkType: 'internal', doc: target, newTab: false },
  children: [text(words)],
})

export const paragraph = (...parts: Inline[]): Node => ({
  ...block,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children: inline(parts),
})

export const heading = (tag: 'h2' | 'h3' | 'h4', ...parts: Inline[]): Node => ({
  ...block,
  type: 'heading',
  tag,
  children: inline(parts),
})

const list = (listType: 'bullet' | 'number', items: readonly (Inline | readonly Inline[])[]): Node => ({
  ...block,
  type: 'list',
  listType,
  tag: listType === 'bullet' ? 'ul' : 'ol',
  start: 1,
  children: items.map((item, index) => ({
    ...block,
    type: 'listitem',
    value: index + 1,
    children: inline(Array.isArray(item) ? item : [item]),
  })),
})

/** A list with bullets; an item is words, or words with bold parts and links. */
export const bullets = (...items: (Inline | readonly Inline[])[]): Node => list('bullet', items)
/** A list with numbers. */
export const steps = (...items: (Inline | readonly Inline[])[]): Node => list('number', items)

/** A whole text. A bare string is a paragraph. */
export const richText = (...nodes: (string | Node)[]) => ({
  root: { ...block, type: 'root', children: nodes.map((node) => (typeof node === 'string' ? paragraph(node) : node)) },
})
