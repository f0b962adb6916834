import { languages } from 'shared/languages'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import type { DocumentName } from '../content/from-cms.ts'
import { type ContentChange, keyOfChange, kinds, nameOfCollection } from '../content/kinds.ts'
import type { Site } from '../content/site.ts'
import { problemsOf } from '../paths.ts'
import type { HeldDocument } from './renderer-messages.ts'

const mostTold = 1000

/** The documents that are live as they were before, because they cannot be shown as they were published. */
export interface HeldDocuments {
  hold: (document: Pick<ContentChange, 'name' | 'id' | 'language'>, problem: ReleaseProblem) => void
  /** Which they are, to look at them again. */
  names: () => DocumentName[]
  clear: () => void
  /** With the reasons, and those that have no address in any language. */
  told: (site: Site) => HeldDocument[]
}

export const createHeldDocuments = (): HeldDocuments => {
  const held = new Map<string, HeldDocument>() // one language of a document each, by `keyOfChange`

  /** Each document once, with what is wrong in either language. */
  const documents = (): HeldDocument[] => {
    const groups = Map.groupBy(held.values(), keyOfDocument)
    return [...groups.values()].flatMap((group): HeldDocument[] => {
      const [first] = group
      return first ? [{ ...first, problems: group.flatMap(({ problems }) => problems) }] : []
    })
  }

  return {
    hold: ({ name, id, language }, problem) => {
      const key = keyOfChange({ name, id, language })
      const known = held.get(key)
      if (known) known.problems.push(problem)
      else held.set(key, { collection: kinds[name].collection, id, problems: [problem] })
    },
    names: () => [...held.values()].map(({ collection, id }) => ({ collection, id })),
    clear: () => held.clear(),
    told: (site) => {
      const told = documents()
      const known = new Set(told.map(keyOfDocument))
      return [...told, ...withoutAddress(site).filter((lost) => !known.has(keyOfDocument(lost)))].slice(0, mostTold)
    },
  }
}

const keyOfDocument = ({ collection, id }: HeldDocument): string => `${collection}:${id}`

const withoutAddress = (site: Site): HeldDocument[] =>
  problemsOf(site.content()).flatMap(({ code, ...problem }): HeldDocument[] => {
    const { collection, id } = problem
    const name = nameOfCollection(collection)
    if (name !== 'pages' && name !== 'news' && name !== 'members') return []
    const hasAddress = languages.some((language) => site.routeOf({ relationTo: name, value: id }, language))
    return hasAddress ? [] : [{ collection, id, problems: [{ ...problem, code: `publishing.problem.${code}` }] }]
  })
