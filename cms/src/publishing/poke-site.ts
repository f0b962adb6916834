import type { RequestHandler } from 'express'
import { env } from '../env.ts'

let wanted = false

/** Notes that a release was asked for; the site is told as soon as the change is stored. */
export const wantRelease = (): void => {
  wanted = true
}

/** Tells the site that a release was asked for, if one was since the last time. */
export const pokeSite = async (): Promise<void> => {
  if (!wanted) return
  wanted = false
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
export const pokeAfterWrites: RequestHandler = (_req, res, next) => {
  res.once('close', () => void pokeSite())
  next()
}
