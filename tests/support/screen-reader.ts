import type { Page } from 'playwright-core'
import { z } from 'zod'

const value = z.object({ value: z.unknown().optional() }).optional()
const treeSchema = z.object({
  nodes: z.array(
    z.object({
      nodeId: z.string(),
      ignored: z.boolean(),
      role: value,
      name: value,
      description: value,
      properties: z
        .array(z.object({ name: z.string(), value: z.object({ value: z.unknown().optional() }) }))
        .default([]),
      childIds: z.array(z.string()).default([]),
    }),
  ),
})
type Node = z.infer<typeof treeSchema>['nodes'][number]

/** What is said with its name, and what is within it not again. */
const named = new Set('link button heading image textbox searchbox combobox checkbox radio spinbutton'.split(' '))
/** What is said when one comes into it; what is within it follows. */
const entered = new Set(
  'banner navigation main contentinfo search form region complementary group radiogroup alert status dialog table'.split(
    ' ',
  ),
)

const textOf = (one: Node['name']) => (typeof one?.value === 'string' ? one.value.replace(/\s+/g, ' ').trim() : '')

const phraseOf = ({ role, name, description, properties }: Node): string => {
  const has = (property: string) => properties.find((each) => each.name === property)?.value.value
  const kind = textOf(role)
  const expanded = has('expanded')
  return [
    kind === 'heading' ? `heading ${String(has('level'))}` : kind,
    textOf(name),
    expanded === true ? 'expanded' : expanded === false ? 'collapsed' : '',
    has('checked') === 'true' ? 'checked' : '',
    has('required') === true ? 'required' : '',
    has('invalid') === 'true' ? 'invalid' : '',
    textOf(description),
  ]
    .filter(Boolean)
    .join(', ')
}

/**
 * What a screen reader is given to say of a page, from its first line to its last, phrase by phrase: what a thing is, its
 * name, its state, what describes it. Chromium's own tree of accessibility is read, as programs for blind people read it.
 */
export const readAloud = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = treeSchema.parse(await session.send('Accessibility.getFullAXTree'))
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const phrases: string[] = []
    const read = (node: Node, inHeading: boolean) => {
      const role = textOf(node.role)
      if (!node.ignored && role === 'StaticText') {
        if (textOf(node.name) && !inHeading) phrases.push(textOf(node.name))
        return
      }
      if (!node.ignored && (named.has(role) || entered.has(role))) phrases.push(phraseOf(node))
      if (node.ignored || !named.has(role) || role === 'heading')
        for (const id of node.childIds) readAt(id, inHeading || role === 'heading')
    }
    const readAt = (id: string | undefined, inHeading = false) => {
      const node = id === undefined ? undefined : byId.get(id)
      if (node) read(node, inHeading)
    }
    readAt(nodes[0]?.nodeId)
    return phrases
  } finally {
    await session.detach()
  }
}

/** What of it is not said in this order: each phrase that does not follow the one before it, and where it was looked for. */
export const notHeard = (heard: string[], expected: string[]): string[] => {
  const missing: string[] = []
  let place = 0
  for (const phrase of expected) {
    const found = heard.indexOf(phrase, place)
    if (found < 0) missing.push(`"${phrase}" is not said after "${heard[place - 1] ?? ''}"`)
    else place = found + 1
  }
  return missing
}
