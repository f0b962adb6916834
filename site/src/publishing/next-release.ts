import { isDeepStrictEqual } from 'node:util'
import {
  createReleaseText,
  headerTableOf,
  listedFile,
  type MadeFile,
  type MadeFiles,
  madeFilesOf,
  nextReleaseId,
} from './make-release.ts'
import { type Release, type ReleaseChange, type ReleaseFile, writeReleaseText } from './release.ts'

/** A release but for its files, of which there may be tens of thousands. */
export type ReleaseWithoutFiles = Omit<Release, 'files'>

const mostPathsTold = 5000 // in one message to the front

/** The files of the newest release, and what the next one has otherwise. A release costs what is noted here. */
export interface NextRelease {
  newest: () => ReleaseWithoutFiles | null
  /** The files of the newest release. */
  before: MadeFiles
  /** What the next release has at a path. */
  at: (path: string) => MadeFile | null
  /** Has it something at a path that is not only a redirect? */
  isThere: (path: string) => boolean
  /** Every path that the newest release has or the next one may have. */
  paths: () => Set<string>
  /** A path has this file, or nothing any more. */
  note: (path: string, file: MadeFile | null) => void
  /** The files of a kind that is known by heart are these: what else is among its paths is gone. */
  noteAll: (files: MadeFiles, paths: Set<string>) => void
  /** Is any file another? */
  isOther: () => boolean
  /** Writes the next release, which is the newest from then on. */
  write: (
    of: Pick<Release, 'bundle' | 'content' | 'pages'>,
  ) => Promise<{ written: ReleaseWithoutFiles; change: ReleaseChange | null }>
  /** The contents that the newest release names, or the next one will. */
  hashes: () => Iterable<string>
}

/** @param found the newest release at the start of this process */
export const createNextRelease = (dataDir: string, found: Release | undefined): NextRelease => {
  let newest: ReleaseWithoutFiles | null = found ?? null
  const before: MadeFiles = found ? madeFilesOf(found) : new Map()
  const difference = new Map<string, MadeFile | null>()
  const textOf = createReleaseText()
  let isWritten = false // every line, by this process

  const at = (path: string): MadeFile | null =>
    difference.get(path) ?? (difference.has(path) ? null : before.get(path)) ?? null

  const note = (path: string, file: MadeFile | null): void => {
    const had = before.get(path) ?? null
    if (had === file || isDeepStrictEqual(had, file)) difference.delete(path)
    else difference.set(path, file)
  }

  /** The newest release has what the next one had otherwise. */
  const adopt = (): [string, MadeFile | null][] => {
    const others = [...difference]
    for (const [path, file] of others) {
      if (file) before.set(path, file)
      else before.delete(path)
    }
    difference.clear()
    return others
  }

  return {
    newest: () => newest,
    before,
    at,
    isThere: (path) => {
      const file = at(path)
      return file !== null && 'hash' in file
    },
    paths: () => new Set([...before.keys(), ...difference.keys()]),
    note,
    noteAll: (files, paths) => {
      for (const [path, file] of files) note(path, file)
      for (const path of paths) if (!files.has(path)) note(path, null)
      paths.clear()
      for (const path of files.keys()) paths.add(path)
    },
    isOther: () => difference.size > 0,
    write: async ({ bundle, content, pages }) => {
      const from = newest?.id ?? null
      const others = adopt()
      const { headers, placeOf } = headerTableOf(before.values())
      const areSameHeaders = isDeepStrictEqual(headers, newest?.headers)
      const listed = (entries: Iterable<[string, MadeFile | null]>) =>
        [...entries].map(([path, file]): [string, ReleaseFile | null] => [
          path,
          file && listedFile(file, placeOf(file)),
        ])
      const id = nextReleaseId(from)
      const written = { id, createdAt: new Date().toISOString(), bundle, content, pages, headers }
      newest = written
      const lines = areSameHeaders && isWritten ? others : [...before, ...others]
      await writeReleaseText(dataDir, id, textOf(written, listed(lines)))
      isWritten = true
      const isTold = areSameHeaders && others.length <= mostPathsTold
      return { written, change: isTold ? { from, release: written, files: Object.fromEntries(listed(others)) } : null }
    },
    hashes: function* () {
      for (const file of [...before.values(), ...difference.values()]) if (file && 'hash' in file) yield file.hash
    },
  }
}
