import express, { type Request, type RequestHandler, type Response } from 'express'
import { isLanguage } from 'shared/languages'
import { type ConfirmOutcome, confirmOutcomes } from 'shared/membership/confirm-outcome'
import { confirmPath } from 'shared/membership/confirm-path'
import { z } from 'zod'

const answerWithinMilliseconds = 10_000
const retryAfterSeconds = 5
const formType = 'application/x-www-form-urlencoded'

/** What the front tells the page where a signup is confirmed: the token of the link, and how it went. */
export interface ConfirmationState {
  token: string
  outcome?: ConfirmOutcome
}

interface Parts {
  cmsUrl: string
  /** Makes the page at a path, with the given `Astro.locals`. */
  render: (
    path: string,
    locals: { confirmation: ConfirmationState },
  ) => Promise<{ status: number; headers: Record<string, string>; body: string }>
}

const tokenPattern = /^[\w.-]{8,120}$/

/** The page with the button, for whoever opened the link. Opening it confirms nothing: mail programs open links too. */
export const showConfirmPage =
  ({ render }: Pick<Parts, 'render'>): RequestHandler =>
  async (req, res, next) => {
    const token = new URLSearchParams(req.originalUrl.split('?')[1]).get('token')
    if (token === null) return next() // the page of the release says where to find the link
    const isToken = tokenPattern.test(token)
    await sendPage(res, render, req.path, isToken ? { token } : { token: '', outcome: 'void' }, isToken ? 200 : 410)
  }

/**
 * `POST /api/signup/confirm` from the button: hands the token on to the CMS and answers with the page again, which says
 * how it went. Everything but ordinary forms passes on. Where it was posted from does not matter: who has the token may.
 */
export const confirmByForm = (parts: Parts): RequestHandler[] => [
  express.text({ type: formType, limit: '2kb', defaultCharset: 'utf-8' }),
  async (req, res, next) => {
    if (!req.is(formType)) return next()
    const form = new URLSearchParams(typeof req.body === 'string' ? req.body : '')
    const [token, page] = [form.get('token') ?? '', form.get('page') ?? '']
    const language = page.split('/')[1]
    if (!isLanguage(language) || page !== confirmPath(language))
      return void res.status(400).set('Cache-Control', 'no-store').type('text').send('Bad Request')
    const outcome = await askCms(parts.cmsUrl, { token, again: form.has('again') }, req)
    if (outcome === 'away') res.set('Retry-After', String(retryAfterSeconds))
    await sendPage(res, parts.render, page, { token, outcome }, statusOf[outcome])
  },
]

const statusOf: Record<ConfirmOutcome, number> = { confirmed: 200, sent: 200, void: 410, away: 503 }

/** Nobody else learns the address, which has the token in it. */
const sendPage = async (
  res: Response,
  render: Parts['render'],
  path: string,
  confirmation: ConfirmationState,
  status: number,
): Promise<void> => {
  const page = await render(path, { confirmation })
  res.status(status).set(page.headers).set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  res.send(page.body)
}

const answerSchema = z.object({ outcome: z.enum(confirmOutcomes) })

const askCms = async (
  cmsUrl: string,
  body: { token: string; again: boolean },
  req: Request,
): Promise<ConfirmOutcome> => {
  if (!tokenPattern.test(body.token)) return 'void'
  try {
    const response = await fetch(`${cmsUrl}/api/signup/confirm`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': req.ip ?? '' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    })
    return response.ok ? answerSchema.parse(await response.json()).outcome : 'away'
  } catch {
    return 'away'
  }
}
