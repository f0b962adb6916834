import type { Block } from 'shared/content/blocks'
import type { Fact } from 'shared/content/fact-box'
import type { Link } from 'shared/content/link'
import type { Quote } from 'shared/content/quote'
import type { RichText, RichTextNode } from 'shared/content/rich-text'
import type { ContentName, DocumentOf } from './kinds.ts'

type Words = string | null | undefined

const isLine = (node: RichTextNode): boolean =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'listitem'

/** The words of running text, a paragraph at a time. What is marked as another language is left out. */
const linesOf = (text: RichText | null): string[] => {
  const lines: string[] = []
  const wordsOf = (nodes: RichTextNode[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'text') return node.$?.lang ? '' : node.text
        if (!('children' in node)) return ' '
        const inside = wordsOf(node.children)
        if (!isLine(node)) return inside
        lines.push(inside)
        return ''
      })
      .join('')
  if (text) lines.push(wordsOf(text.root.children))
  return lines
}

const labelsOf = (links: (Link | null | undefined)[]): Words[] => links.map((link) => link?.label)

const factsOf = (facts: Fact[]): Words[] => facts.flatMap(({ figure, text, period }) => [figure, text, period])

/** Somebody's words in their own language are as they should be. */
const quoteOf = ({ text, role, language }: Pick<Quote, 'role' | 'language'> & { text: Words }): Words[] =>
  language ? [role] : [text, role]

const wordsOfBlock = (block: Block): Words[] => {
  switch (block.blockType) {
    case 'hero':
      return [block.lineOne, block.lineTwo, ...labelsOf([block.link])]
    case 'text':
      return [block.heading, ...linesOf(block.body)]
    case 'figure':
      return [block.caption]
    case 'quote':
      return block.quote ? [] : quoteOf(block)
    case 'factBox':
      return block.factBox ? [] : [block.title, ...factsOf(block.facts)]
    case 'contactCard':
      return [block.heading, block.invitation]
    case 'callToAction':
      return [block.heading, block.text, ...labelsOf([block.link])]
    case 'memberList':
      return [block.heading, block.introduction]
    case 'newsList':
      return [block.heading]
    case 'questions':
      return [block.heading, ...block.questions.flatMap(({ question, answer }) => [question, ...linesOf(answer)])]
    case 'signupForm':
    case 'term':
      return []
    default:
      return unknownBlock(block)
  }
}

const unknownBlock = (block: never): never => {
  throw new Error(`Nobody knows what the block ${JSON.stringify(block)} says.`)
}

/** What each kind of content says by itself, names, numbers and sources left out: those may be in any language. */
const words: { [Name in ContentName]: (document: DocumentOf<Name>) => Words[] } = {
  settings: ({ tagline, footerText, accessibility }) => [
    tagline,
    footerText,
    accessibility?.methodText,
    ...(accessibility?.shortcomings ?? []).flatMap(({ what, motivation, planned }) => [what, motivation, planned]),
  ],
  menus: ({ main, footer }) => labelsOf([...main, ...footer]),
  pages: ({ title, introduction, searchDescription, hero, blocks }) => [
    title,
    introduction,
    searchDescription,
    hero?.lineOne,
    hero?.lineTwo,
    ...labelsOf([hero?.link]),
    ...blocks.flatMap(wordsOfBlock),
  ],
  news: ({ title, introduction, searchDescription, event, body }) => [
    title,
    introduction,
    searchDescription,
    event?.place,
    ...linesOf(body),
  ],
  quotes: quoteOf,
  factBoxes: ({ title, facts }) => [title, ...factsOf(facts)],
  contacts: ({ jobTitle, areasOfWork }) => [jobTitle, ...areasOfWork],
  glossaryTerms: ({ term, definition }) => [term, ...linesOf(definition)],
  media: ({ alt }) => [alt],
  redirects: () => [],
  signupForms: ({ title, introduction, items, consents, submitLabel, privacyNotice, receiptHeading, receiptText }) => [
    title,
    introduction,
    ...items.flatMap((item) => {
      if (item.blockType === 'step') return [item.heading, item.introduction]
      const options = item.blockType === 'question' ? item.options.map(({ label }) => label) : []
      return [item.label, item.help, ...options]
    }),
    ...consents.flatMap(({ text }) => linesOf(text)),
    submitLabel,
    ...linesOf(privacyNotice),
    receiptHeading,
    ...linesOf(receiptText),
  ],
  plans: ({ name, description }) => [name, description],
  members: ({ presentation }) => [presentation],
}

/** The texts of a document that should be in its language. */
export const textsOf = <Name extends ContentName>(name: Name, document: DocumentOf<Name>): string[] =>
  words[name](document).flatMap((text) => (text ? [text] : []))
