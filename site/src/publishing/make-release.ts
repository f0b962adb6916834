import { type Media, mediaPath } from 'shared/content/media'
import type { SiteContent } from 'shared/content/site-content'
import { defaultLanguage, isLanguage, type Language, languages, otherLanguage } from 'shared/languages'
import { ContentError } from '../content/from-cms.ts'
import { gonePath, pathOf } from '../paths.ts'
import type { Asset } from './assets.ts'
import { mediaPolicy } from './content-security-policy.ts'
import { decodePath } from './references.ts'
import type { ContentFile, RedirectFile, Release, ReleaseFile } from './release.ts'
import type { RenderedPaths } from './rendered-paths.ts'
import type { Contents } from './store-contents.ts'

/** A file with the further headers it is sent with, before these have got their place in the release. */
export type MadeFile = (ContentFile & { sentWith: Record<string, string> }) | RedirectFile
export type MadeFiles = Map<string, MadeFile>

const codeVersionsWhoseAssetsAreKept = 5
const mediaFetchedAtOnce = 4
const mediaBeginning = '/media/'
/** What is sent with most files beside the pages. */
export const noHeaders: Record<string, string> = {}

const harmless = { 'content-security-policy': mediaPolicy }

/** The files that belong to the code, stored: this version's and, for pages that are still open somewhere, those before it. */
export const storeAssets = async (
  assets: Asset[],
  contents: Contents,
  before: { files: MadeFiles; bundle: string | undefined },
  bundle: string,
): Promise<MadeFiles> => {
  const files: MadeFiles = new Map()
  for (const { path, type, read } of assets) {
    files.set(path, { ...(await contents.store(await read(), type, 'thorough')), type, sentWith: noHeaders })
  }
  const age = before.bundle === bundle ? 0 : 1
  for (const [path, file] of before.files) {
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

const saysNothingOfTheFile = [401, 403, 429]

/** A file that the CMS has not got is missing; a CMS that cannot be asked says nothing about the file. */
export const nullIfMissing = (error: unknown): null => {
  const status = error instanceof ContentError ? error.status : undefined
  if (status !== undefined && status <= 500 && !saysNothingOfTheFile.includes(status)) return null
  throw error
}

interface MediaSource {
  contents: Contents
  fetchMedia: (filename: string) => Promise<Buffer>
}

/**
 * The stored files that pages refer to. Only these become public, so a picture of a draft does not. What was fetched for the
 * release before is not fetched again. `missing` are the paths that could not be had.
 */
export const collectMedia = async (
  { content, rendered, before }: { content: SiteContent; rendered: RenderedPaths; before: MadeFiles },
  { contents, fetchMedia }: MediaSource,
): Promise<{ media: MadeFiles; missing: Set<string> }> => {
  const known = mediaFilesOf(content)
  const media: MadeFiles = new Map()
  const missing = new Set<string>()
  const toFetch: { path: string; filename: string; stored: StoredMedia }[] = []
  for (const path of rendered.targets()) {
    if (!path.startsWith(mediaBeginning)) continue
    const filename = path.slice(mediaBeginning.length)
    const stored = known.get(filename)
    const had = before.get(path)
    if (!stored || decodePath(mediaPath(filename)) !== path) missing.add(path)
    else if (had && 'hash' in had && had.source === stored.source && contents.has(had.hash)) media.set(path, had)
    else toFetch.push({ path, filename, stored })
  }
  const fetchNext = async (): Promise<void> => {
    for (let next = toFetch.pop(); next; next = toFetch.pop()) {
      const { path, filename, stored } = next
      const bytes = await fetchMedia(filename).catch(nullIfMissing)
      if (bytes) media.set(path, { ...(await contents.store(bytes, stored.type)), ...stored, sentWith: harmless })
      else missing.add(path)
    }
  }
  await Promise.all(Array.from({ length: mediaFetchedAtOnce }, fetchNext))
  return { media, missing }
}

/** The redirects that editors, moves and deletions made; an address that a page has by now leads to that page. */
export const redirectsOf = (content: SiteContent, isThere: (path: string) => boolean): Map<string, RedirectFile> => {
  const redirects = new Map<string, RedirectFile>()
  for (const { from: written, document, address, gone } of content[defaultLanguage].redirects) {
    const from = decodePath(written)
    const language = languageOf(from)
    const location = document
      ? (pathOf(content, language, document) ?? pathOf(content, otherLanguage(language), document))
      : address
    if (isThere(from) || isThere(`${from}/`)) continue
    if (gone) redirects.set(from, { status: 410, location: gonePath(language) })
    else if (location) redirects.set(from, { status: 301, location })
  }
  return redirects
}

const languageOf = (path: string): Language => {
  const first = path.split('/')[1]
  return isLanguage(first) ? first : defaultLanguage
}

/** The sets of headers of a release, each once, always in the same order, and the place of each. */
export const headerTableOf = (
  files: Iterable<MadeFile>,
): { headers: Release['headers']; placeOf: (file: MadeFile) => number | null } => {
  const written = new Map<Record<string, string>, string>()
  for (const file of files) {
    if ('hash' in file && !written.has(file.sentWith)) written.set(file.sentWith, JSON.stringify(file.sentWith))
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

/**
 * The text of releases. It remembers how each file is written, so that the text of the next release costs what changed.
 */
export const createReleaseText = () => {
  const lines = new Map<string, string>()
  let order: string[] | null = null

  return (meta: Omit<Release, 'files'>, changed: Iterable<[string, ReleaseFile | null]>): string => {
    for (const [path, file] of changed) {
      if (!lines.has(path) || file === null) order = null
      if (file === null) lines.delete(path)
      else lines.set(path, `${JSON.stringify(path)}:${JSON.stringify(file)}`)
    }
    order ??= [...lines.keys()].toSorted()
    return `${JSON.stringify(meta).slice(0, -1)},"files":{${order.map((path) => lines.get(path)).join(',')}}}`
  }
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
