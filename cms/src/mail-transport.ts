import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'

/** An e-mail as a value: what to say and to whom. Its identity is kept when it is sent again. */
export interface OutgoingMail {
  to: string[] // plain addresses, already checked
  subject: string
  text: string
  html: string
  replyTo?: string | undefined
  messageId: string // `<KW-7F3K-92QD.received@example.org>`
}

export interface MailTransport {
  /** Resolves when the mail server has taken the mail, or the file is written. Rejects with nodemailer's error. */
  send: (mail: OutgoingMail) => Promise<void>
  /** For mails that Payload itself composes. */
  sendComposed: (message: SendMailOptions) => Promise<void>
  close: () => void
}

interface MailSettings {
  smtpUrl: string | undefined // without it mails are written as files
  from: string // `Klusterwebb <no-reply@example.org>`
  directory: string // of the files
}

/** The way out for e-mail: an SMTP server, or `.eml` files where none is set. */
export const createMailTransport = ({ smtpUrl, from, directory }: MailSettings): MailTransport => {
  const way = smtpUrl ? smtpServer(smtpUrl) : fileDirectory(directory)
  const sender = readMailbox(from)
  return {
    send: (mail) =>
      way.deliver({
        from: sender,
        // Objects and an envelope of our own: a text in an address can never become another recipient.
        to: mail.to.map((address) => ({ name: '', address })),
        envelope: { from: sender.address, to: mail.to },
        replyTo: mail.replyTo ? { name: '', address: mail.replyTo } : undefined,
        messageId: mail.messageId,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      }),
    sendComposed: (message) => way.deliver({ ...message, from: message.from ?? sender }),
    close: way.close,
  }
}

/** @example readMailbox('Klusterwebb <no-reply@example.org>') // { name: 'Klusterwebb', address: 'no-reply@example.org' } */
export const readMailbox = (text: string): { name: string; address: string } => {
  const parts = /^\s*"?(.*?)"?\s*<([^<>]+)>\s*$/.exec(text)
  return parts ? { name: parts[1] ?? '', address: parts[2] ?? '' } : { name: '', address: text.trim() }
}

interface Way {
  deliver: (message: SendMailOptions) => Promise<void>
  close: () => void
}

// All well below the lease of the mail worker, so that a hanging server cannot make two workers send one mail.
const smtpTimeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }

const smtpServer = (url: string): Way => {
  const transport = createTransport({ url, pool: true, maxConnections: 3, ...smtpTimeouts })
  return {
    deliver: async (message) => {
      await transport.sendMail(message)
    },
    close: () => transport.close(),
  }
}

const fileDirectory = (directory: string): Way => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    deliver: async (message) => {
      const { message: content } = await transport.sendMail(message)
      await mkdir(directory, { recursive: true })
      const file = join(directory, `${fileNameOf(message.messageId)}.eml`)
      const unfinished = `${file}.${randomUUID()}.part`
      await writeFile(unfinished, content)
      await rename(unfinished, file)
    },
    close: () => undefined,
  }
}

/** A mail that is sent again replaces its file. */
const fileNameOf = (messageId: string | undefined): string =>
  messageId
    ? mailFileOf(messageId).replace(/\.eml$/, '')
    : `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID()}`

/** The name of the file that a mail is written to where no mail server is set. */
export const mailFileOf = (messageId: string): string =>
  `${messageId.replace(/^<|@.*$/g, '').replace(/[^\w.-]/g, '_')}.eml`
