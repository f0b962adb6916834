import type { MissingDocument } from '../content/store.ts'
import { isErrorPage, type Route } from '../paths.ts'
import type { ContentFile } from './release.ts'

/** What became of a path when it was rendered. */
export interface RenderedPath {
  path: string
  route: Route | null // null: a file beside the pages, such as a feed
  file: ContentFile | null // null: there is nothing to show
  headers: Record<string, string> // kept beside the content, such as the policy of the page
  problem: 'throws' | 'empty' | 'personal-number' | null
  asked: number[] // the questions that it rests on
  references: string[] // paths on the site that a page leads to or loads
  missing: MissingDocument[] // referred to, and not published in the page's language
}

/** Everything that is rendered, and who asked what, kept in step with the content. */
export interface RenderedPaths {
  get: (path: string) => RenderedPath | undefined
  has: (path: string) => boolean
  all: () => Iterable<RenderedPath>
  /** Every path on the site that some page refers to. */
  targets: () => Iterable<string>
  /** Those that could not be rendered, or not be shown as they came out. */
  failing: () => RenderedPath[]
  /** Pages that refer to something that is not published. */
  lacking: () => Iterable<RenderedPath>
  /** How many HTML pages there are, error pages not counted. */
  pages: () => number
  /** The paths whose answers rest on these questions. */
  askersOf: (questions: Iterable<number>) => Set<string>
  put: (rendered: RenderedPath) => void
  remove: (path: string) => void
}

/** Is it an HTML page, error pages not counted? */
export const isPage = ({ route, file }: RenderedPath) => route !== null && !isErrorPage(route) && file !== null

export const createRenderedPaths = (): RenderedPaths => {
  const paths = new Map<string, RenderedPath>()
  const askers = new Map<number, Set<string>>()
  const referrers = new Map<string, number>() // how many pages refer to a target
  const failing = new Set<RenderedPath>()
  const lacking = new Set<RenderedPath>()
  let pages = 0

  const remove = (path: string): void => {
    const rendered = paths.get(path)
    if (!rendered) return
    paths.delete(path)
    failing.delete(rendered)
    lacking.delete(rendered)
    if (isPage(rendered)) pages -= 1
    for (const question of rendered.asked) askers.get(question)?.delete(path)
    for (const target of rendered.references) {
      const count = (referrers.get(target) ?? 0) - 1
      if (count > 0) referrers.set(target, count)
      else referrers.delete(target)
    }
  }

  return {
    get: (path) => paths.get(path),
    has: (path) => paths.has(path),
    all: () => paths.values(),
    targets: () => referrers.keys(),
    failing: () => [...failing],
    lacking: () => lacking,
    pages: () => pages,
    askersOf: (questions) => {
      const found = new Set<string>()
      for (const question of questions) for (const path of askers.get(question) ?? []) found.add(path)
      return found
    },
    put: (rendered) => {
      remove(rendered.path)
      paths.set(rendered.path, rendered)
      if (rendered.problem) failing.add(rendered)
      if (rendered.missing.length > 0) lacking.add(rendered)
      if (isPage(rendered)) pages += 1
      for (const question of rendered.asked) {
        const known = askers.get(question)
        if (known) known.add(rendered.path)
        else askers.set(question, new Set([rendered.path]))
      }
      for (const target of rendered.references) referrers.set(target, (referrers.get(target) ?? 0) + 1)
    },
    remove,
  }
}
