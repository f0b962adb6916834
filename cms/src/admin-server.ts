import type { Server } from 'node:http'
import { resolve } from 'node:path'
import type { RequestHandler } from 'express'
import { env } from './env.ts'

type NextHandler = (req: Parameters<RequestHandler>[0], res: Parameters<RequestHandler>[1]) => Promise<void>

const loadedAfterMilliseconds = 20_000

/**
 * The admin UI. Next is loaded when somebody first asks for it, or a while after the start, so that what is due then (the
 * first release, signups, e-mails) need not share the processor with it.
 */
export const nextAdmin = (server: Server) => {
  let loading: Promise<NextHandler | undefined> | undefined

  const load = async (): Promise<NextHandler | undefined> => {
    try {
      const { default: next } = await import('next')
      const address = new URL(env.CMS_URL)
      const app = next({
        dev: env.NODE_ENV === 'development',
        dir: resolve(import.meta.dirname, '..'),
        hostname: address.hostname,
        port: Number(address.port || 80),
        httpServer: server,
      })
      await app.prepare()
      return app.getRequestHandler()
    } catch (error) {
      console.error('The admin could not start; the API works. Run "npm run build" and start again.', error)
      return undefined
    }
  }
  const loaded = () => (loading ??= load())

  const answer = async (...[req, res]: Parameters<NextHandler>): Promise<void> => {
    const handler = await loaded()
    if (handler) return handler(req, res)
    res.status(503).type('text/plain').send('Redigeringen kunde inte starta. / The admin could not start.')
  }

  const handle: RequestHandler = (req, res, next) => {
    if (/^\/(admin|_next)(\/|$)/.test(req.path)) return void answer(req, res).catch(next)
    res.status(404).json({ errors: [{ message: 'There is nothing at this address.' }] })
  }

  return { handle, loadLater: () => void setTimeout(loaded, loadedAfterMilliseconds).unref() }
}
