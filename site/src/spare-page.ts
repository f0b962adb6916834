import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { defaultLanguage, isLanguage, type Language, otherLanguage } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'

const style = `
:root { color-scheme: light dark; --ink: #1c2b2a; --paper: #f7f5f0; --line: #0b5d4e }
@media (prefers-color-scheme: dark) { :root { --ink: #eef3f1; --paper: #14201e; --line: #6fc7b3 } }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.6 system-ui, sans-serif }
main { max-width: 34rem; padding: 2rem 1.5rem; border-left: 4px solid var(--line); margin: 1rem }
h1, h2 { line-height: 1.2; margin: 0 0 .5rem }
h1 { font-size: 1.75rem }
h2 { font-size: 1.25rem }
p { margin: 0 }
section + section { margin-top: 2rem }
a { color: inherit }
`
const styleHash = createHash('sha256').update(style).digest('base64')

/** What a spare page may be about; its sentences are `front.<subject>.heading` and `.text`. */
export type SpareSubject =
  | 'building'
  | 'unavailable'
  | 'not-found'
  | 'error'
  | 'too-many'
  | 'form-too-large'
  | 'preview-forged'
  | 'preview-expired'
  | 'preview-gone'
  | 'preview-away'

interface SpareOptions {
  minutes?: number // to wait
  refreshSeconds?: number // the page loads itself again
  inFrame?: boolean // the editor may show it beside the form
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '')

const section = (
  subject: SpareSubject,
  language: Language,
  level: 'h1' | 'h2',
  { minutes = 0 }: SpareOptions,
): string => {
  const t = translateTo(language)
  const link = subject === 'not-found' ? `<p><a href="/${language}/">${escape(t('front.not-found.link'))}</a></p>` : ''
  return `<section lang="${language}">
<${level}>${escape(t(`front.${subject}.heading`))}</${level}>
<p>${escape(t(`front.${subject}.text`, { minutes }))}</p>${link}
</section>`
}

/**
 * A page that needs nothing but itself, in both languages, for when there is no release or no CMS to answer. The caller
 * has set the status.
 */
export const sendSparePage = (
  req: IncomingMessage,
  res: ServerResponse,
  subject: SpareSubject,
  options: SpareOptions = {},
): void => {
  const asked = req.url?.split(/[/?]/)[1]
  const language = isLanguage(asked) ? asked : defaultLanguage
  const { refreshSeconds, inFrame } = options
  res.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors ${inFrame ? "'self'" : "'none'"}`,
  )
  res.setHeader('Cache-Control', 'no-store')
  const page = Buffer.from(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${refreshSeconds ? `\n<meta http-equiv="refresh" content="${refreshSeconds}">` : ''}
<title>${escape(translateTo(language)(`front.${subject}.heading`))}</title>
<style>${style}</style>
</head>
<body>
<main>
${section(subject, language, 'h1', options)}
${section(subject, otherLanguage(language), 'h2', options)}
</main>
</body>
</html>
`)
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Content-Length', page.length)
  res.end(page)
}
