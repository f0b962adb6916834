/** The site for developing: Astro's own server with reload; the API and the admin come from the CMS behind it. */
import { resolve } from 'node:path'
import { dev } from 'astro'

await dev({
  root: resolve(import.meta.dirname, '../site'),
  server: { port: Number(process.env['PORT'] || 3000), host: process.env['HOST'] || '127.0.0.1' },
})
