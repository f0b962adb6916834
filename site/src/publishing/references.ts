/** Attributes that name another file. `content` does in `og:image` and its like, where it holds a full address. */
const referringAttributes =
  /^(?:href|src|srcset|poster|action|component-url|renderer-url|before-hydration-url|content)$/i

const tagPattern = /<[a-z][\w-]*((?:[^>"']|"[^"]*"|'[^']*')*)>/gi
const attributePattern = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const opaqueParts = /<!--[\s\S]*?-->|(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/gi

const namedCharacters: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' }
const decodeCharacters = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return namedCharacters[name.toLowerCase()] ?? whole
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  })

const addressesIn = (attribute: string, value: string): string[] =>
  attribute === 'srcset' ? value.split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] || []) : [value]

/**
 * The paths on this site that a page of HTML refers to, each once, not percent-encoded, without query and anchor. A path
 * that cannot be decoded is given as it stands.
 * @param pageAddress the full address of the page, `https://example.org/sv/om-oss/`
 */
export const referencesIn = (html: string, pageAddress: string): string[] => {
  const page = new URL(pageAddress)
  const paths = new Set<string>()
  for (const [, attributes = ''] of html.replace(opaqueParts, '$1').matchAll(tagPattern)) {
    for (const [, name = '', quoted, apostrophed] of attributes.matchAll(attributePattern)) {
      if (!referringAttributes.test(name)) continue
      for (const address of addressesIn(name.toLowerCase(), decodeCharacters(quoted ?? apostrophed ?? ''))) {
        if (name.toLowerCase() === 'content' && !address.startsWith(`${page.origin}/`)) continue
        const path = pathOnSite(address, page)
        if (path !== null) paths.add(path)
      }
    }
  }
  return [...paths]
}

const pathOnSite = (address: string, page: URL): string | null => {
  if (!URL.canParse(address, page)) return null
  const url = new URL(address, page)
  return url.origin === page.origin ? decodePath(url.pathname) : null
}

/** A path without percent-encoding; one that is wrongly encoded stays as it is. */
export const decodePath = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
