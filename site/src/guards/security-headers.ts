import type { IncomingMessage, ServerResponse } from 'node:http'

const oneYearSeconds = 31_536_000

/** Headers that every answer bears. What a page may load is said by its own Content-Security-Policy. */
export const securityHeaders = (siteUrl: string): ((req: IncomingMessage, res: ServerResponse) => void) => {
  const isSecure = siteUrl.startsWith('https://')
  return (_req, res) => {
    res.setHeader('X-Content-Type-Options', 'nosniff')
    res.setHeader('X-Frame-Options', 'SAMEORIGIN')
    res.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
    res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    if (isSecure) res.setHeader('Strict-Transport-Security', `max-age=${oneYearSeconds}; includeSubDomains`)
  }
}
