import { once } from 'node:events'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { freePort, waitFor } from './server-process.ts'

export interface Mailbox {
  /** The value for SMTP_URL. */
  url: string
  /**
   * Waits for a mail to this address and takes it out, the oldest first. One that comes again under its Message-ID is not a new
   * one, as for whoever reads it: e-mails go at least once, and a worker whose clock is ahead may send what another has begun to.
   */
  mailTo: (address: string, seconds?: number) => Promise<ParsedMail>
  /** How many mails have arrived for an address and were not taken out. */
  waitingFor: (address: string) => number
  /** Every mail that arrived and was not taken out, those that came again too, in the order of arrival. */
  all: () => ParsedMail[]
  /** From now on it refuses a recipient for good, as when there is nobody of that name. */
  refuses: (address: string) => void
  /** The mail server goes away; whoever sends meets a closed port. */
  close: () => Promise<void>
  /** It comes back on the same port. */
  open: () => Promise<void>
}

const recipientsOf = (mail: ParsedMail) =>
  [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address?.toLowerCase()))

/** A real mail server on loopback that keeps what it is sent. */
export const openMailbox = async (): Promise<Mailbox> => {
  const port = await freePort()
  const mails: { mail: ParsedMail; isAgain: boolean }[] = []
  const known = new Set<string>()
  const refused = new Set<string>()
  const listen = async () => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(refused.has(address) ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
      onData: (stream, _session, done) => {
        simpleParser(stream, (error: Error | null, mail) => {
          if (!error) mails.push({ mail, isAgain: mail.messageId !== undefined && known.has(mail.messageId) })
          if (!error && mail.messageId) known.add(mail.messageId)
          done(error)
        })
      },
    })
    server.on('error', () => undefined) // a sender that was killed in the middle is a test's wish
    const listening = server.listen(port, '127.0.0.1')
    await once(listening, 'listening')
    return server
  }
  let server: SMTPServer | undefined = await listen()
  const isNewTo =
    (address: string) =>
    ({ mail, isAgain }: { mail: ParsedMail; isAgain: boolean }) =>
      !isAgain && recipientsOf(mail).includes(address.toLowerCase())
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailTo: (address, seconds = 20) =>
      waitFor(
        `a mail to ${address}`,
        () => {
          const place = mails.findIndex(isNewTo(address))
          return Promise.resolve(place < 0 ? undefined : mails.splice(place, 1)[0]?.mail)
        },
        { seconds },
      ),
    waitingFor: (address) => mails.filter(isNewTo(address)).length,
    all: () => mails.map(({ mail }) => mail),
    refuses: (address) => void refused.add(address),
    close: async () => {
      const closing = server
      server = undefined
      if (closing) await new Promise<void>((resolve) => closing.close(resolve))
    },
    open: async () => {
      server ??= await listen()
    },
  }
}
