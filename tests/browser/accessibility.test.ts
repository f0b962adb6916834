import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApplicant } from '../support/applicant.ts'
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

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
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

test.each([
  ['on a desktop', { width: 1280, height: 900 }],
  ['at 400 % zoom', { width: 320, height: 256 }],
])(
  'axe finds nothing on any page, %s',
  async (_where, viewport) => {
    const page = await openWindow(browser, web.url, { viewport, expects: [/404/] })
    const found: string[] = []
    const paths = await everyPath()
    expect(paths.length).toBeGreaterThan(15)
    for (const path of paths) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
      for (const { id, nodes } of violations)
        found.push(
          `${path} ${id}: ${nodes
            .map(({ html }) => html)
            .join(' | ')
            .slice(0, 300)}`,
        )
    }
    expect(found).toEqual([])
  },
  240_000,
)

describe.each([
  ['sv', 'light', { width: 1280, height: 900 }],
  ['en', 'dark', { width: 320, height: 256 }],
] as const)('the form, in %s, %s', (language, colorScheme, viewport) => {
  test('axe finds nothing at any step: empty, with errors, filled in, read back, waiting and sent', async () => {
    const page = await openWindow(browser, web.url, { viewport, colorScheme, expects: [/ERR_/] })
    const applicant = await createApplicant(web, page, language)
    const found: string[] = []
    const look = async (state: string) => {
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
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
  const { violations } = await new AxeBuilder({ page }).include('#search-panel').withTags(rules).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
})

test('nothing needs scrolling sideways on the narrowest screen, nor with wide letters', async () => {
  const page = await openWindow(browser, web.url, {
    viewport: { width: 320, height: 640 },
    expects: [/404/],
    bypassCSP: true,
  })
  const tooWide: string[] = []
  for (const path of await everyPath()) {
    await page.goto(path)
    await page.addStyleTag({
      content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 320) tooWide.push(`${path}: ${width} px`)
  }
  expect(tooWide).toEqual([])
}, 240_000)

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
