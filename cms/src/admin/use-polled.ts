import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { z } from 'zod'

/** What was last answered, and whether the last question went unanswered. */
export interface Polled<Answer> {
  answer: Answer | null
  unreachable: boolean
}

interface PollOptions<Answer> {
  schema: z.ZodType<Answer>
  /** Milliseconds until the next question, given the answer; null when there was none. */
  pauseAfter: (answer: Answer | null) => number
}

const soonMilliseconds = 300

/**
 * Asks an address of the API again and again while the component is on the page, and anew when the address changes.
 * @param path below the API, such as `/publishing/overview`; null: there is nothing to ask yet
 */
export const usePolled = <Answer>(path: string | null, { schema, pauseAfter }: PollOptions<Answer>): Polled<Answer> => {
  const { config } = useConfig()
  const [polled, setPolled] = useState<Polled<Answer>>({ answer: null, unreachable: false })
  const address = path === null ? null : `${config.routes.api}${path}`

  useEffect(() => {
    if (address === null) return
    const leaving = new AbortController()
    let planned: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      let answer: Answer | null = null
      try {
        const response = await fetch(address, { signal: leaving.signal })
        if (response.ok) answer = schema.parse(await response.json())
      } catch {
        // Told below as unreachable; the next question may be answered.
      }
      if (leaving.signal.aborted) return
      setPolled((before) => ({ answer: answer ?? before.answer, unreachable: answer === null }))
      planned = setTimeout(() => void ask(), pauseAfter(answer))
    }
    planned = setTimeout(() => void ask(), soonMilliseconds)
    return () => {
      leaving.abort()
      clearTimeout(planned)
    }
  }, [address, schema, pauseAfter])

  return polled
}
