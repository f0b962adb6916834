import { readdir } from 'node:fs/promises'
import { makeLive } from './make-live.ts'
import { contentsDirectory, listReleases, readLiveId, readRelease, type Release } from './release.ts'

/**
 * Switches visitors back to an earlier release, by default the one before the live one. The front notices within a second.
 * Nothing is rendered. Throws, and leaves the live release as it is, when that release is not there in full.
 */
export const rollBack = async (dataDir: string, id?: string): Promise<Release> => {
  const release = await readRelease(dataDir, id ?? (await releaseBefore(dataDir)))
  await requireContents(dataDir, release)
  await makeLive(dataDir, release.id)
  return release
}

const releaseBefore = async (dataDir: string): Promise<string> => {
  const live = await readLiveId(dataDir)
  if (live === null) throw new Error('Nothing is live yet, so there is nothing to go back from.')
  const earlier = (await listReleases(dataDir)).find((id) => id < live)
  if (!earlier) throw new Error('There is no earlier release to go back to, so the live one stays.')
  return earlier
}

/** Twenty thousand contents are looked up in one list of names, which takes less than to ask for each of them. */
const requireContents = async (dataDir: string, release: Release): Promise<void> => {
  const names = new Set(await readdir(contentsDirectory(dataDir)).catch(() => []))
  const isThere = (hash: string, compressed = false) =>
    names.has(hash) && (!compressed || (names.has(`${hash}.br`) && names.has(`${hash}.gz`)))
  const isWhole =
    Object.values(release.content)
      .flat()
      .every((hash) => isThere(hash)) &&
    Object.values(release.files).every((file) => !('hash' in file) || isThere(file.hash, file.compressed))
  if (!isWhole) throw new Error(`Release ${release.id} lacks some of its contents, so the live release stays.`)
}
