import type { Store } from '../content/store.ts'
import type { Route } from '../paths.ts'

/** One step of the way to a page; the last is the page itself. */
export interface Step {
  title: string
  path: string
}

/** The way from the start page to a page, both included. Only the page itself when it is the start page. */
export const trailOf = (route: Route, store: Store, title: string): Step[] => {
  const { newsPage, startPage } = store.settings()
  const stepTo = (id: string | null): Step[] => {
    const path = id && store.findPath({ relationTo: 'pages', value: id })
    if (!id || !path) return []
    const title =
      id === startPage ? store.t('layout.breadcrumbs.start') : store.titleOf({ relationTo: 'pages', value: id })
    return [{ title, path }]
  }
  const stepsAbove = (id: string): Step[] => store.ancestors(id).flatMap(stepTo)
  const above = () => {
    if (route.kind === 'page') return stepsAbove(route.id)
    if (route.kind === 'receipt') return [...stepsAbove(route.id), ...stepTo(route.id)]
    if (route.kind === 'news-item' && newsPage) return [...stepsAbove(newsPage), ...stepTo(newsPage)]
    const memberPage = route.kind === 'member' ? store.memberPage() : null
    if (memberPage) return [...stepsAbove(memberPage), ...stepTo(memberPage)]
    return stepTo(startPage)
  }
  return [...above(), { title, path: route.path }]
}
