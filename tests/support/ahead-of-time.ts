/**
 * Imported before a CMS that tests start: when told to, this CMS at once does what it would do at another time, as a second
 * worker whose clock is ahead does it. Its own clock goes on as before.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { z } from 'zod'

const wishSchema = z.object({ work: z.enum(['round', 'night']), at: z.coerce.date() })

/** An e-mail that is on its way has a lease, which by a clock that is ahead has run out. */
const untilNoneIsOnItsWay = async (payload: Payload): Promise<void> => {
  const where = { state: { equals: 'sending' } }
  while ((await payload.db.count({ collection: 'emails', where })).totalDocs > 0) await pause(20)
}

const doAheadOfTime = async ({ work, at }: z.infer<typeof wishSchema>): Promise<void> => {
  const [{ getPayload }, { default: config }, { mail }, { startMailWorker }, { lookAfterSignups, workOfANight }] =
    await Promise.all([
      import('payload'),
      import('../../cms/src/payload.config.ts'),
      import('../../cms/src/mail.ts'),
      import('../../cms/src/membership/send-emails.ts'),
      import('../../cms/src/membership/privacy-work.ts'),
    ])
  const payload = await getPayload({ config, cron: false }) // the one that the CMS has
  if (work === 'night') return workOfANight(payload, at)
  await lookAfterSignups(payload, at)
  await untilNoneIsOnItsWay(payload)
  const ahead = at.getTime() - Date.now()
  const ownMail = { ...mail, close: () => undefined } // what it sends by is the CMS's own, and stays open
  const worker = startMailWorker({ payload, mail: ownMail, now: () => new Date(Date.now() + ahead) })
  await worker.settled()
  await worker.stop()
}

process.on('message', (message) => {
  void doAheadOfTime(wishSchema.parse(message)).then(
    () => process.send?.('done'),
    (error: unknown) => process.send?.(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  )
})
process.channel?.unref()
