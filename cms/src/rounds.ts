/** How work that comes round knows that it is to end where it can. */
export interface Life {
  stopped: boolean
}

interface Work<Own extends Life> {
  life: Own
  /** Does what there is to do, tells itself what went wrong, and answers how many milliseconds later to look again. */
  round: (life: Own) => Promise<number>
  /** Milliseconds until the first round. */
  firstAfter?: number
}

/**
 * Work that nobody asks for, in the CMS's own process: one round at a time, and the next one when a pause has passed or, with
 * `look`, at once; asked for during a round, right after it.
 */
export const startRounds = <Own extends Life>({ life, round, firstAfter = 0 }: Work<Own>) => {
  let lookAgain = false
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> | undefined

  const work = async (): Promise<void> => {
    let pause: number
    do {
      lookAgain = false
      pause = await round(life)
    } while (lookAgain && !life.stopped)
    working = undefined
    if (!life.stopped) timer = setTimeout(look, pause)
  }
  const look = (): void => {
    if (life.stopped) return
    lookAgain = true
    if (working) return
    clearTimeout(timer)
    working = work()
  }

  if (firstAfter > 0) timer = setTimeout(look, firstAfter)
  else look()
  return {
    look,
    /** Resolves once all is done that was due. */
    settled: async (): Promise<void> => {
      await working
    },
    /** Lets the round that is under way come to its end. */
    stop: async (): Promise<void> => {
      life.stopped = true
      clearTimeout(timer)
      await working
    },
  }
}
