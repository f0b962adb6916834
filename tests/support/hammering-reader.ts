import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

// Somebody who reads without a pause while things go wrong, and notes all that was answered. Afterwards each answer is
// compared with the releases that were there meanwhile.

const readAtOnce = 3
const restBetweenMilliseconds = 5
const lookEveryMilliseconds = 50

/** What was answered for a path. */
export interface SeenAnswer {
  path: string
  status: number
  hash: string // SHA-256 of the body
  location: string | null
}

const releaseSchema = z.object({
  files: z.record(
    z.string(),
    z.union([
      z.object({ hash: z.string(), kind: z.string().optional() }),
      z.object({ status: z.number(), location: z.string() }),
    ]),
  ),
})

/** What releases list: all that may have been answered for each path. */
export interface Listed {
  hashes: Map<string, Set<string>> // by path
  notFound: Set<string>
  locations: Map<string, Set<string>>
}

const nothingListed = (): Listed => ({ hashes: new Map(), notFound: new Set(), locations: new Map() })

const addTo = (sets: Map<string, Set<string>>, key: string, value: string): void => {
  const known = sets.get(key)
  if (known) known.add(value)
  else sets.set(key, new Set([value]))
}

/** Adds what a release lists. */
export const list = ({ hashes, notFound, locations }: Listed, release: unknown): void => {
  for (const [path, file] of Object.entries(releaseSchema.parse(release).files)) {
    if ('location' in file) addTo(locations, path, file.location)
    else if (file.kind === 'not-found' || file.kind === 'gone') notFound.add(file.hash)
    else addTo(hashes, path, file.hash)
  }
}

/** The answers that no release has, each in words. */
export const findFaults = (answers: Iterable<SeenAnswer>, { hashes, notFound, locations }: Listed): string[] => {
  const faults: string[] = []
  for (const { path, status, hash, location } of answers) {
    const decoded = decodeURI(path)
    const isListed =
      (status === 200 && hashes.get(decoded)?.has(hash)) ||
      (status === 404 && notFound.has(hash)) ||
      (status === 301 && location !== null && locations.get(decoded)?.has(location))
    if (!isListed) faults.push(`${path} was answered ${status} with ${hash.slice(0, 12)}, which no release has there`)
  }
  return faults
}

const assetPattern = /(?:href|src|component-url|renderer-url)="(\/_astro\/[^"]+)"/g

/** What came of reading. */
export interface ReadingResult {
  answers: number
  brokenOff: number // there was nobody, or the answer broke off before its end
  pages: number // different ones
  releases: number
  faults: string[]
}

/** Reads the given paths, and those that are added, until it is told to stop. */
export const startReading = (url: string, dataDir: string, paths: string[]) => {
  const known = [...paths]
  const seen = new Map<string, SeenAnswer>()
  const assetsOfPages = new Set<string>() // the pages whose assets were read, by hash
  const faults: string[] = []
  const listed = nothingListed()
  const releases = new Set<string>()
  let answers = 0
  let brokenOff = 0
  const state = { stopped: false }
  let absences = 0 // of the front, begun and ended
  const isAway = () => absences % 2 === 1

  /** Null: there was nobody, or the answer broke off, which a reader's browser notices and asks again. */
  const read = async (path: string): Promise<{ answer: SeenAnswer; text: string } | null> => {
    try {
      const response = await fetch(url + path, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
      const bytes = Buffer.from(await response.arrayBuffer())
      const hash = createHash('sha256').update(bytes).digest('hex')
      const { status, headers } = response
      const isHtml = headers.get('content-type')?.startsWith('text/html') === true
      return {
        answer: { path, status, hash, location: headers.get('location') },
        text: isHtml ? bytes.toString('utf8') : '',
      }
    } catch {
      return null
    }
  }

  const readAssetsOf = async (text: string, hash: string): Promise<void> => {
    if (assetsOfPages.has(hash)) return
    assetsOfPages.add(hash)
    for (const [, path = ''] of text.matchAll(assetPattern)) {
      const asset = await read(path)
      if (asset && asset.answer.status !== 200)
        faults.push(`${path}, which a page loads, was answered ${asset.answer.status}`)
    }
  }

  const readOn = async (first: number): Promise<void> => {
    for (let place = first; !state.stopped; place += 1) {
      const path = known[(place * 7) % known.length] ?? '/sv/'
      const [absencesBefore, wasAway] = [absences, isAway()]
      const got = await read(path)
      if (got) {
        answers += 1
        const { status, hash, location } = got.answer
        seen.set(`${path} ${status} ${hash} ${location}`, got.answer)
        if (status === 200 && got.text) await readAssetsOf(got.text, hash)
      } else {
        brokenOff += 1
        if (!wasAway && absences === absencesBefore) faults.push(`${path} was not answered to the end`)
      }
      await pause(restBetweenMilliseconds)
    }
  }

  const lookAtReleases = async (): Promise<void> => {
    const directory = join(dataDir, 'releases')
    for (const name of await readdir(directory)) {
      if (!/^[0-9a-f-]+\.json$/.test(name) || releases.has(name)) continue
      list(listed, JSON.parse(await readFile(join(directory, name), 'utf8')))
      releases.add(name)
    }
  }
  const lookOn = async (): Promise<void> => {
    while (!state.stopped) {
      await lookAtReleases()
      await pause(lookEveryMilliseconds)
    }
  }

  const working = Promise.all([lookOn(), ...Array.from({ length: readAtOnce }, (_, reader) => readOn(reader * 13))])
  return {
    add: (path: string) => void known.push(path),
    /** The front is about to be away, or is there again: meanwhile it need not answer. */
    frontGoes: () => void (absences += 1),
    frontIsBack: () => void (absences += 1),
    stop: async (): Promise<ReadingResult> => {
      state.stopped = true
      await working
      await lookAtReleases()
      return {
        answers,
        brokenOff,
        pages: assetsOfPages.size,
        releases: releases.size,
        faults: [...faults, ...findFaults(seen.values(), listed)],
      }
    },
  }
}
