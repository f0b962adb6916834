import { join } from 'node:path'
import type { EmailAdapter } from 'payload'
import { env } from './env.ts'
import { createMailTransport, readMailbox } from './mail-transport.ts'

/** Where mails are written when no SMTP_URL is set. */
export const mailDirectory = join(env.DATA_DIR, 'mail')

/** Is there a mail server? Else mails are files. */
export const sendsMail = env.SMTP_URL !== undefined

export const mail = createMailTransport({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, directory: mailDirectory })

/** Lets the mails that Payload composes itself, such as those about forgotten passwords, go the same way as ours. */
export const payloadMail: EmailAdapter<void> = () => {
  const sender = readMailbox(env.MAIL_FROM)
  return {
    name: 'klusterwebb-mail',
    defaultFromAddress: sender.address,
    defaultFromName: sender.name,
    sendEmail: (message) => mail.sendComposed(message),
  }
}
