import { newsItemSchema } from 'shared/content/news-item'
import { describe, expect, test } from 'vitest'
import { eventCalendar } from './event-calendar.ts'

const told = (given: Record<string, unknown> = {}, event: Record<string, unknown> = {}): string => {
  const item = newsItemSchema.parse({
    id: '7',
    title: 'Vårmöte',
    slug: 'varmote',
    publishedOn: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-02T08:30:15.250Z',
    event: { startsAt: '2027-03-28T00:30:00.000Z', ...event },
    ...given,
  })
  if (!item.event) throw new Error('It takes place at no time.')
  const address = 'https://kluster.example/sv/nyheter/varmote/'
  return eventCalendar({ item, event: item.event, address, organisation: 'Klustret' })
}

/** Lines as a calendar reads them, put together again. */
const linesOf = (calendar: string): string[] => calendar.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file', () => {
  test('says when and where, in no zone but UTC, whatever the clocks are set to', () => {
    expect(linesOf(told({}, { endsAt: '2027-03-28T01:30:00.000Z', place: 'Smedjan' }))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Klustret//Klusterwebb//SV',
      'BEGIN:VEVENT',
      'UID:news-7@kluster.example',
      'DTSTAMP:20261102T083015Z',
      'LAST-MODIFIED:20261102T083015Z',
      'DTSTART:20270328T003000Z',
      'DTEND:20270328T013000Z',
      'SUMMARY:Vårmöte',
      'LOCATION:Smedjan',
      'URL:https://kluster.example/sv/nyheter/varmote/',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('keeps commas, semicolons, backslashes and new lines from meaning anything', () => {
    const lines = linesOf(told({ title: 'Lim, bark; soppa\\kaffe', introduction: 'Först.\nSedan.' }))
    expect(lines).toContain('SUMMARY:Lim\\, bark\\; soppa\\\\kaffe')
    expect(lines).toContain('DESCRIPTION:Först.\\nSedan.')
  })

  test('has no line longer than 75 octets, and no letter cut in two', () => {
    const title = 'Å'.repeat(40) + '👩‍🔬'.repeat(20) + 'ن'.repeat(30)
    const calendar = told({ title })
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(linesOf(calendar)).toContain(`SUMMARY:${title}`)
  })
})
