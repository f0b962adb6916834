import type { SignupRequest } from 'shared/membership/signup'
import { isSignupErrorCode, type SignupErrors } from 'shared/membership/signup-error'

/** How far the sending of a signup has come. */
export type SendingState =
  | { step: 'editing' }
  | { step: 'changed' } // while it was being sent, so it is sent no more until asked again
  | { step: 'sending' }
  | { step: 'waiting'; reason: 'no-answer' | 'offline'; seconds: number; isLong: boolean }
  | { step: 'stored'; reference: string }
  | { step: 'refused'; errors: SignupErrors }
  | { step: 'too-many'; minutes: number }
  | { step: 'unexpected' }

const answerWithinMilliseconds = 15_000
const usualLength = 16_000 // characters; a logo makes it longer, and takes its time on a slow line
const charactersAMillisecond = 4
const pauses = [2, 4, 8, 16, 32, 60] // seconds; the last one from then on
const longAfterMilliseconds = 10 * 60_000

/**
 * Sends a signup until it is stored. When the server does not answer it tries again, with the same key, so that the
 * signup is stored once however often it is sent; a signup that is refused is not sent again.
 * @param address where to, `/api/signup`
 * @param onState told at every step; `stored` comes only when the server has said that the signup is stored
 * @param prove gives the proof of work of a signup by its key, or null
 */
export const createSignupSender = (
  address: string,
  onState: (state: SendingState) => void,
  prove: (key: string) => Promise<SignupRequest['proof'] | null> = async () => null,
) => {
  let current: { request: SignupRequest; key: string; startedAt: number; attempts: number } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let inFlight: AbortController | undefined

  const halt = () => {
    clearTimeout(timer)
    inFlight?.abort()
    inFlight = undefined
    timer = undefined
  }
  const finish = (state: SendingState) => {
    current = undefined
    onState(state)
  }
  const wait = (atLeastSeconds: number) => {
    if (!current) return
    const pause = pauses[Math.min(current.attempts, pauses.length) - 1] ?? 2
    const seconds = Math.min(Math.max(pause, atLeastSeconds), 60)
    const isLong = Date.now() - current.startedAt >= longAfterMilliseconds
    onState({ step: 'waiting', reason: isOffline() ? 'offline' : 'no-answer', seconds, isLong })
    timer = setTimeout(() => void deliver(), seconds * 1000)
  }
  const deliver = async () => {
    if (!current) return
    halt()
    const aborted = new AbortController()
    inFlight = aborted
    current.attempts += 1
    onState({ step: 'sending' })
    const { request, key } = current
    const proof = await prove(key)
    if (inFlight !== aborted) return
    const outcome = await post(address, proof ? { ...request, proof } : request, key, aborted)
    if (inFlight !== aborted) return // something else was begun meanwhile
    inFlight = undefined
    if ('waitSeconds' in outcome) wait(outcome.waitSeconds)
    else finish(outcome)
  }

  return {
    /** Sends this signup, now. A second click while it is on its way changes nothing. */
    send: (request: SignupRequest, key: string): void => {
      const isSame = current?.key === key && JSON.stringify(current.request) === JSON.stringify(request)
      if (isSame && inFlight) return
      current = { request, key, startedAt: isSame && current ? current.startedAt : Date.now(), attempts: 0 }
      void deliver()
    },
    /** The line or the reader is back: a signup that waits is sent at once. */
    hurry: (): void => {
      if (current && !inFlight && !isOffline()) void deliver()
    },
    /** Something was changed: what waits is no longer what the sender means. */
    change: (): void => {
      if (!current || inFlight) return
      halt()
      finish({ step: 'changed' })
    },
    stop: (): void => {
      halt()
      current = undefined
    },
  }
}

const isOffline = (): boolean => typeof navigator !== 'undefined' && navigator.onLine === false

type Outcome = Exclude<SendingState, { step: 'waiting' }> | { waitSeconds: number }

const post = async (
  address: string,
  request: SignupRequest,
  key: string,
  aborted: AbortController,
): Promise<Outcome> => {
  const body = JSON.stringify(request)
  const onTheLine = Math.max(0, body.length - usualLength) / charactersAMillisecond
  const tooLate = setTimeout(() => aborted.abort(), answerWithinMilliseconds + onTheLine)
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body,
      credentials: 'omit',
      signal: aborted.signal,
    })
    return outcomeOf(response.status, Number(response.headers.get('Retry-After') ?? 0) || 0, await readJson(response))
  } catch {
    return { waitSeconds: 0 } // no line, no server, or too late
  } finally {
    clearTimeout(tooLate)
  }
}

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch {
    return null
  }
}

const outcomeOf = (status: number, retryAfterSeconds: number, body: unknown): Outcome => {
  if (status === 201) {
    const isReceipt =
      typeof body === 'object' && body !== null && 'reference' in body && typeof body.reference === 'string'
    // A 201 that cannot be read is asked for again: the same key gives the same receipt.
    return isReceipt ? { step: 'stored', reference: String(body.reference) } : { waitSeconds: 0 }
  }
  if (status >= 500 || status === 409) return { waitSeconds: retryAfterSeconds }
  if (status === 429) return { step: 'too-many', minutes: Math.max(1, Math.ceil(retryAfterSeconds / 60)) }
  const errors = readErrors(body)
  return errors ? { step: 'refused', errors } : { step: 'unexpected' }
}

const readErrors = (body: unknown): SignupErrors | null => {
  if (typeof body !== 'object' || body === null || !('errors' in body)) return null
  if (typeof body.errors !== 'object' || body.errors === null) return null
  const errors = Object.entries(body.errors).flatMap(([field, code]): [string, SignupErrors[string]][] =>
    isSignupErrorCode(code) ? [[field, code]] : [],
  )
  return errors.length > 0 ? Object.fromEntries(errors) : null
}
