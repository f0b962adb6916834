import type { APIRoute } from 'astro'
import { isLanguage } from 'shared/languages'
import { eventCalendar } from '../../../content/event-calendar.ts'
import { siteFromCms } from '../../../content/from-cms.ts'
import { calendarPath, calendarsOf } from '../../../paths.ts'

export const getStaticPaths = async () =>
  calendarsOf((await siteFromCms()).content()).map(({ language, slug }) => ({ params: { language, slug } }))

/** What takes place at a certain time, as a file that calendars take in. */
export const GET: APIRoute = ({ locals, params, url }) => {
  const { language, slug = '' } = params
  if (!isLanguage(language)) return new Response(null, { status: 404 })
  // Whose file it is changes only with the documents and addresses that are asked for below.
  const wanted = calendarsOf(locals.site.content()).find(
    (each) => calendarPath(each) === calendarPath({ language, slug }),
  )
  const store = locals.site.storeFor(language)
  const item = wanted && store.newsItem(wanted.id)
  const path = item && store.findPath({ relationTo: 'news', value: item.id })
  locals.store = store
  if (!item?.event || !path) return new Response(null, { status: 404 })
  const { name } = store.settings()
  return new Response(eventCalendar({ item, event: item.event, address: `${url.origin}${path}`, organisation: name }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
