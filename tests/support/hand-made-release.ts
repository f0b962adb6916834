import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import {
  type ContentFile,
  contentsDirectory,
  type Release,
  type ReleaseChange,
  type ReleaseFile,
  writeRelease,
} from '../../site/src/publishing/release.ts'

/** A file as a test wants it in a release. Texts are stored compressed, too. */
export interface HandMadeFile extends Pick<ContentFile, 'type' | 'kind'> {
  content: string | Buffer
  headers?: Record<string, string>
}

const store = async (dataDir: string, content: string | Buffer) => {
  const bytes = Buffer.from(content)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const path = join(contentsDirectory(dataDir), hash)
  const compressed = typeof content === 'string'
  if (compressed) {
    await writeFile(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }))
    await writeFile(`${path}.gz`, gzipSync(bytes))
  }
  await writeFile(path, bytes)
  return { hash, size: bytes.length, compressed }
}

/** Writes a release of these files and redirects to disk. Nothing is rendered, and nothing becomes live. */
export const writeHandMadeRelease = async (
  dataDir: string,
  id: string,
  files: Record<string, HandMadeFile | { redirect: string }>,
): Promise<Release> => {
  await mkdir(contentsDirectory(dataDir), { recursive: true })
  const release: Release = {
    id,
    createdAt: '2026-11-22T12:03:22.000Z',
    bundle: 'made by hand',
    content: {},
    pages: Object.values(files).filter((file) => 'kind' in file && file.kind === 'page').length,
    headers: [],
    files: {},
  }
  const placeOf = (headers: Record<string, string>): number => {
    const isSame = (each: Record<string, string>) => JSON.stringify(each) === JSON.stringify(headers)
    return release.headers.some(isSame) ? release.headers.findIndex(isSame) : release.headers.push(headers) - 1
  }
  for (const [path, file] of Object.entries(files)) {
    if ('redirect' in file) {
      release.files[path] = { status: 301, location: file.redirect }
      continue
    }
    const { content, headers, ...told } = file
    const place = headers ? { headers: placeOf(headers) } : {}
    release.files[path] = { ...(await store(dataDir, content)), ...told, ...place }
  }
  await writeRelease(dataDir, release)
  return release
}

/** What makes one release out of the other. */
export const changeBetween = (from: Release | null, { files, ...release }: Release): ReleaseChange => {
  const before = from?.files ?? {}
  const differing: [string, ReleaseFile | null][] = [
    ...Object.entries(files).filter(([path, file]) => JSON.stringify(before[path]) !== JSON.stringify(file)),
    ...Object.keys(before).flatMap((path): [string, null][] => (path in files ? [] : [[path, null]])),
  ]
  return { from: from?.id ?? null, release, files: Object.fromEntries(differing) }
}
