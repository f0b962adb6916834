import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Names every request, so that what a person was told can be found in the log. The CMS is given the same name. */
export const nameRequest = (req: IncomingMessage, res: ServerResponse): void => {
  const id = randomUUID()
  req.headers['x-request-id'] = id
  res.setHeader('X-Request-Id', id)
}
