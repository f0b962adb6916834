import type { ReleaseProblem } from 'shared/publishing/release-report'
import type { ContentChange } from '../content/kinds.ts'
import type { Site } from '../content/site.ts'
import type { Route } from '../paths.ts'
import { type Finding, keyOfRoute } from './check-release.ts'

interface Circumstances {
  site: Pick<Site, 'questions'>
  /** What the changed documents were before, by `keyOfChange`: those that can be held back. */
  before: ReadonlyMap<string, ContentChange>
  /** The pages that are gone since the release before, by their paths. */
  gone: ReadonlyMap<string, Route>
}

/** A changed document, by `keyOfChange`, and why it is not shown. */
interface Culprit {
  key: string
  problem: ReleaseProblem
}

/**
 * The changed documents to which findings are due, so that they can be held back and everything else go live. What is wrong
 * with a page whose own document did not change comes first: it may well be what is wrong with the changed ones, too, and
 * these shall not be held back for it. When nothing that changed has to do with any finding, it is all of them.
 */
export const findCulprits = (findings: Finding[], circumstances: Circumstances): Culprit[] => {
  const { before } = circumstances
  const due = findings.map((finding) => ({ finding, keys: culpritsOf(finding, circumstances) }))
  const isOwn = ({ finding, keys }: (typeof due)[number]) =>
    keys.includes(keyOfRoute(finding.page?.route ?? null) ?? '')
  const known = due.filter(({ keys }) => keys.length > 0)
  const shared = known.filter((each) => !isOwn(each))
  const chosen = shared.length > 0 ? shared : known
  const [first] = findings
  if (chosen.length === 0 && first) return [...before.keys()].map((key) => ({ key, problem: first.problem }))
  return chosen.flatMap(({ finding: { problem }, keys }) => keys.map((key) => ({ key, problem })))
}

/**
 * What is known to be the cause; else the document whose address a broken link leads to and that is gone; else the page's own document; else what the page shows
 * of others; else the lists that it shows some of.
 */
const culpritsOf = ({ page, target, causes }: Finding, { site, before, gone }: Circumstances): string[] => {
  const those = (keys: Iterable<string | null>) =>
    [...keys].flatMap((key) => (key !== null && before.has(key) ? [key] : []))

  if (causes) return those(causes)
  if (!page) return those([...gone.values()].map(keyOfRoute))
  const lost = target === null ? [] : those([keyOfRoute(gone.get(target) ?? gone.get(`${target}/`) ?? null)])
  if (lost.length > 0) return lost
  const own = those([keyOfRoute(page.route)])
  if (own.length > 0) return own
  const sources = new Set(page.asked.flatMap((question) => [...site.questions.sourcesOf(question)]))
  const shown = those(sources)
  if (shown.length > 0) return shown
  return [...before].filter(([, { name, language }]) => sources.has(`${name}:*:${language}`)).map(([key]) => key)
}
