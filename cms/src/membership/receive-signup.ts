import { createHash, randomInt } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Payload } from 'payload'
import { type SignupErrorCode, type SignupErrors, toSignupErrors } from 'shared/membership/signup-error'
import { dayInSweden } from 'shared/membership/calendar-date'
import { type FeeQuote, quoteFee } from 'shared/membership/fee'
import { whetherOpen } from 'shared/membership/form-items'
import { numberOf } from 'shared/membership/organisation-number'
import { type SignupAnswers, type SignupRequest, signupRequestSchema } from 'shared/membership/signup'
import { longestAnswers } from 'shared/membership/signup-field'
import { z } from 'zod'
import { type DrawnLogo, drawLogo } from './draw-logo.ts'
import { codeOf } from './error-code.ts'
import { deskTextOf } from './find-on-desk.ts'
import { pokeMailWorkers } from './mail-workers.ts'
import { findShownForm, type ShownForm } from './published-forms.ts'
import type { Robots } from './robots.ts'
import { sayAsked } from './say-asked.ts'

const mostBytes = 64 * 1024 // a logo not counted
const mostBytesWithLogo = mostBytes + longestAnswers.logo
const mostLargeAtOnce = 16
const mostAtOnce = 256
const storeWithinMilliseconds = 8000
const keyPattern = /^[\w-]{16,64}$/

interface Answer {
  status: number
  body: { reference: string } | { errors: SignupErrors }
  retryAfterSeconds?: number
}

/**
 * `POST /api/signup`: the only door in for signups. Answers 201 `{reference}` only when the row is stored; else
 * `{errors: {field: code}}`. A request that is sent again with its `Idempotency-Key` gets the first one's answer.
 *
 * It answers alike whether or not the organisation has signed up before, so that nobody can ask it who is a member.
 */
export const createReceiveSignup = ({ payload, robots }: { payload: Payload; robots: Robots }): RequestHandler => {
  let atOnce = 0
  let largeAtOnce = 0
  return async (req, res) => {
    const isLarge = lengthOf(req) > mostBytes
    if (atOnce >= mostAtOnce || (isLarge && largeAtOnce >= mostLargeAtOnce)) return send(busy(2))
    atOnce++
    if (isLarge) largeAtOnce++
    try {
      const answer = await receive(payload, robots, req)
      if (answer) send(answer)
    } finally {
      atOnce--
      if (isLarge) largeAtOnce--
    }

    function send({ status, body, retryAfterSeconds }: Answer): void {
      if (retryAfterSeconds) res.set('Retry-After', String(retryAfterSeconds))
      if (status === 413) res.set('Connection', 'close') // the rest of the body is not waited for
      res.status(status).set('Cache-Control', 'no-store').json(body)
    }
  }
}

const refuse = (status: number, errors: SignupErrors): Answer => ({ status, body: { errors } })
const refuseRequest = (status: number, code: SignupErrorCode): Answer => refuse(status, { request: code })
const busy = (retryAfterSeconds: number): Answer => ({ ...refuseRequest(503, 'busy'), retryAfterSeconds })

/** The answer to a request; null when the sender has gone away. */
const receive = async (payload: Payload, robots: Robots, req: Request): Promise<Answer | null> => {
  if (!isFromOurOrigin(payload, req)) return refuseRequest(403, 'wrong-origin')
  if (!isJson(req)) return refuseRequest(415, 'wrong-content-type')
  const key = req.get('idempotency-key') ?? ''
  if (!keyPattern.test(key)) return refuseRequest(400, 'key-missing')
  const body = await readBody(req)
  if (body === 'gone') return null
  if (body === 'too-large') return refuseRequest(413, 'too-large')
  const json = parseJson(body)
  if (json === undefined) return refuseRequest(400, 'unreadable')
  if (body.length - logoLengthIn(json) > mostBytes) return refuseRequest(413, 'too-large')
  const parsed = signupRequestSchema.safeParse(json)
  if (!parsed.success) return refuse(400, toSignupErrors(parsed.error))
  try {
    return await within(
      storeWithinMilliseconds,
      storeOnce(payload, robots, { key, request: parsed.data, address: req.ip ?? '' }),
    )
  } catch (error) {
    // Only the code: the message of a database's error holds what the person wrote.
    payload.logger.error(`A signup could not be stored (${codeOf(error)}). Its sender was told to try again.`)
    return busy(5)
  }
}

/** Browsers say where a request comes from; other programs need not, and get no cookie's rights here anyway. */
const isFromOurOrigin = (payload: Payload, req: Request): boolean => {
  const origin = req.get('origin')
  if (origin === undefined) return req.get('sec-fetch-site') !== 'cross-site'
  if (payload.config.csrf.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === req.get('host')
}

const isJson = (req: Request): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(req.get('content-type') ?? '') &&
  !req.get('content-encoding')

/** How long the body is, as its sender says; 0 where nothing is said, and then it may hold no logo. */
const lengthOf = (req: Request): number => Number(req.get('content-length') ?? 0)

const withLogoSchema = z.object({ answers: z.object({ logo: z.string() }) })
const logoLengthIn = (json: unknown): number => withLogoSchema.safeParse(json).data?.answers.logo.length ?? 0

const readBody = async (req: Request): Promise<Buffer | 'too-large' | 'gone'> => {
  const most = lengthOf(req) > mostBytes ? mostBytesWithLogo : mostBytes
  if (lengthOf(req) > most) return 'too-large'
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) continue
      length += chunk.length
      if (length > most) return 'too-large'
      chunks.push(chunk)
    }
  } catch {
    return 'gone'
  }
  return Buffer.concat(chunks)
}

/** What the body says, or undefined when it is no JSON in good UTF-8. */
const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

