import type { Block } from 'shared/content/blocks'
import { type HeadingNode, type RichText, type RichTextNode, richTextToPlainText } from 'shared/content/rich-text'
import { termAnchor } from '../paths.ts'
import type { Store } from './store.ts'

/** A part of a page that can be linked to. */
export interface Section {
  id: string
  text: string
}

/** The headings of a page, each with the name by which an address leads to it. */
export interface Outline {
  /** The id of the heading of a block, of a heading in running text, or of a question; undefined when it has none. */
  idOf: (part: object) => string | undefined
  /** What a table of contents lists: the headings of the first order. */
  sections: Section[]
  /** Is there so much to read that a table of contents and a way back to the top help? */
  isLong: boolean
}

const sectionsOfALongPage = 4
const lettersOfALongPage = 2000
const lettersOfASection = 600

/** Ids that the layout has, and the beginnings of those that terms, members and form fields have. */
const takenByOthers =
  /^(?:content|top|contents|main-menu|site-search|statement|search-panel|translation-notice|report|footer|term|member|signup|field)(?:-|$)/

/**
 * A heading as the last part of an address, readable in any language.
 * @example anchorOf('Vad är ett kluster?') // 'vad-ar-ett-kluster'
 */
export const anchorOf = (heading: string): string => {
  const words = heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
  return /^\p{L}/u.test(words) && !takenByOthers.test(words) ? words : `h-${words}`.replace(/-$/, '')
}

/**
 * The outline of a page made of blocks. Ids depend on nothing but the headings, so a link to one lasts as long as its words.
 * @param before sections that the page has above its blocks
 */
export const outlineOf = (blocks: Block[], store: Store, before: Section[] = []): Outline => {
  const outline = beginOutline(before)
  for (const block of blocks) {
    const heading = headingOf(block, store)
    if (heading) outline.add(block, heading)
    if (block.blockType === 'text') outline.addText(block.body)
    if (block.blockType === 'questions') {
      for (const question of block.questions) {
        outline.add(question, question.question, false)
        outline.addText(question.answer)
      }
    }
    if (block.blockType !== 'term') continue
    const term = store.glossaryTerm(block.term)
    if (!term) continue
    outline.addTerm(block, { id: termAnchor(term.slug), text: term.term })
    outline.addText(term.definition)
  }
  return outline.end()
}

/** The outline of a news item. */
export const outlineOfText = (text: RichText | null): Outline => {
  const outline = beginOutline()
  if (text) outline.addText(text)
  return outline.end()
}

/** The heading that a block shows; a block that has nothing to show has none. */
const headingOf = (block: Block, store: Store): string | null => {
  switch (block.blockType) {
    case 'factBox': {
      const factBox = block.factBox ? store.factBox(block.factBox) : block
      return factBox && factBox.facts.length > 0 ? factBox.title : null
    }
    case 'contactCard':
      return block.contacts.some((id) => store.contact(id)) ? block.heading : null
    case 'questions':
      return block.questions.length > 0 ? block.heading : null
    case 'text':
    case 'memberList':
    case 'newsList':
      return block.heading
    default:
      return null // none, or one that calls for something instead of telling what follows
  }
}

function* headingsIn(nodes: RichTextNode[]): Generator<HeadingNode> {
  for (const node of nodes) {
    if (node.type === 'heading') yield node
    else if ('children' in node) yield* headingsIn(node.children)
  }
}

const beginOutline = (before: Section[] = []) => {
  const ids = new Map<object, string>()
  const taken = new Set<string>()
  const sections = [...before]
  let letters = before.length * lettersOfASection

  const freeId = (heading: string): string => {
    const wanted = anchorOf(heading)
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? wanted : `${wanted}-${number}`
      if (taken.has(id)) continue
      taken.add(id)
      return id
    }
  }
  const addSection = (section: Section): void => {
    if (!sections.some(({ id }) => id === section.id)) sections.push(section)
  }
  const add = (part: object, text: string, isSection = true): void => {
    const id = freeId(text)
    ids.set(part, id)
    if (isSection) addSection({ id, text })
  }
  return {
    add,
    /** A term has one address, and is at its first place when it is explained twice. */
    addTerm: (block: object, section: Section): void => {
      if (!sections.some(({ id }) => id === section.id)) ids.set(block, section.id)
      addSection(section)
    },
    addText: (text: RichText): void => {
      letters += richTextToPlainText(text).length
      for (const node of headingsIn(text.root.children)) {
        const words = richTextToPlainText({ root: { children: [node] } })
        if (words !== '') add(node, words, node.tag === 'h2')
      }
    },
    end: (): Outline => ({
      idOf: (part) => ids.get(part),
      sections,
      isLong: sections.length >= sectionsOfALongPage && letters >= lettersOfALongPage,
    }),
  }
}
