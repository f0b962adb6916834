import type { LinkNode, RichText, RichTextNode } from 'shared/content/rich-text'

/** A piece of a label: words, and where they lead if they are a link. */
export interface InlinePart {
  text: string
  href: string | null
}

/**
 * A short rich text as the pieces of one label, which may hold words and links only.
 * @example inlineParts(consent.text, () => '/sv/stadgar/') // [{ text: 'Vi godkänner ', href: null }, { text: 'stadgarna', href: '/sv/stadgar/' }]
 */
export const inlineParts = (text: RichText, hrefOf: (link: LinkNode) => string | null): InlinePart[] => {
  const read = (node: RichTextNode, href: string | null): InlinePart[] => {
    if (node.type === 'text') return [{ text: node.text, href }]
    if (!('children' in node)) return [{ text: ' ', href: null }]
    const own = node.type === 'link' || node.type === 'autolink' ? hrefOf(node) : href
    return node.children.flatMap((child) => read(child, own))
  }
  return text.root.children.flatMap((node, index) => [
    ...(index > 0 ? [{ text: ' ', href: null }] : []),
    ...read(node, null),
  ])
}
