import type { RequestHandler } from 'express'
import { env } from '../env.ts'

let wanted = false
let writing = 0 // requests that are being answered and may have asked for a release

/** Notes that a release was asked for; the site is told as soon as the change is stored. */
export const wantRelease = (): void => {
  wanted = true
}

/**
 * Tells the site that a release was asked for, if one was since the last time. Whoever asked may be still underway, in a
 * transaction that nobody else can look into yet: then the site is told once more when that has ended.
 */
export const pokeSite = async (): Promise<void> => {
  if (!wanted) return
  wanted = writing > 0
  try {
    await fetch(`${env.SITE_INTERNAL_URL}/internal/publish`, {
      method: 'POST',
      headers: { authorization: `Site-Key ${env.SITE_KEY}` },
      signal: AbortSignal.timeout(5000),
    })
  } catch {
    // The site asks by itself every half minute what waits, so a poke that did not arrive only costs time.
  }
}

/** Pokes once a request has been answered: then its change is committed, and the site will find it. */
export const pokeAfterWrites: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  writing += 1
  res.once('close', () => {
    writing -= 1
    void pokeSite()
  })
  next()
}
