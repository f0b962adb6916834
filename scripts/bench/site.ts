import { createServer } from 'node:http'
import { join } from 'node:path'
import { type Browser, chromium, devices } from 'playwright-core'
import { languages } from 'shared/languages'
import { axeOn } from '../../tests/support/axe.ts'
import { type Crawled, crawl } from '../../tests/support/crawler.ts'
import { findBrowser } from '../../tests/support/find-browser.ts'
import { problemsOfHtml } from '../../tests/support/html-rules.ts'
import { pageKinds } from '../../tests/support/page-kinds.ts'
import { ensureBuilt } from '../build.ts'
import { atLeast, atMost, type Figure } from './figure.ts'
import { categories, see, type Seen } from './lighthouse.ts'
import { freePort, inTemporaryDirectory, ownSettings, startWeb } from './web.ts'

const largestPaintGoal = 1.2
const shortest = 50 // a task shorter than this is not felt

/** A page that was looked at, and what is asked of it. */
interface Looked extends Seen {
  path: string
  isListed: boolean
}

const isEnough = ({ scores, largestPaintSeconds, layoutShift, longestTask }: Seen, isListed: boolean) =>
  categories.every((name) => (name === 'seo' && !isListed) || scores[name] === 100) &&
  largestPaintSeconds <= largestPaintGoal &&
  layoutShift === 0 &&
  longestTask <= shortest

/** Every kind of page in every language, with Lighthouse, each told as it is seen. */
export const lookAtEveryKind = async (url: string, port: number): Promise<Looked[]> => {
  const looked: Looked[] = []
  for (const { paths, isListed } of pageKinds) {
    for (const language of languages) {
      const path = paths[language]
      const seen = await see(url + path, port, (each) => isEnough(each, isListed))
      looked.push({ ...seen, path, isListed })
      const scores = categories.map((name) => (name === 'seo' && !isListed ? '–' : seen.scores[name]))
      const paint = `${seen.largestPaintSeconds.toFixed(2)} s`
      const task = `${seen.longestTask.toFixed(0)} ms`
      console.log(
        `  ${[...scores, paint, task, path].join('  ')}  ${isEnough(seen, isListed) ? '' : seen.remarks.join(', ')}`,
      )
    }
  }
  return looked
}

/** Every page of the site on a phone, with axe and with html-validate. */
export const goThroughAll = async (browser: Browser, url: string) => {
  const axe: string[] = []
  const html: string[] = []
  const start = pageKinds.flatMap(({ paths }) => languages.map((language) => paths[language]))
  const crawled = await crawl(browser, url, start, devices['Pixel 7'], async (page, path) => {
    const { violations } = await (await axeOn(page)).analyze()
    for (const { id, nodes } of violations) axe.push(`${path} ${id}: ${nodes.map((node) => node.html).join(' | ')}`)
    const source = await fetch(url + path)
    html.push(...(await problemsOfHtml(await source.text())).map((problem) => `${path} ${problem}`))
  })
  return { crawled, axe, html }
}

/** The worst page for one figure: the value, and which page it is. */
const worst = <Page extends { path: string }>(
  pages: Page[],
  of: (page: Page) => number,
  isWorse: (a: number, b: number) => boolean,
) => {
  const [first, ...others] = pages
  if (!first) throw new Error('No page was looked at, so there is nothing to tell.')
  return others.reduce((found, page) => (isWorse(of(page), of(found)) ? page : found), first)
}
const most = <Page extends { path: string }>(name: string, pages: Page[], of: (page: Page) => number) => {
  const page = worst(pages, of, (one, other) => one > other)
  return { name: of(page) > 0 ? `${name} (${page.path})` : name, value: of(page) }
}

const leastOfAPage =
  '<!doctype html><html lang="en"><title>Empty</title><meta name="viewport" content="width=device-width"><p>Hello'

/** A page of one word: what the browser itself does for any page on this machine, to look at ours beside. */
const lookAtEmptyPage = async (port: number): Promise<Seen> => {
  const server = createServer((_req, res) => res.setHeader('Content-Type', 'text/html').end(leastOfAPage))
  const own = await freePort()
  server.listen(own, '127.0.0.1')
  try {
    return await see(`http://127.0.0.1:${own}/`, port, () => false)
  } finally {
    server.close()
  }
}

