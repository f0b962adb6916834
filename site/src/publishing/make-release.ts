import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Media, mediaPath } from 'shared/content/media'
import type { SiteContent } from 'shared/content/site-content'
import { defaultLanguage, isLanguage, type Language, languages, otherLanguage } from 'shared/languages'
import { pathOf, resourcePaths, type Route, routesOf } from '../paths.ts'
import type { MissingDocument } from '../content/store.ts'
import type { Asset } from './assets.ts'
import { decodePath, referencesIn } from './references.ts'
import type { ContentFile, RedirectFile, Release } from './release.ts'
import type { Contents } from './store-contents.ts'

/** What the compiled pages gave for a path. */
export interface RenderedFile {
  status: number
  headers: Record<string, string>
  body: Buffer
  missing: MissingDocument[]
}

/** A page as it came out, for the checks. */
export interface PageFacts {
  route: Route
  status: number
  hasMain: boolean
  references: string[] // paths on the site
  missing: MissingDocument[] // referred to, and not published in the page's language
}

export interface MadeRelease {
  release: Release
  pages: PageFacts[]
  brokenResources: string[] // feeds and the like that were not answered with 200
  missingMedia: string[] // paths that pages refer to and that could not be fetched
}

interface Ingredients {
  content: SiteContent
  siteUrl: string
  bundle: string // which compiled pages these are
  assets: Asset[] // of the compiled pages
  render: (path: string) => Promise<RenderedFile>
  fetchMedia: (filename: string) => Promise<Buffer>
  contents: Contents
  earlier: Release[] // the newest first
}

const storedAtOnce = 16
const releasesWhoseAssetsAreKept = 5
const keptHeaders = ['content-security-policy', 'x-robots-tag']

