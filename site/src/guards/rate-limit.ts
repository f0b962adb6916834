import type { Request, RequestHandler, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from 'shared/network'
import { translateTo } from 'shared/translations/translate'
import { sendSparePage } from '../spare-page.ts'

interface Limit {
  path: string // POSTs to it are counted
  points: number
  seconds: number
  onlyFailures?: boolean // what was answered with 2xx does not count
}

const limitsWith = (signupLimitPer10Minutes: number): Limit[] => [
  { path: '/api/signup', points: signupLimitPer10Minutes, seconds: 600 },
  { path: '/api/personal/page', points: 60, seconds: 600 },
  { path: '/api/personal/ask', points: 5, seconds: 3600 },
  { path: '/api/signup/confirm', points: 30, seconds: 3600 },
  { path: '/api/company', points: 30, seconds: 600 },
  { path: '/api/users/login', points: 10, seconds: 900, onlyFailures: true },
  { path: '/api/users/forgot-password', points: 10, seconds: 3600 },
  { path: '/api/users/reset-password', points: 10, seconds: 3600 },
]

/**
 * Holds back whoever posts too often from one address: 429 with `Retry-After`. Behind it the CMS has limits of its own. What
 * the CMS was not there to answer does not count: forms of one office that wait for it try again and again.
 */
export const rateLimit = (signupLimitPer10Minutes: number): RequestHandler => {
  const limiters = new Map(
    limitsWith(signupLimitPer10Minutes).map((limit) => [
      limit.path,
      { ...limit, limiter: new RateLimiterMemory({ points: limit.points, duration: limit.seconds }) },
    ]),
  )
  return async (req, res, next) => {
    const limit = req.method === 'POST' ? limiters.get(plainPath(req.path)) : undefined
    if (!limit) return next()
    const visitor = networkOf(req.ip ?? '')
    try {
      await limit.limiter.consume(visitor)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      return tooMany(req, res, Math.ceil(refusal.msBeforeNext / 1000))
    }
    res.once('finish', () => {
      const isFree = limit.onlyFailures ? res.statusCode < 300 : res.locals['unanswered'] === true
      if (isFree) void limit.limiter.reward(visitor)
    })
    next()
  }
}

const plainPath = (path: string): string =>
  path
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '')

const tooMany = (req: Request, res: Response, seconds: number): void => {
  res.status(429).set('Retry-After', String(seconds)).set('Cache-Control', 'no-store')
  const minutes = Math.ceil(seconds / 60)
  if (req.is(['application/x-www-form-urlencoded', 'multipart/form-data']))
    return sendSparePage(req, res, 'too-many', { minutes })
  res.json({ error: 'too-many', message: translateTo('sv')('front.too-many.text', { minutes }) })
}
