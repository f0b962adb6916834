import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Lets only the CMS and the operator's commands through: whoever shows the key, `Authorization: Site-Key …`. */
export const requireSiteKey = (siteKey: string): RequestHandler => {
  const expected = digest(`Site-Key ${siteKey}`)
  return (req, res, next) => {
    if (timingSafeEqual(digest(req.headers.authorization ?? ''), expected)) return next()
    res.status(401).json({ error: 'key-needed' })
  }
}
