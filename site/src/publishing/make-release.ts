import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Media, mediaPath } from 'shared/content/media'
import type { SiteContent } from 'shared/content/site-content'
import { defaultLanguage, isLanguage, type Language, languages, otherLanguage } from 'shared/languages'
import { pathOf } from '../paths.ts'
import type { Asset } from './assets.ts'
import { decodePath } from './references.ts'
import type { ContentFile, RedirectFile, Release, ReleaseFile } from './release.ts'
import type { RenderedPaths } from './rendered-paths.ts'
import type { Contents } from './store-contents.ts'

/** A file with the further headers it is sent with, before these have got their place in the release. */
export type MadeFile = (ContentFile & { sentWith: Record<string, string> }) | RedirectFile
export type MadeFiles = Map<string, MadeFile>

const codeVersionsWhoseAssetsAreKept = 5
const mediaFetchedAtOnce = 4
const noHeaders: Record<string, string> = {}

/** A file that somebody uploaded can do nothing in a browser but be shown. */
const harmless = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }

/** The files that belong to the code, stored: this version's and, for pages that are still open somewhere, those before it. */
export const storeAssets = async (
  assets: Asset[],
  contents: Contents,
  newest: Release | null,
  bundle: string,
): Promise<MadeFiles> => {
  const files: MadeFiles = new Map()
  for (const { path, type, read } of assets) {
    files.set(path, { ...(await contents.store(await read(), type, 'thorough')), type, sentWith: noHeaders })
  }
  const age = newest?.bundle === bundle ? 0 : 1
  for (const [path, file] of Object.entries(newest?.files ?? {})) {
    if (!path.startsWith('/_astro/') || !('hash' in file) || files.has(path)) continue
    const carried = (file.carried ?? 0) + age
    if (carried > 0 && carried <= codeVersionsWhoseAssetsAreKept)
      files.set(path, { ...file, carried, sentWith: noHeaders })
  }
  return files
}

interface StoredMedia {
  type: string
  source: string // changes when the file does
}

/** Every stored file of the media library by its name, in whatever language it is known. */
const mediaFilesOf = (content: SiteContent): Map<string, StoredMedia> => {
  const filesOf = (media: Media): [string, StoredMedia][] => {
    const source = media.updatedAt ?? ''
    const sizes = Object.values(media.sizes).flatMap((size): [string, StoredMedia][] =>
      size?.filename ? [[size.filename, { type: size.mimeType ?? media.mimeType, source }]] : [],
    )
    return [[media.filename, { type: media.mimeType, source }], ...sizes]
  }
  return new Map(languages.flatMap((language) => content[language].media.flatMap(filesOf)))
}

interface MediaSource {
  contents: Contents
  fetchMedia: (filename: string) => Promise<Buffer>
}

/**
 * The stored files that pages refer to. Only these become public, so a picture of a draft does not. What was fetched for the
 * release before is not fetched again. `missing` are the paths that could not be had.
 */
export const addMedia = async (
  files: MadeFiles,
  { content, rendered, before }: { content: SiteContent; rendered: RenderedPaths; before: MadeFiles },
  { contents, fetchMedia }: MediaSource,
): Promise<{ missing: Set<string> }> => {
  const known = mediaFilesOf(content)
  const missing = new Set<string>()
  const toFetch: { path: string; filename: string; media: StoredMedia }[] = []
  for (const path of rendered.targets()) {
    if (!path.startsWith('/media/')) continue
    const filename = path.slice('/media/'.length)
    const media = known.get(filename)
    const had = before.get(path)
    if (!media || decodePath(mediaPath(filename)) !== path) missing.add(path)
    else if (had && 'hash' in had && had.source === media.source && contents.has(had.hash)) files.set(path, had)
    else toFetch.push({ path, filename, media })
  }
  const fetchNext = async (): Promise<void> => {
    for (let next = toFetch.pop(); next; next = toFetch.pop()) {
      const { path, filename, media } = next
      const bytes = await fetchMedia(filename).catch(() => null)
      if (bytes) files.set(path, { ...(await contents.store(bytes, media.type)), ...media, sentWith: harmless })
      else missing.add(path)
    }
  }
  await Promise.all(Array.from({ length: mediaFetchedAtOnce }, fetchNext))
  return { missing }
}

