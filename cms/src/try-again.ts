import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { AfterErrorHook } from 'payload'
import { z } from 'zod'

const mostTries = 6
const shortestPause = 20 // ms; twice as long after each try

/** What the server itself says, with a code. A server that cannot be reached is not asked again and again. */
const overtakenSchema = z.object({
  code: z.number(),
  errorLabels: z.array(z.string()).refine((labels) => labels.includes('TransientTransactionError')),
})

const tries = new AsyncLocalStorage<{ overtaken: boolean }>()

/** Payload answers every error alike; this notes the one after which nothing is stored and the same may be tried again. */
export const noteOvertaken: AfterErrorHook = ({ error }) => {
  const thisTry = tries.getStore()
  if (thisTry && overtakenSchema.safeParse(error).success) thisTry.overtaken = true
}

/**
 * On MongoDB a save is a transaction, and ends when somebody else was quicker to write in the same document: the mail worker,
 * say, in a signup that an officer writes a note in. It is then done again, from the beginning.
 */
export const untilNotOvertaken = async (answer: () => Promise<Response>): Promise<Response> => {
  for (let count = 1; ; count += 1) {
    const thisTry = { overtaken: false }
    const answered = await tries.run(thisTry, answer)
    if (!thisTry.overtaken || count === mostTries) return answered
    await pause(shortestPause * 2 ** count * Math.random())
  }
}
