import { createHash } from 'node:crypto'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import { isLanguage } from 'shared/languages'
import { logoTypeOf, mostLogoBytes } from 'shared/membership/logo-picture'
import { isSignupErrorCode, type SignupErrors } from 'shared/membership/signup-error'
import { contactFieldNames, mostContacts, signupFieldNames } from 'shared/membership/signup-field'
import type { SignupRequest } from 'shared/membership/signup'
import { z } from 'zod'
import { receiptSlugs } from '../paths.ts'
import { sendSparePage } from '../spare-page.ts'
import type { PostedValues, SignupState } from './signup-state.ts'

const mostBytes = 3 * 64 * 1024 // three times what the CMS takes: an å, two bytes there, is posted as %C3%A5
const mostBytesWithFile = 12_000_000 // a picture of a camera, which is too large, is told so in words
const mostFilesAtOnce = 8
const answerWithinMilliseconds = 10_000
const retryAfterSeconds = 30
const formType = 'application/x-www-form-urlencoded'
const fileFormType = 'multipart/form-data' // of a form that asks for a logo
const pagePattern = /^\/(?:sv|en)\/(?:[a-z0-9-]+\/)*$/

interface Parts {
  cmsUrl: string
  /** Where pages are served; when it is elsewhere, forms are posted from there to here. */
  siteUrl: string
  /** Makes the page at a path, with the given `Astro.locals`. */
  render: (
    path: string,
    locals: { signup: SignupState },
  ) => Promise<{ status: number; headers: Record<string, string>; body: string }>
}

/**
 * `POST /api/signup` from a browser without JavaScript: hands the answers on to the CMS and answers with a redirect to the
 * receipt, or with the form again, its values kept and its errors told. Where the language is switched, nothing is sent: the
 * form is shown in the other one with what was written. Everything but ordinary forms passes on.
 */
export const plainForm = (parts: Parts): (RequestHandler | ErrorRequestHandler)[] => {
  let filesAtOnce = 0
  const limitFiles: RequestHandler = (req, res, next) => {
    if (!req.is(fileFormType)) return next()
    if (filesAtOnce >= mostFilesAtOnce) return sendSparePage(req, tooBusy(res), 'form-too-large')
    filesAtOnce += 1
    res.on('close', () => (filesAtOnce -= 1))
    next()
  }
  const answerForms: RequestHandler = async (req, res, next) => {
    if (req.is([formType, fileFormType])) await answer(parts, req, res)
    else next()
  }
  return [
    express.text({ type: formType, limit: mostBytes, defaultCharset: 'utf-8' }),
    limitFiles,
    express.raw({ type: fileFormType, limit: mostBytesWithFile }),
    sayTooLarge,
    answerForms,
  ]
}

const tooLargeSchema = z.object({ type: z.literal('entity.too.large') })

/** A file so large that the form around it is not read: there is no page to show again, but the browser has the answers. */
const sayTooLarge: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (!req.is(fileFormType) || !tooLargeSchema.safeParse(error).success) return next(error)
  sendSparePage(req, res.status(413), 'form-too-large')
}

const tooBusy = (res: Response): Response => res.status(503).set('Retry-After', String(retryAfterSeconds))

const answer = async ({ cmsUrl, siteUrl, render }: Parts, req: Request, res: Response): Promise<void> => {
  const posted = await readPosted(req)
  const form = posted && readPlainForm(posted.fields, posted.logo)
  res.set('Cache-Control', 'no-store')
  if (!form || !isFromUs(req, siteUrl)) return void res.status(400).type('text').send('Bad Request')
  if (form.show !== null) return showThere(form, form.show, render, res)
  const isTooLarge = posted.logo !== null && posted.logo.length > mostLogoBytes
  const outcome: Outcome = isTooLarge
    ? { status: 400, errors: { logo: 'too-large' } }
    : await sendToCms(cmsUrl, form.request, req)
  if ('reference' in outcome) return void res.redirect(303, receiptPath(form, outcome.reference))
  const signup = { form: form.request.form, values: form.values, errors: outcome.errors }
  const page = await render(form.page, { signup })
  if (outcome.status === 503) res.set('Retry-After', String(retryAfterSeconds))
  res.set(page.headers).set('Cache-Control', 'no-store').status(outcome.status).send(page.body)
}

const showThere = async (
  { request, values }: PlainForm,
  path: string,
  render: Parts['render'],
  res: Response,
): Promise<void> => {
  const page = await render(path, { signup: { form: request.form, values } })
  res.set(page.headers).set('Cache-Control', 'no-store').status(page.status).send(page.body)
}

/** What was posted, its fields and its logo; null when it cannot be read. */
const readPosted = async (req: Request): Promise<{ fields: URLSearchParams; logo: Uint8Array | null } | null> => {
  const body: unknown = req.body
  if (typeof body === 'string') return { fields: new URLSearchParams(body), logo: null }
  if (!Buffer.isBuffer(body)) return null
  try {
    const headers = { 'content-type': req.get('content-type') ?? '' }
    const posted = await new globalThis.Response(new Uint8Array(body), { headers }).formData()
    const fields = new URLSearchParams()
    for (const [name, value] of posted) if (typeof value === 'string') fields.append(name, value)
    const file = posted.get('logo')
    const isChosen = file instanceof Blob && file.size > 0 // where none is chosen, an empty one is sent
    return { fields, logo: isChosen ? new Uint8Array(await file.arrayBuffer()) : null }
  } catch {
    return null
  }
}

