import { findPersonalNumber } from 'shared/membership/personal-number'
import type { Site } from '../content/site.ts'
import type { MissingDocument } from '../content/store.ts'
import { routeAt } from '../paths.ts'
import { referencesIn } from './references.ts'
import type { RenderedPath } from './rendered-paths.ts'
import type { Contents } from './store-contents.ts'

/** What the compiled pages gave for a path. */
export interface Answered {
  status: number
  headers: Record<string, string>
  body: Buffer
  asked: number[]
  missing: MissingDocument[]
}

interface Tools {
  site: Site
  siteUrl: string
  contents: Contents
  /** Gives what the compiled pages answer; may reject. */
  answer: (path: string) => Promise<Answered>
}

/** The page for addresses that are in no language at all. */
export const notFoundPath = '/404.html'
const keptHeaders = ['content-security-policy', 'x-robots-tag']

const known = new Map<string, Record<string, string>>()

/** Most pages have the same ones, and these are then one and the same object. */
const keepHeaders = (headers: Record<string, string>): Record<string, string> => {
  const kept = Object.fromEntries(keptHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])))
  const text = JSON.stringify(kept)
  const same = known.get(text)
  if (!same) known.set(text, kept)
  return same ?? kept
}

const typeOf = (headers: Record<string, string>): string => {
  const type = headers['content-type'] ?? 'application/octet-stream'
  return type === 'text/html' ? 'text/html; charset=utf-8' : type
}

/** What pages of a kind are answered with. */
const statusOf = (kind: string | undefined): number => (kind === 'not-found' ? 404 : kind === 'gone' ? 410 : 200)

/** What a page says by itself: the way to it and what is said of it, which stand in its main part, are no content. */
const textInMain = (html: string): string =>
  (/<main\b[^>]*>([\s\S]*?)<\/main>/i.exec(html)?.[1] ?? '')
    .replace(/<(nav|footer)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>|&(?:nbsp|#160|#xa0);|[\u200b-\u200d\u2060\ufeff]/gi, ' ')

const problemWith = (text: string): RenderedPath['problem'] => {
  if (!/\S/.test(text)) return 'empty'
  return findPersonalNumber(text) === null ? null : 'personal-number'
}

/**
 * Renders a path and stores what comes out. A page that throws, or is empty, comes back with its problem instead of ending
 * the release, so that the checks can name it and the others are tried too.
 */
export const renderPath = async (path: string, { site, siteUrl, contents, answer }: Tools): Promise<RenderedPath> => {
  const route = routeAt(site.content(), path)
  const kind = path === notFoundPath ? 'not-found' : route?.kind
  const nothing = { path, route, file: null, headers: {}, asked: [], references: [], missing: [] }
  let answered: Answered
  try {
    answered = await answer(path === notFoundPath ? '/404/' : path)
  } catch (error) {
    console.error(`The page ${path} could not be rendered.`, error)
    return { ...nothing, asked: askedBefore(error), problem: 'throws' }
  }
  const { status, headers, body, asked, missing } = answered
  if (status !== statusOf(kind)) return { ...nothing, asked, problem: 'throws' }
  const type = typeOf(headers)
  const stored = await contents.store(body, type)
  const isHtml = type.startsWith('text/html')
  const html = isHtml ? body.toString('utf8') : ''
  return {
    path,
    route,
    file: { ...stored, type, ...(kind ? { kind } : {}) },
    headers: keepHeaders(headers),
    problem: isHtml ? problemWith(textInMain(html)) : null,
    asked,
    references: isHtml ? referencesIn(html, `${siteUrl}${path}`) : [],
    missing,
  }
}

/** A page failed; it is tried again when one of the answers it had got is another. */
export class PageError extends Error {
  readonly asked: number[]
  constructor(message: string, asked: number[], options: ErrorOptions) {
    super(message, options)
    this.asked = asked
  }
}

const askedBefore = (error: unknown): number[] => (error instanceof PageError ? error.asked : [])
