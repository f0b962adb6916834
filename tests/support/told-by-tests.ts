/**
 * Imported before a CMS that tests start, which then does what it is told: at once what it would do at another time, as a second
 * worker whose clock is ahead does it (its own clock goes on as before), or to let go of all memory that it does not use.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Payload, Where } from 'payload'
import { z } from 'zod'

const wishSchema = z.discriminatedUnion('work', [
  z.object({ work: z.enum(['round', 'night']), at: z.coerce.date() }),
  z.object({ work: z.literal('memory') }),
])
type Wish = z.infer<typeof wishSchema>

const longestRound = 3000 // ms; while no mail server is to be had, what is due stays due

/**
 * The CMS's own worker first does all it has to do by its own clock: an e-mail that is on its way has a lease, which by a clock
 * that is ahead has run out, and would go twice.
 */
const untilItsOwnWorkIsDone = async (payload: Payload, look: () => void): Promise<void> => {
  const count = async (collection: 'emails' | 'signups', where: Where) =>
    (await payload.db.count({ collection, where })).totalDocs
  const until = Date.now() + longestRound
  look()
  for (;;) {
    const past = { less_than_equal: new Date().toISOString() }
    const onTheirWay: Where = { state: { equals: 'sending' } }
    const due: Where = { state: { equals: 'due' }, dueAt: past }
    // Signups first, as their letters are made before they are marked; and letters in one question, as they go from due to sending.
    const signups = await count('signups', { mailState: { equals: 'due' }, mailDueAt: past })
    const emails = await count('emails', Date.now() > until ? onTheirWay : { or: [onTheirWay, due] })
    if (emails === 0 && (signups === 0 || Date.now() > until)) return
    await pause(20)
  }
}

const doAheadOfTime = async ({ work, at }: Exclude<Wish, { work: 'memory' }>): Promise<void> => {
  const [
    payloadModule,
    { default: config },
    { mail },
    { startMailWorker },
    { lookAfterSignups, workOfANight },
    workers,
  ] = await Promise.all([
    import('payload'),
    import('../../cms/src/payload.config.ts'),
    import('../../cms/src/mail.ts'),
    import('../../cms/src/membership/send-emails.ts'),
    import('../../cms/src/membership/privacy-work.ts'),
    import('../../cms/src/membership/mail-workers.ts'),
  ])
  const payload = await payloadModule.getPayload({ config, cron: false }) // the one that the CMS has
  const ahead = at.getTime() - Date.now()
  const now = () => new Date(Date.now() + ahead)
  if (work === 'night') return workOfANight(payload, at)
  await lookAfterSignups(payload, at)
  await untilItsOwnWorkIsDone(payload, workers.pokeMailWorkers)
  const ownMail = { ...mail, close: () => undefined } // what it sends by is the CMS's own, and stays open
  const worker = startMailWorker({ payload, mail: ownMail, now })
  await worker.settled()
  await worker.stop()
}

interface Collection {
  type: 'major'
  execution: 'sync'
  flavor: 'last-resort'
}

/**
 * How many bytes this process holds once it has let go of what it does not use. Of the usual collection V8 keeps its young
 * generation, which has grown to 128 MB by work alone; the one of last resort gives that back, too.
 */
const memoryInUse = async (): Promise<number> => {
  setFlagsFromString('--expose-gc')
  const collect = z
    .custom<(collection: Collection) => void>((found) => typeof found === 'function')
    .parse(runInNewContext('gc'))
  for (let round = 0; round < 4; round += 1) {
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    await pause(200)
  }
  return process.memoryUsage.rss()
}

const does = (wish: Wish): Promise<unknown> => (wish.work === 'memory' ? memoryInUse() : doAheadOfTime(wish))

process.on('message', (message) => {
  void does(wishSchema.parse(message)).then(
    (done) => process.send?.({ done }),
    (error: unknown) =>
      process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.channel?.unref()
