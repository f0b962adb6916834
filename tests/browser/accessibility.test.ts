import type { Browser, Page } from 'playwright-core'
import { languages } from 'shared/languages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApplicant } from '../support/applicant.ts'
import { axeOn } from '../support/axe.ts'
import { openBrowser, openWindow } from '../support/browser.ts'
import { createCompany } from '../support/company.ts'
import { faintTexts } from '../support/faint-text.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import {
  cutOff,
  movingAgainstWishes,
  tabStop,
  tooSmallToHit,
  unseenInForcedColours,
  wrongOnPaper,
} from '../support/page-checks.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

let web: Web
let browser: Browser
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  web = await startWeb({ SMTP_URL: mailbox.url })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.end()
  await mailbox.close()
})

const besidesTheSitemap = [
  '/sv/sok/?q=medlem',
  '/en/search/?q=member',
  '/sv/bekrafta/',
  '/en/confirm/?token=KW-7F3K-92QD.0.abc',
  '/sv/finns-inte/',
  '/en/not-there/',
]

/** Every page there is, and the states of the site that no sitemap names. */
const everyPath = async () => {
  const visitor = createVisitor(web.url)
  const paths = await visitor.sitemap()
  const receipts: string[] = []
  for (const path of paths) {
    const page = await visitor.opens(path)
    const action = /action="\/api\/signup"/.test(page.html)
    if (action) receipts.push(`${path}${path.startsWith('/sv/') ? 'tack' : 'thanks'}/?reference=ABC123`)
  }
  return [...paths, ...receipts, ...besidesTheSitemap]
}

const toldOf = (problems: { id: string; nodes: { html: string }[] }[], path: string) =>
  problems.map(
    ({ id, nodes }) =>
      `${path} ${id}: ${nodes
        .map(({ html }) => html)
        .join(' | ')
        .slice(0, 300)}`,
  )
const axeFinds = async (page: Page, path: string) => toldOf((await (await axeOn(page)).analyze()).violations, path)

test('axe finds nothing on any page on a desktop, in the light or in the dark, and what it cannot judge can be read', async () => {
  const page = await openWindow(browser, web.url, { reducedMotion: 'reduce', expects: [/404/] })
  const found: string[] = []
  const paths = await everyPath()
  expect(paths.length).toBeGreaterThan(15)
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: path.startsWith('/sv/') ? 'light' : 'dark' })
    await page.goto(path)
    if (path.includes('?q=')) await page.locator('main .search-result').first().waitFor()
    const { violations, incomplete } = await (await axeOn(page)).analyze()
    found.push(...toldOf(violations, path))
    found.push(
      ...toldOf(
        incomplete.filter(({ id }) => id !== 'color-contrast'),
        path,
      ),
    )
    const unjudged = incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes)
    const faint = await faintTexts(
      page,
      unjudged.map(({ target }) => String(target[0])),
    )
    found.push(...faint.map((problem) => `${path} ${problem}`))
  }
  expect(found).toEqual([])
}, 240_000)

/** WCAG 1.4.12: what a reader may set for all text. */
const wideLetters = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

describe('on every page, in the narrowest window (400 % zoom)', () => {
  const found: Record<string, string[]> = {}
  const noted = (about: string, path: string, problems: string[]) =>
    (found[about] = [...(found[about] ?? []), ...problems.map((problem) => `${path} ${problem}`)])

  beforeAll(async () => {
    const context = await browser.newContext({
      baseURL: web.url,
      viewport: { width: 320, height: 256 },
      bypassCSP: true, // for the reader's own style
    })
    const page = await context.newPage()
    for (const path of await everyPath()) {
      await page.goto(path)
      noted('axe', path, await axeFinds(page, ''))
      noted('targets', path, await tooSmallToHit(page))
      noted('motion', path, await movingAgainstWishes(page))
      noted('colours', path, await unseenInForcedColours(page))
      noted('paper', path, await wrongOnPaper(page))
      noted('room', path, await cutOff(page))
      await page.addStyleTag({ content: wideLetters })
      noted('spacing', path, await cutOff(page))
    }
    await context.close()
  }, 240_000)

  test.each([
    ['axe finds nothing', 'axe'],
    ['whatever is to be pressed is large enough to hit', 'targets'],
    ['nothing moves when the reader asks for less of that', 'motion'],
    ['controls are still to be seen in the reader’s own colours', 'colours'],
    ['the page can be printed and read', 'paper'],
    ['nothing is cut off, and nothing needs scrolling sideways', 'room'],
    ['nor with the reader’s own space between letters, words and lines', 'spacing'],
  ])('%s', (_what, about) => {
    expect(found[about]).toEqual([])
  })
})

