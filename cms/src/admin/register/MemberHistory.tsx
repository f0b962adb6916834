'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { idSchema } from 'shared/content/id'
import { languageLocales } from 'shared/languages'
import { countryName } from 'shared/membership/country'
import { sayAmount } from 'shared/membership/say-quote'
import { type AdminTextKey, isAdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import { useAdminText } from '../use-admin-text.ts'
import './register.css'

const eventSchema = z.object({
  id: idSchema,
  on: z.string(),
  at: z.string(),
  by: z.string().nullish(),
  reason: z.enum(['joined', 'changed', 'leaving', 'stayed', 'left', 'rejoined']),
  source: z.string().nullish(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })).nullish(),
})
type MemberEvent = z.infer<typeof eventSchema>
const answerSchema = z.object({ docs: z.array(eventSchema) })
const plansSchema = z.object({
  docs: z.array(z.object({ id: idSchema, name: z.string().nullish(), slug: z.string() })),
})
const contactsSchema = z.array(z.looseObject({ name: z.string().nullish(), email: z.string().nullish() }))

/** Days that are worked out, and the name that lists show, say nothing beside the others. */
const untold = new Set(['leftOn', 'memberNumber'])

/** What became of a member: each change of its data with the day it holds from, who noted it, and what it was before. */
export const MemberHistory = () => {
  const { id, lastUpdateTime } = useDocumentInfo() // a save may have added to the history
  const { config } = useConfig()
  const { say, sayTime, sayNumber, language } = useAdminText()
  const [events, setEvents] = useState<MemberEvent[] | 'failed' | null>(null)
  const [plans, setPlans] = useState(new Map<string, string>())

  useEffect(() => {
    if (id === undefined || lastUpdateTime === null) return
    const leaving = new AbortController()
    const ask = async (path: string): Promise<unknown> => {
      const response = await fetch(`${config.routes.api}${path}`, { signal: leaving.signal })
      if (!response.ok) throw new Error(`The CMS answered ${response.status}.`)
      return response.json()
    }
    const read = async () => {
      const query = `where[member][equals]=${encodeURIComponent(String(id))}&sort=-on,-at&limit=100&depth=0`
      const [history, named] = await Promise.all([
        ask(`/member-history?${query}`),
        ask(`/plans?limit=100&depth=0&locale=${language}`),
      ])
      setPlans(new Map(plansSchema.parse(named).docs.map((plan) => [plan.id, plan.name ?? plan.slug])))
      setEvents(answerSchema.parse(history).docs)
    }
    read().catch(() => {
      if (!leaving.signal.aborted) setEvents('failed')
    })
    return () => leaving.abort()
  }, [id, lastUpdateTime, config.routes.api, language])

  const dayIn = (day: string) =>
    new Intl.DateTimeFormat(languageLocales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day.slice(0, 10)}T12:00:00Z`),
    )

  const sayValue = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return say('memberHistory.nothing')
    if (typeof value === 'boolean') return say(value ? 'members.yes' : 'members.no')
    if (field === 'contacts') {
      const people = contactsSchema.safeParse(value).data ?? []
      const named = people.map(({ name, email }) => [name, email].filter(Boolean).join(' '))
      return named.join(', ') || say('memberHistory.nothing')
    }
    const text = String(value)
    if (field === 'status' && isAdminTextKey(`members.status.${text}`))
      return say(`members.status.${text}` as AdminTextKey)
    if (field === 'plan') return plans.get(text) ?? text
    if (field === 'country') return countryName(text, language)
    if (field === 'feeTotal' && typeof value === 'number') return sayAmount(value, language)
    return typeof value === 'number' ? sayNumber(value) : text
  }
  const labelOf = (field: string): string => {
    const key = field === 'feeTotal' ? 'members.fee' : `members.${field}`
    return isAdminTextKey(key) ? say(key) : field
  }

  if (id === undefined) return null
  return (
    <section className="member-history" aria-labelledby="member-history-heading">
      <h3 id="member-history-heading">{say('members.history')}</h3>
      {events === 'failed' ? <p>{say('memberHistory.failed')}</p> : null}
      {events !== 'failed' && events?.length === 0 ? <p>{say('memberHistory.none')}</p> : null}
      <ol>
        {(events === 'failed' ? [] : (events ?? [])).map((event) => (
          <li key={event.id}>
            <p>
              <strong>
                <time dateTime={event.on}>{dayIn(event.on)}</time>
              </strong>{' '}
              {say(`memberHistory.${event.reason}`)}
              <span className="member-history__noted">
                {event.source ? ` ${say('memberHistory.source', { source: event.source })},` : ''}{' '}
                {event.by
                  ? say('memberHistory.noted', { time: sayTime(event.at), by: event.by })
                  : say('memberHistory.noted.clock', { time: sayTime(event.at) })}
              </span>
            </p>
            {event.changes && event.changes.some(({ field }) => !untold.has(field)) ? (
              <ul>
                {event.changes
                  .filter(({ field }) => !untold.has(field))
                  .map(({ field, from, to }) => (
                    <li key={field}>
                      {say('memberHistory.change', {
                        field: labelOf(field),
                        from: sayValue(field, from),
                        to: sayValue(field, to),
                      })}
                    </li>
                  ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
