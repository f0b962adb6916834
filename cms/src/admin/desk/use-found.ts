import { useCallback, useEffect, useRef, useState } from 'react'
import { type DeskList, deskListSchema } from '../../membership/desk-answers.ts'
import type { DeskGroup } from '../../membership/desk-groups.ts'
import { useDesk } from './use-desk.ts'

const pauseMilliseconds = 15_000
const pauseWhileTyping = 200

/** What the list is asked. */
export interface Question {
  show: DeskGroup
  find: string
  language?: string
  form?: string
  waitedDays?: number
  from: number
}

interface Found {
  list: DeskList | null
  /** The question that the list answers; another one may be on its way. */
  question: string
  refusal: string | null
}

/** The list, asked for again when the question changes, every quarter of a minute, and when something was done. */
export const useFound = (question: Question | null) => {
  const ask = useDesk()
  const [found, setFound] = useState<Found>({ list: null, question: '', refusal: null })
  const asked = question ? JSON.stringify(question) : null
  const askSoon = useRef<() => void>(() => {})

  useEffect(() => {
    if (asked === null) return
    const leaving = new AbortController()
    let planned: ReturnType<typeof setTimeout> | undefined
    const plan = (milliseconds: number) => {
      clearTimeout(planned)
      planned = setTimeout(() => void look(), milliseconds)
    }
    const look = async () => {
      const body: object = JSON.parse(asked)
      const answered = await ask('find', body, deskListSchema, leaving.signal)
      if (leaving.signal.aborted) return
      setFound((before) =>
        'answer' in answered
          ? { list: answered.answer, question: asked, refusal: null }
          : { ...before, refusal: answered.refusal },
      )
      if (!document.hidden) plan(pauseMilliseconds)
    }
    const seenAgain = () => {
      if (document.hidden) clearTimeout(planned)
      else plan(0)
    }
    document.addEventListener('visibilitychange', seenAgain)
    askSoon.current = () => plan(0)
    plan(pauseWhileTyping)
    return () => {
      leaving.abort()
      clearTimeout(planned)
      document.removeEventListener('visibilitychange', seenAgain)
    }
  }, [asked, ask])

  const askNow = useCallback(() => askSoon.current(), [])
  return { ...found, isCurrent: found.question === asked, askNow }
}
