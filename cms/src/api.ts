import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Request, RequestHandler, Response } from 'express'
import { getPayload, handleEndpoints, type SanitizedConfig } from 'payload'
import { defaultLanguage } from 'shared/languages'
import { untilNotOvertaken } from './try-again.ts'

const mostBytesKept = 2 ** 20 // of a body, to send it again; only files are larger, and nobody writes in theirs meanwhile

/** Without a fallback Payload takes "no language named" for "none", and falls over every localized field. */
const addressOf = (req: Request, origin: string): URL => {
  const address = new URL(`${req.baseUrl}${req.url}`, origin)
  if (!address.searchParams.has('locale')) address.searchParams.set('locale', defaultLanguage)
  return address
}

const isSmall = (req: Request): boolean =>
  req.get('transfer-encoding') === undefined && Number(req.get('content-length') ?? 0) <= mostBytesKept

const toWebRequest = (req: Request, origin: string, kept: Buffer<ArrayBuffer> | undefined): globalThis.Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    for (const part of Array.isArray(value) ? value : [value ?? '']) headers.append(name, part)
  }
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  // An Express request ends where it was read to; a web request wants it as a stream, both ways.
  return new globalThis.Request(addressOf(req, origin), {
    method: req.method,
    headers,
    ...(hasBody ? { body: kept ?? (Readable.toWeb(req) as ReadableStream<Uint8Array>), duplex: 'half' as const } : {}),
  })
}

const send = async (answer: globalThis.Response, res: Response): Promise<void> => {
  res.status(answer.status)
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  for (const cookie of answer.headers.getSetCookie()) res.append('Set-Cookie', cookie)
  res.setHeader('Cache-Control', 'no-store')
  if (!answer.body) {
    res.end()
    return
  }
  // What breaks off on either side leaves a broken answer, never a whole one; whoever made the body has told why.
  await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), res).catch(() => {})
}

const databaseAnswers = async (config: Promise<SanitizedConfig>): Promise<boolean> => {
  const payload = await getPayload({ config })
  return payload.count({ collection: 'users' }).then(
    () => true,
    () => false,
  )
}

const notUnderstood = () =>
  Response.json(
    { errors: [{ message: 'The question could not be understood. Check its filter and its ids.' }] },
    { status: 400 },
  )

/**
 * Hands `/api` to Payload's own endpoints, without Next, so that the API is up before the admin is. A reading question
 * that Payload falls over while the database is well (an id that is none, a date that is a word) is the question's fault.
 */
export const payloadApi =
  (config: Promise<SanitizedConfig>, origin: string): RequestHandler =>
  async (req, res) => {
    const isQuestion = req.method === 'GET' || req.method === 'HEAD'
    const kept = !isQuestion && isSmall(req) ? await buffer(req) : undefined
    const handle = () => handleEndpoints({ config, request: toWebRequest(req, origin, kept) })
    const answer = await (kept ? untilNotOvertaken(handle) : handle())
    await send(isQuestion && answer.status === 500 && (await databaseAnswers(config)) ? notUnderstood() : answer, res)
  }
