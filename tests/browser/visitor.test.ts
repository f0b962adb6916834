import type { Browser } from 'playwright-core'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openWindow } from '../support/browser.ts'
import { signIn } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

let web: Web
let browser: Browser
const sv = translateTo('sv')
const en = translateTo('en')

beforeAll(async () => {
  web = await startWeb()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await web.end()
})

describe('a visitor', () => {
  test('comes to the start page, follows the menu and finds the way back', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/')
    expect(new URL(page.url()).pathname).toBe('/sv/')
    expect(await page.locator('h1').count()).toBe(1)
    const menu = page.getByRole('navigation', { name: sv('layout.menu.label') })
    const entry = menu.getByRole('link').last()
    const name = await entry.innerText()
    await entry.click()
    expect(await page.locator('h1').innerText()).toBeTruthy()
    const breadcrumbs = page.getByRole('navigation', { name: sv('layout.breadcrumbs.label') })
    expect(await breadcrumbs.innerText()).toContain(name)
    await breadcrumbs.getByRole('link').first().click()
    expect(new URL(page.url()).pathname).toBe('/sv/')
  })

  test('switches language on every page and comes to the same page, and back', async () => {
    const page = await openWindow(browser, web.url)
    const paths = (await createVisitor(web.url).sitemap()).filter((path) => path.startsWith('/sv/'))
    const untranslated: string[] = []
    for (const path of paths) {
      await page.goto(path)
      const translation = await page.locator('link[rel="alternate"][hreflang="en"]').count()
      const toEnglish = page.locator('header').getByRole('link', { name: 'English' })
      expect(await toEnglish.getAttribute('lang'), path).toBe('en')
      await toEnglish.click()
      expect(await page.locator('html').getAttribute('lang'), path).toBe('en')
      expect(new URL(page.url()).pathname, path).toMatch(/^\/en\//)
      await page.locator('header').getByRole('link', { name: 'Svenska' }).click()
      const back = new URL(page.url()).pathname
      if (translation === 0) untranslated.push(path)
      expect(translation === 0 || back === path, `${path} leads back to ${back}`).toBe(true)
    }
    expect(paths.length - untranslated.length).toBeGreaterThan(5)
  })

  test('is told of a page that is in one language only, and led to the nearest that is in the other', async () => {
    const boss = await signIn(web.cms.url)
    await boss.creates(
      'pages',
      'sv',
      { title: 'Bara på svenska', slug: 'bara-pa-svenska', introduction: 'Den här sidan har ingen översatt än.' },
      'published',
    )
    await createVisitor(web.url).sees('/sv/bara-pa-svenska/', 'Bara på svenska')
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/bara-pa-svenska/')
    expect(await page.locator('body').innerText()).toContain(en('layout.language.missing'))
    await page.locator('header').getByRole('link', { name: 'English' }).click()
    expect(new URL(page.url()).pathname).toMatch(/^\/en\//)
    expect(await page.locator('h1').count()).toBe(1)
  })

  test('opens the search, finds a page and goes there', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/')
    await page
      .getByRole('button', { name: sv('layout.search.open') })
      .first()
      .click()
    const field = page.getByRole('searchbox', { name: sv('layout.search.label') })
    await field.fill('medlem')
    await field.press('Enter')
    const results = page.getByRole('main').getByRole('link', { name: /medlem/i })
    await results.first().waitFor()
    await results.first().click()
    expect(await page.getByRole('main').innerText()).toMatch(/medlem/i)
  })

  test('searches while typing, without leaving the page: nothing is fetched before, and Escape closes', async () => {
    const page = await openWindow(browser, web.url)
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    await page.goto('/sv/')
    await page.waitForLoadState('networkidle')
    expect(fetched.filter((path) => path.startsWith('/search/') || path.includes('search-'))).toEqual([])
    const open = page.getByRole('button', { name: sv('layout.search.open') }).first()
    await open.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('medlemmarna')
    const panel = page.locator('#search-panel')
    await panel.getByRole('listitem').first().waitFor()
    await panel.getByRole('status').filter({ hasText: 'medlemmarna' }).waitFor()
    expect(await panel.locator('mark').first().innerText()).toMatch(/medlem/i)
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab')
    expect(
      await panel
        .locator('.search-result a')
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: sv('layout.search.close') }).click()
    await panel.waitFor({ state: 'hidden' })
    expect(new URL(page.url()).pathname).toBe('/sv/')
  })

  test('finds a compound by its second half, and a word that is misspelt, and is told of that', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/sok/?q=initiativ')
    await page.getByRole('main').locator('mark', { hasText: 'klusterinitiativ' }).first().waitFor()
    await page
      .getByRole('searchbox', { name: sv('layout.search.label') })
      .last()
      .fill('medlmeskap')
    await page.getByText('Inget stavas precis som ”medlmeskap”.').waitFor()
    expect(await page.getByRole('main').locator('mark').first().innerText()).toMatch(/medlem/i)
    expect(new URL(page.url()).searchParams.get('q')).toBe('medlmeskap')
  })

  test('is helped on by the search page without JavaScript: every page and every term is there', async () => {
    const visitor = createVisitor(web.url)
    for (const [language, path] of [
      ['sv', '/sv/sok/'],
      ['en', '/en/search/'],
    ] as const) {
      const { html } = await visitor.opens(path)
      const pages = (await visitor.sitemap()).filter((each) => each.startsWith(`/${language}/`))
      const missing = pages.filter((each) => !html.includes(`href="${each}"`) && !/nyheter|news/.test(each))
      expect(missing).toEqual([])
      expect(html).toContain('#term-')
    }
  })

  test('is told in words when the search finds nothing', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/en/search/?q=xyzzyqwerty')
    const answer = page.getByText(en('search.results.none').replace('{query}', 'xyzzyqwerty'))
    await answer.waitFor()
    expect(await answer.count()).toBe(1)
  })

  test('uses only the keyboard: the skip link comes first and leads to the content', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: sv('layout.skip.text') })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    expect(await skip.isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  test('tabs through a page: nothing is a trap, and the focus is always to be seen', async () => {
    const page = await openWindow(browser, web.url)
    await page.goto('/sv/')
    const seen: string[] = []
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return undefined
        const { width, height } = element.getBoundingClientRect()
        return { isSeen: width > 0 && height > 0, words: element.textContent?.trim() ?? '' }
      })
      if (!focused) break
      expect(focused.isSeen, focused.words).toBe(true)
      seen.push(focused.words)
    }
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.length).toBeLessThan(80)
  })

  test('on a phone: opens the menu, goes on, and closes it with Escape', async () => {
    const page = await openWindow(browser, web.url, {
      viewport: { width: 375, height: 700 },
      hasTouch: true,
      isMobile: true,
    })
    await page.goto('/sv/')
    const button = page
      .getByRole('button', { name: sv('layout.menu.open') })
      .or(page.locator('summary', { hasText: sv('layout.menu.open') }))
    await button.first().click()
    const menu = page.getByRole('navigation', { name: sv('layout.menu.label') })
    await menu.getByRole('link').first().waitFor()
    await page.keyboard.press('Escape')
    await menu.getByRole('link').first().waitFor({ state: 'hidden' })
    expect(await button.first().isVisible()).toBe(true)
  })

  test('reads everything without JavaScript', async () => {
    const page = await openWindow(browser, web.url, { javaScriptEnabled: false })
    for (const path of await createVisitor(web.url).sitemap()) {
      await page.goto(path)
      expect((await page.getByRole('main').innerText()).length, path).toBeGreaterThan(40)
    }
  })

  test('meets a page that is not there, and is helped on', async () => {
    const page = await openWindow(browser, web.url, { expects: [/404/] })
    await page.goto('/en/not-there/')
    expect(await page.locator('h1').innerText()).toBe(en('not-found.page.title'))
    await page.getByRole('link', { name: en('not-found.page.start') }).click()
    expect(new URL(page.url()).pathname).toBe('/en/')
  })

  test('is given no cookie and nothing to keep', async () => {
    const page = await openWindow(browser, web.url)
    for (const path of ['/sv/', '/en/', '/sv/sok/?q=medlem']) await page.goto(path)
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })
})
