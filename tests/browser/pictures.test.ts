// What runs inside the page is checked against the browser's own types.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openWindow } from '../support/browser.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

let web: Web
let browser: Browser

beforeAll(async () => {
  web = await startWeb()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.end()
})

/** Every picture of a page as it is shown now, and what it was fetched as. */
const picturesOn = (): Promise<Picture[]> =>
  Promise.all(
    [...document.querySelectorAll<HTMLImageElement>('picture img')].map(async (image) => {
      image.scrollIntoView()
      image.loading = 'eager' // it came near by scrolling, and need not be waited for
      await image.decode()
      const { width } = image.getBoundingClientRect()
      const widths = [...(image.parentElement?.querySelector('source')?.srcset ?? '').matchAll(/ (\d+)w/g)]
      const chosen = [...document.querySelectorAll('source')]
        .flatMap(({ srcset }) => srcset.split(', '))
        .find((candidate) => image.currentSrc.endsWith(candidate.split(' ')[0] ?? '-'))
      return {
        source: new URL(image.currentSrc).pathname,
        shown: width,
        fetched: Number(/ (\d+)w/.exec(chosen ?? '')?.[1]),
        offered: widths.map(([, offered]) => Number(offered)),
        hasSize: image.hasAttribute('width') && image.hasAttribute('height') && image.hasAttribute('alt'),
      }
    }),
  )
interface Picture {
  source: string
  shown: number
  fetched: number
  offered: number[]
  hasSize: boolean
}

/** The address and the way of loading of each picture, in order, and whether it is seen when the page opens. */
const loadingOn = () =>
  [...document.querySelectorAll<HTMLImageElement>('picture img')].map((image) => {
    const { top, width } = image.getBoundingClientRect()
    const isSeen = top < window.innerHeight && width > 0
    return { isSeen, isLarge: width > 200, loading: image.loading, priority: image.fetchPriority }
  })

const largeEnough = 0.9 // a tenth too small is not seen
const tooLarge = 2.4 // times as wide as it is shown: the sizes that are stored lie a factor of two apart

test.each([320, 768, 1280])(
  'at %i pixels each picture is fetched in the width it is shown in, as AVIF',
  async (width) => {
    const page = await openWindow(browser, web.url, { viewport: { width, height: 900 } })
    const problems: string[] = []
    const had = new Set<string>()
    let seen = 0
    for (const path of await createVisitor(web.url).sitemap()) {
      await page.goto(path)
      for (const { source, shown, fetched, offered, hasSize } of await page.evaluate(picturesOn)) {
        seen += 1
        if (!hasSize) problems.push(`${path}: ${source} has no dimensions or no alternative text`)
        if (!source.endsWith('.avif')) problems.push(`${path}: ${source} is no AVIF`)
        if (fetched < shown * largeEnough && fetched < Math.max(...offered))
          problems.push(`${path}: ${source}, ${fetched} wide, is shown ${shown} wide`)
        // A browser that has a larger one already takes that, which costs nothing.
        if (fetched > shown * tooLarge && fetched > Math.min(...offered) && !had.has(source))
          problems.push(`${path}: ${source}, ${fetched} wide, is shown only ${shown} wide`)
        had.add(source)
      }
    }
    expect(problems).toEqual([])
    expect(seen).toBeGreaterThan(20)
  },
)

test('a picture that is seen when the page opens is fetched first, and what is further down waits', async () => {
  const page = await openWindow(browser, web.url)
  const problems: string[] = []
  for (const path of await createVisitor(web.url).sitemap()) {
    await page.goto(path)
    const pictures = await page.evaluate(loadingOn)
    const urgent = pictures.filter(({ loading }) => loading === 'eager')
    if (urgent.length > 1) problems.push(`${path}: ${urgent.length} pictures want to be the first`)
    if (urgent.some(({ isSeen, priority }) => !isSeen || priority !== 'high'))
      problems.push(`${path}: one is urgent unseen`)
    if (pictures[0]?.isSeen && pictures[0].isLarge && urgent.length === 0)
      problems.push(`${path}: the first picture is seen, and waits`)
  }
  expect(problems).toEqual([])
})
