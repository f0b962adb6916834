import { listReleases, readLiveId, readRelease } from './release.ts'

/** What there is to say of a release that can be made live again. */
export type KeptRelease = { id: string; isLive: boolean } & (
  { createdAt: string; pages: number; bundle: string; newFiles: number; newBytes: number } | { damaged: true }
)

/**
 * The releases that are kept, the newest first, with how much each has that the one before it had not. One list of files is
 * held in memory at a time, as that of ten thousand pages takes some megabytes.
 */
export const readKeptReleases = async (dataDir: string): Promise<KeptRelease[]> => {
  const live = await readLiveId(dataDir)
  const releases: KeptRelease[] = []
  let known = new Set<string>()
  for (const id of (await listReleases(dataDir)).toReversed()) {
    const isLive = id === live
    const release = await readRelease(dataDir, id).catch(() => null)
    if (!release) {
      releases.push({ id, isLive, damaged: true })
      continue
    }
    const sizes = new Map(
      Object.values(release.files).flatMap((file): [string, number][] =>
        'hash' in file ? [[file.hash, file.size]] : [],
      ),
    )
    const fresh = [...sizes].filter(([hash]) => !known.has(hash))
    const newBytes = fresh.reduce((sum, [, size]) => sum + size, 0)
    const { createdAt, pages, bundle } = release
    releases.push({ id, isLive, createdAt, pages, bundle, newFiles: fresh.length, newBytes })
    known = new Set(sizes.keys())
  }
  return releases.toReversed()
}
