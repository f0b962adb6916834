import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listReleases, readLiveId, releasesDirectory } from './release.ts'
import type { Contents } from './store-contents.ts'
import { unfinishedEnding } from './write-atomically.ts'

const keptReleases = 40 // those in which only a search index was made anew count too
const abandonedAfterMilliseconds = 60 * 60 * 1000

/** Whatever looks like the hash of a content in the list of a release: understanding each list would take a second. */
const hashPattern = /"([0-9a-f]{64})"/g

/**
 * Removes releases older than the last forty, the contents that neither a kept one nor the next one (`unreleased`) needs, and
 * what crashes left half-written.
 */
export const sweepReleases = async (dataDir: string, contents: Contents, unreleased: string[] = []): Promise<void> => {
  const directory = releasesDirectory(dataDir)
  const live = await readLiveId(dataDir)
  const all = await listReleases(dataDir)
  const kept = all.filter((id, place) => place < keptReleases || id === live)
  const needed = new Set<string>(unreleased)
  for (const id of kept) {
    const text = await readFile(join(directory, `${id}.json`), 'utf8')
    for (const [, hash = ''] of text.matchAll(hashPattern)) needed.add(hash)
  }
  for (const id of all) if (!kept.includes(id)) await rm(join(directory, `${id}.json`), { force: true })
  await contents.removeAllBut(needed)
  for (const name of await readdir(directory)) {
    if (!name.endsWith(unfinishedEnding)) continue
    const { mtimeMs } = await stat(join(directory, name))
    if (Date.now() - mtimeMs > abandonedAfterMilliseconds) await rm(join(directory, name), { force: true })
  }
}
