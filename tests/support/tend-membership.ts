/**
 * A CMS process without its server, whose clock is ahead by MINUTES_AHEAD: it does what the life of signups and their
 * e-mails call for at that time, and ends. It is started with the settings of a CMS.
 *
 * With PHASES, such as `120,15`, its clock then goes on for as many minutes, looking as often as a CMS does; after each phase
 * but the last it says so and waits for the file `<WAIT_FILE>.<phase>`. With KILL_AT it is killed, as by `kill -9`, when it
 * comes to a mail: `before` it is sent, `during`, or `after`, before that is noted. With FORGETS it sends nothing and says it did.
 */
import { access } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { getPayload } from 'payload'
import { z } from 'zod'
import { mail } from '../../cms/src/mail.ts'
import type { MailTransport } from '../../cms/src/mail-transport.ts'
import { pokeMailWorkers } from '../../cms/src/membership/mail-workers.ts'
import { startMailWorker } from '../../cms/src/membership/send-emails.ts'
import config from '../../cms/src/payload.config.ts'

const lookEverySeconds = 15

const wishes = z
  .object({
    MINUTES_AHEAD: z.coerce.number(),
    PHASES: z
      .string()
      .default('')
      .transform((phases) => phases.split(',').filter(Boolean).map(Number)),
    WAIT_FILE: z.string().default(''),
    KILL_AT: z.enum(['before', 'during', 'after', '']).default(''),
    FORGETS: z.string().default(''),
  })
  .parse(process.env)

let ahead = wishes.MINUTES_AHEAD * 60_000
let untilKilled = wishes.KILL_AT ? 1 + Math.floor(Math.random() * 3) : Infinity // mails

const endAtOnce = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}

/** The way out for mail, with what goes wrong on it. */
const riskyMail: MailTransport = {
  ...mail,
  send: async (letter) => {
    if (wishes.FORGETS) return
    untilKilled -= 1
    if (untilKilled > 0) return mail.send(letter)
    if (wishes.KILL_AT === 'before') return endAtOnce()
    const sent = mail.send(letter)
    if (wishes.KILL_AT === 'during') await pause(Math.random() * 8)
    else await sent
    return endAtOnce()
  },
}

const untilThere = async (file: string): Promise<void> => {
  while (
    !(await access(file).then(
      () => true,
      () => false,
    ))
  )
    await pause(50)
}

const payload = await getPayload({ config, cron: false })
const worker = startMailWorker({ payload, mail: riskyMail, now: () => new Date(Date.now() + ahead) })
await worker.settled()
for (const [phase, minutes] of wishes.PHASES.entries()) {
  for (let looks = (minutes * 60) / lookEverySeconds; looks > 0; looks -= 1) {
    ahead += lookEverySeconds * 1000
    pokeMailWorkers()
    await worker.settled()
  }
  if (phase === wishes.PHASES.length - 1) break
  console.log(`phase ${phase} over at ${new Date(Date.now() + ahead).toISOString()}`)
  await untilThere(`${wishes.WAIT_FILE}.${phase}`)
}
await worker.stop()
await payload.destroy()
process.exit(0)
