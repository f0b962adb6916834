import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hashesIn } from './forget-person.ts'
import { listReleases, manifestPath, readLiveId, releasesDirectory } from './release.ts'
import type { Contents } from './store-contents.ts'
import { unfinishedEnding } from './write-atomically.ts'

const keptReleases = 40 // those in which only a search index was made anew count too
const keptDays = 90 // counted from when the next one took its place, as content in them may have been taken away for a reason
const abandonedAfterMilliseconds = 60 * 60 * 1000

/** What a sweep takes away beside what is old. */
interface Sweep {
  /** Contents that no release names yet. */
  unreleased?: Iterable<string>
  /** Releases that must not be kept, such as those with a person who was erased. */
  dropped?: readonly string[]
  /** Also take contents away that are so new that a release may be about to name them: whoever asks knows better. */
  alsoNew?: boolean
  now?: Date
}

/** @example timeOf('20261122-120322-ab12') // 2026-11-22T12:03:22Z */
const timeOf = (id: string): number =>
  Date.parse(id.replace(/^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3T$4:$5:$6Z'))

/**
 * Removes releases older than the last forty, those that were replaced more than ninety days ago, the contents that neither a kept one nor the next one needs, and what crashes
 * left half-written. The live release always stays.
 */
export const sweepReleases = async (
  dataDir: string,
  contents: Contents,
  { unreleased = [], dropped = [], alsoNew = false, now = new Date() }: Sweep = {},
): Promise<void> => {
  const directory = releasesDirectory(dataDir)
  const live = await readLiveId(dataDir)
  const all = await listReleases(dataDir)
  const oldest = now.getTime() - keptDays * 86_400_000
  const isOld = (place: number): boolean => {
    const next = all[place - 1]
    return place >= keptReleases || (next !== undefined && timeOf(next) < oldest)
  }
  const kept = all.filter((id, place) => id === live || (!isOld(place) && !dropped.includes(id)))
  const needed = new Set<string>(unreleased)
  // Understanding each list would take a second, so it is only looked for what looks like a hash.
  for (const id of kept)
    for (const hash of hashesIn(await readFile(manifestPath(dataDir, id), 'utf8'))) needed.add(hash)
  for (const id of all) if (!kept.includes(id)) await rm(manifestPath(dataDir, id), { force: true })
  await contents.removeAllBut(needed, { alsoNew })
  for (const name of await readdir(directory)) {
    if (!name.endsWith(unfinishedEnding)) continue
    const { mtimeMs } = await stat(join(directory, name))
    if (Date.now() - mtimeMs > abandonedAfterMilliseconds) await rm(join(directory, name), { force: true })
  }
}
