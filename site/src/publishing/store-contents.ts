import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentsDirectory } from './release.ts'
import { writeAtomically } from './write-atomically.ts'

const compressWithBrotli = promisify(brotliCompress)
const compressWithGzip = promisify(gzip)
const youngMilliseconds = 60 * 60 * 1000
const leastSizeToCompress = 256 // bytes; below, the headers weigh more than what is saved

/** How hard to compress: pages change often, assets once per version of the code. */
export type Effort = 'quick' | 'thorough'
const brotliQuality: Record<Effort, number> = { quick: 5, thorough: 11 }

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
  /** Removes all other contents, but for those so new that a release may be about to name them. */
  removeAllBut: (needed: ReadonlySet<string>) => Promise<void>
}

const isText = (type: string) => /^text\/|json|xml|javascript|svg|manifest/.test(type)

/** Opens the store of contents, which is made when it is not there. */
export const openContents = async (dataDir: string): Promise<Contents> => {
  const directory = contentsDirectory(dataDir)
  await mkdir(directory, { recursive: true })
  const known = new Set(await readdir(directory))

  const writeContent = async (hash: string, content: Uint8Array, compressed: boolean, effort: Effort) => {
    const path = join(directory, hash)
    if (compressed) {
      const quality = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort] }
      const [br, gz] = await Promise.all([
        compressWithBrotli(content, { params: { ...quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
        compressWithGzip(content, { level: effort === 'thorough' ? 9 : 6 }),
      ])
      await Promise.all([writeAtomically(`${path}.br`, br), writeAtomically(`${path}.gz`, gz)])
    }
    await writeAtomically(path, content) // last: where it is, its twins are
    known.add(hash)
  }

  return {
    store: async (content, type, effort = 'quick') => {
      const hash = createHash('sha256').update(content).digest('hex')
      const compressed = isText(type) && content.length >= leastSizeToCompress
      if (!known.has(hash)) await writeContent(hash, content, compressed, effort)
      return { hash, size: content.length, compressed }
    },
    has: (hash) => known.has(hash),
    read: (hash) => readFile(join(directory, hash)),
    removeAllBut: async (needed) => {
      for (const name of await readdir(directory)) {
        const [hash = ''] = name.split('.')
        const path = join(directory, name)
        if (needed.has(hash) || Date.now() - (await stat(path)).mtimeMs < youngMilliseconds) continue
        known.delete(hash)
        await rm(path, { force: true })
      }
    },
  }
}
