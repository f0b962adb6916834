import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { dayInSweden } from 'shared/membership/calendar-date'
import { z } from 'zod'
import { type Life, startRounds } from '../rounds.ts'
import { noteConsentsOf } from './consents.ts'
import { codeOf } from './error-code.ts'
import { informContacts } from './inform-contacts.ts'
import { countsOf, replayErasures, runRetention } from './retention.ts'

const lookEveryMilliseconds = 15_000
const lookBackMilliseconds = 7 * 86_400_000
const nightHour = 3 // in Sweden, when few are about
const doneKey = 'privacy:night'

interface PrivacyWork {
  payload: Payload
  now?: () => Date
}

/**
 * What has to be done about personal data without anybody asking: consents are noted, people named by others are told, and
 * once a night what is due is forgotten. All of it may be repeated, so it does not matter who does it, or when.
 */
export const startPrivacyWork = ({ payload, now = () => new Date() }: PrivacyWork) =>
  startRounds({
    life: { stopped: false },
    firstAfter: lookEveryMilliseconds,
    round: async (life) => {
      try {
        await lookAfterSignups(payload, now(), life)
        if (isNight(now()) && (await readDone(payload)) !== dayInSweden(now())) await workOfANight(payload, now())
      } catch (error) {
        payload.logger.error(`Work on personal data was cut off (${codeOf(error)}). It is tried again soon.`)
      }
      return lookEveryMilliseconds
    },
  })

const isNight = (now: Date): boolean =>
  Number(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: 'numeric' }).format(now)) >= nightHour

const readDone = async (payload: Payload): Promise<string | null> =>
  z
    .string()
    .nullable()
    .catch(null)
    .parse((await payload.kv.get(doneKey)) ?? null)

/** The work of a night; a night that was missed is made up for in the morning. */
export const workOfANight = async (payload: Payload, now: Date): Promise<void> => {
  const back = await replayErasures(payload)
  const forgotten = await runRetention(payload, now)
  await payload.kv.set(doneKey, dayInSweden(now))
  payload.logger.info(`Personal data whose time is over was erased: ${countsOf(forgotten)}. Erased again: ${back}.`)
}

const fewRows = 200

/** Notes the consents of the latest signups, and tells the persons named in them. Both leave alone what was done before. */
export const lookAfterSignups = async (payload: Payload, now: Date, life: Life = { stopped: false }): Promise<void> => {
  while (!life.stopped && (await lookAfterSome(payload, now)));
}

/** False when these were the last. */
const lookAfterSome = async (payload: Payload, now: Date): Promise<boolean> => {
  const since = new Date(now.getTime() - lookBackMilliseconds).toISOString()
  const { docs } = await payload.db.find({
    collection: 'signups',
    where: {
      and: [
        { updatedAt: { greater_than_equal: await readLooked(payload, since) } },
        { status: { not_equals: 'suspected' } },
      ],
    },
    sort: 'updatedAt',
    limit: fewRows,
    pagination: false,
  })
  for (const row of docs) {
    await noteConsentsOf(payload, row)
    await informContacts(payload, row)
    await setImmediate() // SQLite answers without letting go of the process, and somebody may be waiting to sign up
  }
  const last = z.object({ updatedAt: z.coerce.date() }).safeParse(docs.at(-1)).data?.updatedAt
  const looked = await readLooked(payload, since)
  if (last) await payload.kv.set(lookedKey, last.toISOString())
  return docs.length === fewRows && last !== undefined && last.toISOString() !== looked
}

const lookedKey = 'privacy:looked'

/** Up to which change signups were looked at; never further back than a week. */
const readLooked = async (payload: Payload, since: string): Promise<string> => {
  const looked = z
    .string()
    .nullable()
    .catch(null)
    .parse((await payload.kv.get(lookedKey)) ?? null)
  return looked && looked > since ? looked : since
}
