import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { z } from 'zod'
import { type LaidOutFile, laidOutFiles, layers } from './laid-out-files.ts'
import { contentsDirectory, type Release } from './release.ts'
import { writeAtomically } from './write-atomically.ts'

const listName = '.klusterwebb.json'
const lockName = '.klusterwebb.lock'
const unfinishedName = '.klusterwebb.unfinished'
const atOnce = 16
const twinEndings = ['.br', '.gz'] as const

const compressWithBrotli = promisify(brotliCompress)
const compressWithGzip = promisify(gzip)

/** Where a release is laid out, and from where. */
export interface Layout {
  dataDir: string
  directory: string
  siteUrl: string
}

export interface LaidOut {
  release: string
  written: number // files, twins not counted
  removed: number
  milliseconds: number
}

/**
 * What we laid out in a directory. Whatever is named in neither part is not ours, and is neither changed nor removed.
 * `underway` has the names that are being written or removed; what lies there is ours and may be old, new or missing.
 */
const listSchema = z.object({
  release: z.string().nullable(), // the last one that was laid out to its end
  files: z.record(z.string(), z.object({ hash: z.string(), size: z.number(), hasTwins: z.boolean() })),
  underway: z.array(z.string()),
})
type List = z.infer<typeof listSchema>

/** Nothing can be laid out. The message says why, in what state the directory is, and what to do. */
export class LayoutError extends Error {}

/**
 * Lays a release out as plain files, changing only what differs from what was laid out before: first what pages load, then
 * the pages, last the removals. It may be killed at any moment; the next time finishes.
 * @param thorough also looks whether what was laid out before is still there
 * @param signal stops it between two files
 */
export const layOutRelease = async (
  release: Release,
  layout: Layout,
  { thorough = true, signal }: { thorough?: boolean; signal?: AbortSignal } = {},
): Promise<LaidOut> => {
  const startedAt = performance.now()
  const { directory, siteUrl } = layout
  const wanted = laidOutFiles(release, siteUrl)
  try {
    await mkdir(directory, { recursive: true })
    const unlock = await lock(directory)
    try {
      const list = await readList(directory)
      const { written, removed } = await bringInStep(layout, list, release, wanted, thorough, signal)
      return { release: release.id, written, removed, milliseconds: Math.round(performance.now() - startedAt) }
    } finally {
      await unlock()
    }
  } catch (error) {
    throw explained(error, directory)
  }
}

const bringInStep = async (
  layout: Layout,
  list: List,
  release: Release,
  wanted: Map<string, LaidOutFile>,
  thorough: boolean,
  signal: AbortSignal | undefined,
): Promise<{ written: number; removed: number }> => {
  const { directory } = layout
  const underway = new Set(list.underway)
  const ours = (name: string) => underway.has(name) || Object.hasOwn(list.files, name)
  const damaged = thorough ? await damagedFiles(directory, list) : new Set<string>()
  const isInPlace = ([name, file]: [string, LaidOutFile]): boolean => {
    const there = Object.hasOwn(list.files, name) ? list.files[name] : undefined
    return there?.hash === file.hash && there.hasTwins === file.hasTwins && !underway.has(name) && !damaged.has(name)
  }
  const toWrite = [...wanted].filter((entry) => !isInPlace(entry))
  const toRemove = [...new Set([...Object.keys(list.files), ...underway])].filter((name) => !wanted.has(name))
  if (toWrite.length === 0 && toRemove.length === 0 && list.release === release.id) return { written: 0, removed: 0 }

  await refuseStrangers(
    directory,
    toWrite.filter(([name]) => !ours(name)).flatMap(([name, file]) => withTwins(name, file.hasTwins)),
  )
  const names = [...toWrite.map(([name]) => name), ...toRemove]
  await writeList(directory, { ...list, underway: names })

  const room = join(directory, unfinishedName)
  await rm(room, { recursive: true, force: true })
  await mkdir(room)
  const hadTwins = (name: string) => underway.has(name) || (list.files[name]?.hasTwins ?? false)
  const remove = (those: string[]) => removeFiles(directory, those, hadTwins)
  const wantedDirectories = new Set([...wanted.keys()].flatMap(directoriesAbove))
  const inTheWay = (name: string) =>
    wantedDirectories.has(name) || directoriesAbove(name).some((each) => wanted.has(each))
  await remove(toRemove.filter(inTheWay))
  for (const files of inLayers(toWrite, ours)) {
    await eachOf(
      files,
      ([name, file]) => layOutFile(layout, { room, name, file, losesTwins: hadTwins(name) && !file.hasTwins }),
      signal,
    )
  }
  await remove(toRemove.filter((name) => !inTheWay(name)))
  await rm(room, { recursive: true, force: true })
  const files = Object.fromEntries(
    [...wanted].map(([name, { hash, size, hasTwins }]) => [name, { hash, size, hasTwins }]),
  )
  await writeList(directory, { release: release.id, files, underway: [] })
  return { written: toWrite.length, removed: toRemove.length }
}

