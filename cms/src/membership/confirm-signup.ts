import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import type { ConfirmOutcome } from 'shared/membership/confirm-outcome'
import { z } from 'zod'
import { confirmToken, hashOfToken, readToken } from './confirm-link.ts'
import { codeOf } from './error-code.ts'
import { pokeMailWorkers } from './mail-workers.ts'
import { timesToConfirm } from './make-emails.ts'
import { moveSignup } from './move-signup.ts'
import { queueEmail } from './queue-email.ts'
import { type StoredSignup, storedSignupSchema } from './stored-signup.ts'

const mostLetters = 5 // that ask for a confirmation, a signup
const betweenLettersMilliseconds = 60_000
const applicant = { kind: 'applicant', name: '' } as const

/**
 * Confirms the signup that a link belongs to. A link is used once: of many who press at the same time one is first, and
 * the others are told what those are told whose link is wrong or too old.
 */
export const confirmSignup = async (payload: Payload, token: string, now = new Date()): Promise<ConfirmOutcome> => {
  const signup = await signupOf(payload, token)
  if (signup?.status !== 'received' || signup.confirmTokenHash !== hashOfToken(token)) return 'void'
  if (signup.confirmBy === null || signup.confirmBy <= now) return 'void'
  const moved = await moveSignup(payload, { id: signup.id, from: 'received', to: 'confirmed', by: applicant, now })
  if (!moved) return 'void'
  pokeMailWorkers()
  return 'confirmed'
}

/**
 * Sends a new link to whoever has an old one, where there is still something to confirm. Says nothing of whether there
 * was, and sends few: who has a link could else have somebody's mailbox filled.
 */
export const askAgain = async (payload: Payload, token: string, now = new Date()): Promise<ConfirmOutcome> => {
  const signup = await signupOf(payload, token)
  if (signup) await sendConfirmAgain(payload, signup, now)
  return 'sent'
}

/**
 * Sends the letter with the link again. While the time to confirm lasts it has the same link, and the time begins anew; an
 * expired signup is received again, and its earlier links stay void. False when there is nothing to confirm, or it was
 * asked for too often.
 */
export const sendConfirmAgain = async (payload: Payload, signup: StoredSignup, now = new Date()): Promise<boolean> => {
  if (signup.status === 'expired') {
    const confirmRound = signup.confirmRound + 1
    if (confirmRound >= mostLetters) return false
    const set = { confirmRound, confirmTokenHash: hashOfToken(confirmToken(payload, { ...signup, confirmRound })) }
    const moved = await moveSignup(payload, {
      id: signup.id,
      from: 'expired',
      to: 'received',
      by: applicant,
      set: { ...set, ...timesToConfirm(now) },
      now,
    })
    if (moved) pokeMailWorkers() // being received calls for the letter
    return moved !== null
  }
  if (signup.status !== 'received') return false
  const letters = await lettersOf(payload, signup.id)
  const latest = Math.max(...letters.map(({ createdAt }) => createdAt.getTime()))
  if (letters.length >= mostLetters || now.getTime() - latest < betweenLettersMilliseconds) return false
  await payload.db.updateOne({
    collection: 'signups',
    where: { and: [{ id: { equals: signup.id } }, { status: { equals: 'received' } }] },
    data: timesToConfirm(now),
    options: { atomic: true },
  })
  const { id: signupId, reference, confirmRound, language, contactEmail: to } = signup
  const messageKey = `${reference}.confirm-${confirmRound}-${letters.length}`
  return queueEmail(payload, { kind: 'confirm', signupId, to, language, messageKey })
}

const letterSchema = z.object({ createdAt: z.coerce.date() })

const lettersOf = async (payload: Payload, signupId: string): Promise<z.infer<typeof letterSchema>[]> => {
  const { docs } = await payload.db.find({
    collection: 'emails',
    where: { signup: { equals: signupId }, kind: { equals: 'confirm' } },
    pagination: false,
    limit: mostLetters,
  })
  return docs.map((row) => letterSchema.parse(row))
}

const signupOf = async (payload: Payload, token: string): Promise<StoredSignup | null> => {
  const told = readToken(payload, token)
  if (!told) return null
  const row: unknown = await payload.db.findOne({
    collection: 'signups',
    where: { reference: { equals: told.reference } },
  })
  return row ? storedSignupSchema.parse(row) : null
}

const refuseUnreadable: ErrorRequestHandler = (_error, _req, res, _next) => {
  res.status(400).set('Cache-Control', 'no-store').json({ error: 'not-understood' })
}

const bodySchema = z.object({ token: z.string().max(200), again: z.boolean().default(false) })

/**
 * `POST /api/signup/confirm` with `{token}`, which a person sent by pressing a button: mail programs open links by
 * themselves. With `{token, again: true}` a new link is sent. Answers 200 `{outcome}`.
 */
export const createConfirmSignup = ({ payload }: { payload: Payload }): (RequestHandler | ErrorRequestHandler)[] => [
  express.json({ limit: '1kb' }),
  refuseUnreadable,
  answerWith(payload),
]

const answerWith =
  (payload: Payload): RequestHandler =>
  async (req, res) => {
    res.set('Cache-Control', 'no-store')
    const body = bodySchema.safeParse(req.body)
    if (!body.success) return void res.status(400).json({ error: 'not-understood' })
    const { token, again } = body.data
    try {
      res.json({ outcome: await (again ? askAgain(payload, token) : confirmSignup(payload, token)) })
    } catch (error) {
      payload.logger.error(`A signup could not be confirmed (${codeOf(error)}). Its sender was told to try again.`)
      res.status(503).set('Retry-After', '5').json({ error: 'busy' })
    }
  }
