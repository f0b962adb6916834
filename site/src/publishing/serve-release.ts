import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Request, RequestHandler, Response } from 'express'
import { defaultLanguage, isLanguage } from 'shared/languages'
import {
  type ContentFile,
  contentsDirectory,
  headersOf,
  livePointer,
  readLiveRelease,
  type Release,
  type ReleaseFile,
} from './release.ts'
import { decodePath } from './references.ts'
import { createMemory } from './content-memory.ts'

const lookEveryMilliseconds = 1000
const memoryBytes = 16 * 1024 * 1024
const largestRememberedBytes = 1024 * 1024

/** Answers visitors from the live release, and nothing but it. */
export interface ReleaseServer {
  handler: RequestHandler
  live: () => Release | null
  /** The live release's file at a path of the address, `/sv/om-oss/`, or null. */
  fileAt: (path: string) => ReleaseFile | null
  /** Looks at once whether another release is live now. */
  reload: () => Promise<void>
  stop: () => void
}

/**
 * Serves the live release of `dataDir`. Another process may switch it: the pointer is looked at every second. Before the
 * first release `handler` passes every request on.
 */
export const createReleaseServer = async (dataDir: string): Promise<ReleaseServer> => {
  const memory = createMemory(memoryBytes)
  let live: Release | null = null
  let pointerState = ''

  const stateOfPointer = async (): Promise<string> => {
    const pointer = await stat(livePointer(dataDir)).catch(() => null)
    return pointer ? `${pointer.ino} ${pointer.mtimeMs}` : ''
  }

  const reload = async (): Promise<void> => {
    const state = await stateOfPointer()
    if (state === pointerState) return
    try {
      live = (await readLiveRelease(dataDir)) ?? live
      pointerState = state
    } catch (error) {
      console.error('The live release cannot be read; the one served until now stays.', error)
    }
  }

  const fileAt = (path: string): ReleaseFile | null => {
    if (!live) return null
    const decoded = decodePath(path)
    return Object.hasOwn(live.files, decoded) ? (live.files[decoded] ?? null) : null
  }

  const bytesOf = async (file: ContentFile, ending: string): Promise<Buffer> => {
    const name = `${file.hash}${ending}`
    const known = memory.get(name)
    if (known) return known
    const bytes = await readFile(join(contentsDirectory(dataDir), name))
    if (bytes.length <= largestRememberedBytes) memory.set(name, bytes)
    return bytes
  }

  const send = async (req: Request, res: Response, file: ContentFile, status = 200): Promise<void> => {
    const encoding = file.compressed ? encodingFor(req) : null
    const tag = `"${file.hash.slice(0, 32)}${encoding ? `-${encoding.name}` : ''}"`
    res.setHeader('Content-Type', file.type)
    res.setHeader('Cache-Control', cacheControlFor(decodePath(req.path), file))
    for (const [name, value] of Object.entries(live ? headersOf(live, file) : {})) res.setHeader(name, value)
    if (file.compressed) res.vary('Accept-Encoding')
    if (status === 200) {
      res.setHeader('ETag', tag)
      if (isAlreadyThere(req, tag)) return void res.status(304).end()
    }
    if (!file.compressed && file.size > largestRememberedBytes) return sendFromDisk(req, res, file, tag)
    const bytes = await bytesOf(file, encoding?.ending ?? '')
    if (encoding) res.setHeader('Content-Encoding', encoding.name)
    else if (!file.compressed && status === 200 && startRange(req, res, file.size, tag)) {
      const range = rangeOf(req, file.size)
      return void (range ? res.end(bytes.subarray(range.start, range.end + 1)) : res.end())
    }
    res.status(status).setHeader('Content-Length', bytes.length)
    res.end(req.method === 'HEAD' ? undefined : bytes)
  }

  const sendFromDisk = async (req: Request, res: Response, file: ContentFile, tag: string): Promise<void> => {
    const path = join(contentsDirectory(dataDir), file.hash)
    const partial = startRange(req, res, file.size, tag)
    const range = partial ? rangeOf(req, file.size) : { start: 0, end: file.size - 1 }
    if (!range || req.method === 'HEAD') return void res.end()
    if (!partial) res.setHeader('Content-Length', file.size)
    await pipeline(createReadStream(path, range), res)
  }

  const notFound = (req: Request, res: Response, next: () => void): Promise<void> | void => {
    const language = req.path.split('/')[1]
    const page = fileAt(`/${isLanguage(language) ? language : defaultLanguage}/404.html`)
    return page && 'hash' in page ? send(req, res, page, 404) : next()
  }

  const handler: RequestHandler = async (req, res, next) => {
    if (!live) return next()
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      return void res.status(405).set('Allow', 'GET, HEAD').type('text').send('Method Not Allowed')
    }
    if (req.path === '/') return void res.redirect(302, `/${defaultLanguage}/`)
    const file = fileAt(req.path) ?? (req.path.endsWith('/') ? fileAt(req.path.slice(0, -1)) : null)
    if (file && 'location' in file) return void res.redirect(file.status, file.location)
    if (file && fileAt(req.path)) return send(req, res, file, file.kind === 'not-found' ? 404 : 200)
    if (fileAt(`${req.path}/`)) return void res.redirect(301, `${req.path}/${queryOf(req)}`)
    return notFound(req, res, next)
  }

  await reload()
  const looking = setInterval(() => void reload(), lookEveryMilliseconds)
  looking.unref()
  return { handler, live: () => live, fileAt, reload, stop: () => clearInterval(looking) }
}

const queryOf = (req: Request): string => {
  const start = req.originalUrl.indexOf('?')
  return start < 0 ? '' : req.originalUrl.slice(start)
}

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

const encodingFor = (req: Request) => encodings.find(({ name }) => req.acceptsEncodings(name) === name) ?? null

/** Assets bear a hash in their name and never change; everything else is asked for again, which a 304 makes cheap. */
const cacheControlFor = (path: string, file: ContentFile): string => {
  if (path.startsWith('/_astro/')) return 'public, max-age=31536000, immutable'
  if (path.startsWith('/media/')) return 'public, max-age=3600'
  return file.type.startsWith('text/html') ? 'public, no-cache' : 'public, max-age=60'
}

const isAlreadyThere = (req: Request, tag: string): boolean => {
  const known = req.headers['if-none-match']
  if (!known) return false
  return known.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag)
}

interface Range {
  start: number
  end: number // the last byte's place
}

/** The one range that is asked for; null when there is none, or none that can be given. */
const rangeOf = (req: Request, size: number): Range | null => {
  const ranges = req.range(size)
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return null
  return ranges[0] ?? null
}

/** Begins a partial answer when one is asked for. False: the whole is to be sent. */
const startRange = (req: Request, res: Response, size: number, tag: string): boolean => {
  res.setHeader('Accept-Ranges', 'bytes')
  const condition = req.headers['if-range']
  if (!req.headers.range || (condition && condition !== tag)) return false
  if (req.range(size) === -1) {
    res.status(416).setHeader('Content-Range', `bytes */${size}`)
    return true
  }
  const range = rangeOf(req, size)
  if (!range) return false
  res.status(206).setHeader('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  res.setHeader('Content-Length', range.end - range.start + 1)
  return true
}