/** In each layer what is new comes first, as what changed may refer to it. */
const inLayers = (files: [string, LaidOutFile][], wasThere: (name: string) => boolean): [string, LaidOutFile][][] =>
  layers.flatMap((layer) => {
    const those = files.filter(([, file]) => file.layer === layer)
    return [those.filter(([name]) => !wasThere(name)), those.filter(([name]) => wasThere(name))]
  })

/** Several at once. After a failure none is begun, and those underway are waited for. */
const eachOf = async <Item>(
  items: Item[],
  act: (item: Item) => Promise<void>,
  signal?: AbortSignal | undefined,
): Promise<void> => {
  const rest = items.values()
  const failures: unknown[] = []
  const work = async () => {
    for (const item of rest) {
      if (failures.length > 0) return
      signal?.throwIfAborted()
      await act(item)
    }
  }
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, () =>
    work().catch((error: unknown) => void failures.push(error)),
  )
  await Promise.all(workers)
  if (failures.length > 0) throw failures[0]
}

const withTwins = (name: string, hasTwins: boolean): string[] => [
  name,
  ...(hasTwins ? twinEndings.map((ending) => `${name}${ending}`) : []),
]

const directoriesAbove = (name: string): string[] => {
  const parts = name.split('/').slice(0, -1)
  return parts.map((_part, depth) => parts.slice(0, depth + 1).join('/'))
}

const readList = async (directory: string): Promise<List> => {
  const text = await readFile(join(directory, listName), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (text === null) {
    const others = (await readdir(directory)).filter((name) => !name.startsWith('.klusterwebb'))
    if (others.length === 0) return { release: null, files: {}, underway: [] }
    throw new LayoutError(
      `${directory} holds files that were not put there by this command ("${others[0]}"), so nothing was changed. ` +
        'Name a directory that is empty or does not exist yet.',
    )
  }
  try {
    return listSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new LayoutError(
      `${join(directory, listName)}, the list of what was laid out, is damaged, so nothing was changed. ` +
        'Empty the directory and try again.',
      { cause },
    )
  }
}

const writeList = (directory: string, list: List): Promise<void> =>
  writeAtomically(join(directory, listName), JSON.stringify(list))

/** Two at a time would undo each other's work. Gives the way to unlock again. */
const lock = async (directory: string): Promise<() => Promise<void>> => {
  const path = join(directory, lockName)
  const unlock = () => rm(path, { force: true })
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' })
      return unlock
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      const holder = Number(await readFile(path, 'utf8').catch(() => ''))
      if (isRunning(holder)) {
        throw new LayoutError(
          `Process ${holder} is laying a release out in ${directory}, so nothing was changed. Try again when it has ended; ` +
            `if it is something else, remove ${path}.`,
        )
      }
      await unlock() // it was killed
    }
  }
  throw new LayoutError(`${path} cannot be had, so nothing was changed. Try again in a moment.`)
}

