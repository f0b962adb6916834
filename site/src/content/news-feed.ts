import type { NewsItem } from 'shared/content/news-item'
import { escapeXml } from './escape-xml.ts'
import type { Store } from './store.ts'

const itemsInFeed = 20

/** The latest news as an Atom feed (RFC 4287). `origin` is where the site lives: `https://example.org`. */
export const newsFeed = (store: Store, origin: string): string => {
  const { language, t } = store
  const { name, newsPage } = store.settings()
  const { items: entries } = store.latestNews(itemsInFeed)
  const newest =
    entries
      .map(({ item }) => item.updatedAt)
      .toSorted()
      .at(-1) ?? new Date(0).toISOString()
  const home = (newsPage && store.findPath({ relationTo: 'pages', value: newsPage })) || `/${language}/`
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${escapeXml(`${origin}/${language}/feed.xml`)}</id>
<title>${escapeXml(t('news.feed.title', { name }))}</title>
<updated>${escapeXml(newest)}</updated>
<author><name>${escapeXml(name)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(`${origin}/${language}/feed.xml`)}"/>
<link rel="alternate" type="text/html" hreflang="${language}" href="${escapeXml(`${origin}${home}`)}"/>
${entries.map(({ item, path }) => entryOf(item, `${origin}${path}`)).join('')}</feed>
`
}

const entryOf = (item: NewsItem, address: string): string => `<entry>
<id>${escapeXml(address)}</id>
<title>${escapeXml(item.title)}</title>
<published>${escapeXml(new Date(item.publishedOn).toISOString())}</published>
<updated>${escapeXml(item.updatedAt)}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(address)}"/>
${item.introduction ? `<summary>${escapeXml(item.introduction)}</summary>\n` : ''}</entry>
`
