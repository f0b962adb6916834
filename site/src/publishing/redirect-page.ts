import { defaultLanguage, isLanguage, type Language, languageNames, languages } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '')

const leadingOn = (language: Language, { to, siteUrl }: { to: string; siteUrl: string }, title: string, body: string) =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=${escape(to)}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${escape(URL.canParse(to, siteUrl) ? new URL(to, siteUrl).href : siteUrl)}">
<title>${escape(title)}</title>
</head>
<body>
<h1>${escape(title)}</h1>
${body}
</body>
</html>
`

/**
 * An HTML page that leads on to another address, for a host that can only hand out files. It speaks the language of the
 * address that it stands at.
 */
export const redirectPage = (from: string, to: string, siteUrl: string): string => {
  const first = from.split('/')[1]
  const language = isLanguage(first) ? first : defaultLanguage
  const t = translateTo(language)
  const link = `<p><a href="${escape(to)}">${escape(t('redirect.page.link'))}</a></p>`
  return leadingOn(language, { to, siteUrl }, t('redirect.page.title'), link)
}

/** The page at `/`: leads on to the default language, and to any other one by a link. */
export const rootPage = (siteUrl: string): string => {
  const links = languages.map(
    (language) =>
      `<li><a href="/${language}/" lang="${language}" hreflang="${language}">${languageNames[language]}</a></li>`,
  )
  const title = translateTo(defaultLanguage)('front-page.choose.text')
  return leadingOn(defaultLanguage, { to: `/${defaultLanguage}/`, siteUrl }, title, `<ul>\n${links.join('\n')}\n</ul>`)
}
