/** What a person wants to see of a mail. */
export interface ReadMail {
  to: string
  subject: string
  text: string
}

/** Reads a mail that we wrote ourselves: its headers, and the part in plain text. Not for mail from elsewhere. */
export const readEml = (content: Buffer): ReadMail => {
  const whole = readPart(content.toString('latin1').replaceAll('\r\n', '\n'))
  const boundary = /boundary="?([^";\n]+)"?/.exec(whole.headers.get('content-type') ?? '')?.[1]
  const parts = boundary
    ? whole.body
        .split(`--${boundary}`)
        .slice(1)
        .map((part) => readPart(part.trimStart()))
    : [whole]
  const plain = parts.find((part) => (part.headers.get('content-type') ?? 'text/plain').startsWith('text/plain'))
  return {
    to: readWords(whole.headers.get('to') ?? ''),
    subject: readWords(whole.headers.get('subject') ?? ''),
    text: plain ? readBody(plain) : '',
  }
}

interface Part {
  headers: Map<string, string>
  body: string
}

const readPart = (text: string): Part => {
  const end = text.indexOf('\n\n')
  const lines = text.slice(0, end < 0 ? text.length : end).replace(/\n[ \t]+/g, ' ')
  const headers = lines.split('\n').map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { headers: new Map(headers), body: end < 0 ? '' : text.slice(end + 2) }
}

const readBody = ({ headers, body }: Part): string => {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? readQuotedPrintable(body.replace(/=\n/g, '')) : body
}

const readQuotedPrintable = (text: string): string => {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** Headers hold other letters than ASCII as `=?UTF-8?Q?…?=`. */
const readWords = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, word: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : readQuotedPrintable(word.replaceAll('_', ' ')),
    )
