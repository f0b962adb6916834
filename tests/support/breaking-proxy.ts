import { once } from 'node:events'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A question of the site to the CMS. */
export interface Asked {
  method: string
  url: URL
  body: string
}

/** What is answered instead of the CMS: given its own answer, another one; `cut`: the connection. */
export type Breaking = (
  asked: Asked,
  answer: () => Promise<{ status: number; text: string }>,
) => Promise<{ status: number; text: string } | 'cut' | null> | null

const listPattern = /^\/api\/[a-z-]+$/

/**
 * Stands between the site and the CMS, and breaks answers when told to. Lists are given in parts of five documents, so that
 * they have a middle to break in.
 */
export const startBreakingProxy = async (port: number, target: () => string) => {
  const state: { breaking: Breaking | null } = { breaking: null }
  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', target())
    const method = req.method ?? 'GET'
    if (method === 'GET' && listPattern.test(url.pathname) && url.searchParams.has('page'))
      url.searchParams.set('limit', '5')
    const body = method === 'GET' || method === 'HEAD' ? null : await buffer(req)
    const ask = () =>
      fetch(url, {
        method,
        headers: {
          ...(req.headers.authorization ? { authorization: req.headers.authorization } : {}),
          ...(req.headers['content-type'] ? { 'content-type': req.headers['content-type'] } : {}),
        },
        ...(body ? { body: new Uint8Array(body) } : {}),
      })
    try {
      const broken = await state.breaking?.({ method, url, body: body?.toString('utf8') ?? '' }, async () => {
        const response = await ask()
        return { status: response.status, text: await response.text() }
      })
      if (broken === 'cut') return void req.socket.destroy()
      if (broken) return void res.writeHead(broken.status, { 'content-type': 'application/json' }).end(broken.text)
      const response = await ask()
      const bytes = Buffer.from(await response.arrayBuffer())
      const type = response.headers.get('content-type')
      res
        .writeHead(response.status, type ? { 'content-type': type } : {})
        .end(response.status === 204 ? undefined : bytes)
    } catch {
      req.socket.destroy()
    }
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    breaks: (breaking: Breaking | null) => {
      state.breaking = breaking
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
