import type { RequestHandler } from 'express'

const longestAddress = 4096 // bytes
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Turns away addresses of more than 4 KiB, addresses that cannot be decoded, and methods that nothing here answers to. */
export const requestLine: RequestHandler = (req, res, next) => {
  if (!methods.includes(req.method)) {
    return void res.status(405).set('Allow', methods.join(', ')).type('text').send('Method Not Allowed')
  }
  if (Buffer.byteLength(req.originalUrl) > longestAddress) return void res.status(414).type('text').send('URI Too Long')
  if (!isDecodable(req.path)) return void res.status(400).type('text').send('Bad Request')
  next()
}

const isDecodable = (path: string): boolean => {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
