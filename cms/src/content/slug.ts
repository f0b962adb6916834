const lettersOfTheirOwn: Record<string, string> = { æ: 'ae', ø: 'o', ß: 'ss', ð: 'd', þ: 'th', ł: 'l', '&': ' ' }
const longestSlug = 80

/**
 * A heading as a part of an address.
 * @example titleToSlug('Vår klustermodell – så här är den!') // 'var-klustermodell-sa-har-ar-den'
 */
export const titleToSlug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[æøßðþł&]/g, (letter) => lettersOfTheirOwn[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '') // å → a, ö → o, é → e
    .replace(/[’'´`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')

/** Parts of addresses that the site or the CMS uses itself, in either language. */
const reservedSlugs: readonly string[] = [
  '404',
  'admin',
  'api',
  'bekrafta',
  'confirm',
  'en',
  'feed',
  'healthz',
  'internal',
  'media',
  'preview',
  'readyz',
  'robots',
  'search',
  'sitemap',
  'sitemap-index',
  'sok',
  'sv',
  'tack',
  'bekrafta',
  'confirm',
  'thanks',
  'min-ansokan',
  'my-application',
]

/** Does the site use this part of an address itself? */
export const isReservedSlug = (slug: string): boolean => reservedSlugs.includes(slug)
