import { setImmediate } from 'node:timers/promises'
import type { Changed, Site } from '../content/site.ts'
import { siteMapPartsOf } from '../content/store.ts'
import { calendarPath, calendarsOf, resourcePathsOf, type Route, routesOf } from '../paths.ts'
import { type Answered, notFoundPath, renderPath } from './render-path.ts'
import { createRenderedPaths, type RenderedPath, type RenderedPaths } from './rendered-paths.ts'
import type { Progress } from './renderer-messages.ts'
import type { Contents } from './store-contents.ts'

const renderedAtOnce = 16
const progressEveryMilliseconds = 500

/** Keeps what is rendered in step with the content. */
export interface PageRenderer {
  rendered: RenderedPaths
  /** What has to be rendered after this change, and the pages that are gone. */
  findDirty: (changed: Changed, anew?: boolean) => { dirty: Set<string>; gone: Map<string, Route> }
  /** Renders these paths; what fails for another reason than the page itself ends it. */
  renderAll: (dirty: Set<string>, tell: (progress: Progress) => void) => Promise<void>
  /** The paths that were rendered, or are gone, since `settle`. */
  touched: () => Iterable<string>
  /** A release has everything that was rendered. */
  settle: () => void
}

interface Tools {
  site: Site
  siteUrl: string
  contents: Contents
  answer: (site: Site, path: string) => Promise<Answered>
  /** Is told of each page that was rendered, and what of the store belongs to it. */
  onPage: (rendered: RenderedPath & { route: Route }, asked: Set<number>) => void
  onGone: (path: string, route: Route) => void
}

export const createPageRenderer = ({ site, siteUrl, contents, answer, onPage, onGone }: Tools): PageRenderer => {
  const rendered = createRenderedPaths()
  const stale = new Set<string>() // paths that are still to be rendered
  const touched = new Set<string>()

  const wantedPaths = (): Set<string> => {
    const content = site.content()
    return new Set([
      ...routesOf(content).map(({ path }) => path),
      ...resourcePathsOf(siteMapPartsOf(content)),
      ...calendarsOf(content).map(calendarPath),
      notFoundPath,
    ])
  }

  /** Forgets the pages that are gone, and finds those that are new. */
  const followAddresses = (dirty: Set<string>): Map<string, Route> => {
    const wanted = wantedPaths()
    const gone = new Map<string, Route>()
    for (const { path, route } of rendered.all()) {
      if (wanted.has(path)) continue
      rendered.remove(path)
      touched.add(path)
      dirty.delete(path)
      if (!route) continue
      gone.set(path, route)
      onGone(path, route)
    }
    for (const path of wanted) if (!rendered.has(path)) dirty.add(path)
    for (const path of dirty) if (!wanted.has(path)) dirty.delete(path)
    return gone
  }

  let knowsAddresses = false

  const renderOne = async (path: string): Promise<void> => {
    const one = await renderPath(path, { site, siteUrl, contents, answer: (asked) => answer(site, asked) })
    stale.delete(path)
    touched.add(path)
    const asked = new Set(one.asked)
    if (one.route) onPage({ ...one, route: one.route }, asked)
    rendered.put({ ...one, asked: [...asked] })
  }

  return {
    rendered,
    findDirty: ({ answers, addresses }, anew = false) => {
      const dirty = anew ? wantedPaths() : rendered.askersOf(answers)
      for (const path of stale) dirty.add(path)
      for (const { path } of rendered.failing()) dirty.add(path)
      const isFollowed = addresses || !knowsAddresses || stale.size > 0
      const gone = isFollowed ? followAddresses(dirty) : new Map<string, Route>()
      knowsAddresses = true
      stale.clear()
      for (const path of dirty) stale.add(path)
      return { dirty, gone }
    },
    renderAll: async (dirty, tell) => {
      let toldAt = Date.now()
      let done = 0
      const rendering = new Set<Promise<void>>()
      const failures: unknown[] = []
      for (const path of dirty) {
        if (failures.length > 0) break
        const one = renderOne(path)
          .catch((error: unknown) => void failures.push(error))
          .finally(() => rendering.delete(one))
        rendering.add(one)
        if (rendering.size >= renderedAtOnce) await Promise.race(rendering)
        done += 1
        if (done % renderedAtOnce === 0) await setImmediate() // a visitor may be waiting for his form
        if (Date.now() - toldAt < progressEveryMilliseconds) continue
        tell({ done, total: dirty.size })
        toldAt = Date.now()
      }
      await Promise.all(rendering) // all of them, so that none comes in the way of the next try
      if (failures.length > 0) throw failures[0]
    },
    touched: () => touched,
    settle: () => touched.clear(),
  }
}
