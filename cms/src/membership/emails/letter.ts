import type { Language } from 'shared/languages'

/** What is said in an e-mail: paragraphs, and at most one link, which comes last. */
interface Letter {
  language: Language
  subject: string
  paragraphs: string[]
  link?: { label: string; address: string }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

/** Writes a letter as plain text and as HTML that needs no pictures, styles or scripts. */
export const writeLetter = ({
  language,
  subject,
  paragraphs,
  link,
}: Letter): { subject: string; text: string; html: string } => {
  const text = [...paragraphs, ...(link ? [`${link.label}: ${link.address}`] : [])].join('\n\n')
  const html = [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    '<body>',
    ...paragraphs.map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`),
    ...(link ? [`<p><a href="${escape(link.address)}">${escape(link.label)}</a></p>`] : []),
    '</body>',
    '</html>',
  ].join('\n')
  return { subject, text: `${text}\n`, html: `${html}\n` }
}
