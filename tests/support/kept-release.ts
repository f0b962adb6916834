import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { securityTextPath } from '../../site/src/content/security-text.ts'
import type { Web } from './start-web.ts'

/** What a release lists: a hash for what is answered with content, an address for what leads elsewhere. */
const listedSchema = z.object({
  id: z.string(),
  files: z.record(
    z.string(),
    z.union([
      z.object({ hash: z.string(), kind: z.string().optional() }),
      z.object({ status: z.number(), location: z.string() }),
    ]),
  ),
})
export type ListedRelease = z.infer<typeof listedSchema>

const directoryOf = (web: Web) => join(web.cms.store.dataDirectory, 'releases')

/** The name of the live release. */
export const liveId = async (web: Web): Promise<string> =>
  (await readFile(join(directoryOf(web), 'live'), 'utf8')).trim()

/** The names of the releases that are kept, the newest first. */
export const keptIds = async (web: Web): Promise<string[]> =>
  (await readdir(directoryOf(web)))
    .filter((name) => /^\d{8}-\d{6}-[0-9a-f]{4}\.json$/.test(name))
    .map((name) => name.replace('.json', ''))
    .toSorted()
    .toReversed()

export const readListed = async (web: Web, id: string): Promise<ListedRelease> =>
  listedSchema.parse(JSON.parse(await readFile(join(directoryOf(web), `${id}.json`), 'utf8')))

const statuses: Record<string, number> = { 'not-found': 404, gone: 410 }

/** The paths that are answered with something else than the release lists; none when the site serves it byte for byte. */
export const pathsThatDiffer = async (web: Web, { files }: ListedRelease): Promise<string[]> => {
  const differing: string[] = []
  for (const [path, file] of Object.entries(files)) {
    if (path === securityTextPath) continue // made valid for longer as it is sent
    const answer = await fetch(web.url + encodeURI(path), { redirect: 'manual' })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const isAsListed =
      'location' in file
        ? answer.status === file.status && (file.status === 410 || answer.headers.get('location') === file.location)
        : answer.status === (statuses[file.kind ?? ''] ?? 200) &&
          createHash('sha256').update(bytes).digest('hex') === file.hash
    if (!isAsListed) differing.push(path)
  }
  return differing
}
