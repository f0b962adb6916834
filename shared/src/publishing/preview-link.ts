/**
 * What a link to a preview opens: one document in its latest draft. `language` is the one it opens in; the same document in
 * another language is part of it. With `drafts`, what the document shows is taken from drafts, too.
 */
export interface PreviewLink {
  collection: string
  id: string
  language: 'sv' | 'en'
  drafts: boolean
  expiresAt: string // ISO 8601
}

/** Why a link opens nothing: nobody here made it, or its time is over. */
export type PreviewRefusal = 'forged' | 'expired'

const hmac = { name: 'HMAC', hash: 'SHA-256' }

const importKey = (key: string) =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(key), hmac, false, ['sign', 'verify'])

const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))

const isPreviewLink = (value: unknown): value is PreviewLink => {
  if (typeof value !== 'object' || value === null) return false
  const link: Partial<Record<keyof PreviewLink, unknown>> = value
  return (
    typeof link.collection === 'string' &&
    typeof link.id === 'string' &&
    (link.language === 'sv' || link.language === 'en') &&
    typeof link.drafts === 'boolean' &&
    typeof link.expiresAt === 'string' &&
    Number.isFinite(Date.parse(link.expiresAt))
  )
}

/** Makes the token that opens a preview: what it opens as base64url of JSON, a point, and its signature. */
export const signPreviewLink = async (link: PreviewLink, key: string): Promise<string> => {
  const { collection, id, language, drafts, expiresAt } = link
  const content = toBase64url(new TextEncoder().encode(JSON.stringify({ collection, id, language, drafts, expiresAt })))
  const signature = await crypto.subtle.sign(hmac, await importKey(key), new TextEncoder().encode(content))
  return `${content}.${toBase64url(new Uint8Array(signature))}`
}

/** Reads a token; nothing in it counts before its signature was found to be ours. */
export const readPreviewLink = async (
  token: string,
  key: string,
  now = new Date(),
): Promise<{ link: PreviewLink } | { refusal: PreviewRefusal }> => {
  const [, content, signature] = /^([\w-]{1,2000})\.([\w-]{43})$/.exec(token) ?? []
  if (content === undefined || signature === undefined) return { refusal: 'forged' }
  const isOurs = await crypto.subtle.verify(
    hmac,
    await importKey(key),
    fromBase64url(signature),
    new TextEncoder().encode(content),
  )
  if (!isOurs) return { refusal: 'forged' }
  const link: unknown = JSON.parse(new TextDecoder().decode(fromBase64url(content)))
  if (!isPreviewLink(link)) return { refusal: 'forged' }
  return Date.parse(link.expiresAt) > now.getTime() ? { link } : { refusal: 'expired' }
}

/** Where a token is shown to the site: `/preview/?token=…`, with the language when it is not the one it opens in. */
export const previewPath = (token: string, language?: PreviewLink['language']): string =>
  `/preview/?token=${token}${language ? `&language=${language}` : ''}`

/** The kinds of documents that can be seen before they are published. */
export const previewedCollections = [
  'pages',
  'news',
  'quotes',
  'fact-boxes',
  'contacts',
  'glossary-terms',
  'signup-forms',
] as const
export type PreviewedCollection = (typeof previewedCollections)[number]

export const isPreviewedCollection = (name: string): name is PreviewedCollection =>
  previewedCollections.some((collection) => collection === name)
