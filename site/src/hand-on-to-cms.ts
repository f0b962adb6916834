import { Agent, type IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Request, RequestHandler, Response } from 'express'
import { createProxyMiddleware } from 'http-proxy-middleware'
import { defaultLanguage } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'
import { sendSparePage } from './spare-page.ts'

const retryAfterSeconds = 5

/**
 * Hands requests on to the CMS as they are, the Host kept, and tells it who asks. When it does not answer, says so and when
 * to try again.
 * @param answerSeconds how long the CMS may take
 */
export const handOnToCms = ({ cmsUrl, answerSeconds }: { cmsUrl: string; answerSeconds: number }) =>
  createProxyMiddleware<Request, Response>({
    target: cmsUrl,
    agent: new Agent({ keepAlive: true }),
    changeOrigin: false,
    proxyTimeout: answerSeconds * 1000,
    on: {
      proxyReq: (proxied, req) => {
        // Whatever a client says of itself is replaced by what the front knows.
        for (const name of ['forwarded', 'x-real-ip']) proxied.removeHeader(name)
        proxied.setHeader('x-forwarded-for', req.ip ?? '')
        proxied.setHeader('x-forwarded-proto', req.protocol)
        proxied.setHeader('x-forwarded-host', req.headers.host ?? '')
      },
      proxyRes: (answer) => {
        delete answer.headers['x-powered-by']
      },
      error: (_error, req, res) => {
        if (res instanceof ServerResponse) sayUnavailable(req, res)
        else res.destroy()
      },
    },
  })

/** Hands on what keeps a connection open: Next's own channel while developing. Anything else is cut off. */
export const handUpgradesOnToCms = (cmsUrl: string) => {
  const { upgrade } = createProxyMiddleware({ target: cmsUrl, changeOrigin: false })
  return (req: IncomingMessage, socket: Socket, head: Buffer): void => {
    if (isForCms(req.url ?? '')) upgrade(req, socket, head)
    else socket.destroy()
  }
}

/** Says that the CMS does not answer, and when to try again: a page to a browser, JSON to a program. */
const sayUnavailable = (req: Request, res: Response): void => {
  if (res.headersSent) return void res.destroy()
  res.locals['unanswered'] = true // `rateLimit` goes by it
  res.status(503).set('Retry-After', String(retryAfterSeconds)).set('Cache-Control', 'no-store')
  if (req.accepts(['json', 'html']) === 'html') {
    return sendSparePage(req, res, 'unavailable', { refreshSeconds: retryAfterSeconds })
  }
  res.json({ error: 'unavailable', message: translateTo(defaultLanguage)('front.unavailable.api') })
}

/** The beginnings of the addresses that belong to the CMS. */
const cmsPaths = ['/api', '/admin', '/_next']

/** Is this a request for the CMS? */
const isForCms = (path: string): boolean => cmsPaths.some((start) => path === start || path.startsWith(`${start}/`))

/** Hands on what is the CMS's and lets everything else pass. */
export const onlyCmsPaths =
  (handler: RequestHandler): RequestHandler =>
  (req, res, next) =>
    isForCms(req.path) ? handler(req, res, next) : next()
