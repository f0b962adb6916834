import { type FileHandle, open, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { isSearchPart, searchLanguageOf } from '../search/index-paths.ts'
import { isSharePicture } from '../sharing/share-path.ts'
import { sendSparePage } from '../spare-page.ts'
import { sheetCaching, sheetPath } from '../styles/sheet-path.ts'
import { createMemory } from './content-memory.ts'
import { type ContentFile, contentsDirectory } from './release.ts'

const memoryBytes = 8 * 1024 * 1024
const bytesAtATime = 64 * 1024
const largestRememberedBytes = 1024 * 1024

/** What a path is answered with. */
export interface FoundFile {
  path: string // not percent-encoded
  file: ContentFile
  headers: Record<string, string> // its own further ones
  status: number
}

/** A content as it goes over the wire: compressed or as it is. Header lists are name, value, name, value, … */
interface Form {
  encoding: string | undefined
  name: string // of the stored file
  tag: string
  keptHeaders: string[] // what a 304 says, too
  headers: string[]
}

const encodings = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
]

const formFor = (accepted: string, { path, file, headers: further, status }: FoundFile): Form => {
  const compressed = file.compressed ? encodings.find(({ encoding }) => accepts(accepted, encoding)) : undefined
  const { encoding, ending = '' } = compressed ?? {}
  const tag = `"${file.hash.slice(0, 32)}${encoding ? `-${encoding}` : ''}"`
  const keptHeaders = ['Cache-Control', cacheControlFor(path, file), ...Object.entries(further).flat()]
  if (file.compressed) keptHeaders.push('Vary', 'Accept-Encoding')
  if (status === 200) keptHeaders.push('ETag', tag)
  const headers = ['Content-Type', file.type, ...keptHeaders]
  if (encoding) headers.push('Content-Encoding', encoding)
  if (!file.compressed) headers.push('Accept-Ranges', 'bytes')
  return { encoding, name: `${file.hash}${ending}`, tag, keptHeaders, headers }
}

/**
 * Assets bear a hash in their name and never change, as do the parts of a search index. A picture does not: one that is
 * cropped anew keeps its name. So everything else is soon asked for again, a page at once, as what leads to the parts of a
 * search index, which a 304 makes cheap.
 */
const cacheControlFor = (path: string, { type }: ContentFile): string => {
  if (path.startsWith('/_astro/') || isSearchPart(path)) return 'public, max-age=31536000, immutable'
  if (path === sheetPath) return sheetCaching
  if (isSharePicture(path)) return 'public, max-age=3600' // its name tells what is on it; a stand-in is soon replaced
  return type.startsWith('text/html') || searchLanguageOf(path) ? 'public, no-cache' : 'public, max-age=60'
}

/** Sends stored contents. */
export interface FileSender {
  /** Answers GET and HEAD: with the file, the part of it that is asked for, or that it has not changed. */
  send: (req: IncomingMessage, res: ServerResponse, found: FoundFile) => void
  /** Names of contents that could not be read. */
  unreadable: ReadonlySet<string>
}

/** Sends the contents that `dataDir` has; small ones that are asked for often are kept in memory. */
export const createFileSender = (dataDir: string): FileSender => {
  const memory = createMemory(memoryBytes)
  const unreadable = new Set<string>()
  const pathOf = (name: string) => join(contentsDirectory(dataDir), name)

  const fail = (req: IncomingMessage, res: ServerResponse, name: string, error: unknown): void => {
    if (!unreadable.has(name)) {
      unreadable.add(name)
      console.error(`The content of ${req.url} cannot be read; who asks for it is shown an error.`, error)
    }
    if (res.headersSent) return void res.destroy()
    res.statusCode = 500
    sendSparePage(req, res, 'error')
  }

  const sendFromDisk = async (req: IncomingMessage, res: ServerResponse, found: FoundFile, form: Form) => {
    const opened = await open(pathOf(form.name))
    try {
      requireSize(found.file, (await opened.stat()).size)
      unreadable.delete(form.name)
      const part = startAnswer(req, res, found, form, found.file.size)
      if (!part || req.method === 'HEAD') res.end()
      else await copy(opened, part, res)
    } finally {
      await opened.close()
    }
  }

  const sendBytes = (req: IncomingMessage, res: ServerResponse, found: FoundFile, form: Form, bytes: Buffer): void => {
    const part = startAnswer(req, res, found, form, bytes.length)
    if (!part) res.end()
    else res.end(part.end - part.start + 1 === bytes.length ? bytes : bytes.subarray(part.start, part.end + 1))
  }

  const read = async (file: ContentFile, { name, encoding }: Form): Promise<Buffer> => {
    const bytes = await readFile(pathOf(name))
    if (!encoding) requireSize(file, bytes.length)
    unreadable.delete(name)
    if (bytes.length <= largestRememberedBytes) memory.offer(name, bytes)
    return bytes
  }

  const send: FileSender['send'] = (req, res, found) => {
    const { file, status } = found
    const form = formFor(req.headers['accept-encoding'] ?? '', found)
    if (status === 200 && isAlreadyThere(req, form.tag)) return void res.writeHead(304, form.keptHeaders).end()
    const isLarge = !file.compressed && file.size > largestRememberedBytes
    const known = isLarge ? undefined : memory.get(form.name)
    if (known) return sendBytes(req, res, found, form, known)
    const sent = isLarge
      ? sendFromDisk(req, res, found, form)
      : read(file, form).then((bytes) => sendBytes(req, res, found, form, bytes))
    sent.catch((error: unknown) => fail(req, res, form.name, error))
  }

  return { send, unreadable }
}

