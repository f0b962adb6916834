import type { RequestHandler } from 'express'

const atOnce = 2
const mostWaiting = 20
let busy = 0
const waiting: (() => void)[] = []

const leave = () => {
  busy -= 1
  waiting.shift()?.()
}

/** Checking a password costs a core for a moment (PBKDF2, 600,000 rounds), so at most two are checked at once. */
export const limitLogins: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST' || req.path !== '/api/users/login') return next()
  const enter = () => {
    busy += 1
    res.once('close', leave)
    next()
  }
  if (busy < atOnce) return enter()
  if (waiting.length >= mostWaiting) {
    res
      .status(429)
      .set('Retry-After', '10')
      .json({ errors: [{ message: 'Too many are signing in at once. Try again in ten seconds.' }] })
    return
  }
  waiting.push(enter)
}