/** The logo as the island would send it. One that is no picture is said to be one, and the CMS sees that it is not. */
const logoUrl = (bytes: Uint8Array): string =>
  `data:${logoTypeOf(bytes) ?? 'image/png'};base64,${Buffer.from(bytes).toString('base64')}`

/** Browsers say where a form was posted from; it must be a page of ours, here or where the site is served. */
const isFromUs = (req: Request, siteUrl: string): boolean => {
  const origin = req.get('origin')
  if (origin === undefined) return req.get('sec-fetch-site') !== 'cross-site'
  if (origin === new URL(siteUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === req.get('host')
}

export interface PlainForm {
  page: string // where the form is shown
  show: string | null // where it is to be shown instead of being sent: the same page in the other language
  values: PostedValues // as they were typed
  request: SignupRequest
}

const questionPrefix = 'questions.'
const consentPrefix = 'consents.'

/** Reads a posted form, or gives null when it was not one of ours. What the answers may be is for the CMS to say. */
export const readPlainForm = (posted: URLSearchParams, logo: Uint8Array | null = null): PlainForm | null => {
  const one = (name: string): string => posted.get(name) ?? ''
  const [page, formVersion, language, trap] = [one('page'), one('formVersion'), one('language'), one('trap')]
  const show = posted.get('show')
  if (![page, show ?? page].every((path) => pagePattern.test(path))) return null
  if (!isLanguage(language) || !/^\d{1,9}$/.test(formVersion)) return null
  const contacts = readContacts(one)
  const questions = namesAfter(posted, questionPrefix).flatMap((key): [string, string | string[]][] => {
    const [first, ...others] = posted.getAll(`${questionPrefix}${key}`).filter((answer) => answer.trim())
    if (first === undefined) return []
    return [[key, others.length > 0 ? [first, ...others] : first]]
  })
  return {
    page,
    show,
    values: { ...valuesOf(posted), ...(logo ? { logo: 'chosen' } : {}) },
    request: {
      form: one('form'),
      formVersion: Number(formVersion),
      language,
      answers: {
        ...Object.fromEntries(
          signupFieldNames.filter((name) => name !== 'logo' && one(name).trim()).map((name) => [name, one(name)]),
        ),
        ...(logo ? { logo: logoUrl(logo) } : {}),
        ...(contacts.length > 0 ? { contacts } : {}),
        ...(questions.length > 0 ? { questions: Object.fromEntries(questions) } : {}),
        consents: Object.fromEntries(namesAfter(posted, consentPrefix).map((name) => [name, true])),
      },
      ...(trap.trim() ? { trap } : {}),
    },
  }
}

/** The further contact persons of whom anything is written. A row keeps its place, as errors name it. */
const readContacts = (one: (name: string) => string): Record<string, string>[] => {
  const rows = Array.from({ length: mostContacts + 1 }, (_, place) =>
    Object.fromEntries(
      contactFieldNames
        .map((name): [string, string] => [name, one(`contacts.${place}.${name}`)])
        .filter(([, answer]) => answer.trim()),
    ),
  )
  return rows.slice(0, rows.findLastIndex((row) => Object.keys(row).length > 0) + 1)
}

/** What follows the prefix in the names of the posted controls. Names that every object has are nobody's. */
const namesAfter = (posted: URLSearchParams, prefix: string): string[] =>
  [...new Set(posted.keys())]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((name) => !(name in {}))

const valuesOf = (posted: URLSearchParams): PostedValues =>
  Object.fromEntries(
    [...new Set(posted.keys())]
      .filter((name) => !(name in {}))
      .map((name): [string, string | string[]] => {
        const values = posted.getAll(name)
        return [name, values.length > 1 ? values : (values[0] ?? '')]
      }),
  )

const receiptPath = ({ page, request }: PlainForm, reference: string): string =>
  `${page}${receiptSlugs[request.language]}/?reference=${encodeURIComponent(reference)}`

type Outcome = { reference: string } | { status: number; errors: SignupErrors }

const storedSchema = z.object({ reference: z.string() })
const refusedSchema = z.object({
  errors: z.record(z.string(), z.custom<SignupErrors[string]>(isSignupErrorCode)),
})

const sendToCms = async (cmsUrl: string, request: SignupRequest, req: Request): Promise<Outcome> => {
  try {
    const response = await fetch(`${cmsUrl}/api/signup`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': plainKey(request, new Date()),
        'x-forwarded-for': req.ip ?? '',
      },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    })
    const body: unknown = await response.json()
    const stored = storedSchema.safeParse(body)
    if (response.status === 201 && stored.success) return stored.data
    const refused = refusedSchema.safeParse(body)
    if (response.status < 500 && refused.success) return { status: response.status, errors: refused.data.errors }
  } catch {
    // The CMS is away: said below.
  }
  return { status: 503, errors: { request: 'busy' } }
}

/**
 * Without JavaScript a form cannot make a key of its own. The same answers on the same day are the same signup: a second
 * click, or a reload of the answer, gives the first one's receipt.
 */
export const plainKey = (request: SignupRequest, now: Date): string =>
  `plain-${createHash('sha256')
    .update(`${now.toISOString().slice(0, 10)} ${JSON.stringify(request)}`)
    .digest('base64url')}`
