import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

const releaseSchema = z.object({
  files: z.record(z.string(), z.union([z.object({ hash: z.string() }), z.object({ location: z.string() })])),
})

/** What releases list: for every path, the hashes of all that it was ever to be answered with. */
export type Listed = Map<string, Set<string>>

export const digestOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex')

/** Is this body one that some release lists for the path? */
export const isListed = (listed: Listed, path: string, body: Uint8Array): boolean =>
  listed.get(path)?.has(digestOf(body)) ?? false

const assetsIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)].map(([, path = '']) => path)

/** Reads the site throughout, and remembers every answer until it can be compared with what the releases list. */
export const startReader = (url: string, dataDirectory: string, paths: string[]) => {
  const listed: Listed = new Map()
  const read = new Set<string>() // manifests
  const seen: { path: string; body: Uint8Array; status: number }[] = []
  const brokenAssets = new Set<string>()
  const soundAssets = new Set<string>()
  let answers = 0
  let away = 0
  const ending = new AbortController()

  const readReleases = async (): Promise<void> => {
    const directory = join(dataDirectory, 'releases')
    for (const name of await readdir(directory)) {
      if (!name.endsWith('.json') || read.has(name)) continue
      const text = await readFile(join(directory, name), 'utf8').catch(() => null)
      if (text === null) continue
      read.add(name)
      for (const [path, file] of Object.entries(releaseSchema.parse(JSON.parse(text)).files)) {
        if (!('hash' in file)) continue
        const hashes = listed.get(path)
        if (hashes) hashes.add(file.hash)
        else listed.set(path, new Set([file.hash]))
      }
    }
  }

  const readAssets = async (html: string): Promise<void> => {
    for (const path of assetsIn(html)) {
      if (soundAssets.has(path)) continue
      const response = await fetch(url + path)
      await response.arrayBuffer()
      if (response.ok) soundAssets.add(path)
      else brokenAssets.add(path)
    }
  }

  const readOne = async (path: string): Promise<void> => {
    try {
      const response = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } })
      const body = new Uint8Array(await response.arrayBuffer())
      answers += 1
      seen.push({ path, body, status: response.status })
      await readAssets(new TextDecoder().decode(body))
    } catch {
      away += 1 // while the front itself is being started again, nobody answers
    }
  }

  const reading = (async () => {
    for (let place = 0; !ending.signal.aborted; place += 1) {
      await readOne(paths[place % paths.length] ?? '/sv/')
      await readReleases()
      await pause(20)
    }
  })()

  return {
    listed,
    /** Ends, and tells what was read and what of it was wrong. */
    end: async () => {
      ending.abort()
      await reading
      await readReleases()
      const wrong = seen.filter(({ path, body, status }) => status !== 200 || !isListed(listed, path, body))
      return {
        answers,
        away,
        releases: read.size,
        faults: [
          ...wrong.map(({ path, status }) => `${path} was answered ${status} with something that no release lists.`),
          ...[...brokenAssets].map((path) => `${path} is named by a page and was not there.`),
        ],
      }
    },
  }
}
