import { defaultLanguage, languages } from 'shared/languages'
import { headersOfEveryAnswer } from '../guards/security-headers.ts'
import { sharePictureDirectory } from '../sharing/share-path.ts'
import { sheetCaching, sheetPath } from '../styles/sheet-path.ts'
import type { RedirectFile } from './release.ts'

/** Headers for every path that a pattern fits: `/media/*`, or one path. */
export interface HeaderRule {
  pattern: string
  headers: Record<string, string>
}

const foreverSeconds = 31_536_000

/**
 * What a release is sent with, as rules for another web server. No two rules give the same header for one path, as hosts
 * differ in what they make of that.
 * @param policies the content security policies of the pages, and those of the media
 * @param others further headers of single paths
 */
export const headerRules = (
  siteUrl: string,
  policies: { pages: string[]; media: string[] },
  others: HeaderRule[] = [],
): HeaderRule[] => {
  const page = { ...policyHeader(policies.pages), 'Cache-Control': 'public, no-cache' }
  return [
    { pattern: '/*', headers: headersOfEveryAnswer(siteUrl) },
    { pattern: '/', headers: page },
    { pattern: '/404.html', headers: page },
    ...languages.map((language) => ({ pattern: `/${language}/*`, headers: page })),
    ...['/_astro/*', ...languages.map((language) => `/search/${language}/*`)].map((pattern) => ({
      pattern,
      headers: { 'Cache-Control': `public, max-age=${foreverSeconds}, immutable` },
    })),
    { pattern: '/media/*', headers: { ...policyHeader(policies.media), 'Cache-Control': 'public, max-age=3600' } },
    { pattern: sheetPath, headers: { 'Cache-Control': sheetCaching } },
    { pattern: `${sharePictureDirectory}*`, headers: { 'Cache-Control': 'public, max-age=3600' } },
    ...others,
  ]
}

const policyHeader = (policies: string[]): Record<string, string> => {
  const policy = unitePolicies(policies)
  return policy ? { 'Content-Security-Policy': policy } : {}
}

/**
 * One policy that allows what any of them allows, as a host cannot be given a rule for each of ten thousand pages.
 * @example unitePolicies(["script-src 'self'", "script-src 'self' 'sha256-a'"]) // "script-src 'self' 'sha256-a'"
 */
export const unitePolicies = (policies: string[]): string => {
  const directives = new Map<string, Set<string>>()
  for (const policy of policies) {
    for (const directive of policy.split(';')) {
      const [name, ...sources] = directive.trim().split(/\s+/)
      if (!name) continue
      const known = directives.get(name) ?? new Set<string>()
      for (const source of sources) known.add(source)
      directives.set(name, known)
    }
  }
  return [...directives]
    .map(([name, sources]) => {
      const allowed = [...sources].filter((source) => source !== "'none'" || sources.size === 1)
      return [name, ...allowed].join(' ')
    })
    .join('; ')
}

/** The rules in the file `_headers`, which Netlify, Cloudflare Pages and others read. */
export const headersFile = (rules: HeaderRule[]): string =>
  rules
    .map(({ pattern, headers }) =>
      [encodeURI(pattern), ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    )
    .join('\n\n')
    .concat('\n')

/** The redirects in the file `_redirects` of the same hosts, and which 404 page belongs to which language. */
export const redirectsFile = (redirects: Record<string, RedirectFile>): string => {
  const lines = Object.entries(redirects)
    .map(([from, { status, location }]) => `${encodeForLine(from)} ${encodeForLine(location)} ${status}`)
    .toSorted()
  const notFound = languages.map((language) => `/${language}/* /${language}/404.html 404`)
  return [`/ /${defaultLanguage}/ 302`, ...lines, ...notFound, ''].join('\n')
}

/** An address may be percent-encoded already, or hold Swedish letters; in the file it holds neither spaces nor these. */
const encodeForLine = (address: string): string => encodeURI(address).replaceAll('%25', '%')

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** What differs from path to path, as two maps for nginx: `$klusterwebb_policy` and `$klusterwebb_cache`. */
export const nginxFile = (rules: HeaderRule[]): string => {
  const map = (variable: string, header: string, otherwise: string) =>
    [
      `map $uri $${variable} {`,
      `  default ${otherwise};`,
      ...rules.flatMap(({ pattern, headers }) => {
        const value = headers[header]
        if (value === undefined) return []
        // For nginx a directory's page has the address of its file.
        const places = pattern.endsWith('/*') ? [`~^${pattern.slice(0, -1)}`] : fileAddresses(pattern)
        return places.map((place) => `  ${quoted(place)} ${quoted(value)};`)
      }),
      '}',
    ].join('\n')
  return [
    map('klusterwebb_policy', 'Content-Security-Policy', quoted('')),
    map('klusterwebb_cache', 'Cache-Control', quoted('public, max-age=60')),
    '',
  ].join('\n')
}

const fileAddresses = (path: string): string[] => (path.endsWith('/') ? [path, `${path}index.html`] : [path])

/** The rules as directives for a Caddyfile. */
export const caddyFile = (rules: HeaderRule[]): string =>
  rules
    .flatMap(({ pattern, headers }) =>
      Object.entries(headers).map(
        ([name, value]) => `header ${pattern === '/*' ? '' : `${encodeURI(pattern)} `}${name} ${quoted(value)}`,
      ),
    )
    .join('\n')
    .concat('\n')
