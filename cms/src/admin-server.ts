import type { Server } from 'node:http'
import { resolve } from 'node:path'
import type { RequestHandler } from 'express'
import { env } from './env.ts'

type NextHandler = (req: Parameters<RequestHandler>[0], res: Parameters<RequestHandler>[1]) => Promise<void>

/** The admin UI. Next is loaded after the API is up; until it is ready its addresses say so. */
export const nextAdmin = (server: Server) => {
  let handler: NextHandler | undefined

  const handle: RequestHandler = (req, res, next) => {
    if (!/^\/(admin|_next)(\/|$)/.test(req.path)) {
      res.status(404).json({ errors: [{ message: 'There is nothing at this address.' }] })
      return
    }
    if (!handler) {
      res.status(503).set('Retry-After', '2').type('text/plain').send('Redigeringen startar. / The admin is starting.')
      return
    }
    handler(req, res).catch(next)
  }

  const prepare = async () => {
    const { default: next } = await import('next')
    const address = new URL(env.CMS_URL)
    const app = next({
      dev: env.NODE_ENV === 'development',
      dir: resolve(import.meta.dirname, '..'),
      hostname: address.hostname,
      port: Number(address.port || 80),
      httpServer: server,
    })
    try {
      await app.prepare()
      handler = app.getRequestHandler()
    } catch (error) {
      console.error('The admin could not start; the API works. Run "npm run build" and start again.', error)
    }
  }

  return { handle, prepare }
}
