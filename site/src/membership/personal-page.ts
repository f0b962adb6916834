import express, { type Request, type RequestHandler, type Response } from 'express'
import { isLanguage, type Language } from 'shared/languages'
import {
  correctableFields,
  type PersonalAnswer,
  type PersonalAct,
  personalActs,
  personalAnswerSchema,
  personalPaths,
  type PersonalRefusal,
  type PersonalRequest,
  type PersonalView,
} from 'shared/membership/personal-page'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'

const answerWithinMilliseconds = 10_000
const retryAfterSeconds = 5
const mostBytes = 16 * 1024

/** What was done is told by its name in the address, so that a reload does not do it again. */
const toldActs = ['correct', 'consent', 'withdraw', 'remove', 'link'] as const
export type ToldAct = (typeof toldActs)[number]

/** What the front tells a person's own page. */
export interface PersonalState {
  link: string
  view: PersonalView | null
  refusal: PersonalRefusal | 'away' | null
  told: ToldAct | null
  unsure: PersonalAct | null // what was asked for without its box being ticked
}

interface Parts {
  cmsUrl: string
  siteKey: string
  /** Makes the page at a path, with the given `Astro.locals`. */
  render: (
    path: string,
    locals: { personal: PersonalState },
  ) => Promise<{ status: number; headers: Record<string, string>; body: string }>
}

const nothingKnown: PersonalState = { link: '', view: null, refusal: null, told: null, unsure: null }
const linkPattern = /^[\w.-]{20,1000}$/
const toldSchema = z.enum(toldActs).nullable().catch(null)

/** The page for whoever opened a personal link, or was just told something. Without either it is that of the release. */
export const showPersonalPage =
  (parts: Parts): RequestHandler =>
  async (req, res, next) => {
    const query = new URLSearchParams(req.originalUrl.split('?')[1])
    const link = query.get('link')
    const told = toldSchema.parse(query.get('done'))
    if (link === null && told === null) return next()
    const language = languageOf(req.path)
    const opened = link === null ? {} : stateOf(link, await ask(parts, { link, language, act: 'open' }))
    await sendPage(parts, res, language, { ...nothingKnown, ...opened, told })
  }

/** `POST /api/personal/page`: from the forms of the page. Where from does not matter: who has the link may. */
export const actOnPersonalPage = (parts: Parts): RequestHandler[] => [
  express.urlencoded({ extended: false, limit: mostBytes }),
  async (req, res) => {
    const form = readForm(req)
    if (!form) return void res.status(400).set('Cache-Control', 'no-store').type('text').send('Bad Request')
    const { request, isSure, format } = form
    const needsToBeSure = request.act === 'withdraw' || request.act === 'remove'
    const isDone = !needsToBeSure || isSure
    const answer = await ask(parts, isDone ? request : { ...request, act: 'open' })
    const state = { ...nothingKnown, ...stateOf(request.link, answer), unsure: isDone ? null : request.act }
    if (answer && request.act === 'export' && answer.file) return sendFile(res, request.language, answer.file, format)
    const told = toldSchema.parse(request.act)
    if (isDone && answer && answer.refusal === null && told !== null) {
      const query = new URLSearchParams({ ...(answer.view ? { link: request.link } : {}), done: told })
      return void res
        .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
        .redirect(303, `${personalPaths[request.language]}?${query}`)
    }
    await sendPage(parts, res, request.language, state)
  },
]

/** `POST /api/personal/ask`: somebody has no link any more. The answer is the same whether or not we know the address. */
export const askForPersonalLink = (parts: Parts): RequestHandler[] => [
  express.urlencoded({ extended: false, limit: mostBytes }),
  async (req, res) => {
    const form = readFields(req)
    const language = form.get('language')
    if (!isLanguage(language))
      return void res.status(400).set('Cache-Control', 'no-store').type('text').send('Bad Request')
    const response = await post(parts, '/api/personal/link', {
      email: (form.get('email') ?? '').slice(0, 254),
      language,
    })
    if (response) return void res.set('Cache-Control', 'no-store').redirect(303, `${personalPaths[language]}?done=link`)
    await sendPage(parts, res, language, { ...nothingKnown, refusal: 'away' })
  },
]

