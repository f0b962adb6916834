import type { NewsItem } from 'shared/content/news-item'
import type { Store } from './store.ts'

/** The news that have an address, the newest first. */
export const newsByDate = (store: Store): { item: NewsItem; path: string }[] =>
  store
    .news()
    .flatMap((item) => {
      const path = store.findPath({ relationTo: 'news', value: item.id })
      return path ? [{ item, path }] : []
    })
    .toSorted((one, other) => other.item.publishedOn.localeCompare(one.item.publishedOn))
