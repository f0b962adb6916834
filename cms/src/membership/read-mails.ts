import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, RequestHandler } from 'express'
import { createLocalReq, type Payload } from 'payload'
import { defaultLanguage, isLanguage, type Language, languageLocales } from 'shared/languages'
import { adminText } from 'shared/translations/admin'
import { hasRole } from '../access.ts'
import { mailDirectory, sendsMail } from '../mail.ts'
import { readEml, type ReadMail } from './read-eml.ts'

const fileNamePattern = /^[\w-][\w.-]*\.eml$/
const mostMails = 200

/**
 * `GET /api/mails` and `GET /api/mails/<file>`: the mails that were written as files because no mail server is set, for
 * staff to read in the browser; `<file>?raw` is the file itself. 404 when mails are really sent.
 */
export const createReadMails =
  ({ payload }: { payload: Payload }): RequestHandler =>
  async (req, res) => {
    const language = languageOf(req.acceptsLanguages('sv', 'en'))
    res.set('Cache-Control', 'no-store')
    if (sendsMail) return void res.sendStatus(404)
    const { user } = await payload.auth({ headers: signInHeaders(req), canSetHeaders: false })
    const asking = await createLocalReq({ user: user ?? undefined }, payload)
    if (!hasRole(asking, 'administrator', 'membershipOfficer')) {
      return void res.status(401).send(page(language, `<p>${adminText('mails.not-staff')[language]}</p>`))
    }
    const name = req.params['name']
    if (name === undefined) return void res.send(page(language, listOf(await readMails(), language)))
    const content = typeof name === 'string' && fileNamePattern.test(name) ? await readMailFile(name) : null
    if (!content) return void res.status(404).send(page(language, `<p>${adminText('mails.missing')[language]}</p>`))
    if ('raw' in req.query) return void res.attachment(String(name)).type('message/rfc822').send(content)
    res.send(page(language, mailOf(String(name), readEml(content), language)))
  }

/** What Payload looks at to tell who asks: the cookie, and where the request comes from. */
const signInHeaders = (req: Request): Headers => {
  const names = ['cookie', 'authorization', 'origin', 'sec-fetch-site']
  return new Headers(names.flatMap((name): [string, string][] => (req.get(name) ? [[name, req.get(name) ?? '']] : [])))
}

const languageOf = (wanted: string | false): Language => (isLanguage(wanted) ? wanted : defaultLanguage)

const readMailFile = async (name: string): Promise<Buffer | null> => {
  try {
    return await readFile(join(mailDirectory, name))
  } catch {
    return null
  }
}

interface ListedMail extends ReadMail {
  name: string
  writtenAt: Date
}

/** The latest mails, the newest first. */
const readMails = async (): Promise<ListedMail[]> => {
  const names = await readdir(mailDirectory).catch(() => [])
  const files = await Promise.all(
    names
      .filter((name) => fileNamePattern.test(name))
      .map(async (name) => ({ name, writtenAt: (await stat(join(mailDirectory, name))).mtime })),
  )
  const latest = files.toSorted((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime()).slice(0, mostMails)
  return Promise.all(
    latest.map(async (file) => ({ ...file, ...readEml((await readMailFile(file.name)) ?? Buffer.alloc(0)) })),
  )
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

const listOf = (mails: ListedMail[], language: Language): string => {
  const format = new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'medium', timeStyle: 'short' })
  const items = mails.map(
    ({ name, subject, to, writtenAt }) =>
      `<li><a href="/api/mails/${encodeURIComponent(name)}">${escape(subject)}</a><br>${escape(to)}, ${format.format(writtenAt)}</li>`,
  )
  return [
    `<h1>${adminText('mails.heading')[language]}</h1>`,
    `<p>${adminText('mails.introduction')[language]}</p>`,
    items.length > 0 ? `<ol>${items.join('')}</ol>` : `<p>${adminText('mails.none')[language]}</p>`,
  ].join('')
}

const mailOf = (name: string, { subject, to, text }: ReadMail, language: Language): string =>
  [
    `<p><a href="/api/mails">${adminText('mails.back')[language]}</a></p>`,
    `<h1>${escape(subject)}</h1>`,
    `<p>${adminText('mails.to')[language]}: ${escape(to)}</p>`,
    `<pre>${escape(text)}</pre>`,
    `<p><a href="/api/mails/${encodeURIComponent(name)}?raw">${adminText('mails.download')[language]}</a></p>`,
  ].join('')

const page = (language: Language, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${adminText('mails.heading')[language]}</title></head><body><main>${body}</main></body></html>`
