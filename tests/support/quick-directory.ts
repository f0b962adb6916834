import { mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const inMemory = '/dev/shm'
const enoughBytes = 4 * 2 ** 30

const freeIn = (directory: string): Promise<number> =>
  statfs(directory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0, // no Linux
  )

/** A new directory for a database in tests: in memory where there is plenty, as each write otherwise waits for the disk. */
export const quickDirectory = async (name: string): Promise<string> =>
  mkdtemp(join((await freeIn(inMemory)) >= enoughBytes ? inMemory : tmpdir(), `klusterwebb-${name}-`))
