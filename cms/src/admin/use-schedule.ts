import { useConfig, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { adminLanguage } from 'shared/translations/admin'
import { type PlannedChange, readRefusal, type ScheduleAnswer, scheduleAnswerSchema } from './schedule-answers.ts'
import { useAdminText } from './use-admin-text.ts'
import { usePolled } from './use-polled.ts'
import { ownTimeZone, sayMinute } from './wall-time.ts'

const pauseMilliseconds = 15_000
const pauseWhenNearMilliseconds = 2000
const nearMilliseconds = 30_000

const isNear = ({ status, at }: PlannedChange): boolean =>
  status === 'running' || (status === 'waiting' && at.getTime() - Date.now() < nearMilliseconds)
const pauseAfter = (answer: ScheduleAnswer | null): number =>
  answer?.changes.some(isNear) ? pauseWhenNearMilliseconds : pauseMilliseconds

/** How a wish was met: stored, or refused in words, by a field or by none in particular. */
type Fate = { stored: true } | { stored: false; field: string | undefined; message: string }

/** The schedule of one document, or of all of them, kept up to date, and the ways to change it. */
export const useSchedule = (document: { collection: string; id: string } | 'all' | null) => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { say } = useAdminText()
  const [turn, setTurn] = useState(0)
  const query = document === null || document === 'all' ? {} : document
  const path =
    document === null ? null : `/publishing/schedule?${new URLSearchParams({ ...query, turn: String(turn) })}`
  const { answer, unreachable } = usePolled(path, { schema: scheduleAnswerSchema, pauseAfter })

  const send = async (where: string, body: object): Promise<Fate> => {
    const refused = { stored: false, field: undefined, message: say('schedule.not-stored') } as const
    try {
      const response = await fetch(`${config.routes.api}/publishing/schedule${where}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': i18n.language },
        body: JSON.stringify(body),
      })
      if (response.ok) return { stored: true }
      return { ...refused, ...readRefusal(await response.json()) }
    } catch {
      return refused
    } finally {
      setTurn((before) => before + 1)
    }
  }

  const language = adminLanguage({ i18n })
  const timeZone = ownTimeZone()
  return {
    answer,
    unreachable,
    language,
    timeZone,
    plan: (wish: object) => send('', wish),
    takeBack: ({ id }: PlannedChange) => send(`/${encodeURIComponent(id)}/cancel`, {}),
    /** What happens, happened or did not happen, and when. */
    sayChange: ({
      action,
      status,
      language: content,
      at,
    }: Pick<PlannedChange, 'action' | 'status' | 'language' | 'at'>) =>
      say(`schedule.item.${action}.${status}`, {
        language: say(`schedule.language.${content}`),
        time: sayMinute(language, at, timeZone),
      }),
  }
}
