// What runs inside the page is checked against the browser's own types.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { setTimeout } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core'

/** Bytes of one page over the wire, compressed, with nothing kept from before. */
export interface PageBytes {
  html: number
  css: number
  fonts: number
  scripts: number
  images: number
}

/** What a browser met that went through a whole site. Each sentence names the page. */
export interface Crawled {
  pages: string[]
  bytes: Map<string, PageBytes>
  requests: string[]
  /** Requests to any other host than the site's. */
  elsewhere: string[]
  cookies: string[]
  /** What a page kept in the browser in any other way. */
  kept: string[]
  /** What the content security policy stopped. */
  breaches: string[]
  /** Errors in the console, and errors thrown. */
  complaints: string[]
  /** Links, pictures, styles and scripts that lead nowhere, and parts of pages that are not there. */
  broken: string[]
}

const kinds: Record<string, keyof PageBytes> = {
  document: 'html',
  stylesheet: 'css',
  font: 'fonts',
  script: 'scripts',
  image: 'images',
}

/** Counts what a response says that it sent, compressed; where it does not say, what became of it. */
const addBytes = async (bytes: PageBytes, request: Request) => {
  const kind = kinds[request.resourceType()]
  const response = await request.response()
  if (!kind || !response) return
  const length = await response.headerValue('content-length')
  bytes[kind] += length === null ? (await response.body()).length : Number(length)
}

/** All that a page refers to, as whole addresses: links, pictures in every size, styles, scripts. */
const referencesOf = (page: Page) =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href)
    const heads = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href)
    const sources = [...document.querySelectorAll<HTMLImageElement | HTMLScriptElement>('img[src], script[src]')]
    const sets = [...document.querySelectorAll<HTMLImageElement | HTMLSourceElement>('[srcset]')]
    const ofSets = sets.flatMap(({ srcset }) => srcset.split(',').map((each) => each.trim().split(/\s/, 1)[0] ?? ''))
    return {
      links,
      files: [...heads, ...sources.map(({ src }) => src), ...ofSets.map((each) => new URL(each, location.href).href)],
    }
  })

const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const kept = [
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
    ]
    const workers = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : []
    return [...kept, ...workers.map(({ scope }) => `service worker ${scope}`)]
  })

/**
 * Goes through a site in a browser: from `start`, along every link that leads to a page of the same site.
 * @param each what else is to be done on each page while it is open
 */
export const crawl = async (
  browser: Browser,
  url: string,
  start: string[],
  options: BrowserContextOptions = {},
  each: (page: Page, path: string) => Promise<void> = async () => {},
): Promise<Crawled> => {
  const { origin } = new URL(url)
  const context = await browser.newContext({ baseURL: url, ...options })
  const crawled: Crawled = {
    pages: [],
    bytes: new Map(),
    requests: [],
    elsewhere: [],
    cookies: [],
    kept: [],
    breaches: [],
    complaints: [],
    broken: [],
  }
  let path = ''
  let status = 0
  let sizes: Promise<void>[] = []
  const underWay = new Set<Request>()
  let bytes: PageBytes = { html: 0, css: 0, fonts: 0, scripts: 0, images: 0 }

  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  page.on('request', (request) => {
    const address = request.url()
    crawled.requests.push(`${path}: ${address}`)
    underWay.add(request)
    if (address.startsWith('http') && new URL(address).origin !== origin) crawled.elsewhere.push(`${path}: ${address}`)
  })
  page.on('requestfinished', (request) => {
    sizes.push(addBytes(bytes, request))
    underWay.delete(request)
  })
  page.on('requestfailed', (request) => underWay.delete(request))
  page.on('console', (message) => {
    const text = message.text()
    const isOfPageItself = text.startsWith('Failed to load resource') && message.location().url === origin + path
    if (message.type() !== 'error' || isOfPageItself) return // the page that says that nothing is there answers 404
    const list = text.includes('Content Security Policy') ? crawled.breaches : crawled.complaints
    list.push(`${path}: ${text} (${message.location().url})`)
  })
  page.on('pageerror', (error) => crawled.complaints.push(`${path}: ${String(error)}`))

  /** Waits until the page, and what its scripts load in turn, is there. */
  const untilQuiet = async () => {
    for (let quiet = 0; quiet < 3; quiet = underWay.size === 0 ? quiet + 1 : 0) await setTimeout(20)
  }

  /** The text of what is at an address of the site, or null where nothing is; each is asked for once. */
  const answers = new Map<string, Promise<string | null>>()
  const answerAt = (address: string) => {
    const found = answers.get(address)
    if (found) return found
    const answer = fetch(address).then(async (response) => {
      const isHtml = response.headers.get('content-type')?.startsWith('text/html')
      const text = await response.text()
      return response.ok ? (isHtml ? text : '') : null
    })
    answers.set(address, answer)
    return answer
  }

  const waiting = [...start]
  const known = new Set(start)
  const checkReference = async (address: string, isLink: boolean) => {
    const there = new URL(address)
    if (there.origin !== origin || !there.protocol.startsWith('http')) return
    const { hash } = there
    const isHere = there.pathname + there.search === path
    if (status >= 400 && there.pathname.endsWith('/404.html')) return // the same words in the other language
    there.hash = ''
    const text = isHere ? await page.content() : await answerAt(there.href)
    if (text === null) crawled.broken.push(`${path}: ${address}`)
    else if (hash.length > 1 && hash !== '#top' && !text.includes(`id="${decodeURIComponent(hash.slice(1))}"`))
      crawled.broken.push(`${path}: ${address} has no such part`)
    const next = there.pathname + there.search
    if (isLink && text && !known.has(next)) {
      known.add(next)
      waiting.push(next)
    }
  }

  try {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      path = next
      sizes = []
      bytes = { html: 0, css: 0, fonts: 0, scripts: 0, images: 0 }
      status = (await page.goto(path))?.status() ?? 0
      await untilQuiet()
      crawled.pages.push(path)
      await each(page, path)
      await Promise.all(sizes)
      crawled.bytes.set(path, bytes)
      const { links, files } = await referencesOf(page)
      for (const address of new Set(links)) await checkReference(address, true)
      for (const address of new Set(files)) await checkReference(address, false)
      for (const kept of await keptBy(page)) crawled.kept.push(`${path}: ${kept}`)
    }
    for (const { name } of await context.cookies()) crawled.cookies.push(name)
    return crawled
  } finally {
    await context.close()
  }
}
