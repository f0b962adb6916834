import type { Language } from 'shared/languages'
import { type EmailValues, emailValueNames, fillParagraphs, fillSubject } from 'shared/membership/email-kind'
import { emailButton, type EmailText } from 'shared/membership/email-text'

/** A letter as it is sent: a subject, and the same words as plain text and as HTML. */
export interface Letter {
  subject: string
  text: string
  html: string
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

// In attributes, as mail programs drop style sheets. Colours that are read on a light and on a dark ground.
const bodyStyle =
  'overflow-wrap:anywhere;max-width:36em;margin:0 auto;padding:1.5em;font:1em/1.5 system-ui,-apple-system,sans-serif'
const buttonStyle =
  'display:inline-block;padding:.75em 1.25em;border-radius:.25em;background:#0b5d4e;color:#ffffff;text-decoration:none'

/** A link that stands alone becomes a button with its address below, for those who trust no button. */
const paragraphInHtml = (paragraph: string, buttons: Map<string, string>): string => {
  const label = buttons.get(paragraph)
  if (label === undefined) return `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`
  const address = escape(paragraph)
  return `<p><a href="${address}" style="${buttonStyle}">${escape(label)}</a></p>\n<p style="font-size:.875em">${address}</p>`
}

/**
 * Writes a letter as plain text and as HTML that needs no pictures and no scripts. Nothing that is filled in becomes
 * markup, another value or a link of its own.
 */
export const writeLetter = (language: Language, text: EmailText, values: EmailValues): Letter => {
  const subject = fillSubject(text.subject, values)
  const paragraphs = fillParagraphs(text.body, values)
  const buttons = new Map(
    emailValueNames.flatMap((name): [string, string][] => {
      const [address, label] = [values[name], emailButton(name, language)]
      return address && label ? [[address, label]] : []
    }),
  )
  const html = [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>`,
    `<body style="${bodyStyle}">`,
    ...paragraphs.map((paragraph) => paragraphInHtml(paragraph, buttons)),
    '</body>',
    '</html>',
  ].join('\n')
  return { subject, text: `${paragraphs.join('\n\n')}\n`, html: `${html}\n` }
}
