import type { Event } from 'shared/content/event'
import type { NewsItem } from 'shared/content/news-item'

const longestLine = 75 // octets, RFC 5545 3.1

/** A text as RFC 5545 3.3.11 writes it. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** A moment as RFC 5545 3.3.5 writes it in UTC: `2026-12-03T12:00:00.000Z` → `20261203T120000Z`. */
const moment = (date: string): string => new Date(date).toISOString().replace(/[-:]|\.\d+/g, '')

/** A line that is too long goes on in the next one after a space, never within a letter. */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > longestLine) {
      parts.push(part)
      part = ' '
    }
    part += letter
  }
  return [...parts, part].join('\r\n')
}

interface Invitation {
  item: NewsItem
  event: Event
  /** The address of the news item in full. */
  address: string
  organisation: string
}

/**
 * What is told in a news item as an appointment for a calendar (RFC 5545). It is the same one in both languages, so
 * that whoever fetches it anew after a change does not have it twice.
 */
export const eventCalendar = ({ item, event, address, organisation }: Invitation): string => {
  const changed = moment(item.updatedAt)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(organisation)}//Klusterwebb//SV`,
    'BEGIN:VEVENT',
    `UID:news-${item.id}@${new URL(address).hostname}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `DTSTART:${moment(event.startsAt)}`,
    ...(event.endsAt ? [`DTEND:${moment(event.endsAt)}`] : []),
    `SUMMARY:${escaped(item.title)}`,
    ...(item.introduction ? [`DESCRIPTION:${escaped(item.introduction)}`] : []),
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    `URL:${address}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
