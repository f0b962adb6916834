import { useConfig } from '@payloadcms/ui'
import { useCallback } from 'react'
import type { z } from 'zod'
import { readRefusal } from '../schedule-answers.ts'
import { useAdminText } from '../use-admin-text.ts'

/** What came of asking: an answer, or why there is none, in words. */
export type Asked<Answer> = { answer: Answer } | { refusal: string }

/** Asks the desk's endpoints by POST: what is asked may be a personal number, which must be in no address. */
export const useDesk = () => {
  const { config } = useConfig()
  const { say, language } = useAdminText()
  const { api } = config.routes
  const notAnswered = say('desk.not-answered')

  return useCallback(
    async <Answer>(
      path: string,
      body: object,
      schema: z.ZodType<Answer>,
      signal?: AbortSignal,
    ): Promise<Asked<Answer>> => {
      try {
        const response = await fetch(`${api}/desk/${path}`, {
          method: 'POST',
          headers: { 'accept-language': language, 'content-type': 'application/json' },
          body: JSON.stringify(body),
          ...(signal ? { signal } : {}),
        })
        const json: unknown = response.status === 204 ? null : await response.json()
        // What is wrong with a form, field by field, is an answer too; a refusal as a whole is none that was asked for.
        const answer = schema.safeParse(json)
        if (answer.success) return { answer: answer.data }
        return { refusal: readRefusal(json)?.message ?? notAnswered }
      } catch {
        return { refusal: notAnswered }
      }
    },
    [api, language, notAnswered],
  )
}