const languageOf = (path: string): Language => {
  const language = path.split('/')[1]
  return isLanguage(language) ? language : 'sv'
}

const stateOf = (link: string, answer: PersonalAnswer | null): Pick<PersonalState, 'link' | 'view' | 'refusal'> =>
  answer ? { link, view: answer.view, refusal: answer.refusal } : { link, view: null, refusal: 'away' }

const bodySchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** The fields of a form; of one that comes twice the first counts. */
const readFields = (req: Request): Map<string, string> => {
  const body = bodySchema.safeParse(req.body).data ?? {}
  return new Map(Object.entries(body).map(([name, value]) => [name, (Array.isArray(value) ? value[0] : value) ?? '']))
}

const actSchema = z.enum(personalActs)

const readForm = (req: Request): { request: PersonalRequest; isSure: boolean; format: 'json' | 'html' } | null => {
  const form = readFields(req)
  const act = actSchema.safeParse(form.get('act'))
  const language = form.get('language')
  const link = form.get('link') ?? ''
  if (!act.success || !isLanguage(language) || !linkPattern.test(link)) return null
  const values = correctableFields.flatMap((name): [string, string][] => {
    const value = form.get(name)
    return value === undefined ? [] : [[name, value.slice(0, 1000)]]
  })
  const consent = form.get('consent')
  return {
    request: {
      link,
      language,
      act: act.data,
      values: Object.fromEntries(values),
      ...(consent ? { consent: consent.slice(0, 100), given: form.get('given') === 'yes' } : {}),
    },
    isSure: form.get('sure') === 'yes',
    format: form.get('format') === 'json' ? 'json' : 'html',
  }
}

const ask = async (
  parts: Parts,
  request: Pick<PersonalRequest, 'link' | 'language' | 'act'>,
): Promise<PersonalAnswer | null> => {
  if (!linkPattern.test(request.link)) return { view: null, refusal: 'forged' }
  const response = await post(parts, '/api/personal', request)
  return personalAnswerSchema.safeParse(response).data ?? null
}

/** Asks the CMS; null when it does not answer. The link goes in the body, as addresses are written down by many. */
const post = async ({ cmsUrl, siteKey }: Parts, path: string, body: object): Promise<unknown> => {
  try {
    const response = await fetch(`${cmsUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Site-Key ${siteKey}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    })
    return response.ok ? ((await response.json()) as unknown) : null
  } catch {
    return null
  }
}

const statusOf = ({ refusal, unsure }: PersonalState): number => {
  if (unsure) return 422
  switch (refusal) {
    case null:
      return 200
    case 'away':
      return 503
    case 'invalid':
      return 422
    case 'not-now':
      return 409
    case 'forged':
    case 'expired':
    case 'gone':
      return 410
  }
}

/** Nobody else learns the address, which has the link in it, and nothing of the page is kept on the way. */
const sendPage = async (parts: Parts, res: Response, language: Language, personal: PersonalState): Promise<void> => {
  const page = await parts.render(personalPaths[language], { personal })
  const status = statusOf(personal)
  if (status === 503) res.set('Retry-After', String(retryAfterSeconds))
  res.status(status).set(page.headers)
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' })
  res.send(page.body)
}

const fileSchema = z.object({ json: z.unknown(), html: z.string() })

const sendFile = (res: Response, language: Language, file: unknown, format: 'json' | 'html'): void => {
  const { json, html } = fileSchema.parse(file)
  res
    .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    .attachment(`${translateTo(language)('personal.take-out.file')}.${format}`)
  res.send(format === 'json' ? JSON.stringify(json, null, 2) : html)
}
