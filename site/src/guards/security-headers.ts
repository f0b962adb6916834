import type { IncomingMessage, ServerResponse } from 'node:http'

const oneYearSeconds = 31_536_000

/** What every answer says about itself, whoever serves it. */
export const headersOfEveryAnswer = (siteUrl: string): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  ...(siteUrl.startsWith('https://')
    ? { 'Strict-Transport-Security': `max-age=${oneYearSeconds}; includeSubDomains` }
    : {}),
})

/** Headers that every answer bears. What a page may load is said by its own Content-Security-Policy. */
export const securityHeaders = (siteUrl: string): ((req: IncomingMessage, res: ServerResponse) => void) => {
  const headers = Object.entries(headersOfEveryAnswer(siteUrl))
  return (_req, res) => {
    for (const [name, value] of headers) res.setHeader(name, value)
  }
}