const requireSize = (file: ContentFile, size: number): void => {
  if (size !== file.size) throw new Error(`There are ${size} bytes where there should be ${file.size}.`)
}

/** Sends a part of a file as fast as the visitor takes it, always by way of the same few bytes of memory. */
const copy = async (opened: FileHandle, { start, end }: Part, res: ServerResponse): Promise<void> => {
  const bytes = Buffer.allocUnsafe(bytesAtATime)
  const left = new Promise((gone) => res.once('close', gone))
  for (let place = start; place <= end && !res.destroyed;) {
    const { bytesRead } = await opened.read(bytes, 0, Math.min(bytesAtATime, end + 1 - place), place)
    if (bytesRead === 0) throw new Error(`There are only ${place} bytes where there should be more.`)
    await Promise.race([left, new Promise((taken) => res.write(bytes.subarray(0, bytesRead), taken))])
    place += bytesRead
  }
  res.end()
}

/** @example accepts('gzip, br;q=0', 'br') // false */
const accepts = (header: string, encoding: string): boolean => {
  const offers = header
    .toLowerCase()
    .split(',')
    .map((offer) => offer.split(';').map((word) => word.trim()))
  const offer = offers.find(([name]) => name === encoding) ?? offers.find(([name]) => name === '*')
  return offer !== undefined && !offer.some((word) => /^q=0(\.0*)?$/.test(word))
}

const isAlreadyThere = ({ headers }: IncomingMessage, tag: string): boolean =>
  headers['if-none-match']?.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, ''))) ?? false

/** Bytes `start` to `end`, the last one included. */
interface Part {
  start: number
  end: number
}

/** Sends the head of an answer; gives the part of the content that is to follow, or null when there is none to give. */
const startAnswer = (
  req: IncomingMessage,
  res: ServerResponse,
  { file, status }: FoundFile,
  { headers, tag }: Form,
  size: number,
): Part | null => {
  const whole = { start: 0, end: size - 1 }
  const mayBeParted = status === 200 && !file.compressed && isForPart(req, tag)
  const part = mayBeParted ? partOf(req.headers.range ?? '', whole) : whole
  if (!part) res.writeHead(416, ['Content-Range', `bytes */${size}`, 'Content-Length', '0'])
  else if (part === whole) res.writeHead(status, [...headers, 'Content-Length', String(size)])
  else {
    const range = `bytes ${part.start}-${part.end}/${size}`
    res.writeHead(206, [...headers, 'Content-Range', range, 'Content-Length', String(part.end - part.start + 1)])
  }
  return part
}

const isForPart = ({ method, headers }: IncomingMessage, tag: string): boolean =>
  method === 'GET' && headers.range !== undefined && (headers['if-range'] ?? tag) === tag

/**
 * The part that a Range header asks for; null when it lies outside. Several parts at once, and what cannot be understood,
 * are answered with the whole, as any server may.
 * @example partOf('bytes=-10', { start: 0, end: 99 }) // { start: 90, end: 99 }
 */
const partOf = (header: string, whole: Part): Part | null => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header.trim()) ?? []
  if (!first && !last) return whole
  const start = first ? Number(first) : Math.max(whole.end + 1 - Number(last), 0)
  const end = first && last ? Math.min(Number(last), whole.end) : whole.end
  if (first && last && Number(last) < start) return whole
  return start > whole.end ? null : { start, end }
}
