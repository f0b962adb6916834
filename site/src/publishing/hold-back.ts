import { type ContentChange, keyOfChange } from '../content/kinds.ts'
import type { Site } from '../content/site.ts'
import type { Route } from '../paths.ts'
import { documentOfRoute, type Finding } from './check-release.ts'

interface Circumstances {
  site: Site
  /** What the changed documents were before, by `keyOfChange`: those that can be held back. */
  before: ReadonlyMap<string, ContentChange>
  /** The pages that are gone since the release before, by their paths. */
  gone: ReadonlyMap<string, Route>
}

/**
 * The changed documents, by `keyOfChange`, to which a finding is due, so that they can be held back and everything else go
 * live: the page's own document; else the one that the broken link leads to; else what the page shows of others; else all.
 */
export const findCulprits = (finding: Finding, { site, before, gone }: Circumstances): string[] => {
  const { page, target } = finding
  const keyOf = (route: Route | null | undefined): string | null => {
    const document = documentOfRoute(route ?? null)
    return route && document ? keyOfChange({ ...document, language: route.language }) : null
  }
  const those = (keys: Iterable<string | null>) =>
    [...keys].flatMap((key) => (key !== null && before.has(key) ? [key] : []))

  if (!page) return orAll(those([...gone.values()].map(keyOf)), before)
  const own = those([keyOf(page.route)])
  if (own.length > 0) return own
  const lost = target === null ? [] : those([keyOf(gone.get(target) ?? gone.get(`${target}/`))])
  if (lost.length > 0) return lost
  const sources = new Set(page.asked.flatMap((question) => [...site.questions.sourcesOf(question)]))
  const shown = those(sources)
  if (shown.length > 0) return shown
  const listed = [...before]
    .filter(([, { name, language }]) => sources.has(`${name}:*:${language}`))
    .map(([key]) => key)
  return orAll(listed, before)
}

const orAll = (keys: string[], before: ReadonlyMap<string, ContentChange>): string[] =>
  keys.length > 0 ? keys : [...before.keys()]
