import type { ClientDirective } from 'astro'

declare module 'astro' {
  interface AstroClientDirectives {
    'client:loaded'?: boolean
  }
}

/**
 * `client:loaded`: an island's script is fetched when the page has all that it is first seen with and the browser has nothing
 * better to do, so that a hundred kilobytes of script are not in the way of the picture at the top on a slow connection.
 */
const whenLoaded: ClientDirective = (load) => {
  const start = () => void load().then((hydrate) => hydrate())
  // Not every browser tells when it is idle.
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(start) : setTimeout(start, 200))
  const whenPainted = () => requestAnimationFrame(() => requestAnimationFrame(whenIdle))
  if (document.readyState === 'complete') whenPainted()
  else addEventListener('load', whenPainted, { once: true })
}
export default whenLoaded
