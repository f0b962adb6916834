import { contentsDirectory, livePointer, releasesDirectory } from './release.ts'
import { keepNames, writeAtomically } from './write-atomically.ts'

/** Switches visitors to a release: one rename, before which the old one is served and after which the new one is. */
export const makeLive = async (dataDir: string, id: string): Promise<void> => {
  // What the pointer names must not be taken away by a power cut, so it is made lasting first.
  await keepNames(contentsDirectory(dataDir))
  await keepNames(releasesDirectory(dataDir))
  await writeAtomically(livePointer(dataDir), `${id}\n`)
  await keepNames(releasesDirectory(dataDir))
}
