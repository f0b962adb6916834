import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

/** The ending of a file that is still being written; one that is old was left by a process that died. */
export const unfinishedEnding = '.part'

/**
 * Writes a file so that under its name there is, at any moment and also after a power cut, either what was there before or
 * the whole new content. Unsynced, a power cut may leave less; whoever asks for that waits for the disk later.
 */
export const writeAtomically = async (
  path: string,
  content: string | Uint8Array,
  durability: 'synced' | 'unsynced' = 'synced',
): Promise<void> => {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}${unfinishedEnding}`
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(content)
      if (durability === 'synced') await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Makes the names that were given in a directory outlive a power cut. */
export const keepNames = async (directory: string): Promise<void> => {
  const opened = await open(directory, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