const isRunning = (processId: number): boolean => {
  if (!Number.isInteger(processId) || processId <= 0 || processId === process.pid) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** The names on the list whose files are gone or of another size than they were written with. */
const damagedFiles = async (directory: string, list: List): Promise<Set<string>> => {
  const damaged = new Set<string>()
  await eachOf(Object.entries(list.files), async ([name, { size, hasTwins }]) => {
    const [own, ...twins] = await Promise.all(
      withTwins(name, hasTwins).map((each) => stat(join(directory, each)).catch(() => null)),
    )
    if (own?.size !== size || twins.some((twin) => !twin || twin.size === 0)) damaged.add(name)
  })
  return damaged
}

const refuseStrangers = async (directory: string, names: string[]): Promise<void> => {
  const strangers: string[] = []
  await eachOf(names, async (name) => {
    const there = await lstat(join(directory, name)).catch(() => null)
    if (there && !there.isDirectory()) strangers.push(name)
  })
  const [first] = strangers.toSorted()
  if (first === undefined) return
  const more = strangers.length > 1 ? ` and ${strangers.length - 1} more` : ''
  throw new LayoutError(
    `${join(directory, first)}${more} was put there by somebody else and is in the way, so nothing was changed. ` +
      'Move it elsewhere and try again.',
  )
}

interface Step {
  room: string // for what is unfinished
  name: string
  file: LaidOutFile
  losesTwins: boolean
}

const layOutFile = async ({ dataDir, directory }: Layout, { room, name, file, losesTwins }: Step): Promise<void> => {
  const place = join(directory, name)
  await mkdir(dirname(place), { recursive: true })
  if (losesTwins) for (const ending of twinEndings) await rm(`${place}${ending}`, { force: true })
  for (const ending of file.hasTwins ? (['', ...twinEndings] as const) : ([''] as const)) {
    const unfinished = join(room, randomUUID())
    if (file.text === undefined)
      await copyContent(join(contentsDirectory(dataDir), `${file.hash}${ending}`), unfinished)
    else await writeFile(unfinished, await compressions[ending](file.text))
    await rename(unfinished, `${place}${ending}`)
  }
}

const compressions = {
  '': async (text: string) => text,
  '.br': (text: string) => compressWithBrotli(text),
  '.gz': (text: string) => compressWithGzip(text),
}

/** A copy that shares its blocks with the original where the file system can do that. */
const copyContent = async (from: string, to: string): Promise<void> => {
  await copyFile(from, to, constants.COPYFILE_FICLONE).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
    throw new LayoutError(`${from} is missing, so the release is not laid out in full. Publish again and try again.`)
  })
}

/** Removes files of ours and their twins, and the directories that become empty by it. */
const removeFiles = async (directory: string, names: string[], hadTwins: (name: string) => boolean): Promise<void> => {
  await eachOf(names, async (name) => {
    for (const each of withTwins(name, hadTwins(name))) await rm(join(directory, each), { force: true })
  })
  const emptied = new Set(names.flatMap(directoriesAbove))
  const deepestFirst = [...emptied].toSorted((one, other) => other.length - one.length)
  for (const name of deepestFirst) await rmdir(join(directory, name)).catch(() => {}) // something else is in it
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR']

const explained = (error: unknown, directory: string): unknown => {
  const code = codeOf(error)
  if (error instanceof LayoutError) return error
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new LayoutError(
      `There is no room left to write to ${directory}, so the release is not laid out in full. Make room and try again; ` +
        'what is missing is then added.',
      { cause: error },
    )
  }
  if (!unwritable.includes(code)) return error
  return new LayoutError(
    `${directory} cannot be written to (${code}). Give this user the right to write there, or name another directory.`,
    { cause: error },
  )
}
