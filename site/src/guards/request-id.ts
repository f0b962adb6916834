import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'

/** Names every request, so that what a person was told can be found in the log. The CMS is given the same name. */
export const requestId: RequestHandler = (req, res, next) => {
  const id = randomUUID()
  req.headers['x-request-id'] = id
  res.setHeader('X-Request-Id', id)
  next()
}