/** Renders every path of the site and stores what comes out. Nothing is visible to visitors until `makeLive`. */
export const makeRelease = async (ingredients: Ingredients): Promise<MadeRelease> => {
  const { content, contents, bundle, earlier } = ingredients
  const files: Release['files'] = {}
  const pages = await addPages(files, ingredients)
  const brokenResources = await addResources(files, ingredients)
  const missingMedia = await addMedia(files, pages, ingredients)
  await addAssets(files, ingredients)
  carryAssets(files, earlier)
  addRedirects(files, content)
  const { hash } = await contents.store(Buffer.from(JSON.stringify(content)), 'application/json')
  const release: Release = {
    id: newReleaseId(),
    createdAt: new Date().toISOString(),
    bundle,
    content: hash,
    pages: pages.filter(({ route }) => route.kind !== 'not-found').length,
    files: Object.fromEntries(Object.entries(files).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  }
  return { release, pages, brokenResources, missingMedia }
}

/** `20261122-120322-ab12`: the time in UTC, and four random digits. */
const newReleaseId = (): string => {
  const [day = '', time = ''] = new Date().toISOString().replace(/[-:]/g, '').split(/[T.]/)
  return `${day}-${time}-${randomBytes(2).toString('hex')}`
}

const typeOf = ({ headers }: RenderedFile): string => {
  const type = headers['content-type'] ?? 'application/octet-stream'
  return type === 'text/html' ? 'text/html; charset=utf-8' : type
}

const storeRendered = async (contents: Contents, rendered: RenderedFile, kind?: string): Promise<ContentFile> => {
  const type = typeOf(rendered)
  const headers = Object.fromEntries(
    keptHeaders.flatMap((name) => (rendered.headers[name] ? [[name, rendered.headers[name]]] : [])),
  )
  return {
    ...(await contents.store(rendered.body, type)),
    type,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(kind ? { kind } : {}),
  }
}

const addPages = async (files: Release['files'], ingredients: Ingredients): Promise<PageFacts[]> => {
  const { content, siteUrl, render, contents } = ingredients
  const pages: PageFacts[] = []
  const storing: Promise<void>[] = []
  const storePage = async (route: Route, rendered: RenderedFile): Promise<void> => {
    files[route.path] = await storeRendered(contents, rendered, route.kind)
  }
  for (const route of routesOf(content)) {
    const rendered = await render(route.path)
    const html = rendered.body.toString('utf8')
    pages.push({
      route,
      status: rendered.status,
      hasMain: hasContentInMain(html),
      references: referencesIn(html, `${siteUrl}${route.path}`),
      missing: rendered.missing,
    })
    storing.push(storePage(route, rendered))
    if (storing.length >= storedAtOnce) {
      await Promise.all(storing.splice(0))
      await setImmediate() // a visitor may be waiting for his form
    }
  }
  await Promise.all(storing)
  return pages
}

const hasContentInMain = (html: string): boolean => {
  const main = /<main\b[^>]*>([\s\S]*?)<\/main>/i.exec(html)?.[1] ?? ''
  return /\S/.test(main.replace(/<[^>]*>/g, ''))
}

/** The page for addresses that are in no language at all. */
const notFoundPath = '/404.html'

const addResources = async (files: Release['files'], { render, contents }: Ingredients): Promise<string[]> => {
  const broken: string[] = []
  for (const path of [...resourcePaths, notFoundPath]) {
    const isNotFoundPage = path === notFoundPath
    const rendered = await render(isNotFoundPage ? '/404/' : path)
    if (rendered.status !== (isNotFoundPage ? 404 : 200)) broken.push(path)
    else files[path] = await storeRendered(contents, rendered, isNotFoundPage ? 'not-found' : undefined)
  }
  return broken
}

interface StoredMedia {
  type: string
  source: string // changes when the file does
}

/** Every stored file of the media library by its name, in whatever language it is known. */
const mediaFilesOf = (content: SiteContent): Map<string, StoredMedia> => {
  const all = languages.flatMap((language) => content[language].media)
  const filesOf = (media: Media): [string, StoredMedia][] => {
    const source = media.updatedAt ?? ''
    const sizes = Object.values(media.sizes).flatMap((size): [string, StoredMedia][] =>
      size?.filename ? [[size.filename, { type: size.mimeType ?? media.mimeType, source }]] : [],
    )
    return [[media.filename, { type: media.mimeType, source }], ...sizes]
  }
  return new Map(all.flatMap(filesOf))
}

/** Only what a page refers to becomes public, so a picture of a draft does not. */
const addMedia = async (
  files: Release['files'],
  pages: PageFacts[],
  { content, fetchMedia, contents, earlier }: Ingredients,
): Promise<string[]> => {
  const known = mediaFilesOf(content)
  const wanted = new Set(pages.flatMap(({ references }) => references.filter((path) => path.startsWith('/media/'))))
  const missing: string[] = []
  for (const path of wanted) {
    const filename = path.slice('/media/'.length)
    const media = known.get(filename)
    const before = earlier[0]?.files[path]
    if (!media || decodePath(mediaPath(filename)) !== path) {
      missing.push(path)
    } else if (before && 'hash' in before && before.source === media.source && contents.has(before.hash)) {
      files[path] = before
    } else {
      const bytes = await fetchMedia(filename).catch(() => null)
      if (bytes) files[path] = { ...(await contents.store(bytes, media.type)), ...media, headers: harmless }
      else missing.push(path)
    }
  }
  return missing
}

/** A file that somebody uploaded can do nothing in a browser but be shown. */
const harmless = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }

const addAssets = async (files: Release['files'], { assets, contents }: Ingredients): Promise<void> => {
  for (const { path, type, read } of assets) {
    files[path] = { ...(await contents.store(await read(), type, 'thorough')), type }
  }
}

/** A page that is open in a browser, or cached somewhere, keeps finding the styles and scripts it was made with. */
const carryAssets = (files: Release['files'], earlier: Release[]): void => {
  for (const release of earlier.slice(0, releasesWhoseAssetsAreKept)) {
    for (const [path, file] of Object.entries(release.files)) {
      if (!path.startsWith('/_astro/') || !('hash' in file) || file.carried) continue
      files[path] ??= { ...file, carried: true }
    }
  }
}

/** The redirects that editors made; an address that a page has by now leads to that page. */
const addRedirects = (files: Release['files'], content: SiteContent): void => {
  for (const redirect of content[defaultLanguage].redirects) {
    const { document, address } = redirect
    const from = decodePath(redirect.from)
    const language = languageOf(from)
    const location = document
      ? (pathOf(content, language, document) ?? pathOf(content, otherLanguage(language), document))
      : address
    if (location && !(from in files) && !(`${from}/` in files))
      files[from] = { status: 301, location } satisfies RedirectFile
  }
}

const languageOf = (path: string): Language => {
  const first = path.split('/')[1]
  return isLanguage(first) ? first : defaultLanguage
}
