import { createLocalReq, type Payload } from 'payload'
import { planSchema } from 'shared/membership/plan'
import { z } from 'zod'
import { pokeSite } from '../publishing/poke-site.ts'
import { requestRelease } from '../publishing/request-release.ts'
import { startRounds } from '../rounds.ts'
import { codeOf } from './error-code.ts'
import { turnsBetween } from './turns-between.ts'

const lookEveryMilliseconds = 60_000
const key = 'membership:pages-renewed'

interface Work {
  payload: Payload
  now?: () => Date
}

/**
 * Pages are made when something is published, but a form opens and closes and a fee changes by the clock alone. This asks
 * for everything to be rendered anew when that has happened, also while no CMS ran.
 */
export const startPageRenewal = ({ payload, now = () => new Date() }: Work) =>
  startRounds({
    life: { stopped: false },
    round: async () => {
      try {
        await renewPages(payload, now())
      } catch (error) {
        payload.logger.error(
          `Whether a form opens or closes could not be looked up (${codeOf(error)}). Tried again soon.`,
        )
      }
      return lookEveryMilliseconds
    },
  })

const momentSchema = z.coerce.date()

/** Asks for a release when a form has opened or closed, or a fee begun to hold, since the last time that one was asked for. */
export const renewPages = async (payload: Payload, now: Date): Promise<boolean> => {
  const noted = momentSchema.safeParse((await payload.kv.get(key)) ?? undefined)
  const last = noted.success ? noted.data : null
  if (last && !(await hasTurned(payload, last, now))) return false
  // Noted first: a release too many is better than one at every look, should the other write fail each time.
  await payload.kv.set(key, now.toISOString())
  if (!last) return false
  const nothingInParticular = { collectionSlug: '', documentId: '', documentTitle: '' }
  await requestRelease(await createLocalReq({}, payload), { ...nothingInParticular, action: 'rebuild' })
  await pokeSite()
  return true
}

const timesSchema = z.object({ opensAt: momentSchema.nullish(), closesAt: momentSchema.nullish() })

const hasTurned = async (payload: Payload, last: Date, now: Date): Promise<boolean> => {
  const all = { depth: 0, pagination: false } as const
  const [forms, plans] = await Promise.all([
    payload.find({ collection: 'signup-forms', ...all }),
    payload.find({ collection: 'plans', ...all }),
  ])
  const moments = forms.docs.flatMap((form: unknown) => {
    const { opensAt, closesAt } = timesSchema.parse(form)
    return [opensAt, closesAt].filter((moment) => moment instanceof Date)
  })
  const days = plans.docs.flatMap((plan: unknown) =>
    (planSchema.safeParse(plan).data?.feeTables ?? []).map(({ from }) => from),
  )
  return turnsBetween({ moments, days }, last, now)
}
