import { isDeepStrictEqual } from 'node:util'
import { fetchEverything, type ReadDocuments } from '../content/from-cms.ts'
import { changeOf, type ContentChange, isGlobal } from '../content/kinds.ts'
import type { Site } from '../content/site.ts'
import type { CmsAccess } from '../env.ts'

/** Asks the CMS for everything, and gives what is other than on the site; what the CMS has no more is a change to `null`. */
export const readChanges = async (cms: CmsAccess, site: Site): Promise<ReadDocuments> => {
  const changes: ContentChange[] = []
  const problems: ReadDocuments['problems'] = []
  for await (const read of fetchEverything(cms)) {
    const { name, language } = read
    const there = new Set([...read.changes, ...read.problems].map(({ id }) => id))
    changes.push(...read.changes.filter((change) => isOther(change, site)))
    problems.push(...read.problems)
    if (isGlobal(name)) continue
    for (const { id } of site.content()[language][name]) {
      if (!there.has(id)) changes.push(changeOf(name, language, id, null))
    }
  }
  return { changes, problems }
}

const isOther = ({ name, language, id, document }: ContentChange, site: Site): boolean =>
  !isDeepStrictEqual(document, isGlobal(name) ? site.content()[language][name] : site.document(name, language, id))
