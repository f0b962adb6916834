import type { RequestHandler } from 'express'

const mostDocuments = 250 // the admin itself asks for so many related documents at a time
const deepest = 3
const longestAddress = 4096

const refuse = (message: string) => ({ errors: [{ message }] })

const parses = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

/**
 * Refuses questions that Payload would answer badly: a `where` or `data` that is no JSON object (500 in Payload), `limit=0`
 * or a huge one on a read (everything at once), a depth that walks the whole database, an address over 4 KiB.
 */
export const limitQuery: RequestHandler = (req, res, next) => {
  if (req.originalUrl.length > longestAddress) {
    res.status(414).json(refuse('The address is longer than 4,096 characters.'))
    return
  }
  const query = new URLSearchParams(req.url.split('?')[1] ?? '')
  for (const name of ['where', 'data', 'joins', 'select', 'populate']) {
    const value = query.get(name)
    if (value !== null && !parses(value)) {
      res.status(400).json(refuse(`The parameter "${name}" is not a JSON object.`))
      return
    }
  }
  const reads = req.method === 'GET' || req.method === 'HEAD'
  const limit = query.get('limit')
  if (reads && limit !== null && !(/^\d{1,4}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= mostDocuments)) {
    res.status(400).json(refuse(`The parameter "limit" must be a whole number from 1 to ${mostDocuments}.`))
    return
  }
  const depth = query.get('depth')
  if (depth !== null && !(/^\d$/.test(depth) && Number(depth) <= deepest)) {
    res.status(400).json(refuse(`The parameter "depth" must be a whole number from 0 to ${deepest}.`))
    return
  }
  const page = query.get('page')
  if (page !== null && !/^[1-9]\d{0,8}$/.test(page)) {
    res.status(400).json(refuse('The parameter "page" must be a whole number from 1.'))
    return
  }
  next()
}
