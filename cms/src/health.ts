import { access, constants, statfs } from 'node:fs/promises'
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { env } from './env.ts'

const leastFreeShare = 0.05
const patienceMilliseconds = 3000

const succeeds = async (check: Promise<unknown>): Promise<boolean> => {
  const tooLate = new Promise((_resolve, reject) => setTimeout(reject, patienceMilliseconds).unref())
  return Promise.race([check, tooLate]).then(
    () => true,
    () => false,
  )
}

const hasRoom = async () => {
  const { bavail, blocks } = await statfs(env.DATA_DIR)
  if (bavail / blocks < leastFreeShare) throw new Error('Less than a twentieth of the disk is free.')
}

/** `GET /healthz`: the process answers. `GET /readyz`: the database answers, the mail queue is not stuck, the disk has room. */
export const health =
  (payload: Payload): RequestHandler =>
  async (req, res) => {
    if (req.path === '/healthz') {
      res.json({ status: 'ok' })
      return
    }
    const [database, mailQueue, disk] = await Promise.all([
      succeeds(payload.count({ collection: 'users' })),
      payload.count({ collection: 'emails', where: { state: { equals: 'failed' } } }).then(
        ({ totalDocs }) => totalDocs === 0,
        () => false,
      ),
      succeeds(Promise.all([access(env.DATA_DIR, constants.W_OK), hasRoom()])),
    ])
    // A mail that gave up needs a person, not a restart: it is told, but the service is ready.
    res
      .status(database && disk ? 200 : 503)
      .json({ status: database && disk ? 'ok' : 'degraded', database, mailQueue, disk })
  }
