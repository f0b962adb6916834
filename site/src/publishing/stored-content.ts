import type { Menus } from 'shared/content/menu'
import type { SiteContent } from 'shared/content/site-content'
import { type Language, languages } from 'shared/languages'
import { changeOf, type ContentChange, type ContentName, contentNames, isGlobal, kinds } from '../content/kinds.ts'
import type { Release } from './release.ts'
import type { Contents } from './store-contents.ts'

const documentsPerPart = 32

/**
 * Stores the content that a release is made from, in parts of some thirty documents, so that a change of one costs one part.
 * Served to nobody: with it, forms can be shown again while the CMS is away, and a change that cannot be shown be held back.
 */
export interface ContentStore {
  /** Stores what has changed since the last time, and names all parts. */
  store: (
    content: SiteContent,
    changed: Iterable<{ name: ContentName; language: Language; id: string }> | 'everything',
  ) => Promise<Release['content']>
}

const placeOf = (name: ContentName, language: Language): string => `${language}/${name}`

/** Which part of so many a document is in; the same for ever, by its id (FNV-1a). */
const partOf = (id: string, parts: number): number => {
  let hash = 0x811c9dc5
  for (let place = 0; place < id.length; place += 1) hash = Math.imul(hash ^ id.charCodeAt(place), 0x01000193)
  return (hash >>> 0) % parts
}

const partsFor = (documents: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, documents / documentsPerPart)))

export const createContentStore = (contents: Contents): ContentStore => {
  const stored = new Map<string, string[]>() // hashes by place

  const storePart = async (value: unknown): Promise<string> =>
    (await contents.store(Buffer.from(JSON.stringify(value)), 'application/json', 'none')).hash

  const storeList = async (place: string, documents: { id: string }[], ids: Set<string> | null): Promise<void> => {
    const count = partsFor(documents.length)
    const known = stored.get(place)
    const isSame = ids !== null && known?.length === count
    const wanted = new Set(
      isSame ? [...ids].map((id) => partOf(id, count)) : Array.from({ length: count }, (_, part) => part),
    )
    const grouped = new Map<number, { id: string }[]>([...wanted].map((part) => [part, []]))
    for (const document of documents) grouped.get(partOf(document.id, count))?.push(document)
    const hashes = isSame ? [...known] : []
    await Promise.all([...wanted].map(async (part) => (hashes[part] = await storePart(grouped.get(part) ?? []))))
    stored.set(place, hashes)
  }

  return {
    store: async (content, changed) => {
      const places = new Map<string, { name: ContentName; language: Language; ids: Set<string> | null }>()
      if (changed === 'everything') {
        for (const language of languages)
          for (const name of contentNames) places.set(placeOf(name, language), { name, language, ids: null })
      } else {
        for (const { name, language, id } of changed) {
          const place = placeOf(name, language)
          const known = places.get(place)
          if (known) known.ids?.add(id)
          else places.set(place, { name, language, ids: new Set([id]) })
        }
      }
      for (const [place, { name, language, ids }] of places) {
        const own = content[language]
        if (name === 'menus') stored.set(place, [await storePart(menusAsAnswered(own.menus))])
        else if (isGlobal(name)) stored.set(place, [await storePart(own[name])])
        else await storeList(place, own[name], ids)
      }
      return Object.fromEntries([...stored].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    },
  }
}

/** As the CMS answers it, so that it can be parsed again. */
const menusAsAnswered = ({ main, footer }: Menus) => ({
  main: main.map((link) => ({ link })),
  footer: footer.map((link) => ({ link })),
})

/** The content that a release was made from, as changes from nothing. What cannot be understood any more is left out. */
export const readStoredContent = async (contents: Contents, parts: Release['content']): Promise<ContentChange[]> => {
  const changes: ContentChange[] = []
  for (const language of languages) {
    for (const name of contentNames) {
      for (const hash of parts[placeOf(name, language)] ?? []) {
        const value: unknown = JSON.parse((await contents.read(hash)).toString('utf8'))
        changes.push(...readPart(name, language, value))
      }
    }
  }
  return changes
}

/** Another version of the code may have written it, so it is parsed like anything from outside. */
const readPart = (name: ContentName, language: Language, value: unknown): ContentChange[] => {
  const { schema, collection } = kinds[name]
  const documents: unknown[] = isGlobal(name) ? [value] : Array.isArray(value) ? value : []
  return documents.flatMap((document) => {
    const parsed = schema.safeParse(document)
    if (!parsed.success) return []
    const id = isGlobal(name) || !('id' in parsed.data) ? collection : parsed.data.id
    return [changeOf(name, language, id, parsed.data)]
  })
}
