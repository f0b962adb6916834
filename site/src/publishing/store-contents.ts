import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentsDirectory, releasesDirectory } from './release.ts'
import { keepNames, writeAtomically } from './write-atomically.ts'

const compressWithBrotli = promisify(brotliCompress)
const compressWithGzip = promisify(gzip)
const youngMilliseconds = 60 * 60 * 1000
const leastSizeToCompress = 256 // bytes; below, the headers weigh more than what is saved

/** How hard to compress: pages change often, assets once per version of the code, and what nobody is sent not at all. */
export type Effort = 'none' | 'quick' | 'thorough'
const brotliQuality = { quick: 5, thorough: 11 } satisfies Record<Exclude<Effort, 'none'>, number>

export interface StoredContent {
  hash: string
  size: number // bytes
  compressed: boolean
}

/** Where contents are kept, once each, under their hash. */
export interface Contents {
  /** Stores a content with its compressed twins, unless it is there already. */
  store: (content: Uint8Array, type: string, effort?: Effort) => Promise<StoredContent>
  has: (hash: string) => boolean
  read: (hash: string) => Promise<Buffer>
  /**
   * Stores so many contents that waiting for the disk after each would take longer than making them: the disk is waited for
   * once, at the end. What a crash leaves of it is removed by the next process that opens the store.
   */
  inBulk: <Result>(task: () => Promise<Result>) => Promise<Result>
  /** Removes all other contents, unless told otherwise but for those so new that a release may be about to name them. */
  removeAllBut: (needed: ReadonlySet<string>, options?: { alsoNew?: boolean }) => Promise<void>
}

const compress = async (content: Uint8Array, effort: Exclude<Effort, 'none'>) => {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  const [br, gz] = await Promise.all([
    compressWithBrotli(content, { params }),
    compressWithGzip(content, { level: effort === 'thorough' ? 9 : 6 }),
  ])
  return [
    { ending: '.br', bytes: br },
    { ending: '.gz', bytes: gz },
  ]
}

/** After a crash in the midst of a bulk, what it had written may be half there; no release that is live needs it. */
const removeUnfinishedBulk = async (directory: string, bulkMark: string): Promise<void> => {
  const mark = await stat(bulkMark).catch(() => null)
  if (!mark) return
  for (const name of await readdir(directory)) {
    const path = join(directory, name)
    if ((await stat(path)).mtimeMs >= mark.mtimeMs) await rm(path, { force: true })
  }
  await rm(bulkMark)
}

/** Waits until everything written here so far outlives a power cut: at once where the system can, else file by file. */
const syncDisk = async (directory: string): Promise<void> => {
  if (
    await promisify(execFile)('sync', ['-f', directory]).then(
      () => true,
      () => false,
    )
  )
    return
  for (const name of await readdir(directory)) await keepNames(join(directory, name))
}

const isText = (type: string) => /^text\/|json|xml|javascript|svg|manifest/.test(type)

/** Opens the store of contents, which is made when it is not there. */
export const openContents = async (dataDir: string): Promise<Contents> => {
  const directory = contentsDirectory(dataDir)
  const bulkMark = join(releasesDirectory(dataDir), 'unfinished-bulk')
  await mkdir(directory, { recursive: true })
  await removeUnfinishedBulk(directory, bulkMark)
  const known = new Set(await readdir(directory))
  const beingWritten = new Map<string, Promise<void>>()
  let isBulk = false

  const write = (path: string, content: Uint8Array) => writeAtomically(path, content, isBulk ? 'unsynced' : 'synced')

  const writeContent = async (hash: string, content: Uint8Array, effort: Effort) => {
    const path = join(directory, hash)
    const twins = effort === 'none' ? [] : await compress(content, effort)
    await Promise.all(twins.map(({ ending, bytes }) => write(path + ending, bytes)))
    await write(path, content) // last: where it is, its twins are
    known.add(hash)
  }

  return {
    store: async (content, type, effort = 'quick') => {
      const hash = createHash('sha256').update(content).digest('hex')
      const compressed = effort !== 'none' && isText(type) && content.length >= leastSizeToCompress
      if (!known.has(hash)) {
        const writing = beingWritten.get(hash) ?? writeContent(hash, content, compressed ? effort : 'none')
        beingWritten.set(hash, writing)
        await writing.finally(() => beingWritten.delete(hash))
      }
      return { hash, size: content.length, compressed }
    },
    inBulk: async (task) => {
      await writeAtomically(bulkMark, '')
      isBulk = true
      try {
        return await task()
      } finally {
        isBulk = false
        // Also when the task failed: later releases are about to use what it stored, and a mark left behind would have it removed.
        await syncDisk(directory)
        await rm(bulkMark)
      }
    },
    has: (hash) => known.has(hash),
    read: (hash) => readFile(join(directory, hash)),
    removeAllBut: async (needed, { alsoNew = false } = {}) => {
      for (const name of await readdir(directory)) {
        const [hash = ''] = name.split('.')
        const path = join(directory, name)
        if (needed.has(hash)) continue
        if (!alsoNew && Date.now() - (await stat(path)).mtimeMs < youngMilliseconds) continue
        known.delete(hash)
        await rm(path, { force: true })
      }
    },
  }
}
