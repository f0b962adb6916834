import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import { defaultLanguage, isLanguage } from 'shared/languages'
import { decodePath } from './references.ts'
import {
  headersOf,
  livePointer,
  readLiveId,
  readRelease,
  type Release,
  type ReleaseChange,
  type ReleaseFile,
} from './release.ts'
import { createFileSender, type FoundFile } from './send-file.ts'

const lookEveryMilliseconds = 1000
/** What pages are answered with that stand for others. */
const statuses: Record<string, number> = { 'not-found': 404, gone: 410 }
const forAMinute = 'public, max-age=60'

/** A release as it is told about: all but the list of its files. */
export type LiveRelease = Omit<Release, 'files'>

/** Answers visitors from the live release, and nothing but it. */
export interface ReleaseServer {
  /** Answers when the address is exactly that of a file of the live release. False: it is for `handler` to say. */
  answer: (req: IncomingMessage, res: ServerResponse) => boolean
  handler: RequestHandler
  live: () => LiveRelease | null
  /** The live release's file at a path of the address, `/sv/om-oss/`, or null. */
  fileAt: (path: string) => ReleaseFile | null
  /** How many contents the live release lacks, of those that somebody asked for. */
  lacking: () => number
  /** Looks at once whether another release is live now. */
  reload: () => Promise<void>
  /** Goes over to the release that was just made live, of which only what is different need be told. */
  follow: (change: ReleaseChange) => Promise<void>
  stop: () => void
}

interface Served {
  release: LiveRelease
  files: Map<string, ReleaseFile>
}

/**
 * Serves the live release of `dataDir`. Another process may switch it: the pointer is looked at every second. Before the
 * first release `handler` passes every request on.
 */
export const createReleaseServer = async (dataDir: string): Promise<ReleaseServer> => {
  const { send, unreadable } = createFileSender(dataDir)
  const earlierAssets = new Map<string, FoundFile>() // a page that is open in a browser never loses its styles
  let served: Served | null = null
  let pointerState = ''

  const find = ({ release, files }: Served, path: string): FoundFile | null => {
    const file = files.get(path)
    if (!file || 'location' in file) return null
    const status = file.status ?? statuses[file.kind ?? ''] ?? 200
    return { path, file, headers: headersOf(release, file), status }
  }

  const keepIfAsset = (from: Served, path: string): void => {
    const asset = path.startsWith('/_astro/') ? find(from, path) : null
    if (asset) earlierAssets.set(path, asset)
  }

  const serve = ({ files, ...release }: Release): void => {
    const next = new Map(Object.entries(files))
    if (served) for (const path of served.files.keys()) if (!next.has(path)) keepIfAsset(served, path)
    served = { release, files: next }
  }

  /** Nothing in here waits, so a request meets the release before or the one after. */
  const apply = ({ release, files: differing }: ReleaseChange): void => {
    const files = served?.files ?? new Map<string, ReleaseFile>()
    for (const [path, file] of Object.entries(differing)) {
      if (served && !file) keepIfAsset(served, path)
      if (file) files.set(path, file)
      else files.delete(path)
    }
    served = { release, files }
  }

  const stateOfPointer = async (): Promise<string> => {
    const pointer = await stat(livePointer(dataDir)).catch(() => null)
    return pointer ? `${pointer.ino} ${pointer.mtimeMs}` : ''
  }

  const look = async (): Promise<void> => {
    const state = await stateOfPointer()
    if (state === pointerState) return
    const before = served
    const id = await readLiveId(dataDir)
    const release = id && id !== served?.release.id ? await readRelease(dataDir, id) : null
    if (served !== before) return look() // a change was followed meanwhile, so what was read may be older
    if (release) serve(release)
    pointerState = state
  }

  let looks = Promise.resolve()
  const reload = (): Promise<void> => {
    looks = looks
      .then(look)
      .catch((error: unknown) =>
        console.error('The live release cannot be read; the one served until now stays.', error),
      )
    return looks
  }

  const follow = async (change: ReleaseChange): Promise<void> => {
    if ((served?.release.id ?? null) === change.from) apply(change)
    await reload() // finds by the pointer's name that there is nothing more to read
  }

  const foundAt = (path: string): FoundFile | null => {
    const decoded = decodePath(path)
    return (served && find(served, decoded)) ?? earlierAssets.get(decoded) ?? null
  }

  const answer: ReleaseServer['answer'] = (req, res) => {
    const { method, url = '' } = req
    const found = (method === 'GET' || method === 'HEAD') && plainAddress.test(url) ? foundAt(url) : null
    if (found) send(req, res, found)
    return found !== null
  }

  const notFound = (req: Request, res: Response, next: () => void): void => {
    const language = req.path.split('/')[1]
    const page = foundAt(`/${isLanguage(language) ? language : defaultLanguage}/404.html`)
    if (page) send(req, res, page)
    else next()
  }

  const fileAt = (path: string): ReleaseFile | null => served?.files.get(decodePath(path)) ?? null

  const handler: RequestHandler = (req, res, next) => {
    if (!served) return next()
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      return void res.status(405).set('Allow', 'GET, HEAD').type('text').send('Method Not Allowed')
    }
    const { path } = req
    const found = foundAt(path)
    if (found) return send(req, res, found)
    res.set('Cache-Control', forAMinute) // a browser would keep a redirect for as long as it likes
    if (path === '/') return res.redirect(302, `/${defaultLanguage}/`)
    const redirect = fileAt(path) ?? (path.endsWith('/') ? fileAt(path.slice(0, -1)) : null)
    if (redirect && 'location' in redirect) {
      const gone = redirect.status === 410 ? foundAt(redirect.location) : null
      return gone ? send(req, res, gone) : res.redirect(redirect.status, redirect.location)
    }
    if (fileAt(`${path}/`)) return res.redirect(301, `${path}/${queryOf(req)}`)
    res.removeHeader('Cache-Control')
    notFound(req, res, next)
  }

  const lacking = (): number => {
    if (!served || unreadable.size === 0) return 0
    const needed = new Set([...served.files.values()].flatMap((file) => ('hash' in file ? [file.hash] : [])))
    return [...unreadable].filter((name) => needed.has(name.split('.')[0] ?? '')).length
  }

  await reload()
  const looking = setInterval(() => void reload(), lookEveryMilliseconds)
  looking.unref()
  return {
    answer,
    handler,
    live: () => served?.release ?? null,
    fileAt,
    lacking,
    reload,
    follow,
    stop: () => clearInterval(looking),
  }
}

/** No query, no anchor, no host. */
const plainAddress = /^\/[^?#]*$/

const queryOf = (req: Request): string => {
  const start = req.originalUrl.indexOf('?')
  return start < 0 ? '' : req.originalUrl.slice(start)
}
