import { text } from 'node:stream/consumers'
import type { RequestHandler } from 'express'

const longestQuestion = 64 * 1024

/**
 * A question too long for an address comes as a form post that says it is a GET; the admin asks so for related documents.
 * It is made into the GET that it is, before the guards, so that they look at every question alike.
 */
export const unfoldQuestion: RequestHandler = async (req, res, next) => {
  if (req.method !== 'POST' || req.get('x-payload-http-method-override')?.toUpperCase() !== 'GET') return next()
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(req.get('content-type') ?? '')
  if (!isForm || Number(req.get('content-length') ?? Infinity) > longestQuestion) {
    res.status(415).json({ errors: [{ message: 'A question sent by POST must be a form of at most 64 KiB.' }] })
    return
  }
  const question = await text(req)
  req.method = 'GET'
  req.url = `${req.path}?${question}`
  for (const name of ['content-type', 'content-length', 'x-payload-http-method-override', 'x-http-method-override']) {
    delete req.headers[name]
  }
  next()
}

/** Payload knows the override by another name, too; nobody here uses that one. */
export const refuseOtherOverride: RequestHandler = (req, res, next) => {
  if (req.get('x-http-method-override') === undefined) return next()
  res.status(400).json({ errors: [{ message: 'The header X-HTTP-Method-Override is not used here.' }] })
}
