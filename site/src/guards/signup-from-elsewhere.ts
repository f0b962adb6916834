import type { RequestHandler } from 'express'

const oneDaySeconds = 86_400

/**
 * Lets the pages of the site send their signups here when they are served from elsewhere, and read the answer. No other
 * origin may, no other path is opened, and cookies are not sent along.
 */
export const signupFromElsewhere = (siteUrl: string): RequestHandler => {
  const { origin, host } = new URL(siteUrl)
  return (req, res, next) => {
    if (req.get('host') === host) return next()
    res.vary('Origin')
    if (req.get('origin') !== origin) return next()
    res.set('Access-Control-Allow-Origin', origin).set('Access-Control-Expose-Headers', 'Retry-After')
    if (req.method !== 'OPTIONS') return next()
    res.set('Access-Control-Allow-Methods', 'POST')
    res.set('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key')
    res.set('Access-Control-Max-Age', String(oneDaySeconds)).status(204).end()
  }
}
