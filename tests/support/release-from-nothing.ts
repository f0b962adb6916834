import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { contentsDirectory, headersOf, readLiveRelease, type Release } from '../../site/src/publishing/release.ts'
import { type Renderer, startRenderer } from '../../site/src/publishing/renderer-process.ts'
import { siteKey } from './settings.ts'
import type { Web } from './start-web.ts'

/** A release made from nothing of what is published now. */
export interface FromNothing {
  /** Throws when the release is refused. */
  make: () => Promise<Release>
  end: () => Promise<void>
}

interface Ready {
  renderer: Renderer
  dataDir: string
}

/** To compress the assets of the code takes longer than all else, and they are stored by what is in them. */
const bringAssets = async (from: string, to: string): Promise<void> => {
  const release = await readLiveRelease(from)
  await mkdir(contentsDirectory(to), { recursive: true })
  for (const [path, file] of Object.entries(release?.files ?? {})) {
    if (!path.startsWith('/_astro/') || !('hash' in file)) continue
    for (const ending of file.compressed ? ['.br', '.gz', ''] : [''])
      await copyFile(join(contentsDirectory(from), file.hash + ending), join(contentsDirectory(to), file.hash + ending))
  }
}

/** Makes releases in directories of their own, each with a renderer of its own, against the CMS of a web. */
export const createFromNothing = ({ url, cms }: Web): FromNothing => {
  const prepare = async (): Promise<Ready> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'klusterwebb-from-nothing-'))
    await bringAssets(cms.store.dataDirectory, dataDir)
    const settings = { dataDir, siteUrl: url, cmsUrl: cms.url, siteKey }
    const renderer = startRenderer({
      ...settings,
      port: 0,
      host: '127.0.0.1',
      trustProxy: 0,
      signupLimitPer10Minutes: 1,
      signupOrigin: '',
      releaseWebhookUrls: [],
      releaseWebhookSecret: undefined,
    })
    return { renderer, dataDir }
  }
  const end = async ({ renderer, dataDir }: Ready): Promise<void> => {
    await renderer.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  let next = prepare() // while something else is waited for
  return {
    make: async () => {
      const ready = await next
      next = prepare()
      try {
        const { outcome } = await ready.renderer.publish({ changes: 'everything', anew: false, force: false })
        if (outcome.outcome === 'refused')
          throw new Error(`The release from nothing was refused: ${JSON.stringify(outcome.problems)}`)
        const release = await readLiveRelease(ready.dataDir)
        if (!release) throw new Error('The release from nothing is not live.')
        return release
      } finally {
        await end(ready)
      }
    },
    end: async () => end(await next),
  }
}

/** Every path of a release with what it is answered with; assets of older code are left out. */
const answersOf = (release: Release): Map<string, Record<string, unknown>> =>
  new Map(
    Object.entries(release.files).flatMap(([path, file]): [string, Record<string, unknown>][] => {
      if (!('hash' in file)) return [[path, { ...file }]]
      return file.carried === undefined ? [[path, { ...file, headers: headersOf(release, file) }]] : []
    }),
  )

/** What is different about a path: `hash: 8f3a… / 12ab…`. */
const differenceAt = (one: Record<string, unknown> = {}, other: Record<string, unknown> = {}): string =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((key) => !isDeepStrictEqual(one[key], other[key]))
    .map((key) => `${key} ${JSON.stringify(one[key])} / ${JSON.stringify(other[key])}`)
    .join(', ')

/** The paths that two releases answer differently, each with what either answers. None: they are the same release. */
export const differencesBetween = (one: Release, other: Release): string[] => {
  const [ones, others] = [answersOf(one), answersOf(other)]
  const paths = [...new Set([...ones.keys(), ...others.keys()])].toSorted()
  const differing = paths.filter((path) => !isDeepStrictEqual(ones.get(path), others.get(path)))
  return [
    ...differing.map((path) => `${path}: ${differenceAt(ones.get(path), others.get(path))}`),
    ...(one.pages === other.pages ? [] : [`${one.pages} pages / ${other.pages} pages`]),
    ...(JSON.stringify(one.content) === JSON.stringify(other.content) ? [] : ['the content they are made from']),
  ]
}
