import type { RequestListener } from 'node:http'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { languages } from 'shared/languages'
import { confirmPath } from 'shared/membership/confirm-path'
import { personalPaths } from 'shared/membership/personal-page'
import { z } from 'zod'
import { securityTextPath } from './content/security-text.ts'
import type { Settings } from './env.ts'
import { rateLimit } from './guards/rate-limit.ts'
import { nameRequest } from './guards/request-id.ts'
import { requestLine } from './guards/request-line.ts'
import { securityHeaders } from './guards/security-headers.ts'
import { signupFromElsewhere } from './guards/signup-from-elsewhere.ts'
import { requireSiteKey } from './guards/site-key.ts'
import { handOnToCms, onlyCmsPaths } from './hand-on-to-cms.ts'
import { healthz, readyz } from './health.ts'
import { confirmByForm, showConfirmPage } from './membership/confirm-page.ts'
import { actOnPersonalPage, askForPersonalLink, showPersonalPage } from './membership/personal-page.ts'
import { plainForm } from './membership/plain-form.ts'
import { preview } from './preview/preview.ts'
import type { Publisher } from './publishing/publisher.ts'
import type { Renderer } from './publishing/renderer-process.ts'
import type { ReleaseServer } from './publishing/serve-release.ts'
import { asksForSecurityText, serveSecurityText } from './publishing/serve-security-text.ts'
import { sendSparePage } from './spare-page.ts'

const cmsAnswerSeconds = 60
const signupAnswerSeconds = 10
const buildingRefreshSeconds = 5

export interface FrontParts {
  settings: Settings
  releases: ReleaseServer
  renderer: Pick<Renderer, 'render' | 'preview' | 'bundle'>
  publisher: Pick<Publisher, 'poke' | 'publish' | 'progress'>
}

/**
 * The front: everything a visitor, a company or an editor asks for comes here. A file of the live release, asked for by its
 * very address, is answered at once, as Express would take most of the time; all else goes through the guards.
 */
export const createFront = (parts: FrontParts): RequestListener => {
  const addSecurityHeaders = securityHeaders(parts.settings.siteUrl)
  const app = createApp(parts)
  return (req, res) => {
    addSecurityHeaders(req, res)
    nameRequest(req, res)
    if (asksForSecurityText(req.url) || !parts.releases.answer(req, res)) app(req, res)
  }
}

/** The order is this function. */
const createApp = ({ settings, releases, renderer, publisher }: FrontParts): RequestListener => {
  const { cmsUrl, dataDir, siteKey } = settings
  const front = express()
  front.disable('x-powered-by')
  front.disable('etag') // files bring their own
  front.set('trust proxy', settings.trustProxy)
  front.set('query parser', 'simple')

  front.use(requestLine)
  front.use('/api/signup', signupFromElsewhere(settings.siteUrl))
  front.use(rateLimit(settings.signupLimitPer10Minutes))
  front.get('/healthz', healthz)
  front.get('/readyz', readyz({ dataDir, cmsUrl, releases, renderer }))
  front.post('/internal/publish', requireSiteKey(siteKey), express.json({ limit: '1kb' }), receivePublish(publisher))
  front.get(
    '/internal/publish',
    requireSiteKey(siteKey),
    (_req, res) => void res.json({ progress: publisher.progress() }),
  )
  front.post(
    '/api/signup',
    plainForm({ cmsUrl, siteUrl: settings.siteUrl, render: renderer.render }),
    handOnToCms({ cmsUrl, answerSeconds: signupAnswerSeconds }),
  )
  const personal = { cmsUrl, siteKey, render: renderer.render }
  front.post('/api/signup/confirm', confirmByForm({ cmsUrl, render: renderer.render }))
  front.post('/api/personal/page', actOnPersonalPage(personal))
  front.post('/api/personal/ask', askForPersonalLink(personal))
  front.use('/preview', preview({ settings, renderer, releases }))
  front.use(onlyCmsPaths(handOnToCms({ cmsUrl, answerSeconds: cmsAnswerSeconds })))
  front.get(languages.map(confirmPath), showConfirmPage({ render: renderer.render }))
  front.get(Object.values(personalPaths), showPersonalPage(personal))
  front.get(securityTextPath, serveSecurityText(dataDir, releases))
  front.get('/{*path}', showReceipt(releases, renderer))
  front.use(releases.handler)
  front.use(sayNothingHere(releases))
  front.use(sayError)
  return front
}

const publishBodySchema = z
  .object({
    wait: z.boolean().default(false),
    everything: z.boolean().default(false),
    force: z.boolean().default(false),
  })
  .prefault({})

/**
 * `POST /internal/publish`: something waits in the CMS. With `{"everything": true}` a release is made even when nothing does,
 * with `{"force": true}` one that loses many pages, and with `{"wait": true}` the answer tells how it went.
 */
const receivePublish =
  (publisher: FrontParts['publisher']): RequestHandler =>
  async (req, res) => {
    const body = publishBodySchema.safeParse(req.body)
    if (!body.success) return void res.status(400).json({ error: 'not-understood' })
    const { wait, everything, force } = body.data
    if (!wait && !everything && !force) {
      publisher.poke()
      return void res.status(202).json({})
    }
    const outcome = publisher.publish({ force })
    if (!wait) return void res.status(202).json({})
    res.json(await outcome)
  }

const referencePattern = /^[A-Z0-9-]{4,20}$/

/** A receipt with its reference is made on request; should that fail, the receipt without it is shown. */
const showReceipt =
  (releases: ReleaseServer, renderer: FrontParts['renderer']): RequestHandler =>
  async (req, res, next) => {
    const reference = new URLSearchParams(req.originalUrl.split('?')[1]).get('reference')
    const file = reference && referencePattern.test(reference) ? releases.fileAt(req.path) : null
    if (!file || !('kind' in file) || file.kind !== 'receipt') return next()
    try {
      const page = await renderer.render(req.path, { signup: { reference } })
      res.status(page.status).set(page.headers).set('Cache-Control', 'no-store').send(page.body)
    } catch (error) {
      console.error('A receipt could not be made; the one without its reference is shown.', error)
      next()
    }
  }

const sayNothingHere =
  (releases: ReleaseServer): RequestHandler =>
  (req, res) => {
    if (releases.live()) return sendSparePage(req, res.status(404), 'not-found')
    res.status(503).set('Retry-After', String(buildingRefreshSeconds))
    sendSparePage(req, res, 'building', { refreshSeconds: buildingRefreshSeconds })
  }

const statusSchema = z.object({ status: z.number().int().min(400).max(499) })

const sayError: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error)
  const clientError = statusSchema.safeParse(error)
  if (clientError.success) return void res.status(clientError.data.status).json({ error: 'not-understood' })
  console.error(`Request ${res.getHeader('X-Request-Id')} failed.`, error)
  sendSparePage(req, res.status(500), 'error')
}