const within = async <Result>(milliseconds: number, work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('The database is slow.', 'TimeoutError')), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

interface Sent {
  key: string // the Idempotency-Key
  request: SignupRequest
  address: string // of whoever sends it
}

/** Stores a signup, or finds the one that was stored under the same key. */
const storeOnce = async (payload: Payload, robots: Robots, { key, request, address }: Sent): Promise<Answer> => {
  const bodyHash = hashOf(request)
  const read = await readAnswers(payload, request)
  // It may have been stored before the form changed or closed, and only the answer been lost on the way.
  if ('errors' in read) return (await findStored(payload, key, bodyHash)) ?? refuse(400, read.errors)
  const { verdict, undo } = robots.judge(request, key, { address, email: read.answers.contactEmail })
  if (verdict === 'refuse') return (await findStored(payload, key, bodyHash)) ?? busy(60)
  const logo = read.answers.logo ? await drawLogo(read.answers.logo) : null
  if (typeof logo === 'string') {
    undo()
    return refuse(400, { logo })
  }
  for (let attempt = 0; attempt < 3; attempt++) {
    const reference = newReference()
    const row = {
      ...rowOf(request, logo ? withDrawn(read, logo) : read, verdict === 'hold'),
      ...(logo ? { logo: logo.url } : {}),
      reference,
      idempotencyKey: key,
      bodyHash,
    }
    if (await insert(payload, row)) {
      pokeMailWorkers()
      return { status: 201, body: { reference } }
    }
    const stored = await findStored(payload, key, bodyHash)
    if (stored) {
      undo()
      return stored
    } // else it was the reference that was taken
  }
  return busy(5)
}

/** Among the answers only the size of the logo is kept: the picture has a column of its own. */
const withDrawn = ({ shown, answers }: ReadSignup, { size }: DrawnLogo): ReadSignup => ({
  shown,
  answers: { ...answers, logo: size },
})

interface ReadSignup {
  shown: ShownForm
  answers: SignupAnswers
}

/** The answers as the form that was shown reads them, or what is wrong with them or with the form. */
const readAnswers = async (
  payload: Payload,
  request: SignupRequest,
): Promise<ReadSignup | { errors: SignupErrors }> => {
  const found = await findShownForm(payload, request)
  if (typeof found === 'string') return { errors: { request: found } }
  const open = whetherOpen(found.current, new Date())
  if (open !== 'open') return { errors: { request: open === 'closed' ? 'form-closed' : 'form-not-open' } }
  const { shown } = found
  const parsed = shown.answers.safeParse(request.answers)
  if (!parsed.success) return { errors: toSignupErrors(parsed.error) }
  return { shown, answers: shown.implied ? { ...parsed.data, plan: shown.implied.slug } : parsed.data }
}

/** What the chosen plan costs today: the form has shown it, this is what counts. Null when no plan was chosen. */
const priceOf = ({ shown, answers }: ReadSignup, now: Date): FeeQuote | null => {
  const plan = shown.plans.find(({ slug }) => slug === answers.plan)
  return plan ? quoteFee(plan, answers, dayInSweden(now)) : null
}

/**
 * The row of a signup, whole: nothing has to be added for it to be answered. One that may be a robot's is kept, but no
 * e-mail goes out until a person has looked at it; the sender is told nothing of this.
 */
export const rowOf = (request: SignupRequest, read: ReadSignup, isSuspected: boolean): Record<string, unknown> => {
  const { shown, answers } = read
  const now = new Date()
  const price = priceOf(read, now)
  return {
    form: request.form,
    formVersion: request.formVersion,
    language: request.language,
    organisationName: answers.organisationName,
    organisationNumber: numberOf(answers),
    contactName: answers.contactName,
    contactEmail: answers.contactEmail,
    employees: answers.employees ?? null,
    answers,
    asked: sayAsked(shown, answers, request.language),
    price,
    priceTotal: price?.state === 'priced' ? price.gross : null,
    status: isSuspected ? 'suspected' : 'received',
    statusChangedAt: now.toISOString(),
    history: [],
    moves: 0,
    confirmRound: 0,
    mailState: isSuspected ? 'held' : 'due',
    mailDueAt: now.toISOString(),
  }
}

/** One INSERT of one row, so that it is there whole or not at all. False when the key or the reference is taken. */
export const insert = async (payload: Payload, data: Record<string, unknown>): Promise<boolean> => {
  try {
    await payload.db.create({ collection: 'signups', data: { ...data, ...deskTextOf(data) }, returning: false })
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') return false
    throw error
  }
}

const storedSchema = z.object({ reference: z.string(), bodyHash: z.string() })

/** The answer that was given, or should have been, to the signup that is stored under this key. */
const findStored = async (payload: Payload, key: string, bodyHash: string): Promise<Answer | null> => {
  const row: unknown = await payload.db.findOne({ collection: 'signups', where: { idempotencyKey: { equals: key } } })
  if (!row) return null
  const stored = storedSchema.parse(row)
  if (stored.bodyHash !== bodyHash) return refuseRequest(422, 'key-reused')
  return { status: 201, body: { reference: stored.reference } }
}

/** The same for the same signup, whatever the order of its keys; a proof may be made anew. */
const hashOf = ({ proof: _proof, ...signup }: SignupRequest): string =>
  createHash('sha256').update(inOrder(signup)).digest('base64url')

const inOrder = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `{${Object.entries(value)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, inner]) => `${JSON.stringify(name)}:${inOrder(inner)}`)
        .join()}}`
    : (JSON.stringify(value) ?? 'null')

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ' // none that looks or sounds like another

/** @example newReference() // 'KW-7F3K-92QD' */
export const newReference = (): string => {
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `KW-${four()}-${four()}`
}