export const figuresOfLooks = (looked: Looked[], empty: Seen): Figure[] => {
  const beside = (figure: Figure, other: number): Figure => ({
    ...figure,
    other,
    otherName: 'an empty page',
    ...(other > 0 ? { ratio: figure.ours / other } : {}),
  })
  const paint = most('largest contentful paint, slow 4G, at most', looked, (page) => page.largestPaintSeconds)
  const shift = most('layout shift, at most', looked, ({ layoutShift }) => layoutShift)
  const task = most('longest task, slowed four times, at most', looked, ({ longestTask }) => longestTask)
  const taskMidRange = most(
    'longest task, phone of the middle range, at most',
    looked,
    ({ longestTaskMidRange }) => longestTaskMidRange,
  )
  return [
    ...categories.map((name) => {
      const pages = looked.filter(({ isListed }) => isListed || name !== 'seo')
      const page = worst(
        pages,
        ({ scores }) => scores[name],
        (one, other) => one < other,
      )
      const score = page.scores[name]
      return atLeast(
        100,
        `Lighthouse ${name}, ${pages.length} pages, lowest${score < 100 ? ` (${page.path})` : ''}`,
        'points',
        score,
      )
    }),
    beside(atMost(largestPaintGoal, paint.name, 's', paint.value), empty.largestPaintSeconds),
    atMost(0, shift.name, '', shift.value),
    beside(atMost(shortest, task.name, 'ms', task.value), empty.longestTask),
    beside(atMost(shortest, taskMidRange.name, 'ms', taskMidRange.value), empty.longestTaskMidRange),
  ]
}

const kilobyte = 1000
export const figuresOfBytes = ({ bytes }: Crawled): Figure[] => {
  const pages = [...bytes].map(([path, weight]) => ({ path, ...weight }))
  const withForm = new Set(pageKinds.filter(({ hasForm }) => hasForm).flatMap(({ paths }) => Object.values(paths)))
  const searches = new Set(
    pageKinds
      .filter(({ kind }) => kind === 'search')
      .flatMap(({ paths }) => Object.values(paths).flatMap((path) => [path, path.replace(/\?.*/, '')])),
  )
  const content = pages.filter(({ path }) => !withForm.has(path) && !searches.has(path))
  const text = most('HTML and CSS of a content page, at most', content, ({ html, css }) => (html + css) / kilobyte)
  const fonts = most('the same with fonts, at most', content, (page) => (page.html + page.css + page.fonts) / kilobyte)
  const scripts = most('JavaScript on a content page, at most', content, (page) => page.scripts / kilobyte)
  const form = most(
    "JavaScript on the form's page, at most",
    pages.filter(({ path }) => withForm.has(path)),
    (page) => page.scripts / kilobyte,
  )
  return [
    atMost(14, text.name, 'kB', text.value),
    atMost(50, fonts.name, 'kB', fonts.value),
    atMost(2, scripts.name, 'kB', scripts.value),
    atMost(110, form.name, 'kB', form.value),
  ]
}

/** None is asked for; those that were found are told. */
const none = (name: string, found: string[]): Figure => {
  for (const each of found) console.log(`  ${name}: ${each.slice(0, 400)}`)
  return atMost(0, name, '', found.length)
}

/** The visitor's site on the example organisation, in a real Chromium as on a phone: every kind of page, both languages. */
export const measure = (): Promise<Figure[]> =>
  inTemporaryDirectory(async (directory) => {
    await ensureBuilt(['renderer'])
    const web = await startWeb(await ownSettings(join(directory, 'data')))
    const { executablePath, environment } = await findBrowser()
    const port = await freePort()
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...environment },
      args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${port}`],
    })
    try {
      const { crawled, axe, html } = await goThroughAll(browser, web.site)
      const empty = await lookAtEmptyPage(port)
      const looked = await lookAtEveryKind(web.site, port)
      const of = `${crawled.pages.length} pages`
      return [
        ...figuresOfLooks(looked, empty),
        ...figuresOfBytes(crawled),
        none(`axe, ${of}`, axe),
        none(`html-validate, ${of}`, html),
        none('broken links', crawled.broken),
        none('content security policy violations', crawled.breaches),
        none('console errors', crawled.complaints),
        none(`requests to others, of ${crawled.requests.length}`, crawled.elsewhere),
        none('cookies, and what else is kept', [...crawled.cookies, ...crawled.kept]),
      ]
    } finally {
      await browser.close()
      await web.stop()
    }
  })
