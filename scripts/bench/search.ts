// What runs inside the page is checked against the browser's own types.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright-core'
import type { Language } from 'shared/languages'
import { searchIndexPath } from '../../site/src/search/index-paths.ts'
import { MissingFileError, openSearch } from '../../site/src/search/search-index.ts'
import { findBrowser } from '../../tests/support/find-browser.ts'
import { ensureBuilt } from '../build.ts'
import { signIn, untilShown } from './editor.ts'
import { atMost, type Figure, percentile } from './figure.ts'
import { plainRichText } from './large-site-documents.ts'
import { makeLargeSite } from './large-site.ts'
import { inTemporaryDirectory, ownSettings, type RunningParts, startParts } from './web.ts'

const pages = Number(process.env['BENCH_PAGES'] ?? 10_000)
const keystrokeMilliseconds = 120 // someone who types well
const settledMilliseconds = 800
const rounds = 1
const newPages = 3
const findableWithinSeconds = 30

/** Words alone and together, beginnings, parts of compounds, misspellings. */
const questions: Record<Language, string[]> = {
  sv: [
    'skog',
    'vattenrening',
    'kompetens',
    'kartläggning',
    'foretag',
    'energikartläggning för styrelser',
    'spårbarhte',
  ],
  en: ['forest', 'companies', 'training', 'energy survey', 'recruitmnet'],
}

interface Searched {
  milliseconds: number // from the last keystroke until the results are there
  bytes: number // all that was fetched since the panel was opened, as it came over the wire
  before: number // what had been fetched of the search before it was opened
  results: number
}

/** Opens the panel on a page, types, and waits until nothing changes any more. Nothing is cached from before. */
const search = async (browser: Browser, url: string, language: Language, question: string): Promise<Searched> => {
  const context = await browser.newContext({ baseURL: url })
  try {
    const page = await context.newPage()
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    const paths = new Map<string, string>()
    let isOpen = false
    let bytes = 0
    let before = 0
    network.on('Network.requestWillBeSent', ({ requestId, request }) =>
      paths.set(requestId, new URL(request.url).pathname),
    )
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (isOpen) bytes += encodedDataLength
      else if (/^\/search\/|search-/.test(paths.get(requestId) ?? '')) before += encodedDataLength
    })
    await page.goto(`/${language}/`, { waitUntil: 'networkidle' })
    isOpen = true
    await page.evaluate(() => {
      let typedAt = 0
      document.addEventListener('input', () => (typedAt = performance.now()), true)
      new MutationObserver((changes) => {
        const shown = changes.some(({ addedNodes }) =>
          [...addedNodes].some((node) => node instanceof Element && node.matches('.search-result')),
        )
        if (shown) document.documentElement.dataset['shown'] = String(performance.now() - typedAt)
      }).observe(document.body, { childList: true, subtree: true })
    })
    await page.locator('.search-button').click()
    await page.locator('#site-search').pressSequentially(question, { delay: keystrokeMilliseconds })
    await setTimeout(settledMilliseconds)
    const milliseconds = Number(await page.locator('html').getAttribute('data-shown'))
    const results = await page.locator('.search-panel .search-result').count()
    if (results === 0) throw new Error(`Nothing was found for "${question}", so there is nothing to measure.`)
    return { milliseconds, bytes, before, results }
  } finally {
    await context.close()
  }
}

/** Is there something with this word in the index that is live? As a browser that opens the search now would see it. */
const isFindable = async (url: string, language: Language, word: string): Promise<boolean> => {
  const index = openSearch(language, async (path) => {
    const response = await fetch(url + path)
    if (response.status === 404) throw new MissingFileError(path)
    return response.json()
  })
  const { total, how } = await index.find(word)
  return total > 0 && how === 'exactly'
}

/** New pages, each with a word of its own: how long after it is live can it be found? */
const untilFindable = async (web: RunningParts): Promise<number[]> => {
  const editor = await signIn(web)
  await editor.untilQuiet()
  const seconds: number[] = []
  for (let number = 0; number < newPages; number += 1) {
    const word = `enastående${'abcdefghij'.charAt(number).repeat(3)}`
    const slug = `enastaende-${number}`
    await editor.creates('pages', 'sv', {
      title: `Ny sida ${number}`,
      slug,
      introduction: `Här står ${word}.`,
      blocks: [{ blockType: 'text', heading: 'Ny', body: plainRichText('Här är den.') }],
    })
    await untilShown(`${web.url}/sv/${slug}/`, ({ status }) => status === 200)
    const liveAt = performance.now()
    while (!(await isFindable(web.url, 'sv', word))) {
      if (performance.now() - liveAt > 4 * findableWithinSeconds * 1000)
        throw new Error(`"${word}" could not be found ${4 * findableWithinSeconds} s after it was live.`)
      await setTimeout(100)
    }
    seconds.push((performance.now() - liveAt) / 1000)
  }
  return seconds
}

/** Searching on a generated site, in a real browser: how long, how much is fetched, and how soon what is new is found. */
export const measure = (): Promise<Figure[]> =>
  inTemporaryDirectory(async (directory) => {
    await ensureBuilt(['renderer'])
    const dataDirectory = join(directory, 'data')
    console.log(`  Making a site of ${pages} pages …`)
    await makeLargeSite(dataDirectory, { pages })
    const web = await startParts({ ...(await ownSettings(dataDirectory)), SEED: 'none' })
    const { executablePath, environment } = await findBrowser()
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...environment },
      args: ['--no-sandbox', '--disable-background-networking'],
    })
    try {
      await untilShown(web.url + searchIndexPath('en'), ({ status }) => status === 200)
      const searched: Searched[] = []
      for (let round = 0; round < rounds; round += 1) {
        for (const [language, asked] of [
          ['sv', questions.sv],
          ['en', questions.en],
        ] as const) {
          for (const question of asked) searched.push(await search(browser, web.url, language, question))
        }
      }
      const times = searched.map(({ milliseconds }) => milliseconds)
      const findable = await untilFindable(web)
      const of = `${pages} pages`
      const kilobytes = (value: number) => value / 1000
      return [
        { name: `last keystroke to results, ${of}, median`, unit: 'ms', ours: percentile(times, 50) },
        atMost(150, `last keystroke to results, ${of}, p95`, 'ms', percentile(times, 95)),
        atMost(250, `fetched in a search, ${of}, at most`, 'kB', kilobytes(Math.max(...searched.map((s) => s.bytes)))),
        atMost(0, 'fetched of the search before it is opened', 'B', Math.max(...searched.map((s) => s.before))),
        atMost(findableWithinSeconds, `new page, from live to findable, ${of}, at most`, 's', Math.max(...findable)),
      ]
    } finally {
      await browser.close()
      await web.stop()
    }
  })
