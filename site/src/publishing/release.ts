import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from './write-atomically.ts'

/** A path that is answered with stored content. */
const contentFileSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/), // SHA-256 of the content, and its name under `files/`
  type: z.string(), // Content-Type
  size: z.number().int().nonnegative(), // bytes, before compression
  compressed: z.boolean(), // whether `<hash>.br` and `<hash>.gz` lie beside it
  status: z.number().int().optional(), // 200 when left out
  headers: z.number().int().nonnegative().optional(), // the place of its further headers in the release's `headers`
  kind: z.string().optional(), // of the route, for a page
  source: z.string().optional(), // which version of a stored file it was fetched from
  carried: z.number().int().positive().optional(), // an asset of compiled pages that are so many versions old
})
export type ContentFile = z.infer<typeof contentFileSchema>

/** A path that leads to another one; with 410 to the page that says that what was here is gone, shown at the path itself. */
const redirectFileSchema = z.object({ status: z.literal([301, 302, 308, 410]), location: z.string() })
export type RedirectFile = z.infer<typeof redirectFileSchema>

export type ReleaseFile = ContentFile | RedirectFile

/** A release: every path with what it is answered with. Paths are not percent-encoded. Immutable once written. */
const releaseSchema = z.object({
  id: z.string().regex(/^\d{8}-\d{6}-[0-9a-f]{4}$/),
  createdAt: z.iso.datetime(),
  bundle: z.string(), // which compiled pages rendered it
  content: z.record(z.string(), z.array(z.string())), // hashes of what it was rendered from; `stored-content.ts` reads it
  pages: z.number().int().nonnegative(), // HTML pages, error pages not counted
  headers: z.array(z.record(z.string(), z.string())), // most pages share theirs, so each set is written once
  files: z.record(z.string(), z.union([contentFileSchema, redirectFileSchema])),
})
export type Release = z.infer<typeof releaseSchema>

/** What makes one release out of another: its own description, and the paths that differ, `null` for those that are gone. */
export interface ReleaseChange {
  from: string | null // the release that this is the difference to
  release: Omit<Release, 'files'>
  files: Record<string, ReleaseFile | null>
}

/** The further headers that a file is sent with. */
export const headersOf = ({ headers }: Pick<Release, 'headers'>, file: ContentFile): Record<string, string> =>
  file.headers === undefined ? {} : (headers[file.headers] ?? {})

/** The directory with the manifests, `files/` and the pointer `live`. */
export const releasesDirectory = (dataDir: string): string => join(dataDir, 'releases')
export const contentsDirectory = (dataDir: string): string => join(releasesDirectory(dataDir), 'files')
export const livePointer = (dataDir: string): string => join(releasesDirectory(dataDir), 'live')
export const manifestPath = (dataDir: string, id: string) => join(releasesDirectory(dataDir), `${id}.json`)

const idPattern = /^\d{8}-\d{6}-[0-9a-f]{4}$/

/** Is this the name of a release, such as `20261122-120322-ab12`? */
export const isReleaseId = (text: string): boolean => idPattern.test(text)

/** Reads a release. Throws when there is none of that name or it cannot be understood. */
export const readRelease = async (dataDir: string, id: string): Promise<Release> => {
  if (!isReleaseId(id)) throw new Error(`"${id}" is not the name of a release; one looks like 20261122-120322-ab12.`)
  let text: string
  try {
    text = await readFile(manifestPath(dataDir, id), 'utf8')
  } catch (cause) {
    throw new Error(`There is no release ${id} in ${releasesDirectory(dataDir)}.`, { cause })
  }
  const parsed = releaseSchema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`The list of the files of release ${id} is damaged.`, { cause: parsed.error })
  return parsed.data
}

export const writeRelease = (dataDir: string, release: Release): Promise<void> =>
  writeReleaseText(dataDir, release.id, JSON.stringify(release))

/** The same for a release that is written down already. */
export const writeReleaseText = (dataDir: string, id: string, text: string): Promise<void> =>
  writeAtomically(manifestPath(dataDir, id), text)

/** The names of the kept releases, the newest first. */
export const listReleases = async (dataDir: string): Promise<string[]> => {
  const names = await readdir(releasesDirectory(dataDir)).catch(() => [])
  return names
    .map((name) => name.replace(/\.json$/, ''))
    .filter(isReleaseId)
    .toSorted()
    .toReversed()
}

/** The name of the live release, or null before the first one. */
export const readLiveId = async (dataDir: string): Promise<string | null> => {
  try {
    const id = (await readFile(livePointer(dataDir), 'utf8')).trim()
    return isReleaseId(id) ? id : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Was the pointer set after this release was written? A process that died between the two has not set it. */
export const isPointedAfter = async (dataDir: string, id: string): Promise<boolean> => {
  const [pointer, manifest] = await Promise.all([stat(livePointer(dataDir)), stat(manifestPath(dataDir, id))])
  return pointer.mtimeMs >= manifest.mtimeMs
}

/** The live release, or null before the first one. Throws when it is named and cannot be read. */
export const readLiveRelease = async (dataDir: string): Promise<Release | null> => {
  const id = await readLiveId(dataDir)
  return id ? readRelease(dataDir, id) : null
}

/** The newest releases that can be read, the newest first. */
export const readNewestReleases = async (dataDir: string, count: number): Promise<Release[]> => {
  const releases: Release[] = []
  for (const id of await listReleases(dataDir)) {
    if (releases.length === count) break
    const release = await readRelease(dataDir, id).catch(() => null) // a damaged one is no reason to make no more
    if (release) releases.push(release)
  }
  return releases
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
