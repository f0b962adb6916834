import { createHash } from 'node:crypto'
import { caddyFile, type HeaderRule, headerRules, headersFile, nginxFile, redirectsFile } from './host-rules.ts'
import { redirectPage, rootPage } from './redirect-page.ts'
import { type ContentFile, headersOf, type RedirectFile, type Release } from './release.ts'

/**
 * In what order files are laid out, so that whoever reads meanwhile finds what a page refers to: what pages load, pages that
 * are new, pages that changed, and last what leads to pages from elsewhere.
 */
export const layers = ['resource', 'page', 'index'] as const

/** A file of a release as another web server needs it. */
export interface LaidOutFile {
  hash: string // SHA-256 of the content
  size: number // bytes
  hasTwins: boolean // whether `.br` and `.gz` lie beside it
  layer: (typeof layers)[number]
  text?: string // the content, where it is not among the stored ones
}

/** Where a path's file lies: `/sv/om-oss/` → `sv/om-oss/index.html`, `/sv/feed.xml` → `sv/feed.xml`. */
export const fileNameOf = (path: string): string => `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`

/** Can a file of this name be made anywhere, below the directory and nowhere else? */
const isSafeName = (name: string): boolean =>
  !/[\\\0]/.test(name) &&
  name.split('/').every((part) => !['', '.', '..'].includes(part) && Buffer.byteLength(part) <= 200)

const leastSizeForTwins = 256

const made = (text: string, layer: LaidOutFile['layer'], mayHaveTwins = true): LaidOutFile => {
  const bytes = Buffer.from(text)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { hash, size: bytes.length, hasTwins: mayHaveTwins && bytes.length >= leastSizeForTwins, layer, text }
}

const layerOf = (path: string, file: ContentFile): LaidOutFile['layer'] => {
  if (file.type.startsWith('text/html')) return 'page'
  return /\.(?:xml|txt)$/.test(path) ? 'index' : 'resource'
}

/**
 * Every file of a release laid out for another web server, by its name: what is served, a page for each redirect, the page at
 * `/`, and the rules `_headers`, `_redirects` and `_headers.nginx`, `_headers.caddy`.
 */
export const laidOutFiles = (release: Release, siteUrl: string): Map<string, LaidOutFile> => {
  const files = new Map<string, LaidOutFile>()
  const redirects: Record<string, RedirectFile> = {}
  for (const [path, file] of Object.entries(release.files)) {
    // What is gone is nothing to other hosts: they answer it with their 404 page, as few can be told otherwise.
    if ('location' in file) {
      if (file.status !== 410) redirects[path] = file
    } else files.set(requireSafe(fileNameOf(path)), { ...pick(file), layer: layerOf(path, file) })
  }
  if (!files.has('index.html')) files.set('index.html', made(rootPage(siteUrl), 'page'))
  for (const [name, page] of redirectPages(redirects, files, siteUrl)) files.set(name, page)
  for (const [name, rules] of Object.entries(hostFiles(rulesOf(release, siteUrl), redirects))) files.set(name, rules)
  return files
}

const pick = ({ hash, size, compressed }: ContentFile) => ({ hash, size, hasTwins: compressed })

const requireSafe = (name: string): string => {
  if (isSafeName(name)) return name
  throw new Error(`The release has an address that cannot be the name of a file, "${name}", so nothing was laid out.`)
}

/**
 * A page for each redirect, as a directory's, so that it is sent as HTML whatever its address ends with. One whose place
 * cannot be had is left to the host's own redirects.
 */
export const redirectPages = (
  redirects: Record<string, RedirectFile>,
  taken: { has: (name: string) => boolean },
  siteUrl: string,
): Map<string, LaidOutFile> => {
  const pages = new Map<string, LaidOutFile>()
  for (const [from, { location }] of Object.entries(redirects)) {
    const name = fileNameOf(from.endsWith('/') ? from : `${from}/`)
    const isBelowFile = name.split('/').some((_part, depth, parts) => taken.has(parts.slice(0, depth).join('/')))
    if (isSafeName(name) && !taken.has(name) && !isBelowFile) {
      pages.set(name, made(redirectPage(from, location, siteUrl), 'index'))
    }
  }
  return pages
}

/** The files that tell another web server what to send and where to lead. */
export const hostFiles = (
  rules: HeaderRule[],
  redirects: Record<string, RedirectFile>,
): Record<string, LaidOutFile & { text: string }> => {
  const entries = {
    _headers: headersFile(rules),
    '_headers.nginx': nginxFile(rules),
    '_headers.caddy': caddyFile(rules),
    _redirects: redirectsFile(redirects),
  }
  return Object.fromEntries(
    Object.entries(entries).map(([name, text]) => [
      name,
      { ...made(text, name === '_redirects' ? 'index' : 'resource', false), text },
    ]),
  )
}

const policyName = 'content-security-policy'

const rulesOf = (release: Release, siteUrl: string): HeaderRule[] => {
  const policies = { pages: new Set<string>(), media: new Set<string>() }
  const others: HeaderRule[] = []
  for (const [path, file] of Object.entries(release.files)) {
    if (!('hash' in file)) continue
    const { [policyName]: policy, ...further } = headersOf(release, file)
    if (policy) policies[path.startsWith('/media/') ? 'media' : 'pages'].add(policy)
    if (Object.keys(further).length > 0) others.push({ pattern: path, headers: further })
  }
  return headerRules(siteUrl, { pages: [...policies.pages], media: [...policies.media] }, others)
}
