/** `npm run releases`: the releases that are kept, the newest first, and which of them is live. */
import { readSettings } from '../site/src/env.ts'
import { type KeptRelease, readKeptReleases } from '../site/src/publishing/kept-releases.ts'
import { readEnvironment, withSecrets } from './settings.ts'

const kilobyte = 1024
const columns = ['release', 'made', 'pages', 'live', 'code', 'new in it'] as const
const alignedRight: readonly string[] = ['pages', 'new in it']

const sizeOf = (bytes: number): string =>
  bytes < kilobyte * kilobyte ? `${Math.ceil(bytes / kilobyte)} kB` : `${(bytes / kilobyte / kilobyte).toFixed(1)} MB`

/** In the time of this machine: `2026-11-22 12:03:22`. */
const localTime = (iso: string): string => new Date(iso).toLocaleString('sv-SE')

const rowOf = (release: KeptRelease): string[] =>
  'damaged' in release
    ? [release.id, 'cannot be read', '', release.isLive ? 'live' : '', '', '']
    : [
        release.id,
        localTime(release.createdAt),
        String(release.pages),
        release.isLive ? 'live' : '',
        release.bundle.slice(0, 8),
        `${release.newFiles} files, ${sizeOf(release.newBytes)}`,
      ]

const tableOf = (rows: string[][]): string => {
  const widths = columns.map((_name, place) => Math.max(...rows.map((row) => (row[place] ?? '').length)))
  const line = (row: string[]) =>
    columns
      .map((name, place) => {
        const [text, width] = [row[place] ?? '', widths[place] ?? 0]
        return alignedRight.includes(name) ? text.padStart(width) : text.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

try {
  const { dataDir } = readSettings(await withSecrets(readEnvironment()))
  const releases = await readKeptReleases(dataDir)
  if (releases.length === 0) console.log('There are no releases yet. The first one is made when the site starts.')
  else console.log(tableOf([[...columns], ...releases.map(rowOf)]))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
