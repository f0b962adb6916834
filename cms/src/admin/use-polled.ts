import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'

/** What was last answered, and whether the last question went unanswered. */
export interface Polled<Answer> {
  answer: Answer | null
  unreachable: boolean
  /** Asks at once, for when something was just done that changes the answer. */
  askNow: () => void
}

interface PollOptions<Answer> {
  schema: z.ZodType<Answer>
  /** Milliseconds until the next question, given the answer; null when there was none. */
  pauseAfter: (answer: Answer | null) => number
}

const soonMilliseconds = 50

/**
 * Asks an address of the API again and again while the component is on the page and the tab can be seen, and anew when the
 * address changes.
 * @param path below the API, such as `/publishing/overview`; null: there is nothing to ask yet
 */
export const usePolled = <Answer>(path: string | null, { schema, pauseAfter }: PollOptions<Answer>): Polled<Answer> => {
  const { config } = useConfig()
  const [polled, setPolled] = useState<Omit<Polled<Answer>, 'askNow'>>({ answer: null, unreachable: false })
  const address = path === null ? null : `${config.routes.api}${path}`
  const askSoon = useRef<() => void>(() => {})

  useEffect(() => {
    if (address === null) return
    const leaving = new AbortController()
    let planned: ReturnType<typeof setTimeout> | undefined
    let isAsking = false
    let isWanted = false // once more, since something happened while a question was on its way
    const plan = (milliseconds: number) => {
      clearTimeout(planned)
      planned = setTimeout(() => void ask(), milliseconds)
    }
    const ask = async () => {
      if (isAsking) {
        isWanted = true
        return
      }
      isAsking = true
      isWanted = false
      let answer: Answer | null = null
      try {
        const response = await fetch(address, { signal: leaving.signal })
        if (response.ok) answer = schema.parse(await response.json())
      } catch {
        // Told below as unreachable; the next question may be answered.
      }
      isAsking = false
      if (leaving.signal.aborted) return
      setPolled((before) => ({ answer: answer ?? before.answer, unreachable: answer === null }))
      // In a tab that nobody sees nothing is asked until it is seen again.
      if (!document.hidden) plan(isWanted ? 0 : pauseAfter(answer))
    }
    const seenAgain = () => {
      if (document.hidden) clearTimeout(planned)
      else plan(0)
    }
    document.addEventListener('visibilitychange', seenAgain)
    askSoon.current = () => plan(0)
    plan(soonMilliseconds)
    return () => {
      leaving.abort()
      clearTimeout(planned)
      document.removeEventListener('visibilitychange', seenAgain)
      askSoon.current = () => {}
    }
  }, [address, schema, pauseAfter])

  const askNow = useCallback(() => askSoon.current(), [])
  return { ...polled, askNow }
}