test.each(languages)('axe finds nothing in the letter that a company gets, in %s', async (language) => {
  const company = createCompany(web.url, web.cms.url)
  const signup = await company.fillsIn(language)
  await company.sends(signup)
  const { html } = await mailbox.mailTo(String(signup.answers['contactEmail']))
  const page = await openWindow(browser, web.url, { viewport: { width: 360, height: 740 } })
  await page.setContent(String(html))
  const ofPages = ['landmark-one-main', 'page-has-heading-one', 'region'] // a letter has no parts to go between
  const { violations } = await (await axeOn(page)).disableRules(ofPages).analyze()
  expect(toldOf(violations, 'letter')).toEqual([])
  expect(await page.locator('html').getAttribute('lang')).toBe(language)
  expect(await cutOff(page)).toEqual([])
})

test('who looks for these things would see them', async () => {
  const page = await openWindow(browser, web.url)
  await page.setContent(`<style>
      b { display: block; width: 3em; overflow: hidden; white-space: nowrap }
      i { position: fixed; animation: turn 2s } @keyframes turn { to { rotate: 1turn } }
      main { overflow-x: clip } u { position: relative; left: 100vw }
      button { border: 0; outline: 0; padding: 0; width: 20px; height: 20px }
    </style><main><button>x</button><b>Much too long to fit</b><i>!</i><u>Further on</u></main>`)
  expect(await tooSmallToHit(page)).toHaveLength(1)
  expect(await cutOff(page)).toEqual([expect.stringMatching(/^out of the window/), expect.stringMatching(/^cut off/)])
  expect(await movingAgainstWishes(page)).toHaveLength(1)
  expect(await unseenInForcedColours(page)).toHaveLength(1)
  expect(await wrongOnPaper(page)).toHaveLength(1)
  await page.keyboard.press('Tab')
  expect((await tabStop(page))?.problems).toEqual(['has no ring around it'])
  const onGrey = 'background: linear-gradient(#777, #999)'
  await page.setContent(`<p id="faint" style="color: #777; ${onGrey}">Hard to read</p>
    <p id="clear" style="color: #000; ${onGrey}">Easy to read</p>
    <p id="below" style="color: #777; ${onGrey}; margin-top: 3000px">Hard to read, further down</p>`)
  expect(await faintTexts(page, ['#faint', '#clear', '#below'])).toEqual([
    expect.stringMatching(/^#faint .* behind 100 % of it$/),
    expect.stringMatching(/^#below .* behind 100 % of it$/),
  ])
})

describe.each([
  ['sv', 'light', { width: 1280, height: 900 }],
  ['en', 'dark', { width: 320, height: 256 }],
] as const)('the form, in %s, %s', (language, colorScheme, viewport) => {
  test('axe finds nothing at any step: empty, with errors, filled in, read back, waiting and sent', async () => {
    const page = await openWindow(browser, web.url, { viewport, colorScheme, expects: [/ERR_/] })
    const applicant = await createApplicant(web, page, language)
    const found: string[] = []
    const look = async (state: string) => {
      const { violations } = await (await axeOn(page)).analyze()
      for (const { id, nodes } of violations) found.push(`${state} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > viewport.width) found.push(`${state}: ${width} px wide`)
    }
    await applicant.opensForm()
    for (let step = 1; step < 4; step++) {
      await look(`step ${step}`)
      await applicant.goesOn()
      await look(`step ${step} with errors`)
      await applicant.fillsInStep()
      await look(`step ${step} filled in`)
      await applicant.goesOn()
    }
    await look('check')
    await applicant.submits()
    await look('check with errors')
    await applicant.fillsInEverything()
    await page.context().setOffline(true)
    await applicant.submits()
    await look('waiting')
    await page.context().setOffline(false)
    await applicant.seesReference()
    await look('sent')
    expect(found).toEqual([])
  }, 120_000)
})

test.each(['light', 'dark'] as const)('axe finds nothing in the search panel with results, %s', async (colorScheme) => {
  const page = await openWindow(browser, web.url, { colorScheme })
  await page.goto('/sv/')
  await page.locator('.search-button').click()
  await page.keyboard.type('kluster')
  await page.locator('#search-panel .search-result').first().waitFor()
  await page.locator('#search-panel [role="status"]:not(:empty)').waitFor()
  const { violations } = await (await axeOn(page)).include('#search-panel').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
})

test('headings go down one step at a time, and every page of a language has its own title', async () => {
  const visitor = createVisitor(web.url)
  const titles = new Map<string, string>()
  for (const path of await visitor.sitemap()) {
    const { html } = await visitor.opens(path)
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level))
    expect(
      levels.filter((level) => level === 1),
      path,
    ).toHaveLength(1)
    levels.forEach((level, place) => expect(level - (levels[place - 1] ?? level), path).toBeLessThanOrEqual(1))
    const language = path.split('/', 2)[1] ?? ''
    const title = `${language}: ${/<title>([^<]+)<\/title>/.exec(html)?.[1] ?? ''}`
    expect(titles.get(title), `${path} is called "${title}" too`).toBeUndefined()
    titles.set(title, path)
  }
})
