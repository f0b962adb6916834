import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listReleases, readLiveId, readRelease, releasesDirectory } from './release.ts'
import type { Contents } from './store-contents.ts'
import { unfinishedEnding } from './write-atomically.ts'

const keptReleases = 20
const abandonedAfterMilliseconds = 60 * 60 * 1000

/** Removes releases older than the last twenty, the contents that no kept one needs, and what crashes left half-written. */
export const sweepReleases = async (dataDir: string, contents: Contents): Promise<void> => {
  const live = await readLiveId(dataDir)
  const all = await listReleases(dataDir)
  const kept = all.filter((id, place) => place < keptReleases || id === live)
  const needed = new Set<string>()
  for (const id of kept) {
    const release = await readRelease(dataDir, id) // a damaged one stops the sweep: what it needs is not known
    needed.add(release.content)
    for (const file of Object.values(release.files)) if ('hash' in file) needed.add(file.hash)
  }
  const directory = releasesDirectory(dataDir)
  for (const id of all) if (!kept.includes(id)) await rm(join(directory, `${id}.json`), { force: true })
  await contents.removeAllBut(needed)
  for (const name of await readdir(directory)) {
    if (!name.endsWith(unfinishedEnding)) continue
    const { mtimeMs } = await stat(join(directory, name))
    if (Date.now() - mtimeMs > abandonedAfterMilliseconds) await rm(join(directory, name), { force: true })
  }
}