/** The redirects that editors and moves made; an address that a page has by now leads to that page. */
export const addRedirects = (files: MadeFiles, content: SiteContent): void => {
  for (const { from: written, document, address } of content[defaultLanguage].redirects) {
    const from = decodePath(written)
    const language = languageOf(from)
    const location = document
      ? (pathOf(content, language, document) ?? pathOf(content, otherLanguage(language), document))
      : address
    if (location && !files.has(from) && !files.has(`${from}/`)) files.set(from, { status: 301, location })
  }
}

const languageOf = (path: string): Language => {
  const first = path.split('/')[1]
  return isLanguage(first) ? first : defaultLanguage
}

/** The pages and the files beside them. */
export const addRendered = (files: MadeFiles, rendered: RenderedPaths, before: MadeFiles): void => {
  for (const { path, file, headers } of rendered.all()) {
    if (!file) continue
    const had = before.get(path)
    const isSame = had && 'hash' in had && had.hash === file.hash && had.kind === file.kind && had.sentWith === headers
    files.set(path, isSame ? had : { ...file, sentWith: headers })
  }
}

/** Paths of `files` that are others than before, `null` for those that are gone. */
export const differenceBetween = (before: MadeFiles, files: MadeFiles): Map<string, MadeFile | null> => {
  const difference = new Map<string, MadeFile | null>()
  for (const [path, file] of files) {
    const had = before.get(path)
    if (had !== file && !isDeepStrictEqual(had, file)) difference.set(path, file)
  }
  for (const path of before.keys()) if (!files.has(path)) difference.set(path, null)
  return difference
}

/** The sets of headers of a release, each once, always in the same order, and the place of each. */
export const headerTableOf = (
  files: MadeFiles,
): { headers: Release['headers']; placeOf: (file: MadeFile) => number | null } => {
  const written = new Map<Record<string, string>, string>()
  for (const file of files.values()) {
    if ('hash' in file && file.sentWith !== noHeaders && !written.has(file.sentWith))
      written.set(file.sentWith, JSON.stringify(file.sentWith))
  }
  const table = [...new Set(written.values())].filter((text) => text !== '{}').toSorted()
  const places = new Map([...written].map(([headers, text]) => [headers, table.indexOf(text)]))
  return {
    headers: table.map((text): Record<string, string> => JSON.parse(text)),
    placeOf: (file) => {
      const place = 'hash' in file ? (places.get(file.sentWith) ?? -1) : -1
      return place < 0 ? null : place
    },
  }
}

/** A file as the release lists it. */
export const listedFile = (file: MadeFile, place: number | null): ReleaseFile => {
  if (!('hash' in file)) return file
  const { sentWith: _, ...listed } = file
  return place === null ? listed : { ...listed, headers: place }
}

const listedAtOnce = 2000

/** All files as the release lists them, by path. */
export const listFiles = async (
  files: MadeFiles,
  paths: string[],
  placeOf: (file: MadeFile) => number | null,
): Promise<Release['files']> => {
  const listed: Release['files'] = {}
  for (const [count, path] of paths.entries()) {
    const file = files.get(path)
    if (file) listed[path] = listedFile(file, placeOf(file))
    if (count % listedAtOnce === 0) await setImmediate() // a visitor may be waiting for his form
  }
  return listed
}

/** The files of a release as they were made, from how it lists them. */
export const madeFilesOf = ({ files, headers }: Release): MadeFiles =>
  new Map(
    Object.entries(files).map(([path, file]): [string, MadeFile] => {
      if (!('hash' in file)) return [path, file]
      const { headers: place, ...made } = file
      return [path, { ...made, sentWith: place === undefined ? noHeaders : (headers[place] ?? noHeaders) }]
    }),
  )

const stepsPerSecond = 65_536

/**
 * The name of a new release: `20261122-120322-8f3a`, the time in UTC and, in hexadecimal, how far into its second. Later
 * releases have later names, also when the clock was set back.
 */
export const nextReleaseId = (newest: string | null, now = Date.now()): string => {
  const steps = Math.max(Math.floor((now / 1000) * stepsPerSecond), newest === null ? 0 : stepsOf(newest) + 1)
  const moment = new Date(Math.floor(steps / stepsPerSecond) * 1000).toISOString()
  const [day = '', time = ''] = moment.replace(/[-:]/g, '').split(/[T.]/)
  return `${day}-${time}-${(steps % stepsPerSecond).toString(16).padStart(4, '0')}`
}

const stepsOf = (id: string): number => {
  const [, year, month, day, hour, minute, second, part = '0'] =
    /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-([0-9a-f]{4})$/.exec(id) ?? []
  const seconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) / 1000
  return Number.isNaN(seconds) ? 0 : seconds * stepsPerSecond + Number.parseInt(part, 16)
}
