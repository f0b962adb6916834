import { access } from 'node:fs/promises'
import { join } from 'node:path'
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
  const earlier = (await listReleases(dataDir)).find((id) => live !== null && id < live)
  if (!earlier) throw new Error('There is no earlier release to go back to, so the live one stays.')
  return earlier
}

const requireContents = async (dataDir: string, release: Release): Promise<void> => {
  const hashes = new Set(Object.values(release.files).flatMap((file) => ('hash' in file ? [file.hash] : [])))
  for (const hash of [...hashes, ...Object.values(release.content).flat()]) {
    try {
      await access(join(contentsDirectory(dataDir), hash))
    } catch (cause) {
      throw new Error(`Release ${release.id} lacks some of its contents, so the live release stays.`, { cause })
    }
  }
}
