/** An id as the CMS takes it in a relation: a number on SQLite, a string on MongoDB. */
export const related = (id: string): string | number => (/^\d{1,9}$/.test(id) ? Number(id) : id)

const node = { direction: 'ltr', format: '', indent: 0, version: 1 } as const
const wordsOf = (text: string) => ({ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 })

/** A document that a link in a text leads to. */
export interface Target {
  relationTo: 'pages' | 'news' | 'glossary-terms'
  id: string
}

/** Words in the editor's form, in one paragraph, with links to documents after them. */
export const richText = (words: string, targets: Target[] = []) => ({
  root: {
    ...node,
    type: 'root',
    children: [
      {
        ...node,
        type: 'paragraph',
        textFormat: 0,
        children: [
          wordsOf(words),
          ...targets.map(({ relationTo, id }, place) => ({
            ...node,
            type: 'link',
            version: 3,
            id: String(place).padStart(24, '0'),
            fields: { linkType: 'internal', newTab: false, doc: { relationTo, value: related(id) } },
            children: [wordsOf(' se även')],
          })),
        ],
      },
    ],
  },
})

/** A block of text for a page. */
export const textBlock = (words: string, targets: Target[] = []) => ({
  blockType: 'text',
  body: richText(words, targets),
})

/** A block that asks the reader to go somewhere. */
export const callToAction = (to: Target | string) => ({
  blockType: 'callToAction',
  heading: 'Läs vidare',
  link:
    typeof to === 'string'
      ? { kind: 'address', label: 'Dit', address: to }
      : { kind: 'document', label: 'Dit', document: { relationTo: to.relationTo, value: related(to.id) } },
})
