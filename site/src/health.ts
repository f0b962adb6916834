import { statfs } from 'node:fs/promises'
import type { RequestHandler } from 'express'
import type { Renderer } from './publishing/renderer-process.ts'
import type { ReleaseServer } from './publishing/serve-release.ts'

const leastFreeMegabytes = 32
const cmsAnswersWithinMilliseconds = 2000
const megabyte = 1024 * 1024

/** `GET /healthz`: the process is there. */
export const healthz: RequestHandler = (_req, res) => {
  res.set('Cache-Control', 'no-store').json({ status: 'ok' })
}

interface Parts {
  dataDir: string
  cmsUrl: string
  releases: ReleaseServer
  renderer: Pick<Renderer, 'bundle'>
}

const askCms = async (cmsUrl: string): Promise<{ ok: boolean; [part: string]: unknown }> => {
  try {
    const response = await fetch(`${cmsUrl}/readyz`, { signal: AbortSignal.timeout(cmsAnswersWithinMilliseconds) })
    const said: unknown = await response.json()
    return { ...(typeof said === 'object' ? said : {}), ok: response.ok }
  } catch {
    return { ok: false }
  }
}

/**
 * `GET /readyz`: 200 when visitors can be served, 503 before the first release. `status` is `ready`, `degraded` (visitors are
 * served, but a part is away) or `starting`. `lacking` counts the contents that somebody took away from the disk.
 */
export const readyz =
  ({ dataDir, cmsUrl, releases, renderer }: Parts): RequestHandler =>
  async (_req, res) => {
    const { bavail, bsize } = await statfs(dataDir)
    const freeMegabytes = Math.floor((bavail * bsize) / megabyte)
    const live = releases.live()
    const lacking = releases.lacking()
    const parts = {
      liveRelease: { ok: live !== null && lacking === 0, id: live?.id ?? null, pages: live?.pages ?? 0, lacking },
      renderer: { ok: renderer.bundle() !== null },
      disk: { ok: freeMegabytes >= leastFreeMegabytes, freeMegabytes },
      cms: await askCms(cmsUrl),
    }
    const isAllWell = Object.values(parts).every(({ ok }) => ok)
    res
      .status(live ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: isAllWell ? 'ready' : live ? 'degraded' : 'starting', ...parts })
  }
